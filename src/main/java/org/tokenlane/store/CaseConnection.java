package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Opens the database in a case's file. */
final class CaseConnection {

    private static final String USER = "TOKENLANE";

    private CaseConnection() {
    }

    /**
     * Opens the database.
     *
     * @param key
     *            null where the file is not encrypted
     */
    static Connection open(Path file, @Nullable CaseKey key) {
        return open(file, key, false);
    }

    /** The same, or so that nothing can be written. */
    static Connection open(Path file, @Nullable CaseKey key, boolean readOnly) {
        try {
            return connect(file, key, readOnly);
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(file, e);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                reachable(file, new CaseFileException(StoreText.WRONG_PASSWORD.with(file), e));
            default -> Sql.failed(StoreText.OPEN_FAILED, file, e);
            };
        }
    }

    /** Opens it for a caller who says what failed: the file may be one whose name says nothing to a person. */
    static Connection connect(Path file, @Nullable CaseKey key, boolean readOnly) throws SQLException {
        TlcasePath.register();
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        if (key != null) {
            settings.setProperty("CIPHER", "AES");
            settings.put("password", key.forConnection());
            // a result of more rows than that would be written to a temporary file, which is not encrypted
            settings.setProperty("MAX_MEMORY_ROWS", Integer.toString(Integer.MAX_VALUE));
        }
        settings.setProperty("TRACE_LEVEL_FILE", "0");
        settings.setProperty("MAX_COMPACT_TIME", "4000");
        // written at each commit, by the committing thread: what was committed is in the file when the call returns,
        // and no thread writes between two commits
        settings.setProperty("WRITE_DELAY", "0");
        if (readOnly) {
            settings.setProperty("ACCESS_MODE_DATA", "r");
        }
        settings.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
        Connection connection = DriverManager.getConnection(TlcasePath.address(file), settings);
        connection.setAutoCommit(false);
        return connection;
    }

    /** What is said of a file that can be looked at; of one whose drive is gone, that. */
    private static CaseFileException reachable(Path file, CaseFileException said) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException notThere) {
            // another program may be about to put it there
        } catch (IOException gone) {
            return new CaseFileException(StoreText.OPEN_FAILED.with(file, Sql.reason(gone)), gone);
        }
        return said;
    }

    /** A file that cannot be locked is in use, unless its drive is gone: then nothing can be done with it. */
    static CaseFileException inUse(Path file, @Nullable Throwable cause) {
        return reachable(file, inUseBy(file, cause));
    }

    private static CaseFileException inUseBy(Path file, @Nullable Throwable cause) {
        CaseHold.Holder holder = CaseHold.of(file);
        if (holder == null) {
            return new CaseFileException(StoreText.IN_USE.with(file), cause);
        }
        String process = Long.toString(holder.process());
        String since = CaseTime.text(holder.since());
        return new CaseFileException(holder.host() == null
                ? StoreText.IN_USE_BY_SOMEWHERE.with(file, holder.user(), process, since)
                : StoreText.IN_USE_BY.with(file, holder.user(), holder.host(), process, since), cause);
    }
}
