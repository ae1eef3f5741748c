package org.tokenlane.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.evidence.Sha256;

/**
 * Checks a case against itself. As the raw blocks of a file are the file, its hash can be computed anew without the
 * file. What the program reads in two ways (through an index, and from a table) is read in both.
 */
final class CaseVerifier {

    private static final TextColumn NO_VALUES = TextColumn.of();

    private final Connection connection;
    private final AuditTrail trail;

    CaseVerifier(Connection connection) {
        this.connection = connection;
        trail = new AuditTrail(connection);
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<Evidence> all = new ArrayList<>();
        step(faults, () -> all.addAll(EvidenceTable.all(connection)));
        for (Evidence evidence : all) {
            step(faults, () -> checkBlocks(evidence, faults));
            step(faults, () -> checkCounts(evidence, faults));
        }
        step(faults, () -> {
            Segments segments = new Segments(connection);
            Map<EventField, TextColumn> dictionaries = dictionaries();
            List<Evidence> unreadable = all.stream()
                    .filter(evidence -> !checkRows(evidence, segments, dictionaries, faults)).toList();
            if (unreadable.isEmpty()) {
                checkEvents(all, segments, faults);
            }
            checkRejected(faults);
        });
        step(faults, () -> checkTrail(all, faults));
        step(faults, () -> {
            if (!SchemaVerifier.isAsCreated(connection)) {
                faults.add(StoreText.SCHEMA_CHANGED.text());
            }
        });
        return faults;
    }

    /** A part of the verification. */
    private interface Step {
        void run() throws SQLException;
    }

    /** A damaged file can make the database stumble anywhere and in any way; each time that is a fault of the case. */
    private static void step(List<String> faults, Step step) {
        try {
            step.run();
        } catch (CaseFileException damaged) {
            faults.add(damaged.getMessage());
        } catch (SQLException damaged) {
            faults.add(Sql.failed(StoreText.UNREADABLE, damaged).getMessage());
        } catch (OutOfMemoryError tooLarge) {
            faults.add(StoreText.NOT_ENOUGH_MEMORY.text());
        } catch (RuntimeException | StackOverflowError damaged) {
            faults.add(StoreText.UNREADABLE.text(damaged.toString().lines().findFirst().orElse("")));
        }
    }

    private void checkTrail(List<Evidence> all, List<String> faults) {
        List<AuditTrail.Entry> entries = trail.entries();
        int broken = AuditTrail.firstBroken(entries);
        if (broken > 0) {
            faults.add(StoreText.TRAIL_BROKEN.text(Integer.toString(broken)));
            return;
        }
        step(faults, () -> {
            if (!trail.endsAsNoted(entries)) {
                faults.add(StoreText.TRAIL_CUT.text(entries.size()));
            }
            if (!trail.isFoundByNumber(entries)) {
                faults.add(StoreText.INDEX_DIFFERS.text("audit_trail, audit_field"));
            }
        });
        checkImports(all, faults);
        checkMarks(entries, faults);
        step(faults, () -> new SettingsVerifier(connection, entries).check(faults));
        step(faults, () -> new ContentVerifier(connection, all, entries).check(faults));
    }

    private void checkBlocks(Evidence evidence, List<String> faults) {
        try {
            MessageDigest digest = Sha256.digest();
            RawRecords raw = new RawRecords(connection);
            long bytes = 0;
            long blocks = Sql.count(connection,
                    "select count(distinct number) from raw_block where evidence_id = ?", evidence.id());
            for (int number = 0; number < blocks; number++) {
                byte[] block = raw.block(evidence.id(), number);
                digest.update(block);
                bytes += block.length;
            }
            String hash = Sha256.hex(digest);
            if (bytes != evidence.bytes() || !hash.equals(evidence.sha256())) {
                faults.add(StoreText.RAW_CHANGED.text(evidence.path(), hash, evidence.sha256()));
            }
        } catch (CaseFileException | SQLException damaged) {
            faults.add(StoreText.RAW_UNREADABLE.text(evidence.path(), String.valueOf(damaged.getMessage())));
        }
    }

