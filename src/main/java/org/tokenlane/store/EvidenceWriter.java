package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Shape;

/**
 * Writes one evidence file into the case: {@link #commit} keeps all of it, closing without it nothing. Used by one
 * thread.
 */
public final class EvidenceWriter implements AutoCloseable {

    /** The audit trail's word for an import. */
    static final String IMPORTED = "evidence imported";

    private final CaseFile owner;
    private final Connection connection;
    private final Dictionary dictionary;
    private final KnownEvents known;
    private final SegmentBuilder segment;
    private final Map<Shape, Long> shapes = new HashMap<>();
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

    EvidenceWriter(CaseFile owner, Connection connection, Dictionary dictionary, KnownEvents known) {
        this.owner = owner;
        this.connection = connection;
        this.dictionary = dictionary;
        this.known = known;
        this.segment = new SegmentBuilder(dictionary);
        try {
            id = EvidenceTable.nextId(connection);
            nextSegment = Math
                    .toIntExact(CaseFile.count(connection, "select coalesce(max(id), 0) + ? from segment", 1));
        } catch (SQLException e) {
            throw CaseFile.failed("The import could not begin", e);
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
     */
    public record Facts(String path, String archiveSha256, long bytes, String sha256, String form, String dateOrder,
            Map<String, String> columnNames, String who,
            Origin origin) {
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
        Evidence evidence = new Evidence(id, facts.path(), facts.archiveSha256(), facts.bytes(), facts.sha256(),
                shapeNames, facts.form(), facts.dateOrder(),
                facts.columnNames(),
                stored + duplicates + rejected, stored, duplicates, rejected, undated, instant(first, Long.MAX_VALUE),
                instant(last, Long.MIN_VALUE), Instant.now(),
                facts.who(),
                CaseFile.PROGRAM, facts.origin());
        try {
            ShapeTable.merge(connection, List.copyOf(shapes.keySet()));
            EvidenceTable.insert(connection, evidence);
            owner.auditTrail().add(facts.who(), IMPORTED, account(evidence));
            CaseFile.commit(connection);
            committed = true;
            return evidence;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the audit trail tells of an import. */
    static String account(Evidence evidence) {
        return evidence.path() + ", SHA-256 " + evidence.sha256() + ", records " + evidence.records() + ", stored "
                + evidence.stored() + ", duplicates "
                + evidence.duplicates() + ", rejected " + evidence.rejected()
                + (evidence.origin() == null ? "" : ", " + evidence.origin().words());
    }

    private static Instant instant(long nanos, long none) {
        return nanos == none ? null
                : Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static CaseFileException failed(SQLException e) {
        return CaseFile.failed("The import was stopped and nothing of this file was kept", e);
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        owner.forget();
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
