package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Reads the records of blocks into values. It holds no state and can be used from several threads. */
public final class RecordReader {

    /** A header that is repeated may have some other names: those that the analyst gave to columns are not in it. */
    private static final int MOST_OTHER_CELLS = 40;
    private static final String IN_FRONT_OF_NAMES = "\ufeff\u200b\" \t";

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
                value = json(block, i);
            } catch (DamagedRecordException damaged) {
                visitor.damaged(i, damaged.reason());
                continue;
            }
            visitor.record(i, value);
        }
    }

    private Value json(Block block, int number) throws DamagedRecordException {
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
        return object.unflattened();
    }

    private void rows(Block block, Visitor visitor) {
        if (block.size() == 0) {
            return;
        }
        ColumnNames columns = Objects.requireNonNull(form.columns());
        int last = block.size() - 1;
        int from = block.offsets()[0];
        String text = form.decode(block.bytes(), from, block.offsets()[last] + block.lengths()[last] - from);
        String[][] all = CsvRows.allOrNull(text, form.delimiter(), block.size());
        for (int i = 0; i < block.size(); i++) {
            String[] cells = all == null ? one(block, i) : all[i];
            if (isNul(block, i)) {
                visitor.damaged(i, ReadingText.NUL_BYTES.with());
            } else if (cells == null) {
                visitor.damaged(i, ReadingText.NOT_A_ROW.with());
            } else if (cells.length == 1 && columns.size() > 1) {
                visitor.damaged(i, ReadingText.ONE_CELL.with(columns.size()));
            } else if (isHeaderAgain(columns, cells)) {
                visitor.damaged(i, ReadingText.HEADER_AGAIN.with());
            } else {
                visitor.record(i, Value.row(columns, cells));
            }
        }
    }

    private String @Nullable [] one(Block block, int number) {
        String row = form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]);
        String[][] cells = CsvRows.allOrNull(row, form.delimiter(), 1);
        return cells == null ? null : cells[0];
    }

    /** A header once more, as it stands where tables were joined: in any case, with a byte order mark or without. */
    private boolean isHeaderAgain(ColumnNames names, String[] cells) {
        int columns = names.size();
        int others = columns * MOST_OTHER_CELLS / 100;
        for (int i = 0; i < columns; i++) {
            if (i >= cells.length || !isNamed(cells[i], names.original(i))) {
                others--;
                if (others < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNamed(String cell, String name) {
        return cell.equals(name) || !cell.isEmpty() && bare(cell).equalsIgnoreCase(bare(name));
    }

    private static String bare(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && IN_FRONT_OF_NAMES.indexOf(cell.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && IN_FRONT_OF_NAMES.indexOf(cell.charAt(end - 1)) >= 0) {
            end--;
        }
        return cell.substring(start, end);
    }
}
