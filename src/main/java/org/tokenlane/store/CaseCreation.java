package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Makes the file of a new case, which only its owner may read. It is made under another name and gets its own when it
 * is complete, so that a program that is killed leaves nothing that looks like a case.
 */
final class CaseCreation {

    /** Milliseconds, in which every case is complete. */
    private static final int LONG = 10_000;

    private CaseCreation() {
    }

    /** A case that has no name yet, and the key with which it is encrypted; null where it is not. */
    record Made(Path part, @Nullable CaseKey key) {
    }

    /** Gives the key with which it is encrypted; null where it is not. */
    static @Nullable CaseKey run(Path file, char @Nullable [] password, String who, Runnable beforeItHasItsName) {
        Made made = unnamed(file, password, who);
        try {
            try {
                beforeItHasItsName.run();
                name(made.part(), file);
                return made.key();
            } finally {
                Files.deleteIfExists(made.part());
            }
        } catch (IOException e) {
            throw new CaseFileException(StoreText.CREATE_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** Gives a complete case its name. */
    static void name(Path part, Path file) {
        try {
            Files.move(part, file);
            OwnerOnly.sync(file);
        } catch (FileAlreadyExistsException e) {
            throw new CaseFileException(StoreText.EXISTS.with(file), e);
        } catch (IOException e) {
            throw new CaseFileException(StoreText.CREATE_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** Makes the case beside the file that it is to become, under a name that nobody takes for a case's. */
    static Made unnamed(Path file, char @Nullable [] password, String who) {
        UnsafeCompression.refuse();
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file)) {
            throw new CaseFileException(StoreText.EXISTS.with(file));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CaseFileException(StoreText.NO_FOLDER.with(file, String.valueOf(folder)));
        }
        if (!Files.isWritable(folder)) {
            throw new CaseFileException(StoreText.FOLDER_NOT_WRITABLE.with(file, folder));
        }
        try {
            Path part = OwnerOnly.temporary(file, TlcasePath.SUFFIX);
            try {
                CaseKey key = CaseKey.create(part, password);
                fill(part, key, who, file.getFileName().toString());
                return new Made(part, key);
            } catch (IOException | RuntimeException | Error notMade) {
                Files.deleteIfExists(part);
                throw notMade;
            }
        } catch (IOException e) {
            throw new CaseFileException(StoreText.CREATE_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** Removes a case that gets no name. */
    static void remove(Path part, Path file) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new CaseFileException(StoreText.CREATE_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** How many milliseconds after a commit the database may leave what was committed out of the file. */
    private static void setWriteDelay(Connection connection, int delay) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay " + delay); // not for people
        }
    }

    private static void fill(Path part, @Nullable CaseKey key, String who, String name) {
        try (Connection connection = CaseConnection.connect(part, key, false)) {
            // the file has no name yet: what it holds has to be in it when it is closed, not after each table
            setWriteDelay(connection, LONG);
            CaseSchema.create(connection);
            new AuditTrail(connection).add(who, AuditNote.of(AuditKind.CASE_CREATED, name).with(AuditField.FILE, name));
            Sql.commit(connection);
            setWriteDelay(connection, 0);
        } catch (SQLException e) {
            throw Sql.failed(StoreText.CREATE_FAILED, name, e);
        }
    }
}
