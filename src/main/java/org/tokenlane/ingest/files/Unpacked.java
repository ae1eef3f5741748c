package org.tokenlane.ingest.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * The content of an archive or of one of its members, as far as it can be unpacked. Where the archive breaks off or is
 * damaged, what was read before is given and the flaw is kept; only where nothing at all can be read it fails. Content
 * that expands beyond all measure ends with {@link TooLargeException}.
 */
public abstract class Unpacked extends InputStream {

    /** Below this size nothing is too large, however well it was packed. */
    private static final long ALWAYS_ALLOWED = 256L << 20;
    /** Logs shrink 5 to 50 times. */
    private static final int MOST_EXPANSION = 200;

    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private long given;

    /** What was found wrong so far; complete at the end of the content. */
    public final Set<Flaw> flaws() {
        return flaws;
    }

    /** Unpacks the next bytes; -1 at the end. */
    protected abstract int unpack(byte[] bytes, int offset, int length) throws IOException;

    /** How many packed bytes were read so far. */
    protected abstract long packed();

    protected final void add(Flaw flaw) {
        flaws.add(flaw);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read;
        try {
            read = unpack(bytes, offset, length);
        } catch (EOFException early) {
            read = ended(Flaw.TRUNCATED, early);
        } catch (ZipException damaged) {
            read = ended(Flaw.DAMAGED, damaged);
        }
        given += Math.max(read, 0);
        if (given > ALWAYS_ALLOWED && given / MOST_EXPANSION > packed()) {
            throw new TooLargeException();
        }
        return read;
    }

    private int ended(Flaw flaw, IOException failure) throws IOException {
        if (given == 0) {
            throw failure;
        }
        flaws.add(flaw);
        return -1;
    }
}
