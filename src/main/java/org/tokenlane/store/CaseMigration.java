package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Brings a case of an older schema up to date. That is done in a copy, which takes the case's place when it is
 * complete; until then the case stays as it is, and afterwards it is kept under another name.
 */
final class CaseMigration {

    private CaseMigration() {
    }

    /**
     * Updates a case. One that is encrypted with a weak key gets another, for the same password.
     *
     * @param identity
     *            the {@link LockedCase#identity} of the case's file
     * @param key
     *            with which the case is encrypted; null where it is not
     * @return the key with which it is encrypted then
     */
    static @Nullable CaseKey run(Path file, @Nullable Object identity, @Nullable CaseKey key,
            char @Nullable [] password) throws SQLException {
        try {
            Path migrated = OwnerOnly.temporary(file, TlcasePath.SUFFIX);
            try (LockedCase locked = LockedCase.of(file, identity)) {
                CaseKey renewed = key;
                if (key != null && key.isWeak()) {
                    renewed = CaseKey.create(migrated, password);
                    locked.copyTo(migrated, key, renewed);
                } else {
                    locked.copyTo(migrated);
                }
                Path kept = migrate(migrated, file, renewed);
                keep(locked, file, kept);
                locked.replaceBy(migrated);
                return renewed;
            } finally {
                Files.deleteIfExists(migrated);
            }
        } catch (IOException e) {
            throw new CaseFileException(StoreText.MIGRATION_FAILED.with(file, Sql.reason(e)), e);
        }
    }

    /** Gives the name under which the case is to be kept. */
    private static Path migrate(Path migrated, Path file, @Nullable CaseKey key) throws SQLException {
        try (Connection connection = CaseConnection.open(migrated, key)) {
            int from = CaseSchema.version(connection, file);
            Path kept = file.resolveSibling(keptPrefix(file) + from + TlcasePath.SUFFIX);
            CaseSchema.migrate(connection, from);
            AuditTrail trail = new AuditTrail(connection);
            List<AuditTrail.Entry> before = trail.entries();
            AuditNote note = AuditNote
                    .of(AuditKind.SCHEMA_MIGRATED,
                            StoreText.MIGRATED.text(from, CaseSchema.CURRENT, kept.getFileName()))
                    .with(AuditField.SCHEMA_FROM, from).with(AuditField.SCHEMA_TO, CaseSchema.CURRENT)
                    .with(AuditField.FILE, kept.getFileName().toString())
                    .with(AuditField.FIELDS_SHA256, AuditTrail.fieldsHash(before))
                    .with(AuditField.SETTINGS_SHA256, SettingsHash.of(connection));
            trail.add("", from >= HashedContent.SCHEMA ? note
                    : note.with(AuditField.CONTENT_SHA256,
                            ContentHashes.ofFiles(connection, EvidenceTable.all(connection))));
            Sql.commit(connection);
            return kept;
        }
    }

    private static String keptPrefix(Path file) {
        return file.getFileName().toString().replace(TlcasePath.SUFFIX, "") + ".schema-";
    }

    /** Tells whether a file beside a case has the name under which an update keeps the old case. */
    static boolean isKeptOf(Path file, Path other) {
        String name = other.getFileName().toString();
        return name.startsWith(keptPrefix(file)) && name.endsWith(TlcasePath.SUFFIX);
    }

    /** A second name for the same file needs no room on the disk; where there are no such names it is copied. */
    private static void keep(LockedCase locked, Path file, Path kept) throws IOException {
        if (Files.exists(kept) && Files.isSameFile(file, kept)) {
            return;
        }
        if (Files.exists(kept)) {
            throw new CaseFileException(StoreText.COPY_EXISTS.with(file, kept));
        }
        try {
            Files.createLink(kept, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            copy(locked, file, kept);
        }
        OwnerOnly.restrict(kept);
    }

    /** The copy has its name when it is complete. */
    private static void copy(LockedCase locked, Path file, Path kept) throws IOException {
        Path part = OwnerOnly.temporary(kept, TlcasePath.SUFFIX);
        try {
            locked.copyTo(part);
            Files.setLastModifiedTime(part, Files.getLastModifiedTime(file));
            OwnerOnly.replace(part, kept);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
