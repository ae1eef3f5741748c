package org.tokenlane.ingest.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table's first lines: what stands above the header, the delimiter, the columns and how cells are written. */
final class TableHead {

    /** Within so many bytes, the first row below a header shows how cells are written. */
    private static final int FIRST_ROW_BYTES = 1 << 16;
    private static final int LEAST_QUOTED_CELLS = 3;
    /** Above its header a table may have a title and a few more lines, each with hardly a cell. */
    private static final int MOST_TITLE_LINES = 20;
    private static final int MOST_TITLE_CELLS = 2;
    private static final int MOST_ROWS = 50;
    private static final Pattern SHOWN = Pattern
            .compile("[A-Z][a-z]{2} \\d{1,2}, \\d{4} @ \\d{1,2}:\\d{2}:\\d{2}(\\.\\d+)?");
    static final char[] DELIMITERS = { ',', ';', '\t', '|', '^', '~' };

    private TableHead() {
    }

    /**
     * The form of a table.
     *
     * @param text
     *            the file's beginning without the mark of its encoding
     * @param bom
     *            that mark's length in bytes
     * @throws UnreadableFileException
     *             when there is no header
     */
    static FileForm of(Charset charset, String text, int bom, Map<String, String> renamed)
            throws UnreadableFileException {
        int at = 0;
        while (at < text.length() && text.charAt(at) == 0) {
            at++;
        }
        char separator = 0;
        while (true) {
            int end = endOfLine(text, at);
            String line = text.substring(at, end).strip();
            boolean declares = line.regionMatches(true, 0, "sep=", 0, 4) && line.length() == 5;
            if (declares) {
                separator = line.charAt(4);
            }
            if (end < text.length() && (line.chars().allMatch(c -> c == 0) || line.startsWith("==> ")
                    || line.startsWith("#TYPE") || declares)) {
                at = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n' ? end + 2
                        : end + 1;
            } else {
                break;
            }
        }
        at = behindTitle(text, at);
        char delimiter = separator == 0 ? delimiter(text, at) : separator;
        byte[] header = text.substring(at).getBytes(StandardCharsets.ISO_8859_1);
        CsvSplitter splitter = new CsvSplitter(delimiter);
        if (!splitter.next(header, 0, header.length, true)) {
            throw new UnreadableFileException(ReadingText.NO_HEADER.with());
        }
        String headerText = text.substring(at, at + splitter.end);
        List<String> cells = new ArrayList<>();
        for (String cell : CsvRows.lineInCell(CsvRows.cells(headerText, delimiter), HeaderNames::areHeader)) {
            String name = cell.length() > 2 && cell.startsWith("\"") && cell.endsWith("\"")
                    ? cell.substring(1, cell.length() - 1)
                    : cell;
            cells.add(renamed.getOrDefault(name.strip(), name));
        }
        int headBytes = bom + text.substring(0, at + splitter.end).getBytes(charset).length;
        ColumnNames columns = new ColumnNames(cells).withLocalZone(FileForm.zone(renamed));
        String first = text.substring(at + splitter.end);
        shownTimes(columns, first, delimiter);
        return new FileForm(charset, delimiter, hasJsonCells(first, delimiter) ? columns.withJsonCells() : columns,
                headBytes, FileForm.Layout.TABLE, columns.hasLocalTimes(), FileForm.zone(renamed), renamed);
    }

    /**
     * The form of the rows below a record that is the header of another table, or of the file's own table again; null
     * where it is no such header.
     *
     * @param above
     *            the form of the rows above that record
     * @param whole
     *            the form of the file
     * @param limit
     *            the end of the bytes that are there
     */
    static @Nullable FileForm below(FileForm above, FileForm whole, byte[] bytes, int from, int to, int limit) {
        String header = above.decode(bytes, from, to - from);
        if (header.startsWith("\ufeff")) {
            header = header.substring(1);
        }
        for (char one : DELIMITERS) {
            String[][] cells = header.indexOf(one) < 0 ? null : CsvRows.allOrNull(header, one, 1);
            if (cells == null) {
                continue;
            }
            cells[0] = CsvRows.lineInCell(Arrays.asList(cells[0]), HeaderNames::areHeader).toArray(String[]::new);
            if (above.columns() != null && HeaderNames.isAgain(above.columns(), cells[0])) {
                return null;
            }
            if (whole.columns() != null && HeaderNames.isAgain(whole.columns(), cells[0])) {
                return whole;
            }
            if (HeaderNames.areHeader(Arrays.asList(cells[0]))) {
                return below(above, bytes, from, Math.min(limit, to + FIRST_ROW_BYTES));
            }
        }
        return null;
    }

