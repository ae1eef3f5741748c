package org.tokenlane.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.MappedRecord;

/** Collects the rows of one segment. A column in which every row has its default value is left out. */
final class SegmentBuilder {

    static final int MOST_ROWS = 1 << 14;
    static final String MENTION_HASHES = "MENTION_HASHES";
    static final String MENTION_ROWS = "MENTION_ROWS";
    static final String SHAPE = "SHAPE";

    private static final EventField[] FIELDS = EventField.values();

    private final Dictionary dictionary;
    /** By the column's ordinal; null for the others. */
    private final long[][] wide = new long[RowColumn.values().length][];
    private final int[][] narrow = new int[RowColumn.values().length][];
    /** By the field's ordinal; null for the others. */
    private final int[][] codes = new int[FIELDS.length][];
    private final String[][] texts = new String[FIELDS.length][];
    private final List<int[]> mentions = new ArrayList<>();
    private int rows;

    SegmentBuilder(Dictionary dictionary) {
        this.dictionary = dictionary;
        for (RowColumn column : RowColumn.values()) {
            if (column.isWide()) {
                wide[column.ordinal()] = new long[MOST_ROWS];
            } else {
                narrow[column.ordinal()] = new int[MOST_ROWS];
            }
        }
        for (EventField field : FIELDS) {
            if (field.isShared()) {
                codes[field.ordinal()] = new int[MOST_ROWS];
            } else {
                texts[field.ordinal()] = new String[MOST_ROWS];
            }
        }
    }

    /** The names of all columns that a segment may have. */
    static Set<String> columnNames() {
        Set<String> names = new TreeSet<>(List.of(MENTION_HASHES, MENTION_ROWS));
        for (RowColumn column : RowColumn.values()) {
            names.add(column.name());
        }
        for (EventField field : FIELDS) {
            names.add(field.name());
        }
        return names;
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == MOST_ROWS;
    }

    void add(MappedRecord record) {
        AuditEvent event = record.event();
        put(RowColumn.TIME, event.time());
        put(RowColumn.RECORDED_AT, event.recordedAt());
        put(RowColumn.TOKEN_ISSUED_AT, event.tokenIssuedAt());
        put(RowColumn.KEY_HIGH, record.key().high());
        put(RowColumn.KEY_LOW, record.key().low());
        put(RowColumn.WEAK_KEY_HIGH, record.weakKey() == null ? 0 : record.weakKey().high());
        put(RowColumn.WEAK_KEY_LOW, record.weakKey() == null ? 0 : record.weakKey().low());
        put(RowColumn.KIND, event.kind().code());
        put(RowColumn.RESULT, event.result().code());
        put(RowColumn.UTI_ORIGIN, event.utiOrigin().code());
        put(RowColumn.TIME_QUALITY, event.timeQuality().code());
        put(RowColumn.TIME_DIGITS, event.timeDigits());
        put(RowColumn.THROTTLED, event.throttled() ? 1 : 0);
        put(RowColumn.KEY_IS_WEAK, event.keyIsWeak() ? 1 : 0);
        put(RowColumn.SHAPE, dictionary.code(SHAPE, record.shape().id()));
        put(RowColumn.PORT, event.port() + 1);
        put(RowColumn.ITEM_COUNT, event.itemCount() + 1);
        put(RowColumn.BLOCK, record.place().block());
        put(RowColumn.BLOCK_OFFSET, record.place().offset());
        put(RowColumn.BYTES, record.place().length());
        put(RowColumn.LINE, record.place().line());
        for (EventField field : FIELDS) {
            String text = event.get(field);
            if (field.isShared()) {
                codes[field.ordinal()][rows] = dictionary.code(field.name(), text);
            } else {
                texts[field.ordinal()][rows] = text;
            }
        }
        for (int hash : record.mentions()) {
            mentions.add(new int[] { hash, rows });
        }
        rows++;
    }

    private void put(RowColumn column, long value) {
        if (column.isWide()) {
            wide[column.ordinal()][rows] = value;
        } else {
            narrow[column.ordinal()][rows] = (int) value;
        }
    }

    /** The columns by name, encoded; the builder is then empty again. */
    Map<String, byte[]> take() {
        Map<String, byte[]> columns = new LinkedHashMap<>();
        for (RowColumn column : RowColumn.values()) {
            if (column.isWide()) {
                long[] values = wide[column.ordinal()];
                if (Arrays.stream(values, 0, rows).anyMatch(value -> value != 0)) {
                    columns.put(column.name(), ColumnCodec.ofLongs(values, rows));
                }
            } else {
                putInts(columns, column.name(), narrow[column.ordinal()], rows);
            }
        }
        for (EventField field : FIELDS) {
            String[] values = texts[field.ordinal()];
            if (field.isShared()) {
                putInts(columns, field.name(), codes[field.ordinal()], rows);
            } else if (Arrays.stream(values, 0, rows).anyMatch(value -> value != null)) {
                columns.put(field.name(), ColumnCodec.ofTexts(values, rows));
            }
        }
        if (!mentions.isEmpty()) {
            mentions.sort(
                    Comparator.<int[]> comparingInt(mention -> mention[0]).thenComparingInt(mention -> mention[1]));
            int[] hashes = mentions.stream().mapToInt(mention -> mention[0]).toArray();
            int[] places = mentions.stream().mapToInt(mention -> mention[1]).toArray();
            columns.put(MENTION_HASHES, ColumnCodec.ofInts(hashes, hashes.length));
            columns.put(MENTION_ROWS, ColumnCodec.ofInts(places, places.length));
            mentions.clear();
        }
        rows = 0;
        return columns;
    }

    private static void putInts(Map<String, byte[]> columns, String name, int[] values, int rows) {
        if (Arrays.stream(values, 0, rows).anyMatch(value -> value != 0)) {
            columns.put(name, ColumnCodec.ofInts(values, rows));
        }
    }
}
