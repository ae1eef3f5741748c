package org.tokenlane.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tokenlane.report.ExposureTable.Column;
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
        // by columns and not by their titles, which may be the same in a language
        Set<Column> columns = new LinkedHashSet<>(List.of(Column.LIST));
        tables.forEach(table -> columns.addAll(table.columns()));
        columns.add(Column.LIMIT);
        List<Map<Column, String>> lines = new ArrayList<>();
        for (ExposureTable table : tables) {
            for (ExposureTable.Row row : table.rows()) {
                Map<Column, String> line = new EnumMap<>(Map.of(Column.LIST, table.title()));
                for (int column = 0; column < table.columns().size(); column++) {
                    line.put(table.columns().get(column), row.text(column));
                }
                lines.add(line);
            }
        }
        exposure.all().limits()
                .forEach(limit -> lines.add(Map.of(Column.LIST, Column.LIMIT.title(), Column.LIMIT, limit)));
        EventExport.csv(out, columns.stream()
                .map(column -> new EventExport.Column(column.title(),
                        line -> lines.get(line).getOrDefault(column, "")))
                .toList(), IntStream.range(0, lines.size()));
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
