package org.tokenlane.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tokenlane.detect.exposure.Exposure;

/**
 * Writes an exposure for the privacy notice and for other programs. Times are UTC; cells that a spreadsheet would run
 * as formulas are made harmless.
 */
public final class ExposureExport {

    private static final String LIMIT = "Limit";

    private ExposureExport() {
    }

    /**
     * One table with a line for each thing, its list in the first column, the limits at the end.
     *
     * @param hostile
     *            the events that count as the attacker's; where there are none, nothing is said of it
     */
    public static void csv(Appendable out, Exposure exposure, BitSet hostile) {
        List<ExposureTable> tables = ExposureTables.of(exposure, hostile);
        List<String> titles = new ArrayList<>();
        tables.forEach(table -> table.columns().stream().map(ExposureTable.Column::title)
                .filter(title -> !titles.contains(title)).forEach(titles::add));
        List<Map<String, String>> lines = new ArrayList<>();
        for (ExposureTable table : tables) {
            for (ExposureTable.Row row : table.rows()) {
                Map<String, String> line = new LinkedHashMap<>(Map.of("List", table.title()));
                for (int column = 0; column < table.columns().size(); column++) {
                    line.put(table.columns().get(column).title(), row.text(column));
                }
                lines.add(line);
            }
        }
        exposure.limits().forEach(limit -> lines.add(Map.of("List", LIMIT, LIMIT, limit)));
        titles.addFirst("List");
        titles.add(LIMIT);
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

    /**
     * Writes into one file where the name ends in {@code .csv}, else a file for each list that is not empty and one for
     * the limits into that folder.
     *
     * @param hostile
     *            as in {@link #csv(Appendable, Exposure, BitSet)}
     * @return the files, none of which existed before
     */
    public static List<Path> write(Path target, Exposure exposure, BitSet hostile) throws IOException {
        if (target.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return List.of(write(target, out -> csv(out, exposure, hostile)));
        }
        Files.createDirectories(target);
        List<Path> written = new ArrayList<>();
        for (ExposureTable table : ExposureTables.of(exposure, hostile)) {
            if (!table.rows().isEmpty()) {
                written.add(write(target.resolve(table.id() + ".csv"), out -> csv(out, table)));
            }
        }
        EventExport.Column limits = new EventExport.Column(LIMIT, exposure.limits()::get);
        written.add(write(target.resolve("limits.csv"),
                out -> EventExport.csv(out, List.of(limits), IntStream.range(0, exposure.limits().size()))));
        return written;
    }

    private interface Content {

        void to(Writer out);
    }

    private static Path write(Path file, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            // spreadsheets take a file without a mark for one in the system's own encoding
            out.write('\uFEFF');
            content.to(out);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return file;
    }
}
