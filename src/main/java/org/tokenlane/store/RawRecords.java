package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.thread.WindowThread;

/**
 * Gives raw records back, byte for byte. Keeps the blocks read last: events in the order of time jump between the files
 * that they come from, and each jump would unpack a block again.
 */
public final class RawRecords {

    /** How many bytes of unpacked blocks are kept at most; the block that is asked for is kept however large it is. */
    private static final long KEPT_BYTES = 32L << 20;

    private final Connection connection;
    private final Map<Integer, Charset> charsets = new HashMap<>();
    private final Map<Integer, TreeMap<Long, RawPlace>> headers;
    private final LinkedHashMap<Block, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long mostBytes;
    private long keptBytes;

    RawRecords(Connection connection) {
        this(connection, KEPT_BYTES);
    }

    RawRecords(Connection connection, long mostBytes) {
        this.connection = connection;
        this.mostBytes = mostBytes;
        this.headers = HeaderTable.all(connection);
        for (Evidence evidence : EvidenceTable.all(connection)) {
            charsets.put(evidence.id(), evidence.charset());
        }
    }

    /** The record's bytes as they stand in the file. */
    public byte[] bytes(RawPlace place) {
        byte[] block = block(place.evidence(), place.block());
        if (place.offset() < 0 || place.length() < 0 || place.offset() > block.length - place.length()) {
            throw new CaseFileException(
                    StoreText.RECORD_OUTSIDE.with());
        }
        return Arrays.copyOfRange(block, place.offset(), place.offset() + place.length());
    }

    /** The record's text. */
    public String text(RawPlace place) {
        return new String(bytes(place), charset(place.evidence()));
    }

    /** The encoding of an evidence file. */
    public Charset charset(int evidence) {
        return charsets.getOrDefault(evidence, StandardCharsets.UTF_8);
    }

    /**
     * Where the further header is below which the record is, or null where it is below the header of its file or in a
     * file without any.
     */
    public @Nullable RawPlace header(RawPlace record) {
        TreeMap<Long, RawPlace> ofFile = headers.get(record.evidence());
        Map.Entry<Long, RawPlace> before = ofFile == null ? null : ofFile.floorEntry(HeaderTable.position(record));
        return before == null ? null : before.getValue();
    }

    /**
     * The bytes that tell how the record is written: those from the header on below which it is, else the first of its
     * file. Several threads may read at once.
     */
    public byte[] head(RawPlace record) {
        RawPlace header = header(record);
        if (header == null) {
            return readBlock(record.evidence(), 0);
        }
        byte[] block = readBlock(header.evidence(), header.block());
        return Arrays.copyOfRange(block, header.offset(), block.length);
    }

    /** A block's bytes; the blocks of a file, one behind the other, are the file. Not to be changed. */
    public synchronized byte[] block(int evidence, int number) {
        Block wanted = new Block(evidence, number);
        byte[] block = kept.get(wanted);
        if (block == null) {
            block = readBlock(evidence, number);
            kept.put(wanted, block);
            keptBytes += block.length;
            Iterator<byte[]> oldest = kept.values().iterator();
            while (keptBytes > mostBytes && kept.size() > 1) {
                keptBytes -= oldest.next().length;
                oldest.remove();
            }
        }
        return block;
    }

    private record Block(int evidence, int number) {
    }

    /** A block's bytes, read anew; several threads may read at once. */
    public byte[] readBlock(int evidence, int number) {
        String sql = "select raw_bytes, zstd from raw_block where evidence_id = ? and number = ? order by part";
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        int plain = -1;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, evidence);
                select.setInt(2, number);
                try (ResultSet parts = select.executeQuery()) {
                    while (parts.next()) {
                        plain = parts.getInt(1);
                        packed.writeBytes(parts.getBytes(2));
                    }
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        if (plain < 0) {
            throw new CaseFileException(
                    StoreText.BLOCK_MISSING.with(Integer.toString(number), Integer.toString(evidence)));
        }
        return Packing.decompress(packed.toByteArray(), plain);
    }
}
