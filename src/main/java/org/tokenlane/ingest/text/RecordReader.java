package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Reads the records of blocks into values. It holds no state and can be used from several threads. */
public final class RecordReader {

    private static final Pattern RULE = Pattern.compile("[-=+: ]*");

    private final FileForm form;

    public RecordReader(FileForm form) {
        this.form = form;
    }

    /** Takes each record of a block, or the reason why it cannot be read. */
    public interface Visitor {

        void record(int number, Value row);

        void damaged(int number, Text reason);
    }

    /** Hands over every record of the block in its order, each exactly once. */
    public void read(Block block, Visitor visitor) {
        if (form.isCsv()) {
            rows(block, visitor);
            return;
        }
        for (int i = 0; i < block.size(); i++) {
            Value value;
            if (isNul(block, i)) {
                visitor.damaged(i, ReadingText.NUL_BYTES.with());
                continue;
            }
            try {
                value = form.layout() == FileForm.Layout.LINES ? line(block, i) : json(block, i);
            } catch (DamagedRecordException damaged) {
                visitor.damaged(i, damaged.reason());
                continue;
            }
            visitor.record(i, value);
        }
    }

    private Value json(Block block, int number) throws DamagedRecordException {
        try {
            return exactly(block, number);
        } catch (DamagedRecordException perhapsNearlyJson) {
            Value loose = LooseJson.readOrMissing(
                    form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]));
            if (loose.isMissing()) {
                throw perhapsNearlyJson;
            }
            return object(loose);
        }
    }

    private Value exactly(Block block, int number) throws DamagedRecordException {
        int offset = block.offsets()[number];
        int length = block.lengths()[number];
        if (form.unitBytes() == 1) {
            try {
                return object(JsonReader.read(block.bytes(), offset, length));
            } catch (DamagedRecordException perhapsOfAnotherEncoding) {
                String text = form.decode(block.bytes(), offset, length);
                if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(block.bytes(), offset, offset + length))) {
                    throw perhapsOfAnotherEncoding;
                }
                return object(JsonReader.read(text));
            }
        }
        return object(JsonReader.read(form.decode(block.bytes(), offset, length)));
    }

    /** A line of text with an object in it, behind what a system log puts in front of each line. */
    private Value line(Block block, int number) throws DamagedRecordException {
        String text = form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]);
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (start < 0 || end < start) {
            throw new DamagedRecordException(ReadingText.OBJECT_EXPECTED.with());
        }
        return object(JsonReader.readNearly(text.substring(start, end + 1)));
    }

    private static boolean isNul(Block block, int number) {
        return block.lengths()[number] > 0 && block.bytes()[block.offsets()[number]] == 0
                && block.bytes()[block.offsets()[number] + block.lengths()[number] - 1] == 0;
    }

    private Value object(Value written) throws DamagedRecordException {
        Value value = written.opened();
        if (value.isArray() && form.layout() == FileForm.Layout.JSON_ROWS && form.columns() != null) {
            return Value.row(form.columns(), value.items());
        }
        if (!(value instanceof ObjectValue object)) {
            throw new DamagedRecordException(ReadingText.OBJECT_EXPECTED.with());
        }
        return TypedValues.plain(object).withLocalTimes(form.localZone()).unflattened();
    }

    /** The rows of the block, those below each header with its columns. */
    private void rows(Block block, Visitor visitor) {
        int next = 0;
        FileForm of = form;
        for (Block.Table table : block.tables()) {
            rows(block, next, table.first(), of, visitor);
            next = table.first();
            of = table.form();
            if (table.beginsHere()) {
                visitor.damaged(next++, of.columns() == form.columns() ? ReadingText.HEADER_AGAIN.with()
                        : ReadingText.OTHER_HEADER.with());
            }
        }
        rows(block, next, block.size(), of, visitor);
    }

    private static void rows(Block block, int first, int end, FileForm form, Visitor visitor) {
        if (first >= end) {
            return;
        }
        int from = block.offsets()[first];
        int to = block.offsets()[end - 1] + block.lengths()[end - 1];
        ColumnNames columns = Objects.requireNonNull(form.columns());
        boolean asBytes = CsvCells.canRead(form, block.bytes(), from, to);
        CsvCells cells = new CsvCells(columns, form.delimiter());
        String[][] all = asBytes || form.unitBytes() == 1 && hasNul(block.bytes(), from, to) ? null
                : CsvRows.allOrNull(form.decode(block.bytes(), from, to - from), form.delimiter(), end - first);
        for (int i = first; i < end; i++) {
            int start = block.offsets()[i];
            Value row = asBytes ? cells.row(block.bytes(), start, start + block.lengths()[i]) : Value.MISSING;
            if (!row.isMissing() && isRule(row)) {
                visitor.damaged(i, ReadingText.NOT_A_ROW.with());
            } else if (row.isMissing()) {
                row(block, i, all == null ? one(form, block, i) : all[i - first], form, visitor);
            } else {
                visitor.record(i, row);
            }
        }
    }

    private static void row(Block block, int number, String @Nullable [] found, FileForm form, Visitor visitor) {
        ColumnNames columns = Objects.requireNonNull(form.columns());
        String[] cells = found == null ? null : CsvRows.lineInCell(found, columns.size());
        if (isNul(block, number)) {
            visitor.damaged(number, ReadingText.NUL_BYTES.with());
        } else if (isJson(block, number)) {
            visitor.damaged(number, ReadingText.JSON_IN_TABLE.with());
        } else if (cells == null) {
            visitor.damaged(number, ReadingText.NOT_A_ROW.with());
        } else if (cells.length == 1 && columns.size() > 1) {
            visitor.damaged(number, ReadingText.ONE_CELL.with(columns.size()));
        } else if (HeaderNames.isAgain(columns, cells)) {
            visitor.damaged(number, ReadingText.HEADER_AGAIN.with());
        } else {
            String[] whole = cells.length > columns.size() ? whole(form, block, number, cells) : cells;
            Value row = Value.row(columns, whole);
            if (isRule(row)) {
                visitor.damaged(number, ReadingText.NOT_A_ROW.with());
            } else if (hasMoreCells(whole, columns.size()) && !isQuoted(block, number)) {
                visitor.damaged(number, ReadingText.MORE_CELLS.with(whole.length, columns.size()));
            } else if (whole.length < columns.size() && endsEarly(form, block, number, columns.size())) {
                visitor.damaged(number, ReadingText.ROW_ENDS_EARLY.with(whole.length, columns.size()));
            } else {
                visitor.record(number, row);
            }
        }
    }

    /** Tells whether a row has values behind its last column: then a delimiter may stand in one, and others are shifted. */
    private static boolean hasMoreCells(String[] cells, int columns) {
        for (int i = columns; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a row's writer puts values in quotation marks: then a delimiter in a value shifts no others. */
    private static boolean isQuoted(Block block, int number) {
        int from = block.offsets()[number];
        for (int i = from; i < from + block.lengths()[number]; i++) {
            if (block.bytes()[i] == '"') {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a row with too few cells is the end of a file that was cut off: the row before it has all. */
    private static boolean endsEarly(FileForm form, Block block, int number, int columns) {
        if (!block.isLast() || number == 0 || number != block.size() - 1
                || block.offsets()[number] + block.lengths()[number] != block.bytes().length) {
            return false;
        }
        String[] before = one(form, block, number - 1);
        return before != null && before.length >= columns;
    }

    static boolean hasNul(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the cells are but the line that tables of text have below their header. */
    private static boolean isRule(Value row) {
        if (!(row instanceof ObjectValue cells)) {
            return false;
        }
        boolean seen = false;
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.value(i) instanceof JsonText ? "{" : cells.value(i).text();
            if (text != null && !text.isBlank()) {
                if (!RULE.matcher(text).matches() || !seen && !text.contains("--")) {
                    return false;
                }
                seen = true;
            }
        }
        return seen;
    }

    private static boolean isJson(Block block, int number) {
        int at = block.offsets()[number];
        byte[] bytes = block.bytes();
        return block.lengths()[number] > 2 && (bytes[at] == '{' && bytes[at + 1] == '"'
                || bytes[at] == '[' && bytes[at + 1] == '{' && bytes[at + 2] == '"');
    }

    /** A row with more cells than columns, whose last may be JSON that was written without quotation marks. */
    private static String[] whole(FileForm form, Block block, int number, String[] cells) {
        String text = form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]);
        String[] joined = unquotedJson(form, text);
        return joined == null ? spaced(form, text, cells) : joined;
    }

    /**
     * The cells of a row with blanks behind its delimiters, also in front of quotation marks, or with a backslash in front
     * of those delimiters that stand in a value; else the same cells.
     */
    static String[] spaced(FileForm form, String row, String[] cells) {
        String delimiter = String.valueOf(form.delimiter());
        int columns = Objects.requireNonNull(form.columns()).size();
        String close = row.replaceAll(Pattern.quote(delimiter) + " +\"", Matcher.quoteReplacement(delimiter + '"'));
        String[][] found = close.equals(row) ? null : CsvRows.allOrNull(close, form.delimiter(), 1);
        if (found != null && found[0].length < cells.length) {
            return found[0];
        }
        if (!row.contains('\\' + delimiter)) {
            return cells;
        }
        found = CsvRows.allOrNull(row.replace('\\' + delimiter, "\0"), form.delimiter(), 1);
        if (found == null || found[0].length != columns) {
            return cells;
        }
        for (int i = 0; i < columns; i++) {
            found[0][i] = found[0][i].replace("\0", delimiter);
        }
        return found[0];
    }

    private static String @Nullable [] one(FileForm form, Block block, int number) {
        String row = form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]);
        String[][] cells = CsvRows.allOrNull(row, form.delimiter(), 1);
        if (cells == null && row.contains("\\\"")) {
            // some tools write a backslash in front of a quotation mark in place of a second one
            cells = CsvRows.allOrNull(row.replace("\\\"", "\"\""), form.delimiter(), 1);
        }
        return cells == null ? unquotedJson(form, row) : cells[0];
    }

    /** The cells of a row of which one is JSON without quotation marks around it, or null. */
    static String @Nullable [] unquotedJson(FileForm form, String row) {
        int columns = Objects.requireNonNull(form.columns()).size();
        String text = row.strip();
        int json = text.indexOf(form.delimiter() + "{\"") + 1;
        if (json == 0) {
            json = text.indexOf(form.delimiter() + "'{\"") + 1;
        }
        int from = text.indexOf('{', json);
        int end = json == 0 ? -1 : JsonText.endOfValue(text, from);
        if (end < 0) {
            return null;
        }
        int behind = end < text.length() && text.charAt(end) == '\'' && from > json ? end + 1 : end;
        if (behind < text.length() && text.charAt(behind) != form.delimiter()) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        if (!cells(form, text.substring(0, json - 1), cells)) {
            return null;
        }
        cells.add(text.substring(from, end));
        return behind < text.length() && !cells(form, text.substring(behind + 1), cells) || cells.size() != columns
                ? null
                : cells.toArray(String[]::new);
    }

    private static boolean cells(FileForm form, String part, List<String> cells) {
        if (part.isEmpty()) {
            return cells.add("");
        }
        String[][] parts = CsvRows.allOrNull(part, form.delimiter(), 1);
        return parts != null && cells.addAll(Arrays.asList(parts[0]));
    }
}
