package org.tokenlane.ingest.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows. */
final class CsvRows {

    private CsvRows() {
    }

    /** The cells of the only row in the text. */
    static List<String> cells(String row, char delimiter) throws UnreadableFileException {
        CsvText text = new CsvText(row, delimiter);
        String[] first = text.next();
        String[] next = first;
        while (next != null) {
            next = text.next();
        }
        if (first == null && !text.isDamaged()) {
            throw new UnreadableFileException(ReadingText.NO_HEADER.with());
        }
        if (first == null || text.isDamaged()) {
            throw new UnreadableFileException(ReadingText.HEADER_DAMAGED.with());
        }
        return Arrays.asList(first);
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
        CsvText text = new CsvText(rows, delimiter);
        for (String[] row = text.next(); row != null; row = text.next()) {
            if (size == count) {
                return null;
            }
            cells[size++] = row;
        }
        return size == count && !text.isDamaged() ? cells : null;
    }
}
