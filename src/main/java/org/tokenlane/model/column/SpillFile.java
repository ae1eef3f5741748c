package org.tokenlane.model.column;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Temporary files for what would fill the heap. They are mapped into memory, so that the operating system keeps them there
 * or on disk as it sees fit, and are gone when nothing uses them any more.
 */
public final class SpillFile {

    private static final Logger LOG = System.getLogger(SpillFile.class.getName());

    private SpillFile() {
    }

    /**
     * A new file that is deleted when it is closed and, where it is mapped, not used any more.
     *
     * @param bytes
     *            how large it is going to be
     * @return null where no file can be made, or the disk has too little room: what is written into a mapped file must
     *         find its place, as there is no error to be caught later
     */
    public static @Nullable FileChannel open(long bytes) {
        Path path = null;
        try {
            path = Files.createTempFile("tokenlane", ".tmp");
            if (Files.getFileStore(path).getUsableSpace() / 2 >= bytes) {
                return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
        } catch (IOException noFile) {
            LOG.log(Level.WARNING, "no temporary file", noFile);
        }
        remove(path);
        return null;
    }

    private static void remove(@Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException leftBehind) {
            LOG.log(Level.WARNING, "temporary file left behind", leftBehind);
        }
    }

    /** So many zero bytes in a file; in the heap where no file can be had. */
    static ByteBuffer zeros(int bytes) {
        try (FileChannel file = open(bytes)) {
            if (file != null) {
                return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes).order(ByteOrder.nativeOrder());
            }
        } catch (IOException noMapping) {
            LOG.log(Level.WARNING, "no temporary file", noMapping);
        }
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }
}
