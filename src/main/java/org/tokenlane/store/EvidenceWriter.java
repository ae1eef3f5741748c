package org.tokenlane.store;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.StateRecord;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportCount;
import org.tokenlane.model.evidence.ImportStamp;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.RecordCounts;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.SourceFile;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.text.Program;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.TimeSpan;

/**
 * Writes one evidence file into the case: {@link #commit} keeps all of it, closing without it nothing. Used by one
 * thread.
 */
public final class EvidenceWriter implements AutoCloseable {

    private final Runnable forget;
    private final Connection connection;
    private final Dictionary dictionary;
    private final KnownEvents known;
    private final SegmentBuilder segment;
    private final Map<Shape, Long> shapes = new HashMap<>();
    private final Set<StateRecord> states = new HashSet<>();
    private final int id;
    private int nextSegment;
    private long fileOffset;
    private long stored;
    private long duplicates;
    private long rejected;
    private long undated;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean committed;

    EvidenceWriter(Connection connection, Dictionary dictionary, KnownEvents known, Runnable forget) {
        this.forget = forget;
        this.connection = connection;
        this.dictionary = dictionary;
        this.known = known;
        this.segment = new SegmentBuilder(dictionary);
        try {
            id = EvidenceTable.nextId(connection);
            nextSegment = Math
                    .toIntExact(Sql.count(connection, "select coalesce(max(id), 0) + ? from segment", 1));
        } catch (SQLException e) {
            throw Sql.failed(StoreText.IMPORT_FAILED, e);
        }
    }

    /** The number that the evidence has in the case. */
    public int id() {
        return id;
    }

    /** Compresses a block for {@link #block}; may be called from any thread. */
    public static byte[] pack(byte[] block) {
        return Packing.compress(block);
    }