    private void checkCounts(Evidence evidence, List<String> faults) {
        try {
            long rows = Sql.count(connection,
                    "select coalesce(sum(row_count), 0) from segment where evidence_id = ?", evidence.id());
            rows += StateFactTable.records(connection, evidence.id());
            long rejected = Sql.count(connection, "select count(*) from rejected where evidence_id = ?",
                    evidence.id());
            if (evidence.records() != evidence.stored() + evidence.duplicates() + evidence.rejected()
                    || rows != evidence.stored() + evidence.duplicates()
                    || rejected != evidence.rejected()) {
                faults.add(StoreText.COUNTS_DIFFER.text(evidence.path(), evidence.records(), rows, rejected));
            }
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
    }

    private Map<EventField, TextColumn> dictionaries() {
        Map<EventField, TextColumn> dictionaries = new EnumMap<>(EventField.class);
        for (EventField field : EventField.values()) {
            if (field.isShared()) {
                dictionaries.put(field, Dictionary.read(connection, field.name()));
            }
        }
        return dictionaries;
    }

    /** Reads every column of the file's events; tells whether that could be done. */
    private static boolean checkRows(Evidence evidence, Segments segments, Map<EventField, TextColumn> dictionaries,
            List<String> faults) {
        try {
            for (Segments.Segment segment : segments.all()) {
                if (segment.evidence() == evidence.id()) {
                    checkColumns(segment, dictionaries);
                }
            }
            return true;
        } catch (CaseFileException damaged) {
            faults.add(StoreText.EVENTS_UNREADABLE.text(evidence.path(), String.valueOf(damaged.getMessage())));
            return false;
        }
    }

    private static void checkColumns(Segments.Segment segment, Map<EventField, TextColumn> dictionaries) {
        for (RowColumn column : RowColumn.values()) {
            if (column.isWide()) {
                segment.longs(column);
            } else {
                segment.ints(column);
            }
        }
        for (EventField field : EventField.values()) {
            if (!field.isShared()) {
                segment.texts(field);
            } else if (Arrays.stream(segment.codes(field))
                    .anyMatch(code -> code < 0 || code >= dictionaries.getOrDefault(field, NO_VALUES).size())) {
                throw new CaseFileException(StoreText.VALUES_MISSING.with(field.name()));
            }
        }
    }

    private void checkEvents(List<Evidence> all, Segments segments, List<String> faults) {
        long stored = 0;
        try {
            for (Evidence evidence : all) {
                stored += evidence.stored() - StateFactTable.stored(connection, evidence.id());
            }
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
        try (KnownEvents known = KnownEvents.of(segments)) {
            if (known.size() != stored) {
                faults.add(StoreText.EVENTS_DIFFER.text(known.size(), stored));
            }
        }
    }

    private void checkRejected(List<String> faults) {
        for (RejectedRecord record : RejectedTable.all(connection, new RawRecords(connection))) {
            if (record.text().isEmpty()) {
                faults.add(StoreText.REJECTED_TEXT_MISSING.text(record.place().line(), record.path()));
            }
        }
    }

    private void checkMarks(List<AuditTrail.Entry> entries, List<String> faults) {
        step(faults, () -> new MarkVerifier(connection, entries).check(faults));
    }

    /**
     * Somebody who takes out the trail's last entries may correct the note of its end too, so each import has to be
     * told of, and to be there.
     */
    private void checkImports(List<Evidence> all, List<String> faults) {
        Map<Map<AuditField, String>, String> told = new LinkedHashMap<>();
        trail.entries().stream().filter(entry -> entry.kind() == AuditKind.EVIDENCE_IMPORTED)
                .forEach(entry -> told.put(withoutHashes(entry.fields()), entry.detail()));
        for (Evidence evidence : all) {
            if (told.remove(EvidenceWriter.fields(evidence)) == null) {
                faults.add(
                        StoreText.IMPORT_NOT_IN_TRAIL.text(evidence.path()));
            }
        }
        told.values().forEach(account -> faults
                .add(StoreText.IMPORT_NOT_IN_CASE.text(account)));
    }

    private static Map<AuditField, String> withoutHashes(Map<AuditField, String> fields) {
        Map<AuditField, String> others = ImportCounts.without(fields);
        others.remove(AuditField.CONTENT_SHA256);
        others.remove(AuditField.SETTINGS_SHA256);
        return others;
    }
}
