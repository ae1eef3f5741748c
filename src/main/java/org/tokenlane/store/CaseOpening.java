package org.tokenlane.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.thread.WindowThread;

/** Opens the file of a case after a look at its catalogue, and brings it up to date. */
final class CaseOpening {

    private CaseOpening() {
    }

    /**
     * Opens a case.
     *
     * @param beforeItIsOpen
     *            runs when it was looked through
     */
    static OpenedCase open(Path file, char @Nullable [] password, Runnable beforeItIsOpen) {
        Path target = target(file, password);
        Object identity = LockedCase.identity(target);
        CaseKey key = CaseKey.of(target, password);
        CaseCatalogue.check(target, key, CaseSchema.tables());
        beforeItIsOpen.run();
        OpenedCase opened = opened(target, key, identity);
        try {
            if (CaseSchema.version(opened.access().connection(), target) < CaseSchema.CURRENT) {
                if (opened.access().isReadOnly()) {
                    throw new CaseFileException(StoreText.OLDER_AND_READ_ONLY.with(target));
                }
                opened.close();
                CaseKey renewed = CaseMigration.run(target, identity, key, password);
                opened = opened(target, renewed, LockedCase.identity(target));
            }
            if (!opened.access().isReadOnly()) {
                UnfinishedImport.takeOut(opened.access().connection());
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw Sql.failed(StoreText.OPEN_FAILED, target, e);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** Opens a copy of a case. */
    static OpenedCase openCopy(Path file, char @Nullable [] password) {
        Path target = target(file, password);
        CaseCopy copy = CaseCopy.of(target, password);
        try {
            return OpenedCase.copy(target, copy);
        } catch (RuntimeException | Error refused) {
            copy.delete();
            throw refused;
        }
    }

    private static Path target(Path file, char @Nullable [] password) {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        Path target = CasePlace.named(file);
        CasePlace.refuseWhatIsOpenHere(target);
        CasePlace.refuseWhatIsNoCase(target, password);
        TlcasePath.register();
        return target;
    }

    /** Opens the file that was looked through, and no other that took its place meanwhile. */
    private static OpenedCase opened(Path target, @Nullable CaseKey key, @Nullable Object identity) {
        OpenedCase opened;
        try {
            opened = OpenedCase.of(target, key);
        } catch (CaseFileException refused) {
            throw Objects.equals(identity, LockedCase.identity(target)) ? refused
                    : CaseConnection.inUse(target, refused);
        }
        if (!Objects.equals(identity, LockedCase.identity(target))) {
            opened.close();
            throw CaseConnection.inUse(target, null);
        }
        return opened;
    }
}