    /**
     * Writes the file's next block.
     *
     * @param rawBytes
     *            the block's size before it was packed
     */
    public void block(int number, int rawBytes, byte[] packed) {
        try (PreparedStatement insert = connection
                .prepareStatement(
                        "insert into raw_block (evidence_id, number, part, file_offset, raw_bytes, zstd) values (?, ?, ?, ?, ?, ?)")) {
            byte[][] parts = Packing.parts(packed);
            for (int part = 0; part < parts.length; part++) {
                insert.setInt(1, id);
                insert.setInt(2, number);
                insert.setInt(3, part);
                insert.setLong(4, fileOffset);
                insert.setInt(5, rawBytes);
                insert.setBytes(6, parts[part]);
                insert.executeUpdate();
            }
            fileOffset += rawBytes;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes a record in; tells whether it is the first of its event, else it is a duplicate. */
    public boolean add(MappedRecord record) {
        boolean isNew = known.add(record);
        if (isNew) {
            stored++;
        } else {
            duplicates++;
        }
        shapes.merge(record.shape(), 1L, Long::sum);
        long time = record.event().time();
        if (time != AuditEvent.NO_TIME) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        } else if (isNew) {
            undated++;
        }
        segment.add(record);
        if (segment.isFull()) {
            flush();
        }
        return isNew;
    }

    /** Takes a record in that shows how something is set; one that the file has already is a duplicate. */
    public void add(long recordNumber, RawPlace place, StateRecord record, Shape shape) {
        boolean isNew = states.add(record);
        try {
            StateFactTable.insert(connection, id, recordNumber, place, record, !isNew);
        } catch (SQLException e) {
            throw failed(e);
        }
        stored += isNew ? 1 : 0;
        duplicates += isNew ? 0 : 1;
        shapes.merge(shape, 1L, Long::sum);
    }

    /** Notes where the header of a further table is in the file. */
    public void header(RawPlace place) {
        try {
            HeaderTable.insert(connection, id, place);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes a record in that could not be read as an event. */
    public void reject(long recordNumber, RawPlace place, String reason) {
        try (PreparedStatement insert = connection
                .prepareStatement(
                        "insert into rejected (evidence_id, record_number, line, block, block_offset, bytes, reason) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setLong(2, recordNumber);
            insert.setInt(3, place.line());
            insert.setInt(4, place.block());
            insert.setInt(5, place.offset());
            insert.setInt(6, place.length());
            insert.setString(7, reason);
            insert.executeUpdate();
            rejected++;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void flush() {
        int rows = segment.rows();
        if (rows == 0) {
            return;
        }
        try (PreparedStatement insertSegment = connection
                .prepareStatement("insert into segment (id, evidence_id, row_count) values (?, ?, ?)");
                PreparedStatement insertColumn = connection.prepareStatement(
                        "insert into segment_column (segment_id, name, part, data) values (?, ?, ?, ?)")) {
            insertSegment.setInt(1, nextSegment);
            insertSegment.setInt(2, id);
            insertSegment.setInt(3, rows);
            insertSegment.executeUpdate();
            for (Map.Entry<String, byte[]> column : segment.take().entrySet()) {
                byte[][] parts = Packing.parts(column.getValue());
                for (int part = 0; part < parts.length; part++) {
                    insertColumn.setInt(1, nextSegment);
                    insertColumn.setString(2, column.getKey());
                    insertColumn.setInt(3, part);
                    insertColumn.setBytes(4, parts[part]);
                    insertColumn.executeUpdate();
                }
            }
            nextSegment++;
            dictionary.flush(id);
            synchronized (connection) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * What the case keeps about a file beside the account of its records; the origin is null for a file as it was
     * exported.
     *
     * @param counts
     *            what was counted of the records, from which warnings follow
     * @param exported
     *            when the file was exported, where it shows a state
     */
    public record Facts(SourceFile file, String form, Charset charset, @Nullable DateReading dates,
            Map<String, String> columnNames, String who,
            @Nullable Origin origin, Map<ImportCount, Long> counts, ExportTime exported) {
    }

    /** Keeps all that was written, with its account. */
    public Evidence commit(Facts facts) {
        flush();
        String shapeNames = String
                .join("+",
                        shapes.entrySet().stream()
                                .sorted(Map.Entry.<Shape, Long> comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(entry -> entry.getKey().id()))
                                .map(entry -> entry.getKey().id()).toList());
        Evidence evidence = new Evidence(id, facts.file(), shapeNames, facts.form(), facts.charset(), facts.dates(),
                facts.columnNames(), RecordCounts.of(stored, duplicates, rejected, undated),
                new TimeSpan(instant(first, Long.MAX_VALUE), instant(last, Long.MIN_VALUE)),
                new ImportStamp(Instant.now(), facts.who(), Program.NAME), facts.origin());
        try {
            Map<ContentHashes.Covered, String> bulk = ContentHashes.ofBulk(connection, id);
            // no change of a mark or setting comes between what is entered and the entry that covers it
            synchronized (connection) {
                enter(evidence, facts, bulk);
            }
            committed = true;
            return evidence;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void enter(Evidence evidence, Facts facts, Map<ContentHashes.Covered, String> bulk) throws SQLException {
        ShapeTable.merge(connection, List.copyOf(shapes.keySet()));
        EvidenceTable.insert(connection, evidence);
        if (!states.isEmpty()) {
            StateFactTable.insertExport(connection, id, facts.exported());
        }
        AuditNote note = AuditNote.of(AuditKind.EVIDENCE_IMPORTED, account(evidence))
                .with(fields(evidence, facts.counts()))
                .with(AuditField.CONTENT_SHA256, ContentHashes.insert(connection, id, bulk))
                .with(AuditField.SETTINGS_SHA256, SettingsHash.of(connection));
        new AuditTrail(connection).add(facts.who(), note);
        Sql.commit(connection);
    }

    /** What the audit trail tells of an import. */
    static String account(Evidence evidence) {
        return StoreText.IMPORT_ACCOUNT.text(evidence.path(), evidence.sha256(), evidence.records(), evidence.stored(),
                evidence.duplicates(), evidence.rejected(),
                evidence.origin() == null ? "" : ", " + evidence.origin().words());
    }

    private static Map<AuditField, String> fields(Evidence evidence, Map<ImportCount, Long> counts) {
        Map<AuditField, String> fields = fields(evidence);
        counts.forEach((count, number) -> fields.put(Objects.requireNonNull(AuditField.of(count.code())),
                Long.toString(number)));
        return fields;
    }

    /** The same as facts. */
    static Map<AuditField, String> fields(Evidence evidence) {
        Map<AuditField, String> fields = new TreeMap<>();
        fields.put(AuditField.FILE, evidence.path());
        fields.put(AuditField.SHA256, evidence.sha256());
        fields.put(AuditField.RECORDS, Long.toString(evidence.records()));
        fields.put(AuditField.STORED, Long.toString(evidence.stored()));
        fields.put(AuditField.DUPLICATES, Long.toString(evidence.duplicates()));
        fields.put(AuditField.REJECTED, Long.toString(evidence.rejected()));
        Origin origin = evidence.origin();
        if (origin != null) {
            putUnlessEmpty(fields, AuditField.ORIGIN_CASE, origin.caseName());
            fields.put(AuditField.ORIGIN_SHA256, origin.sha256());
            fields.put(AuditField.ORIGIN_BYTES, Long.toString(origin.bytes()));
            fields.put(AuditField.ORIGIN_RECORDS, Long.toString(origin.records()));
            putUnlessEmpty(fields, AuditField.ORIGIN_REPLACED, origin.replaced());
        }
        return fields;
    }

    private static void putUnlessEmpty(Map<AuditField, String> fields, AuditField field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, value);
        }
    }

    private static @Nullable Instant instant(long nanos, long none) {
        return nanos == none ? null
                : Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static CaseFileException failed(SQLException e) {
        return Sql.failed(StoreText.IMPORT_FAILED, e);
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        forget.run();
        try {
            if (!connection.isClosed()) {
                // not in the midst of somebody's mark, which another thread may be about to keep
                synchronized (connection) {
                    connection.rollback();
                }
                UnfinishedImport.takeOut(connection);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
