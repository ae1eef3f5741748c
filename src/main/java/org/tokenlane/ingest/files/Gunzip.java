package org.tokenlane.ingest.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks GZIP (RFC 1952): members one behind the other, then whatever follows the last of them, on a line of its own.
 */
final class Gunzip extends Unpacked {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private enum Part {
        HEADER,
        BODY,
        BEHIND,
        END
    }

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long packed;
    private Part part = Part.HEADER;
    private byte last = '\n';

    Gunzip(InputStream in) {
        this.in = in;
    }

    @Override
    protected long packed() {
        return packed;
    }

    @Override
    protected int unpack(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            switch (part) {
            case HEADER -> header();
            case BODY -> {
                int read = inflate(bytes, offset, length);
                if (read > 0) {
                    last = bytes[offset + read - 1];
                    return read;
                }
            }
            case BEHIND -> {
                add(Flaw.TRAILING_BYTES);
                if (last != '\n') {
                    last = '\n';
                    bytes[offset] = '\n';
                    return 1;
                }
                if (position == limit && !fill()) {
                    part = Part.END;
                    return -1;
                }
                int read = Math.min(length, limit - position);
                System.arraycopy(buffer, position, bytes, offset, read);
                position += read;
                return read;
            }
            case END -> {
                return -1;
            }
            }
        }
    }

    private void header() throws IOException {
        next();
        next();
        int method = next();
        int flags = next();
        if (method != 8) {
            throw new ZipException();
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        part = Part.BODY;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            if (position == limit && !fill()) {
                throw new EOFException();
            }
            inflater.setInput(buffer, position, limit - position);
            position = limit;
        }
        int read;
        try {
            read = inflater.inflate(bytes, offset, length);
        } catch (DataFormatException damaged) {
            throw new ZipException();
        }
        checksum.update(bytes, offset, read);
        if (inflater.finished() && read == 0) {
            position = limit - inflater.getRemaining();
            endOfMember();
        } else if (inflater.needsDictionary()) {
            throw new ZipException();
        }
        return read;
    }

    private void endOfMember() throws IOException {
        long expected = 0;
        for (int i = 0; i < TRAILER; i++) {
            long b = next();
            expected |= i < 4 ? b << 8 * i : 0;
        }
        if (expected != checksum.getValue()) {
            throw new WrongChecksumException();
        }
        if (position == limit && !fill()) {
            part = Part.END;
        } else if (limit - position < 2) {
            byte first = buffer[position];
            int more = in.read(buffer, 1, buffer.length - 1);
            buffer[0] = first;
            position = 0;
            limit = 1 + Math.max(more, 0);
            packed += Math.max(more, 0);
            part = startsMember() ? Part.HEADER : Part.BEHIND;
        } else {
            part = startsMember() ? Part.HEADER : Part.BEHIND;
        }
    }

    private boolean startsMember() {
        return limit - position >= 2 && buffer[position] == 0x1f && buffer[position + 1] == (byte) 0x8b;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        position = 0;
        limit = Math.max(read, 0);
        packed += limit;
        return read > 0;
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException();
        }
        return buffer[position++] & 0xff;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int b = next();
        while (b != 0) {
            b = next();
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
