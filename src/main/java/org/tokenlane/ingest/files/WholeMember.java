package org.tokenlane.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The content of an archive's member, of which the end is only reached where it is what was packed: the JDK does not
 * look at the archive's checksum.
 */
final class WholeMember extends CheckedInputStream {

    private final long checksum;

    WholeMember(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        checksum = entry.getCrc();
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(super.read(bytes, offset, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && checksum != -1 && getChecksum().getValue() != checksum) {
            throw new ZipException("checksum" // not for people
            );
        }
        return read;
    }
}
