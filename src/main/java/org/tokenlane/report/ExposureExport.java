package org.tokenlane.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tokenlane.store.CaseFile;

/**
 * Writes an exposure for the privacy notice and for other programs. Times are UTC; cells that a spreadsheet would run
 * as formulas are made harmless.
 */
public final class ExposureExport {

    private ExposureExport() {
    }

    /**
     * One table of all lists, the list in the first column, the limits at the end.
     */
    public static void csv(Appendable out, PartedExposure exposure) {
        List<ExposureTable> tables = exposure.tables();
        String list = ExposureTable.Column.LIST.title();
        String limits = ExposureTable.Column.LIMIT.title();
        List<String> titles = new ArrayList<>();
        tables.forEach(table -> table.columns().stream().map(ExposureTable.Column::title)
                .filter(title -> !titles.contains(title)).forEach(titles::add));
        List<Map<String, String>> lines = new ArrayList<>();
        for (ExposureTable table : tables) {
            for (ExposureTable.Row row : table.rows()) {
                Map<String, String> line = new LinkedHashMap<>(Map.of(list, table.title()));
                for (int column = 0; column < table.columns().size(); column++) {
                    line.put(table.columns().get(column).title(), row.text(column));
                }
                lines.add(line);
            }
        }
        exposure.all().limits().forEach(limit -> lines.add(Map.of(list, limits, limits, limit)));
        titles.addFirst(list);
        titles.add(limits);
        EventExport.csv(out, titles.stream()
                .map(title -> new EventExport.Column(title, line -> lines.get(line).getOrDefault(title, ""))).toList(),
                IntStream.range(0, lines.size()));
    }

    /** One table of an exposure. */
    public static void csv(Appendable out, ExposureTable table) {
        List<EventExport.Column> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int cell = column;
            columns.add(new EventExport.Column(table.columns().get(column).title(),
                    row -> table.rows().get(row).text(cell)));
        }
        EventExport.csv(out, columns, IntStream.range(0, table.rows().size()));
    }

    /** The files that {@link #write} makes of this target. */
    public static List<Path> targets(Path target, PartedExposure exposure) {
        return isOneTable(target) ? List.of(target)
                : files(exposure).keySet().stream().map(target::resolve).toList();
    }

    /**
     * Exports into one file where the name ends in {@code .csv}, else a file for each list that is not empty and one
     * for the limits into that folder. Older files of these names are replaced.
     *
     * @param detail
     *            what was selected, for the audit trail
     * @return the files
     */
    public static List<Path> write(CaseFile from, Path target, String detail, PartedExposure exposure)
            throws IOException {
        if (isOneTable(target)) {
            ExportFile.text(from, ExportKind.EXPOSURE, target, detail,
                    ExportFile.marked(out -> csv(out, exposure)));
            return List.of(target);
        }
        return ExportFile.folder(from, ExportKind.EXPOSURE, target, detail, files(exposure));
    }

    private static boolean isOneTable(Path target) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static Map<String, ExportFile.Text> files(PartedExposure exposure) {
        Map<String, ExportFile.Text> files = new LinkedHashMap<>();
        for (ExposureTable table : exposure.tables()) {
            if (!table.rows().isEmpty()) {
                files.put(table.id() + ".csv", ExportFile.marked(out -> csv(out, table)));
            }
        }
        EventExport.Column limits = new EventExport.Column(ExposureTable.Column.LIMIT.title(),
                exposure.all().limits()::get);
        files.put("limits.csv", ExportFile.marked(
                out -> EventExport.csv(out, List.of(limits), IntStream.range(0, exposure.all().limits().size()))));
        return files;
    }
}
