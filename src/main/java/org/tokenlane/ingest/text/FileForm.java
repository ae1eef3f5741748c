package org.tokenlane.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written: its encoding, whether it is a table or JSON, and for a table the delimiter and the columns.
 * Told from the file's first bytes alone.
 *
 * @param charset
 *            the encoding; where UTF-8 turns out to be wrong for a record, that record is read as Windows-1252
 * @param delimiter
 *            a table's delimiter
 * @param columns
 *            a table's columns, null for JSON
 * @param headBytes
 *            how many bytes stand before the first row of a table
 * @param layout
 *            how the records are put together
 * @param hasLocalTimes
 *            whether times are in local time and the file does not say of which zone
 * @param localZone
 *            the zone that was given for local times, or null
 * @param renamed
 *            names that the analyst gave to columns, by the file's name of them
 */
public record FileForm(Charset charset, char delimiter, @Nullable ColumnNames columns, int headBytes, Layout layout,
        boolean hasLocalTimes, @Nullable ZoneId localZone, Map<String, String> renamed) {

    /** How the records are put together. */
    public enum Layout {
        /** A table, a row for each record. */
        TABLE,
        /** JSON objects. */
        JSON,
        /** JSON that names columns once and lists rows of values. */
        JSON_ROWS,
        /** A JSON object whose members are the records, or lists of them. */
        JSON_KEYED,
        /** Lines of text, each with a JSON object in it. */
        LINES
    }

    /**
     * Stands among the names of columns for the zone of those that are in local time, as Log Analytics writes behind
     * their names.
     */
    public static final String LOCAL_TIME = "[Local Time]";

    /** How many first bytes are enough to tell. */
    public static final int HEAD_BYTES = 1 << 18;

    /** Within so many bytes, the first row below a header shows how cells are written. */
    private static final int FIRST_ROW_BYTES = 1 << 16;
    /** A text has fewer control characters than one in so many. */
    private static final int CONTENT_PER_CONTROL = 50;
    private static final int LEAST_QUOTED_CELLS = 3;
    /** Above its header a table may have a title and a few more lines, each with hardly a cell. */
    private static final int MOST_TITLE_LINES = 20;
    private static final int MOST_TITLE_CELLS = 2;
    private static final Pattern BRACKETED_NAME = Pattern.compile("\"([^\"\\n]{1,80}[\\])])\\s*\"\\s*:");
    /** What a system log or a shipper writes in front of an object: a priority, a time, names; or a list's bracket. */
    private static final Pattern LOG_LINE = Pattern
            .compile("\\[\\s*[\\d.]+\\s*,\\s*|(?:<\\d{1,3}>)?[^{}\"\\[][^{}\"]{0,300}");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    static final char[] DELIMITERS = { ',', ';', '\t', '|' };

    /**
     * Tells the form from a file's beginning.
     *
     * @param renamed
     *            names that the analyst gave to columns: the file's name of a column by the name that it is to have
     * @throws UnreadableFileException
     *             when the content is no text, saying what it is and what to do
     */
    public static FileForm of(byte[] head, Map<String, String> renamed) throws UnreadableFileException {
        Charset charset = charset(head);
        int bom = bom(head, charset);
        if (charset == StandardCharsets.UTF_8) {
            refuseBinary(head);
        }
        int unit = charset == StandardCharsets.UTF_8 ? 1 : 2;
        String text = new String(head, bom, (head.length - bom) / unit * unit, charset);
        String trimmed = text.stripLeading();
        if (trimmed.isEmpty()) {
            throw new UnreadableFileException(ReadingText.EMPTY_FILE.with());
        }
        // not for people
        if (trimmed.startsWith("version https://git-lfs")) {
            throw new UnreadableFileException(
                    ReadingText.LFS_POINTER.with());
        }
        char first = trimmed.charAt(0);
        if (isLogLine(trimmed)) {
            return new FileForm(charset, ',', null, bom, Layout.LINES, hasLocalNames(text), zone(renamed), renamed);
        }
        if (trimmed.startsWith("<")) {
            throw new UnreadableFileException(ReadingText.MARKUP.with());
        }
        if (first == '{' || first == '[' || first == '"' && trimmed.startsWith("{", 1)) {
            return json(charset, text, bom, renamed);
        }
        return table(charset, text, bom, renamed);
    }

    public boolean isTable() {
        return columns != null;
    }

    int unitBytes() {
        return charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE ? 2 : 1;
    }

    boolean bigEndian() {
        return charset == StandardCharsets.UTF_16BE;
    }

    /** The form in words: {@code CSV, UTF-8, delimiter ;}. */
    public String description() {
        String name = switch (delimiter) {
        case '\t' -> ReadingText.TAB.text();
        default -> String.valueOf(delimiter);
        };
        if (layout == Layout.JSON_ROWS) {
            return ReadingText.FORM_JSON_ROWS.text(charset.name());
        }
        if (layout == Layout.LINES) {
            return ReadingText.FORM_LINES.text(charset.name());
        }
        return isTable() ? ReadingText.FORM_TABLE.text(charset.name(), name)
                : ReadingText.FORM_JSON.text(charset.name());
    }

    /** A record's text. */
    public String decode(byte[] bytes, int offset, int length) {
        if (unitBytes() == 2) {
            return new String(bytes, offset, length, charset);
        }
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, offset, length, WINDOWS);
        }
    }

    /**
     * A whole small file's text, in the encoding that its first bytes tell.
     *
     * @throws UnreadableFileException
     *             when the content is no text, saying what it is and what to do
     */
    public static String text(byte[] all) throws UnreadableFileException {
        Charset charset = charset(all);
        int bom = bom(all, charset);
        if (charset == StandardCharsets.UTF_8) {
            refuseBinary(all);
        }
        return new FileForm(charset, ',', null, bom, Layout.JSON, false, null, Map.of()).decode(all, bom,
                all.length - bom);
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int zeroEven = 0;
        int zeroOdd = 0;
        int looked = Math.min(head.length, 2000) / 2 * 2;
        for (int i = 0; i < looked; i += 2) {
            zeroEven += head[i] == 0 ? 1 : 0;
            zeroOdd += head[i + 1] == 0 ? 1 : 0;
        }
        if (looked >= 4 && zeroOdd > looked / 3 && zeroEven < looked / 20) {
            return StandardCharsets.UTF_16LE;
        }
        return looked >= 4 && zeroEven > looked / 3 && zeroOdd < looked / 20 ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    private static int bom(byte[] head, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            return head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf ? 3
                    : 0;
        }
        return head.length >= 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe ? 2 : 0;
    }

    /**
     * Refuses what is no text. Runs of NUL bytes alone make no file binary: disks and tools leave them between the
     * lines of a log.
     */
    private static void refuseBinary(byte[] head) throws UnreadableFileException {
        if (head.length >= 4 && head[0] == (byte) 0xd0 && head[1] == (byte) 0xcf) {
            throw new UnreadableFileException(ReadingText.OLD_EXCEL.with());
        }
        String kind = BinaryKind.of(head);
        if (kind != null) {
            throw new UnreadableFileException(
                    (BinaryKind.isPacked(kind) ? ReadingText.PACKED : ReadingText.KNOWN_BINARY).with(kind));
        }
        int controls = 0;
        int content = 0;
        for (byte b : head) {
            content += b == 0 ? 0 : 1;
            controls += b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a ? 1 : 0;
        }
        if (head.length > 0 && content == 0 || controls * CONTENT_PER_CONTROL > content) {
            throw new UnreadableFileException(ReadingText.BINARY.with());
        }
    }

    /**
     * The form of the rows below a record that is the header of another table, or of the file's own table again; null
     * where it is no such header.
     *
     * @param whole
     *            the form of the file
     * @param limit
     *            the end of the bytes that are there
     */
    @Nullable
    FileForm below(FileForm whole, byte[] bytes, int from, int to, int limit) {
        String header = decode(bytes, from, to - from);
        if (header.startsWith("\ufeff")) {
            header = header.substring(1);
        }
        for (char one : DELIMITERS) {
            String[][] cells = header.indexOf(one) < 0 ? null : CsvRows.allOrNull(header, one, 1);
            if (cells == null) {
                continue;
            }
            cells[0] = CsvRows.lineInCell(Arrays.asList(cells[0]), HeaderNames::areHeader).toArray(String[]::new);
            if (columns != null && HeaderNames.isAgain(columns, cells[0])) {
                return null;
            }
            if (whole.columns != null && HeaderNames.isAgain(whole.columns, cells[0])) {
                return whole;
            }
            if (HeaderNames.areHeader(Arrays.asList(cells[0]))) {
                return below(bytes, from, Math.min(limit, to + FIRST_ROW_BYTES));
            }
        }
        return null;
    }

    private @Nullable FileForm below(byte[] bytes, int from, int to) {
        try {
            String text = decode(bytes, from, (to - from) / unitBytes() * unitBytes());
            return table(charset, text.startsWith("\ufeff") ? text.substring(1) : text, 0, renamed);
        } catch (UnreadableFileException noHeader) {
            return null;
        }
    }

    private static FileForm table(Charset charset, String text, int bom, Map<String, String> renamed)
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
            cells.add(renamed.getOrDefault(cell.strip(), cell));
        }
        int headBytes = bom + text.substring(0, at + splitter.end).getBytes(charset).length;
        ColumnNames columns = new ColumnNames(cells).withLocalZone(zone(renamed));
        String first = text.substring(at + splitter.end);
        return new FileForm(charset, delimiter, hasJsonCells(first, delimiter) ? columns.withJsonCells() : columns,
                headBytes, Layout.TABLE, columns.hasLocalTimes(), zone(renamed), renamed);
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

    /** The JSON file's form: rows of values, records as members of one object, or records as they come. */
    private static FileForm json(Charset charset, String text, int bom, Map<String, String> renamed) {
        JsonRows rows = JsonRows.in(text);
        if (rows != null) {
            List<String> names = rows.columns().stream().map(name -> renamed.getOrDefault(name.strip(), name)).toList();
            ColumnNames columns = new ColumnNames(names).withLocalZone(zone(renamed));
            return new FileForm(charset, ',', columns, bom + text.substring(0, rows.end()).getBytes(charset).length,
                    Layout.JSON_ROWS, columns.hasLocalTimes(), zone(renamed), renamed);
        }
        return new FileForm(charset, ',', null, bom, KeyedObjects.areIn(text) ? Layout.JSON_KEYED : Layout.JSON,
                hasLocalNames(text), zone(renamed), renamed);
    }

    private static boolean hasLocalNames(String text) {
        return BRACKETED_NAME.matcher(text).results().map(found -> found.group(1))
                .anyMatch(name -> ColumnNames.isLocal(name) && ColumnNames.statedZone(name) == null);
    }

    /** Tells whether the first line is one of a system log, with a whole object in it. */
    private static boolean isLogLine(String text) {
        String line = text.substring(0, endOfLine(text, 0)).strip();
        int open = line.indexOf("{\"");
        return open > 0 && line.lastIndexOf('}') > open
                && LOG_LINE.matcher(line.substring(0, open)).matches()
                && JsonReader.maybeJson(line.substring(open, line.lastIndexOf('}') + 1));
    }

    private static @Nullable ZoneId zone(Map<String, String> renamed) {
        String zone = renamed.get(LOCAL_TIME);
        return zone == null ? null : ZoneId.of(zone);
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

    RecordSplitter splitter() {
        return switch (layout) {
        case TABLE -> new CsvSplitter(delimiter);
        case JSON_ROWS -> new JsonRowSplitter(Objects.requireNonNull(columns));
        case LINES -> new LineSplitter();
        case JSON -> new JsonSplitter(false);
        case JSON_KEYED -> new JsonSplitter(true);
        };
    }

    /** Tells whether a record is a row of a table whose cells are separated by a delimiter. */
    boolean isCsv() {
        return layout == Layout.TABLE;
    }

    private static int endOfLine(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
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

    @Override
    public String toString() {
        return description() + (isTable() ? " " + Arrays.toString(columnNames().toArray()) : "");
    }

    /** A table's column names as they are written; none for JSON. */
    public List<String> columnNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; columns != null && i < columns.size(); i++) {
            names.add(columns.original(i));
        }
        return names;
    }
}
