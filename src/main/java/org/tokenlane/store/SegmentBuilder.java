package org.tokenlane.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.MappedRecord;

/** Collects the rows of one segment. A column in which every row has its default value is left out. */
final class SegmentBuilder {

    static final int MOST_ROWS = 1 << 14;
    static final String MENTION_HASHES = "MENTION_HASHES";
    static final String MENTION_ROWS = "MENTION_ROWS";
    static final String SHAPE = "SHAPE";

    private final Dictionary dictionary;
    private final Map<RowColumn, long[]> wide = new EnumMap<>(RowColumn.class);
    private final Map<RowColumn, int[]> narrow = new EnumMap<>(RowColumn.class);
    private final Map<EventField, int[]> codes = new EnumMap<>(EventField.class);
    private final Map<EventField, String[]> texts = new EnumMap<>(EventField.class);
    private final List<int[]> mentions = new ArrayList<>();
    private int rows;

    SegmentBuilder(Dictionary dictionary) {
        this.dictionary = dictionary;
        for (RowColumn column : RowColumn.values()) {
            if (column.isWide()) {
                wide.put(column, new long[MOST_ROWS]);
            } else {
                narrow.put(column, new int[MOST_ROWS]);
            }
        }
        for (EventField field : EventField.values()) {
            if (field.isShared()) {
                codes.put(field, new int[MOST_ROWS]);
            } else {
                texts.put(field, new String[MOST_ROWS]);
            }
        }
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
        put(RowColumn.KIND, event.kind().ordinal());
        put(RowColumn.RESULT, event.result().ordinal());
        put(RowColumn.UTI_ORIGIN, event.utiOrigin().ordinal());
        put(RowColumn.TIME_QUALITY, event.timeQuality().ordinal());
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
        codes.forEach((field, column) -> column[rows] = dictionary.code(field.name(), event.get(field)));
        texts.forEach((field, column) -> column[rows] = event.get(field));
        for (int hash : record.mentions()) {
            mentions.add(new int[] { hash, rows });
        }
        rows++;
    }

    private void put(RowColumn column, long value) {
        if (column.isWide()) {
            wide.get(column)[rows] = value;
        } else {
            narrow.get(column)[rows] = (int) value;
        }
    }

    /** The columns by name, encoded; the builder is then empty again. */
    Map<String, byte[]> take() {
        Map<String, byte[]> columns = new LinkedHashMap<>();
        wide.forEach((column, values) -> {
            if (Arrays.stream(values, 0, rows).anyMatch(value -> value != 0)) {
                columns.put(column.name(), ColumnCodec.ofLongs(values, rows));
            }
        });
        narrow.forEach((column, values) -> putInts(columns, column.name(), values, rows));
        codes.forEach((field, values) -> putInts(columns, field.name(), values, rows));
        texts.forEach((field, values) -> {
            if (Arrays.stream(values, 0, rows).anyMatch(value -> value != null)) {
                columns.put(field.name(), ColumnCodec.ofTexts(values, rows));
            }
        });
        if (!mentions.isEmpty()) {
            mentions.sort(Comparator.<int[]> comparingInt(mention -> mention[0]).thenComparingInt(mention -> mention[1]));
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
