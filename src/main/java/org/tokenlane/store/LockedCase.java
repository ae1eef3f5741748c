package org.tokenlane.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * A closed case that is written again and then replaced. No program opens it until that is done. The file must not be
 * opened and closed otherwise meanwhile: where locks are a process's, as on Linux, that would give up the lock.
 */
final class LockedCase implements AutoCloseable, HeldFiles.Holder {

    private static final int PIECE = 1 << 20;

    private final Path file;
    private final @Nullable Object identity;
    private final FileChannel channel;

    private LockedCase(Path file, @Nullable Object identity, FileChannel channel) {
        this.file = file;
        this.identity = identity;
        this.channel = channel;
    }

    /**
     * Locks a case.
     *
     * @param expected
     *            the {@link #identity} of the file that is meant
     * @throws CaseFileException
     *             where it is open somewhere, or was replaced meanwhile
     */
    static LockedCase of(Path file, @Nullable Object expected) throws IOException {
        if (HeldFiles.isHeld(file)) {
            throw CaseConnection.inUse(file, null);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            // until the channel is closed
            FileLock lock = channel.tryLock();
            if (lock == null || !Objects.equals(expected, identity(file))) {
                throw CaseConnection.inUse(file, null);
            }
            LockedCase locked = new LockedCase(file, expected, channel);
            HeldFiles.hold(file, locked);
            return locked;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw CaseConnection.inUse(file, e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What tells the file at this path from one that takes its place; null where the file system has no such thing. */
    static @Nullable Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException unknown) {
            return null;
        }
    }

    /** The key of the case with this password; null where there is none. */
    @Nullable
    CaseKey key(char @Nullable [] password) throws IOException {
        return CaseKey.of(file, channel, password);
    }

    /** Writes the bytes of the file into another, which exists. */
    void copyTo(Path other) throws IOException {
        copyTo(other, null, null);
    }

    /** Writes what is in the case into another file, which is encrypted with another key. */
    void copyTo(Path other, @Nullable CaseKey before, @Nullable CaseKey after) throws IOException {
        try (FileChannel to = FileChannel.open(other, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileChannel plainFrom = before == null ? channel : before.plain(channel);
            FileChannel plainTo = after == null ? to : after.plain(to);
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long size = plainFrom.size();
            for (long at = 0; at < size; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, size - at));
                while (piece.hasRemaining() && plainFrom.read(piece, at + piece.position()) > 0) {
                    // until the piece is full
                }
                if (piece.hasRemaining()) {
                    throw new IOException("cut short"); // not for people
                }
                piece.flip();
                while (piece.hasRemaining()) {
                    plainTo.write(piece, at + piece.position());
                }
            }
            to.force(true);
        }
    }

    /** Lets a complete file take the case's place; no program opens either in between. */
    void replaceBy(Path complete) throws IOException {
        try {
            OwnerOnly.replace(complete, file);
        } catch (FileSystemException open) {
            if (identity != null) {
                throw open;
            }
            // Windows does not replace a file that anybody has open: then it is closed, and whoever opens it now is in
            // the way of the replacement, which fails
            close();
            OwnerOnly.replace(complete, file);
        }
        OwnerOnly.sync(file);
    }

    @Override
    public boolean holds() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HeldFiles.release(this);
    }
}
