package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tokenlane.model.text.Text;

/** Reads the records of blocks into values. It holds no state and can be used from several threads. */
public final class RecordReader {

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
        if (form.isTable()) {
            rows(block, visitor);
            return;
        }
        for (int i = 0; i < block.size(); i++) {
            Value value;
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

    private static Value object(Value value) throws DamagedRecordException {
        if (!value.isObject()) {
            throw new DamagedRecordException(ReadingText.OBJECT_EXPECTED.with());
        }
        return value;
    }

    private void rows(Block block, Visitor visitor) {
        if (block.size() == 0) {
            return;
        }
        int last = block.size() - 1;
        int from = block.offsets()[0];
        String text = form.decode(block.bytes(), from, block.offsets()[last] + block.lengths()[last] - from);
        String[][] all = CsvRows.allOrNull(text, form.delimiter(), block.size());
        for (int i = 0; i < block.size(); i++) {
            String[] cells = all == null ? one(block, i) : all[i];
            if (cells == null) {
                visitor.damaged(i, ReadingText.NOT_A_ROW.with());
            } else if (cells.length == 1 && form.columns().size() > 1) {
                visitor.damaged(i, ReadingText.ONE_CELL.with(form.columns().size()));
            } else if (isHeaderAgain(cells)) {
                visitor.damaged(i, ReadingText.HEADER_AGAIN.with());
            } else {
                visitor.record(i, Value.row(form.columns(), cells));
            }
        }
    }

    private String[] one(Block block, int number) {
        String row = form.decode(block.bytes(), block.offsets()[number], block.lengths()[number]);
        String[][] cells = CsvRows.allOrNull(row, form.delimiter(), 1);
        return cells == null ? null : cells[0];
    }

    private boolean isHeaderAgain(String[] cells) {
        if (cells.length != form.columns().size()) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(form.columns().original(i))) {
                return false;
            }
        }
        return true;
    }
}
