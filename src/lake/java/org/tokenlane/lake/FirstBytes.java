package org.tokenlane.lake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file as long as it was when it was found; what is appended meanwhile belongs to the next run. */
final class FirstBytes extends FilterInputStream {

    private long left;

    FirstBytes(InputStream in, long bytes) {
        super(in);
        left = bytes;
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
        int read = left <= 0 ? -1 : in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(Math.min(bytes, left));
        left -= skipped;
        return skipped;
    }
}
