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

    private static final int MOST_NAME_LETTERS = 80;
    /** What a system log or a shipper writes in front of an object: a priority, a time, names; or a list's bracket. */
    static final Pattern LOG_LINE = Pattern
            .compile("\\[\\s*[\\d.]+\\s*,\\s*|(?:<\\d{1,3}>)?[^{}\"\\[][^{}\"]{0,300}");
    private static final Pattern COMMENTS = Pattern.compile("\\A(?:(?://|#|```)[^{\n]*\n\\s*|/\\*[^{]*?\\*/\\s*)+");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * Tells the form from a file's beginning.
     *
     * @param renamed
     *            names that the analyst gave to columns: the file's name of a column by the name that it is to have
     * @throws UnreadableFileException
     *             when the content is no text, saying what it is and what to do
     */
    public static FileForm of(byte[] head, Map<String, String> renamed) throws UnreadableFileException {
        Encoding.refuseWide(head);
        Charset charset = Encoding.of(head);
        int bom = Encoding.bom(head, charset);
        if (charset == StandardCharsets.UTF_8) {
            Encoding.refuseBinary(head);
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
        if (isLogLine(trimmed)) {
            return new FileForm(charset, ',', null, bom, Layout.LINES, hasLocalNames(text), zone(renamed), renamed);
        }
        if (trimmed.startsWith("<")) {
            throw new UnreadableFileException(ReadingText.MARKUP.with());
        }
        if (trimmed.startsWith("\"{\"\"")) {
            // the column of AuditData alone, without its name
            return new FileForm(charset, ',', new ColumnNames(List.of("AuditData")), bom, Layout.TABLE, false,
                    zone(renamed), renamed);
        }
        if (isJson(COMMENTS.matcher(trimmed).replaceFirst(""))) {
            return json(charset, text, bom, renamed);
        }
        ListedText.refuse(trimmed);
        return TableHead.of(charset, text, bom, renamed);
    }

    private static boolean isJson(String text) {
        return text.startsWith("{") || text.startsWith("[") || text.startsWith("\"{") || text.startsWith("\"\\\"");
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
        if (length > 5 && bytes[offset] != 0 && bytes[offset + 1] == 0 && bytes[offset + 3] == 0
                && bytes[offset + 5] == 0) {
            // PowerShell appends in this encoding to a file of another
            String wide = new String(bytes, offset, length / 2 * 2, StandardCharsets.UTF_16LE);
            return length % 2 == 0 ? wide : wide + (char) bytes[offset + length - 1];
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
        Charset charset = Encoding.of(all);
        int bom = Encoding.bom(all, charset);
        if (charset == StandardCharsets.UTF_8) {
            Encoding.refuseBinary(all);
        }
        return new FileForm(charset, ',', null, bom, Layout.JSON, false, null, Map.of()).decode(all, bom,
                all.length - bom);
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

    /**
     * Tells whether a field's name ends in brackets that mean local time, and says no zone. Looks for brackets before a
     * closing quote and a colon, as there are far fewer of those than of names.
     */
    private static boolean hasLocalNames(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == ']' || c == ')') && endsName(text, i + 1)) {
                int from = text.lastIndexOf('"', i) + 1;
                String name = i - from > MOST_NAME_LETTERS ? "" : text.substring(from, i + 1);
                if (name.indexOf('\n') < 0 && ColumnNames.isLocal(name) && ColumnNames.statedZone(name) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tells whether a quote and a colon follow, with nothing but white space among them. */
    private static boolean endsName(String text, int from) {
        int quote = behindBlank(text, from);
        if (quote == text.length() || text.charAt(quote) != '"') {
            return false;
        }
        int colon = behindBlank(text, quote + 1);
        return colon < text.length() && text.charAt(colon) == ':';
    }

    private static int behindBlank(String text, int from) {
        int i = from;
        while (i < text.length() && " \t\n\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Tells whether the first line is one of a system log, with a whole object in it. */
    private static boolean isLogLine(String text) {
        String line = text.substring(0, TableHead.endOfLine(text, 0)).strip();
        int open = line.indexOf("{\"");
        return open > 0 && line.lastIndexOf('}') > open
                && LOG_LINE.matcher(line.substring(0, open)).matches()
                && JsonReader.maybeJson(line.substring(open, line.lastIndexOf('}') + 1));
    }

    static @Nullable ZoneId zone(Map<String, String> renamed) {
        String zone = renamed.get(LOCAL_TIME);
        return zone == null ? null : ZoneId.of(zone);
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
