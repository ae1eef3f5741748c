package org.tokenlane.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A table beside the classes: lines of cells with commas between them, the last cell being the rest of the line; lines
 * with # say what it is and whence.
 */
record Table(String source, LocalDate date, List<List<String>> rows) {

    static Table read(String resource, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return new Table(head(lines, "# source="), LocalDate.parse(head(lines, "# date=")),
                    lines.stream().filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> cells(line, columns)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(List<String> lines, String begins) {
        return lines.stream().filter(line -> line.startsWith(begins)).findFirst().orElseThrow()
                .substring(begins.length()).strip();
    }

    private static List<String> cells(String line, int columns) {
        String[] cells = line.split(",", columns);
        String[] whole = Arrays.copyOf(cells, columns);
        Arrays.fill(whole, cells.length, columns, "");
        return Arrays.stream(whole).map(String::strip).toList();
    }
}
