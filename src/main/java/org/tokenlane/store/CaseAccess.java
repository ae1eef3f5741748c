package org.tokenlane.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.thread.WindowThread;

/**
 * Reads and changes an open case: a change is kept as a whole, or nothing of it is.
 *
 * @param copiedAt
 *            when the copy was made that is read in the case's place; null where it is the case itself
 */
record CaseAccess(Path path, Connection connection, @Nullable Instant copiedAt) {

    /** What is done inside one transaction. */
    interface Work<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** The connection, for whoever is about to read or change the case. */
    @Override
    public Connection connection() {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        return connection;
    }

    boolean isReadOnly() {
        try {
            return connection.isReadOnly();
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
    }

    /** What is said where something is to be written that can only be read. */
    CaseFileException readOnly() {
        return new CaseFileException(copiedAt == null ? StoreText.READ_ONLY.with(path)
                : StoreText.COPY_READ_ONLY.with(path, CaseTime.text(copiedAt)));
    }

    AuditTrail trail() {
        return new AuditTrail(connection);
    }

    <T extends @Nullable Object> T read(Work<T> work) {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        synchronized (connection) {
            try {
                return work.run();
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    /** Changes what an analyst set; the last entry that the change makes covers all settings as it leaves them. */
    <T extends @Nullable Object> T writeSettings(StoreText failure, Work<T> work) {
        return write(failure, () -> {
            int before = trail().lastNumber();
            T done = work.run();
            if (trail().lastNumber() > before) {
                trail().addToLast(AuditField.SETTINGS_SHA256, SettingsHash.of(connection));
            }
            return done;
        });
    }

    /**
     * Changes the case. What an import wrote meanwhile may be kept with it, as the import's own transactions do.
     *
     * @param failure
     *            what is said when it fails; {@code {0}} is the reason
     */
    <T extends @Nullable Object> T write(StoreText failure, Work<T> work) {
        if (isReadOnly()) {
            throw readOnly();
        }
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        synchronized (connection) {
            try {
                Savepoint before = connection.setSavepoint();
                try {
                    T done = work.run();
                    Sql.commit(connection);
                    return done;
                } catch (SQLException | RuntimeException e) {
                    try {
                        connection.rollback(before);
                    } catch (SQLException closed) {
                        // where the file cannot be written, the database is closed and nothing is kept; why is in e
                        e.addSuppressed(closed);
                    }
                    throw e;
                }
            } catch (SQLException e) {
                throw Sql.failed(failure, e);
            }
        }
    }
}
