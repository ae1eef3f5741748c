package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Changes, sets or removes the password of a closed case. The case is written again beside itself, entered in the
 * audit trail there, and takes its own place when it is complete; until then it stays as it is.
 */
public final class CasePassword {

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
        change(named, before, after, who, () -> {
        });
    }

    static void change(Path named, char @Nullable [] before, char @Nullable [] after, String who,
            Runnable beforeItHasItsName) {
        Path file = real(CasePlace.named(named));
        if (after == null && Files.isRegularFile(file) && !CasePlace.isEncrypted(file)) {
            throw new CaseFileException(StoreText.NO_PASSWORD.with());
        }
        try (CaseFile checked = CaseFile.open(file, before)) {
            if (checked.isReadOnly()) {
                throw new CaseFileException(StoreText.READ_ONLY.with(file));
            }
        }
        try {
            Path other = OwnerOnly.temporary(file, TlcasePath.SUFFIX);
            try (LockedCase locked = LockedCase.of(file, LockedCase.identity(file))) {
                locked.copyTo(other, locked.key(before), CaseKey.create(other, after));
                try (CaseFile changed = CaseFile.open(other, after)) {
                    changed.audit(who, AuditNote.of(kind(before, after), file.getFileName().toString()));
                }
                beforeItHasItsName.run();
                locked.replaceBy(other);
            } finally {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new CaseFileException(StoreText.PASSWORD_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** The file itself where this is a link to it: the link is to lead to the case that is written again. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw new CaseFileException(StoreText.PASSWORD_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** The copies of this case that updates kept beside it, and that are not encrypted. */
    public static List<Path> plainCopies(Path named) {
        return copies(named, copy -> !CasePlace.isEncrypted(copy));
    }

    /** Those that are encrypted with a key that is derived as earlier versions did. */
    public static List<Path> weakCopies(Path named) {
        return copies(named, CasePassword::isWeak);
    }

    private static boolean isWeak(Path copy) {
        try {
            return CasePlace.isEncrypted(copy) && KeyHeader.read(copy) == null;
        } catch (CaseFileException damagedOrNewer) {
            return false;
        }
    }

    private static List<Path> copies(Path named, Predicate<Path> wanted) {
        Path file = real(CasePlace.named(named)).toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(other -> CaseMigration.isKeptOf(file, other)).filter(Files::isRegularFile)
                    .filter(wanted).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CaseFileException(StoreText.COPIES_UNKNOWN.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static AuditKind kind(char @Nullable [] before, char @Nullable [] after) {
        return after == null ? AuditKind.PASSWORD_REMOVED
                : before == null ? AuditKind.PASSWORD_SET : AuditKind.PASSWORD_CHANGED;
    }
}
