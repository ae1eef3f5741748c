package org.tokenlane.ingest.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows. */
final class CsvRows {

    private CsvRows() {
    }

    /** The cells of the only row in the text. */
    static List<String> cells(String row, char delimiter) throws UnreadableFileException {
        try (CSVParser parser = parser(row, delimiter)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw new UnreadableFileException(ReadingText.NO_HEADER.with());
            }
            return records.getFirst().toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            throw new UnreadableFileException(ReadingText.HEADER_DAMAGED.with());
        }
    }

    /**
     * The cells of a row that a spreadsheet took for one cell, because it expects another delimiter; the same cells
     * where that is not so.
     *
     * @param isRow
     *            tells whether cells are a row
     */
    static List<String> lineInCell(List<String> cells, Predicate<List<String>> isRow) {
        if (cells.isEmpty() || cells.stream().skip(1).anyMatch(cell -> !cell.isBlank())) {
            return cells;
        }
        for (char delimiter : TableHead.DELIMITERS) {
            String line = cells.getFirst();
            String[][] inside = line.indexOf(delimiter) < 0 ? null : allOrNull(line, delimiter, 1);
            if (inside != null && isRow.test(Arrays.asList(inside[0]))) {
                return Arrays.asList(inside[0]);
            }
        }
        return cells;
    }

    /** As {@link #lineInCell(List, Predicate)}, for a row of so many columns. */
    static String[] lineInCell(String[] cells, int columns) {
        if (columns < 2 || cells.length > 1 && !cells[1].isBlank()) {
            return cells;
        }
        return lineInCell(Arrays.asList(cells), inside -> inside.size() == columns).toArray(String[]::new);
    }

    /** The cells of each row in the text, or null where it does not hold just that many undamaged rows. */
    static String @Nullable [][] allOrNull(String rows, char delimiter, int count) {
        String[][] cells = new String[count][];
        int size = 0;
        try (CSVParser parser = parser(rows, delimiter)) {
            for (CSVRecord record : parser) {
                if (size == count) {
                    return null;
                }
                cells[size++] = record.values();
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            return null;
        }
        return size == count ? cells : null;
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVParser.builder().setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get()).get();
    }
}
