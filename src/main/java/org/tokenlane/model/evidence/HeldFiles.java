package org.tokenlane.model.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that this program has open and locked: cases, and the notes beside them. Where locks belong to a process,
 * as on Linux, to open such a file once more and close it would give up the lock on it. So whatever reads a file that
 * somebody named reads it through this class, which knows those files by whatever name or link.
 */
public final class HeldFiles {

    /** By what tells a file from all others. */
    private static final Map<Object, Holder> HELD = new ConcurrentHashMap<>();

    /** Who has a file open. */
    public interface Holder {

        /** False where it was closed and nobody said so. */
        boolean holds();
    }

    private HeldFiles() {
    }

    /** Notes that a file, which exists, is open from now on. */
    public static void hold(Path file, Holder holder) {
        Object key = key(file);
        if (key != null) {
            HELD.put(key, holder);
        }
    }

    /** Notes that what this holder had open is closed. */
    public static void release(Holder holder) {
        HELD.values().removeIf(holder::equals);
    }

    /** Who has a file open; null where nobody has in this program. */
    public static @Nullable Holder holder(Path file) {
        Object key = key(file);
        Holder holder = key == null ? null : HELD.get(key);
        return holder != null && holder.holds() ? holder : null;
    }

    /** Tells whether the file must not be opened. */
    public static boolean isHeld(Path file) {
        return holder(file) != null;
    }

    /**
     * To be called before a file is opened or replaced.
     *
     * @throws HeldFileException
     *             where this program has it open
     */
    public static void refuse(Path file) throws HeldFileException {
        if (isHeld(file)) {
            throw new HeldFileException(file);
        }
    }

    /** Opens a file to read it. */
    public static InputStream open(Path file) throws IOException {
        refuse(file);
        return Files.newInputStream(file);
    }

    /** All of a file. */
    public static byte[] bytes(Path file) throws IOException {
        refuse(file);
        return Files.readAllBytes(file);
    }

    /** All of a file in UTF-8. */
    public static String text(Path file) throws IOException {
        refuse(file);
        return Files.readString(file);
    }

    /** What the file system tells it by, else its name; null where there is no such file. */
    private static @Nullable Object key(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file.toRealPath() : key;
        } catch (IOException noSuchFile) {
            return null;
        }
    }
}
