package org.tokenlane.lake;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.EventKey;

/** One event of the lake, of all its records. */
final class LakeEvent {

    /** By time, undated ones last, those of one moment by their keys, as in a case. */
    static final Comparator<LakeEvent> IN_TIME_ORDER = Comparator
            .<LakeEvent> comparingLong(event -> event.time() == AuditEvent.NO_TIME ? Long.MAX_VALUE : event.time())
            .thenComparing(LakeEvent::key, (a, b) -> Long.compareUnsigned(high(a), high(b)));

    private final Row row;
    private final List<Row> records;
    private @Nullable String resolvedUpn;

    private LakeEvent(Row row, List<Row> records) {
        this.row = row;
        this.records = records;
    }

    /** The event of these records, which have the lake's columns in their order. */
    static LakeEvent of(List<Row> records) {
        List<Row> ordered = EventMerge.ordered(records);
        return new LakeEvent(EventMerge.merged(ordered), ordered);
    }

    /** The event in a row that is merged already. */
    static LakeEvent of(Row merged, List<Row> records) {
        return new LakeEvent(merged, EventMerge.ordered(records));
    }

    private static long high(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    byte[] key() {
        return (byte[]) row.get(EventMerge.at(RecordColumn.KEY));
    }

    /** The event's id, the same as in every case that holds the event. */
    String id() {
        return EventKey.id(high(key()));
    }

    /** The event's records, the richest first. */
    List<Row> records() {
        return records;
    }

    @Nullable
    String get(EventField field) {
        String text = row.getString(RecordColumn.index(field));
        return field == EventField.UPN && resolvedUpn != null ? resolvedUpn : text;
    }

    /** The event's UPN, which its records do not give and its object id has elsewhere. */
    void resolveUpn(String upn) {
        resolvedUpn = upn;
    }

    boolean isUpnResolved() {
        return resolvedUpn != null;
    }

    EventKind kind() {
        return EventKind.valueOf(row.getString(EventMerge.at(RecordColumn.KIND)));
    }

    EventResult result() {
        return EventResult.valueOf(row.getString(EventMerge.at(RecordColumn.RESULT)));
    }

    LogSource source() {
        return LogSource.valueOf(row.getString(EventMerge.at(RecordColumn.SOURCE)));
    }

    long time() {
        return EventMerge.number(row, RecordColumn.TIME_NANOS, AuditEvent.NO_TIME);
    }

    TimeQuality timeQuality() {
        return TimeQuality.valueOf(row.getString(EventMerge.at(RecordColumn.TIME_QUALITY)));
    }

    int timeDigits() {
        return row.getInt(EventMerge.at(RecordColumn.TIME_DIGITS));
    }

    long recordedAt() {
        return EventMerge.number(row, RecordColumn.RECORDED_AT, AuditEvent.NO_TIME);
    }

    long tokenIssuedAt() {
        return EventMerge.number(row, RecordColumn.TOKEN_ISSUED_AT, AuditEvent.NO_TIME);
    }

    UtiOrigin utiOrigin() {
        return UtiOrigin.valueOf(row.getString(EventMerge.at(RecordColumn.UTI_ORIGIN)));
    }

    @Nullable
    Integer number(RecordColumn column) {
        return row.isNullAt(EventMerge.at(column)) ? null : row.getInt(EventMerge.at(column));
    }

    boolean isThrottled() {
        return !row.isNullAt(EventMerge.at(RecordColumn.THROTTLED))
                && row.getBoolean(EventMerge.at(RecordColumn.THROTTLED));
    }

    /** The token that the event was made with, as its records state it, or null. */
    @Nullable
    String token() {
        UtiOrigin origin = utiOrigin();
        return origin == UtiOrigin.FIELD || origin == UtiOrigin.REQUEST_ID ? get(EventField.UTI) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LakeEvent event && Arrays.equals(key(), event.key());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key());
    }
}
