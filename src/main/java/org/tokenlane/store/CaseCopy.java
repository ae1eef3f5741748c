package org.tokenlane.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * A copy of a case that another program may have open, to be read. H2 writes over parts of the file that it no longer
 * needs, so the file itself cannot be read while it is written. A copy is used only if nothing was written while it was
 * made, which makes it what a power cut at that moment would have left, and if it then verifies.
 *
 * @param size
 *            in bytes
 */
record CaseCopy(Path file, @Nullable CaseKey key, Instant at, long size) {

    private static final Logger LOG = System.getLogger(CaseCopy.class.getName());
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(700);
    /** The system notes the time of a write in steps; a write within one step of the beginning could be missed. */
    private static final Duration STEP = Duration.ofMillis(50);

    /**
     * Copies a case beside itself.
     *
     * @throws CaseFileException
     *             where no copy is sound; nothing is left then
     */
    static CaseCopy of(Path original, char @Nullable [] password) {
        return of(original, password, () -> {
        });
    }

    static CaseCopy of(Path original, char @Nullable [] password, Runnable whileItIsCopied) {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                if (tries > 0) {
                    Thread.sleep(PAUSE);
                }
                CaseCopy made = made(original, password, whileItIsCopied);
                if (made != null) {
                    return made;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new CaseFileException(StoreText.COPY_FAILED.with(original, Sql.reason(e)), e);
        }
        throw new CaseFileException(StoreText.COPY_UNSOUND.with(original));
    }

    private static @Nullable CaseCopy made(Path original, char @Nullable [] password, Runnable whileItIsCopied)
            throws IOException {
        Path part = OwnerOnly.temporary(original, TlcasePath.SUFFIX);
        CaseCopy made = null;
        try {
            Instant at = Instant.now();
            if (copiedUndisturbed(original, part, at, whileItIsCopied)) {
                CaseKey key = CaseKey.of(part, password);
                made = isSound(original, part, key) ? new CaseCopy(part, key, at, Files.size(part)) : null;
            }
            return made;
        } finally {
            if (made == null) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** False where somebody wrote into the file meanwhile. */
    private static boolean copiedUndisturbed(Path original, Path part, Instant at, Runnable whileItIsCopied)
            throws IOException {
        BasicFileAttributes before = Files.readAttributes(original, BasicFileAttributes.class);
        long size = before.size();
        if (before.lastModifiedTime().toInstant().isAfter(at.minus(STEP))) {
            return false;
        }
        try (FileChannel from = FileChannel.open(original, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(part, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < size) {
                long more = from.transferTo(copied, size - copied, to);
                if (more <= 0) {
                    return false;
                }
                copied += more;
            }
            whileItIsCopied.run();
        }
        BasicFileAttributes after = Files.readAttributes(original, BasicFileAttributes.class);
        return after.size() == size && after.lastModifiedTime().equals(before.lastModifiedTime())
                && Objects.equals(after.fileKey(), before.fileKey());
    }

    /** Takes out of the copy what was not finished, and verifies it. */
    private static boolean isSound(Path original, Path part, @Nullable CaseKey key) {
        try {
            CaseCatalogue.check(part, key, CaseSchema.tables());
        } catch (CaseFileException refused) {
            if (refused.isWrongPassword()) {
                throw new CaseFileException(StoreText.WRONG_PASSWORD.with(original), refused);
            }
            LOG.log(Level.DEBUG, "a copy cannot be opened", refused);
            return false;
        }
        try (Connection connection = CaseConnection.open(part, key)) {
            if (CaseSchema.version(connection, original) < CaseSchema.CURRENT) {
                throw new CaseFileException(StoreText.COPY_OLDER.with(original));
            }
            UnfinishedImport.takeOut(connection);
            connection.commit();
            List<String> faults = new CaseVerifier(connection).faults();
            faults.forEach(fault -> LOG.log(Level.DEBUG, "a copy does not verify: {0}", fault));
            return faults.isEmpty();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a copy cannot be verified", e);
            return false;
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(Level.WARNING, "a copy of a case was left", left);
        }
    }
}
