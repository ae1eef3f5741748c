package org.tokenlane.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.store.ContentHashes.Covered;
import org.tokenlane.store.ContentHashes.Kind;
import org.tokenlane.store.ContentHashes.RowsTable;

/**
 * Checks what imports wrote against its hashes, and these against the audit trail, whose chain holds. Everything is
 * read the way in which the program reads it to show it: through an index where it does so, and from the table itself
 * where it does that.
 */
final class ContentVerifier {

    private final Connection connection;
    private final List<Evidence> files;
    private final List<AuditTrail.Entry> entries;
    private final Map<Integer, Map<Covered, String>> stored;
    private final Map<Integer, Map<Covered, String>> found = new HashMap<>();

    ContentVerifier(Connection connection, List<Evidence> files, List<AuditTrail.Entry> entries) throws SQLException {
        this.connection = connection;
        this.files = files;
        this.entries = entries;
        stored = ContentHashes.stored(connection);
    }

    void check(List<String> faults) throws SQLException {
        checkTrail(faults);
        addSegments(faults);
        addPages();
        for (Evidence file : files) {
            for (RowsTable table : ContentHashes.TABLES) {
                of(file.id()).put(Covered.of(Kind.ROWS, table.name()),
                        ContentHashes.ofRows(connection, table, file.id()));
            }
        }
        compare(faults);
        for (RowsTable table : ContentHashes.TABLES) {
            checkAll(table, faults);
        }
    }

    private Map<Covered, String> of(int file) {
        return found.computeIfAbsent(file, number -> new TreeMap<>());
    }

    private void addSegments(List<String> faults) {
        Segments segments = new Segments(connection);
        Map<Integer, String> paths = new HashMap<>();
        files.forEach(file -> paths.put(file.id(), file.path()));
        for (Segments.Segment segment : segments.all()) {
            try {
                of(segment.evidence()).put(Covered.of(Kind.SEGMENT, Integer.toString(segment.id())),
                        ContentHashes.segment(segment.rows(), segments.stored(segment)));
            } catch (CaseFileException damaged) {
                faults.add(StoreText.EVENTS_UNREADABLE.text(String.valueOf(paths.get(segment.evidence())),
                        damaged.shown()));
            }
        }
    }

    private void addPages() throws SQLException {
        Set<String> fields = new TreeSet<>(Set.of(SegmentBuilder.SHAPE));
        for (EventField field : EventField.values()) {
            if (field.isShared()) {
                fields.add(field.name());
            }
        }
        for (String field : fields) {
            ContentHashes.pagesOf(connection, field)
                    .forEach((page, hash) -> of(hash.evidence()).put(page, hash.sha256()));
        }
    }

    private void compare(List<String> faults) {
        Set<Integer> all = new TreeSet<>(stored.keySet());
        all.addAll(found.keySet());
        for (int file : all) {
            String path = files.stream().filter(each -> each.id() == file).map(Evidence::path).findFirst()
                    .orElse(Integer.toString(file));
            Map<Covered, String> expected = stored.getOrDefault(file, Map.of());
            Set<Covered> covered = new TreeSet<>(expected.keySet());
            covered.addAll(of(file).keySet());
            for (Covered each : covered) {
                if (!Objects.equals(expected.get(each), of(file).get(each))) {
                    faults.add(changed(each, path));
                }
            }
        }
    }

    private static String changed(Covered covered, String path) {
        if (covered.kind().equals(Kind.SEGMENT.code())) {
            return StoreText.SEGMENT_CHANGED.text(path, covered.name());
        }
        if (covered.kind().equals(Kind.DICTIONARY.code())) {
            return StoreText.PAGE_CHANGED.text(path, covered.name().split(" ")[0]);
        }
        return StoreText.ROWS_CHANGED.text(path, covered.name());
    }

    /** The rows of a table read without an index; the same rows were found by their file's number before. */
    private void checkAll(RowsTable table, List<String> faults) throws SQLException {
        Map<Integer, PartsDigest> digests = new TreeMap<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(table.all())) {
                while (row.next()) {
                    digests.computeIfAbsent(row.getInt(1), file -> new PartsDigest()).addRow(row, 2);
                }
            }
        }
        files.forEach(file -> digests.computeIfAbsent(file.id(), number -> new PartsDigest()));
        Covered covered = Covered.of(Kind.ROWS, table.name());
        digests.forEach((file, digest) -> {
            String expected = stored.getOrDefault(file, Map.of()).get(covered);
            boolean isTold = !Objects.equals(expected, of(file).get(covered));
            if (!digest.hex().equals(expected) && !isTold) {
                faults.add(StoreText.INDEX_DIFFERS.text(table.name()));
            }
        });
    }

    /** Each import's entry has the hash of its hashes; that of a migration has it for the imports before. */
    private void checkTrail(List<String> faults) {
        Map<String, AuditTrail.Entry> imports = new HashMap<>();
        entries.stream().filter(entry -> entry.kind() == AuditKind.EVIDENCE_IMPORTED)
                .forEach(entry -> imports.put(entry.fields().getOrDefault(AuditField.SHA256, ""), entry));
        List<Evidence> earlier = new ArrayList<>();
        for (Evidence file : files) {
            AuditTrail.Entry entry = imports.get(file.sha256());
            if (entry == null) {
                continue; // which is a fault of its own
            }
            String told = entry.fields().get(AuditField.CONTENT_SHA256);
            if (told == null) {
                earlier.add(file);
            } else if (!told.equals(ofHashes(file))) {
                faults.add(StoreText.HASHES_CHANGED.text(file.path()));
            }
        }
        String told = entries.stream().filter(entry -> entry.kind() == AuditKind.SCHEMA_MIGRATED)
                .map(entry -> entry.fields().get(AuditField.CONTENT_SHA256)).filter(Objects::nonNull).findFirst()
                .orElse(null);
        if (!earlier.isEmpty() && !ContentHashes.ofFiles(earlier.stream().map(this::ofHashes).toList()).equals(told)) {
            earlier.forEach(file -> faults.add(StoreText.HASHES_CHANGED.text(file.path())));
        }
    }

    private String ofHashes(Evidence file) {
        return ContentHashes.of(stored.getOrDefault(file.id(), Map.of()));
    }
}
