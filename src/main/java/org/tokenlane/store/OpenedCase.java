package org.tokenlane.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a case, and what goes with it while it is open.
 *
 * @param copy
 *            what is read in the case's place; null where it is the case itself
 * @param encrypted
 *            whether it has a password
 * @param weakKey
 *            whether its key is derived from the password as earlier versions did
 */
record OpenedCase(CaseAccess access, CaseHold hold, @Nullable CaseCopy copy, boolean encrypted,
        boolean weakKey) {

    /** A case, for which other programs are told who has it open. */
    static OpenedCase of(Path path, @Nullable CaseKey key) {
        OpenedCase opened = unnamed(path, key, CaseConnection.open(path, key));
        if (!opened.access.isReadOnly()) {
            opened.hold.say(path);
        }
        return opened;
    }

    /** A case that does not have its name yet. */
    static OpenedCase unnamed(Path path, @Nullable CaseKey key, Connection connection) {
        return new OpenedCase(new CaseAccess(path, connection, null), CaseHold.here(path, connection, key != null),
                null, key != null, key != null && key.isWeak());
    }

    /** A copy of a case. */
    static OpenedCase copy(Path path, CaseCopy copy) {
        CaseKey key = copy.key();
        Connection connection = CaseConnection.open(copy.file(), key, true);
        return new OpenedCase(new CaseAccess(path, connection, copy.at()),
                CaseHold.here(copy.file(), connection, key != null), copy, key != null,
                key != null && key.isWeak());
    }

    void close() {
        close(StoreText.CLOSE_FAILED, access.path());
    }

    /**
     * Closes it.
     *
     * @param about
     *            what is said to have failed where it fails
     */
    void close(StoreText failure, Path about) {
        hold.close();
        try {
            access.connection().close();
        } catch (SQLException e) {
            throw Sql.failed(failure, about, e);
        } finally {
            hold.release();
            if (copy != null) {
                copy.delete();
            }
        }
    }
}