    private static @Nullable FileForm below(FileForm above, byte[] bytes, int from, int to) {
        try {
            String text = above.decode(bytes, from, (to - from) / above.unitBytes() * above.unitBytes());
            return of(above.charset(), text.startsWith("\ufeff") ? text.substring(1) : text, 0, above.renamed());
        } catch (UnreadableFileException noHeader) {
            return null;
        }
    }

    /** The place of the header below lines of a title, or the same place where there are none. */
    private static int behindTitle(String text, int from) {
        int at = from;
        for (int lines = 0; lines < MOST_TITLE_LINES && at < text.length(); lines++) {
            int end = endOfLine(text, at);
            String line = text.substring(at, end);
            String[][] cells = CsvRows.allOrNull(line, delimiter(text, at), 1);
            if (cells != null && HeaderNames.areHeader(Arrays.asList(cells[0]))) {
                return at;
            }
            if (!line.isBlank() && (cells == null
                    || Arrays.stream(cells[0]).filter(cell -> !cell.isBlank()).count() > MOST_TITLE_CELLS)) {
                return from;
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return from;
    }

    /**
     * Kibana exports a time as it shows it, in the zone of the browser, and does not say which ({@code May 4, 2026 @
     * 11:30:01.000}).
     */
    private static void shownTimes(ColumnNames columns, String text, char delimiter) {
        if (!text.contains(" @ ")) {
            return;
        }
        byte[] units = text.getBytes(StandardCharsets.ISO_8859_1);
        CsvSplitter splitter = new CsvSplitter(delimiter);
        int from = 0;
        for (int row = 0; row < MOST_ROWS && splitter.next(units, from, units.length, true); row++) {
            String[][] cells = CsvRows.allOrNull(text.substring(splitter.start, splitter.end), delimiter, 1);
            for (int i = 0; cells != null && i < Math.min(cells[0].length, columns.size()); i++) {
                if (SHOWN.matcher(cells[0][i]).matches()) {
                    columns.setLocal(i);
                }
            }
            from = splitter.end;
        }
    }

    /** Tells by the first row whether the cells are JSON values, of which texts stand in quotes inside of the cell. */
    private static boolean hasJsonCells(String text, char delimiter) {
        byte[] units = text.getBytes(StandardCharsets.ISO_8859_1);
        CsvSplitter splitter = new CsvSplitter(delimiter);
        if (!splitter.next(units, 0, units.length, true)) {
            return false;
        }
        String[][] row = CsvRows.allOrNull(text.substring(splitter.start, splitter.end), delimiter, 1);
        int quoted = 0;
        int plain = 0;
        for (String cell : row == null ? new String[0] : row[0]) {
            if (cell.length() > 1 && (cell.startsWith("\"") && cell.endsWith("\"")
                    || cell.startsWith("'") && cell.endsWith("'"))) {
                quoted++;
            } else if (!cell.isEmpty() && !cell.equals("null") && !cell.equals("true") && !cell.equals("false")
                    && "{[-0123456789".indexOf(cell.charAt(0)) < 0) {
                plain++;
            }
        }
        return quoted >= LEAST_QUOTED_CELLS && quoted > plain;
    }

    /** The delimiter that stands most often outside quotes in the first line. */
    private static char delimiter(String text, int from) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                for (int d = 0; d < DELIMITERS.length; d++) {
                    counts[d] += c == DELIMITERS[d] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int d = 1; d < counts.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    static int endOfLine(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
