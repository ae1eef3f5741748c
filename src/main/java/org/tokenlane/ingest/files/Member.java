package org.tokenlane.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/** A member of an archive, of which the checksum is looked at too, where the archive tells it: the JDK does not. */
final class Member extends Unpacked {

    private final InputStream in;
    private final AutoCloseable archive;
    private final long checksum;
    private final LongSupplier packed;
    private final CRC32 read = new CRC32();

    /**
     * @param checksum
     *            of the whole content, or -1
     * @param packed
     *            how many packed bytes were read, or are to be read for the whole
     */
    Member(InputStream in, AutoCloseable archive, long checksum, LongSupplier packed) {
        this.in = in;
        this.archive = archive;
        this.checksum = checksum;
        this.packed = packed;
    }

    @Override
    protected long packed() {
        return packed.getAsLong();
    }

    @Override
    protected int unpack(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            read.update(bytes, offset, count);
        } else if (count < 0) {
            if (checksum != -1 && checksum != read.getValue()) {
                throw new WrongChecksumException();
            }
            if (in instanceof Unpacked outer) {
                outer.flaws().forEach(this::add);
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            in.close();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
