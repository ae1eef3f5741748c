package org.tokenlane.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of about {@value #BLOCK_BYTES} bytes, each ending where a record ends. Used by one thread;
 * memory is a few blocks, or the longest record.
 */
public final class BlockReader {

    /** Large enough that records compress well together, small enough that one record is had back in a millisecond. */
    static final int BLOCK_BYTES = 1 << 20;

    private final InputStream in;
    private final FileForm form;
    /** That of the rows where the file is read; another one below a further header. */
    private FileForm current;
    private RecordSplitter splitter;
    private final List<Block.Table> tables = new ArrayList<>();
    private byte[] buffer = new byte[BLOCK_BYTES * 2];
    private int filled;
    private boolean atEnd;
    private int line = 1;
    private int blocks;
    private boolean headSkipped;
    private boolean exhausted;

    private int[] offsets = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];

    public BlockReader(InputStream in, FileForm form) {
        this.in = in;
        this.form = form;
        this.current = form;
        this.splitter = form.splitter();
    }

    /**
     * Gives the next block, or null behind the last. The bytes before the first record (a byte order mark, the header)
     * are part of the first block.
     */
    public @Nullable Block next() throws IOException {
        int wanted = BLOCK_BYTES;
        while (true) {
            fill(wanted + BLOCK_BYTES / 2);
            if (filled == 0) {
                return null;
            }
            int records = scan();
            if (atEnd && exhausted) {
                return cut(records, filled, true);
            }
            if (records > 0) {
                return cut(records, ends[records - 1], false);
            }
            wanted = filled * 2;
        }
    }

    private void fill(int wanted) throws IOException {
        if (buffer.length < wanted) {
            buffer = Arrays.copyOf(buffer, wanted);
        }
        while (!atEnd && filled < wanted) {
            int read = in.read(buffer, filled, wanted - filled);
            if (read < 0) {
                atEnd = true;
            } else {
                filled += read;
            }
        }
    }

    /** Finds the records of the next block; their ends are in {@link #ends}. */
    private int scan() {
        int unit = form.unitBytes();
        byte[] units = unit == 1 ? buffer : fold();
        int limit = filled / unit;
        int from = headSkipped ? 0 : form.headBytes() / unit;
        int records = 0;
        splitter.restore();
        exhausted = false;
        tables.clear();
        if (current != form) {
            tables.add(new Block.Table(0, false, current));
        }
        while (from * unit < BLOCK_BYTES) {
            if (!splitter.next(units, from, limit, atEnd)) {
                exhausted = true;
                break;
            }
            splitter.save();
            if (records == offsets.length) {
                offsets = Arrays.copyOf(offsets, records * 2);
                ends = Arrays.copyOf(ends, records * 2);
                lines = Arrays.copyOf(lines, records * 2);
            }
            offsets[records] = splitter.start * unit;
            ends[records] = splitter.end * unit;
            from = splitter.end;
            if (form.isCsv() && HeaderNames.mayBeHeader(units, splitter.start, splitter.end)) {
                beginTable(records);
            }
            records++;
        }
        int at = 0;
        int breaks = line;
        for (int i = 0; i < records; i++) {
            breaks += countBreaks(units, at, offsets[i] / unit);
            lines[i] = breaks;
            at = offsets[i] / unit;
        }
        return records;
    }

    /** Gives each UTF-16 unit as one byte, those above 127 as a letter. */
    private byte[] fold() {
        byte[] units = new byte[filled / 2];
        int high = form.bigEndian() ? 0 : 1;
        for (int i = 0; i < units.length; i++) {
            byte low = buffer[2 * i + 1 - high];
            units[i] = buffer[2 * i + high] == 0 && low >= 0 ? low : (byte) 'x';
        }
        return units;
    }

    private static int countBreaks(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Goes on in another form where the record is the header of another table. */
    private void beginTable(int record) {
        FileForm below = TableHead.below(current, form, buffer, offsets[record], ends[record], filled);
        if (below != null) {
            current = below;
            splitter = below.splitter();
            tables.add(new Block.Table(record, true, below));
        }
    }

    private Block cut(int records, int end, boolean isLast) {
        byte[] bytes = Arrays.copyOf(buffer, end);
        int[] lengths = new int[records];
        for (int i = 0; i < records; i++) {
            lengths[i] = ends[i] - offsets[i];
        }
        Block block = new Block(blocks++, bytes, Arrays.copyOf(offsets, records), lengths,
                Arrays.copyOf(lines, records), tables, isLast);
        int unit = form.unitBytes();
        line += countBreaks(unit == 1 ? bytes : Arrays.copyOf(fold(), end / unit), 0, end / unit);
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
        headSkipped = true;
        return block;
    }
}
