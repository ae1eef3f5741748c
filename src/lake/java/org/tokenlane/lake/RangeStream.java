package org.tokenlane.lake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a file of lines that begins with the first line at or behind a place and ends before the first one at or
 * behind another. A line counts where it begins with a brace, so that a line break inside of a record does not part it.
 */
final class RangeStream extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private final byte[] buffer = new byte[BUFFER];
    private final long to;
    private long position;
    private long start;
    private int at;
    private int filled;
    private boolean lastWasBreak;
    private boolean ended;

    /**
     * @param in
     *            the file from the byte before {@code from} on, or from there where it is the first part
     * @param isFirst
     *            whether a line begins there
     */
    RangeStream(InputStream in, long from, long to, boolean isFirst) throws IOException {
        super(in);
        this.to = to;
        position = isFirst ? from : from - 1;
        if (isFirst) {
            lastWasBreak = true;
        } else {
            skipToLine();
        }
        start = position;
    }

    /** Where the part begins in the file. */
    long start() {
        return start;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer, 0, BUFFER));
        return filled > 0;
    }

    private void skipToLine() throws IOException {
        while (at < filled || fill()) {
            byte b = buffer[at];
            if (lastWasBreak && b == '{') {
                return;
            }
            lastWasBreak = b == '\n';
            at++;
            position++;
        }
        ended = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended || at == filled && !fill()) {
            return -1;
        }
        int end = Math.min(filled, at + length);
        // as long as the end is far away, nothing has to be looked at
        int checked = (int) Math.min(end, Math.max(at, at + to - position - 1));
        if (checked > at) {
            lastWasBreak = buffer[checked - 1] == '\n';
        }
        int next = checked;
        while (next < end) {
            byte b = buffer[next];
            if (lastWasBreak && b == '{' && position + next - at >= to) {
                ended = true;
                break;
            }
            lastWasBreak = b == '\n';
            next++;
        }
        int count = next - at;
        if (count == 0) {
            return -1;
        }
        System.arraycopy(buffer, at, target, offset, count);
        at = next;
        position += count;
        return count;
    }
}
