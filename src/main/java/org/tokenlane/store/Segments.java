package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.thread.WindowThread;

/** Reads the rows of the case, segment by segment and column by column. */
public final class Segments {

    private final Connection connection;
    private final List<Segment> all = new ArrayList<>();

    Segments(Connection connection) {
        this.connection = connection;
        try (PreparedStatement select = connection
                .prepareStatement(
                        "select id, evidence_id, row_count from segment where evidence_id in (select id from "
                                + "evidence) order by id");
                ResultSet rows = select.executeQuery()) {
            int first = 0;
            while (rows.next()) {
                if (rows.getInt(3) < 1 || rows.getInt(3) > SegmentBuilder.MOST_ROWS) {
                    throw new CaseFileException(StoreText.BAD_SEGMENT.with(rows.getInt(3)));
                }
                all.add(new Segment(rows.getInt(1), rows.getInt(2), first, rows.getInt(3)));
                first += rows.getInt(3);
            }
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
    }

    /** The segments in the order in which they were imported. */
    public List<Segment> all() {
        return all;
    }

    /** The segment that a row is in. */
    public Segment of(int row) {
        return all.get(indexOf(row));
    }

    /** The place among all segments of the one that a row is in. */
    public int indexOf(int row) {
        int from = 0;
        int to = all.size();
        while (to - from > 1) {
            int middle = from + to >>> 1;
            if (all.get(middle).firstRow() <= row) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The number of rows in all segments. */
    public int rows() {
        return all.stream().mapToInt(Segment::rows).sum();
    }

    /** A column of long numbers of all rows. */
    public LongColumn longs(RowColumn column) {
        LongColumn values = new LongColumn(rows());
        for (Segment segment : all) {
            byte[] data = column(segment.id, column.name());
            if (data != null) {
                values.put(segment.firstRow, ColumnCodec.toLongs(data, segment.rows));
            }
        }
        return values;
    }

    /** A column of numbers of all rows. */
    public IntColumn ints(RowColumn column) {
        return ints(column.name());
    }

    /** The codes of a shared field of all rows. */
    public IntColumn codes(EventField field) {
        return ints(field.name());
    }

    private IntColumn ints(String name) {
        IntColumn values = new IntColumn(rows());
        for (Segment segment : all) {
            byte[] data = column(segment.id, name);
            if (data != null) {
                values.put(segment.firstRow, ColumnCodec.toInts(data, segment.rows));
            }
        }
        return values;
    }

    private byte @Nullable [] column(int segment, String name) {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(
                    "select data from segment_column where segment_id = ? and name = ? order by part")) {
                select.setInt(1, segment);
                select.setString(2, name);
                ByteArrayOutputStream data = new ByteArrayOutputStream();
                try (ResultSet parts = select.executeQuery()) {
                    while (parts.next()) {
                        data.writeBytes(parts.getBytes(1));
                    }
                }
                return data.size() == 0 ? null : data.toByteArray();
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    /** A segment's columns as they are stored, by name, each read as it is read to be used. */
    Map<String, byte[]> stored(Segment segment) {
        Map<String, byte[]> columns = new TreeMap<>();
        for (String name : SegmentBuilder.columnNames()) {
            byte[] data = column(segment.id, name);
            if (data != null) {
                columns.put(name, data);
            }
        }
        return columns;
    }

    /** Some thousand rows of one evidence file. A column that was left out holds zeros or no texts. */
    public final class Segment {

        private final int id;
        private final int evidence;
        private final int firstRow;
        private final int rows;

        private Segment(int id, int evidence, int firstRow, int rows) {
            this.id = id;
            this.evidence = evidence;
            this.firstRow = firstRow;
            this.rows = rows;
        }

        int id() {
            return id;
        }

        public int evidence() {
            return evidence;
        }

        /** The number of rows in the segments before this one. */
        public int firstRow() {
            return firstRow;
        }

        public int rows() {
            return rows;
        }

        public long[] longs(RowColumn column) {
            byte[] data = column(id, column.name());
            return data == null ? new long[rows] : ColumnCodec.toLongs(data, rows);
        }

        public int[] ints(RowColumn column) {
            return ints(column.name());
        }

        /** The codes of a shared field. */
        public int[] codes(EventField field) {
            return ints(field.name());
        }

        /** The texts of a field that is not shared. */
        public String[] texts(EventField field) {
            byte[] data = column(id, field.name());
            return data == null ? new String[rows] : ColumnCodec.toTexts(data, rows);
        }

        /**
         * The rows of this segment in which an id with this hash (see MentionHash) stands outside the fields, to be
         * confirmed in the raw record.
         */
        public int[] rowsMentioning(int hash) {
            int[] hashes = mentionHashes();
            int found = Arrays.binarySearch(hashes, hash);
            if (found < 0) {
                return new int[0];
            }
            int from = found;
            int to = found;
            while (from > 0 && hashes[from - 1] == hash) {
                from--;
            }
            while (to + 1 < hashes.length && hashes[to + 1] == hash) {
                to++;
            }
            return Arrays.copyOfRange(mentionRows(hashes.length), from, to + 1);
        }

        /** The hashes of all mentions, ascending. */
        int[] mentionHashes() {
            byte[] data = column(id, SegmentBuilder.MENTION_HASHES);
            return data == null ? new int[0] : ColumnCodec.toInts(data, ColumnCodec.intsIn(data));
        }

        /** The row of each of the segment's mentions, of which there are so many. */
        int[] mentionRows(int mentions) {
            byte[] data = column(id, SegmentBuilder.MENTION_ROWS);
            if (data == null && mentions > 0) {
                throw new CaseFileException(StoreText.VALUES_MISSING.with(SegmentBuilder.MENTION_ROWS));
            }
            return data == null ? new int[0] : ColumnCodec.toInts(data, mentions);
        }

        private int[] ints(String name) {
            byte[] data = column(id, name);
            return data == null ? new int[rows] : ColumnCodec.toInts(data, rows);
        }
    }
}
