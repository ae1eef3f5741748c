package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Changes, sets or removes the password of a closed case. The case is written again beside itself, entered in the
 * audit trail there, and takes its own place when it is complete; until then it stays as it is.
 */
public final class CasePassword {

    private static final int PIECE = 1 << 20;

    private CasePassword() {
    }

    /**
     * Gives a case another password.
     *
     * @param before
     *            null where it has none
     * @param after
     *            null removes the password
     * @throws CaseFileException
     *             when the password is to be removed and there is none; nothing is written then
     */
    public static void change(Path named, char @Nullable [] before, char @Nullable [] after, String who) {
        Path file = real(CaseFile.named(named));
        if (after == null && Files.isRegularFile(file) && !CaseFile.isEncrypted(file)) {
            throw new CaseFileException(StoreText.NO_PASSWORD.with());
        }
        try (CaseFile checked = CaseFile.open(file, before)) {
            if (checked.isReadOnly()) {
                throw new CaseFileException(StoreText.READ_ONLY.with(file));
            }
        }
        try {
            Path other = OwnerOnly.temporary(file, TlcasePath.SUFFIX);
            try {
                try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = from.tryLock()) {
                    if (lock == null) {
                        throw new CaseFileException(StoreText.IN_USE.with(file));
                    }
                    copy(from, before, other, after);
                    try (CaseFile changed = CaseFile.open(other, after)) {
                        changed.audit(who, AuditNote.of(kind(before, after), file.getFileName().toString()));
                    }
                }
                OwnerOnly.replace(other, file);
            } finally {
                Files.deleteIfExists(other);
            }
        } catch (OverlappingFileLockException e) {
            throw new CaseFileException(StoreText.IN_USE.with(file), e);
        } catch (IOException e) {
            throw new CaseFileException(StoreText.PASSWORD_FAILED.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    /** The file itself where this is a link to it: the link is to lead to the case that is written again. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw new CaseFileException(StoreText.PASSWORD_FAILED.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    /** The copies of this case that updates kept beside it, and that are not encrypted. */
    public static List<Path> plainCopies(Path named) {
        Path file = real(CaseFile.named(named)).toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(other -> CaseMigration.isKeptOf(file, other)).filter(Files::isRegularFile)
                    .filter(other -> !CaseFile.isEncrypted(other)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CaseFileException(StoreText.COPIES_UNKNOWN.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static AuditKind kind(char @Nullable [] before, char @Nullable [] after) {
        return after == null ? AuditKind.PASSWORD_REMOVED
                : before == null ? AuditKind.PASSWORD_SET : AuditKind.PASSWORD_CHANGED;
    }

    private static void copy(FileChannel from, char @Nullable [] before, Path other, char @Nullable [] after)
            throws IOException {
        try (FileChannel to = FileChannel.open(other, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileChannel plainFrom = plain(from, before);
            FileChannel plainTo = plain(to, after);
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

    /** The channel itself, or one that sees what is encrypted in it. */
    private static FileChannel plain(FileChannel channel, char @Nullable [] password) {
        return password == null ? channel
                : new FileEncrypt("", FilePathEncrypt.getPasswordBytes(CaseConnection.filePassword(password)), channel);
    }
}
