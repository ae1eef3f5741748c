package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Makes the file of a new case, which only its owner may read. It is made under another name and gets its own when it
 * is complete, so that a program that is killed leaves nothing that looks like a case.
 */
final class CaseCreation {

    private CaseCreation() {
    }

    /** Gives the key with which the case is encrypted; null where it is not. */
    static @Nullable CaseKey run(Path file, char @Nullable [] password, String who, Runnable beforeItHasItsName) {
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
                beforeItHasItsName.run();
                Files.move(part, file);
                return key;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CaseFileException(StoreText.EXISTS.with(file), e);
        } catch (IOException e) {
            throw new CaseFileException(StoreText.CREATE_FAILED.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static void fill(Path part, @Nullable CaseKey key, String who, String name) {
        try (Connection connection = CaseConnection.open(part, key)) {
            CaseSchema.create(connection);
            new AuditTrail(connection).add(who, AuditNote.of(AuditKind.CASE_CREATED, name).with(AuditField.FILE, name));
            Sql.commit(connection);
        } catch (SQLException e) {
            throw Sql.failed(StoreText.CREATE_FAILED, name, e);
        }
    }
}
