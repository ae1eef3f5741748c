package org.tokenlane.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.tokenlane.ingest.tables.SeekableFile;
import org.tokenlane.model.evidence.Sha256;

/**
 * The first and the last bytes of what was read of a file. A log that is written by appending keeps them; whether
 * anything between them was changed is not looked at.
 */
final class FileEdges {

    static final int EDGE_BYTES = 1 << 16;

    private FileEdges() {
    }

    /** The hash of the edges of a file's first bytes. */
    static String of(SeekableFile file, long bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(file.read(0, (int) Math.min(EDGE_BYTES, bytes)));
        long last = Math.max(0, bytes - EDGE_BYTES);
        digest.update(file.read(last, (int) (bytes - last)));
        return Sha256.hex(digest);
    }

    /** Where the line begins that is not complete in a file's first bytes: at their end, where the last one is. */
    static long startOfOpenLine(SeekableFile file, long bytes) throws IOException {
        long to = bytes;
        while (to > 0) {
            long from = Math.max(0, to - EDGE_BYTES);
            ByteBuffer read = file.read(from, (int) (to - from));
            for (int i = (int) (to - from) - 1; i >= 0; i--) {
                if (read.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }
}
