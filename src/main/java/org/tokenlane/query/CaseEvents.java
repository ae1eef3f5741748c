package org.tokenlane.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.RawText;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/**
 * The events of a case as columns in memory. Records of one event are merged field by field: the richer record's value
 * wins, a poorer one fills what is missing, and
 * all of their raw records stay reachable. Columns of fields are loaded when they are first asked for. Safe for several
 * threads.
 */
public final class CaseEvents implements EventTable {

    private final CaseFile caseFile;
    private final Segments segments;
    private final RowGroups groups;
    private final EventColumns columns;
    private final EventRecords records;
    private final TextColumns texts;
    private final EventOrder order;
    private final IntColumn groupOfEvent;
    private final byte[] kinds;
    private final byte[] results;

    private CaseEvents(CaseFile caseFile) {
        this.caseFile = caseFile;
        segments = caseFile.segments();
        LongColumn keys = segments.longs(RowColumn.KEY_HIGH);
        groups = RowGroups.of(segments, keys);
        columns = new EventColumns(caseFile, segments, groups, keys);
        records = new EventRecords(caseFile, segments, columns);
        texts = new TextColumns(segments);
        groups.order(records::richness, () -> columns.longs(RowColumn.RECORDED_AT), records.evidenceRanks());
        columns.forget(RowColumn.RECORDED_AT);
        order = new EventOrder(groups, columns.longs(RowColumn.TIME), columns.ints(RowColumn.TIME_QUALITY),
                columns.ints(RowColumn.TIME_DIGITS), keys);
        columns.forget(RowColumn.TIME, RowColumn.TIME_QUALITY, RowColumn.TIME_DIGITS);
        groupOfEvent = order.groupOfEvent();
        kinds = mergedKinds();
        results = mergedResults();
        columns.forget(RowColumn.KIND, RowColumn.RESULT);
    }

    public static CaseEvents load(CaseFile caseFile) {
        return new CaseEvents(caseFile);
    }

    private byte[] mergedKinds() {
        IntColumn rows = columns.ints(RowColumn.KIND);
        byte[] merged = new byte[size()];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = (byte) rows.get(groups.firstRow(groupOfEvent.get(event)));
            if (merged[event] == EventKind.SIGN_IN.code()) {
                for (int row : groups.rows(groupOfEvent.get(event))) {
                    if (rows.get(row) != merged[event] && EventKind.of(rows.get(row)).isSignIn()) {
                        merged[event] = (byte) rows.get(row);
                        break;
                    }
                }
            }
        }
        return merged;
    }

    private byte[] mergedResults() {
        IntColumn rows = columns.ints(RowColumn.RESULT);
        byte[] merged = new byte[size()];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = (byte) firstNotZero(rows, event);
        }
        return merged;
    }

    private int firstNotZero(IntColumn rows, int event) {
        return groups.firstNotZero(rows, groupOfEvent.get(event));
    }

    @Override
    public int size() {
        return groupOfEvent.size();
    }

    @Override
    public int code(EventField shared, int event) {
        return codes(shared).get(event);
    }

    @Override
    public IntColumn codes(EventField shared) {
        return columns.codes(shared, this, groupOfEvent);
    }

    /** Whether a shared field's column is in memory; if not, it is read from the case when it is first asked for. */
    public boolean isLoaded(EventField shared) {
        return columns.isLoaded(shared);
    }

    /** Reads a shared field's column, where it is not in memory yet. */
    public void load(EventField shared) {
        codes(shared);
        dictionary(shared);
    }

    public UtiOrigin utiOrigin(int event) {
        codes(EventField.UTI);
        return columns.utiOrigin(event);
    }

    /** Whether the event's UPN is not in its records but was found by its object id. */
    public boolean isUpnResolved(int event) {
        codes(EventField.UPN);
        return columns.isUpnResolved(event);
    }

    @Override
    public TextColumn dictionary(EventField shared) {
        return columns.dictionary(shared);
    }

    /** The number of a shared field's codes, 0 among them; its values are not read for that. */
    public int dictionarySize(EventField shared) {
        return columns.dictionarySize(shared);
    }

    @Override
    public @Nullable String text(EventField field, int event) {
        if (field.isShared()) {
            return dictionary(field).get(code(field, event));
        }
        for (int row : groups.rows(groupOfEvent.get(event))) {
            String text = texts.text(field, row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Override
    public long time(int event) {
        return order.times().get(event);
    }

    public TimeQuality timeQuality(int event) {
        return TimeQuality.of(order.qualities()[event]);
    }

    /** How many digits after the second the event's time has, 0 to 9. */
    public int timeDigits(int event) {
        return order.digits()[event];
    }

    @Override
    public EventKind kind(int event) {
        return EventKind.of(kinds[event]);
    }

    @Override
    public EventResult result(int event) {
        return EventResult.of(results[event]);
    }

    /**
     * Whether it is a call of Microsoft Graph that was not answered, for lack of permission or otherwise (HTTP status
     * 400 or more): an operation, but one that accessed nothing.
     */
    public boolean isRefusedCall(int event) {
        return kind(event) == EventKind.GRAPH_CALL && result(event) == EventResult.FAILURE;
    }

    @Override
    public LogSource source(int event) {
        return records.shape(groups.firstRow(groupOfEvent.get(event))).source();
    }

    /** The event's id, the same in every case that holds the event. */
    public String id(int event) {
        return EventKey.id(EventOrder.smallestKey(groups, columns.longs(RowColumn.KEY_HIGH), groupOfEvent.get(event)));
    }

    /**
     * The events that have these ids, by id; ids that no event has are left out. An event is found by the ids of all
     * its records.
     */
    public Map<String, Integer> byIds(Collection<String> ids) {
        Map<Long, String> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(EventKey.high(id), id));
        Map<String, Integer> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            LongColumn keys = columns.longs(RowColumn.KEY_HIGH);
            for (int row = 0; row < keys.size(); row++) {
                String id = wanted.get(keys.get(row));
                if (id != null) {
                    found.put(id, eventOfRow(row));
                }
            }
        }
        return found;
    }

    @Override
    public BitSet withIds(List<String> ids) {
        BitSet found = new BitSet();
        byIds(ids).values().forEach(found::set);
        return found;
    }

    /** The time at which the token was issued as the records say, in nanoseconds, or {@link AuditEvent#NO_TIME}. */
    public long tokenIssuedAt(int event) {
        LongColumn rows = columns.longs(RowColumn.TOKEN_ISSUED_AT);
        for (int row : groups.rows(groupOfEvent.get(event))) {
            if (rows.get(row) != AuditEvent.NO_TIME) {
                return rows.get(row);
            }
        }
        return AuditEvent.NO_TIME;
    }

    /**
     * When the event first arrived in a log or a collector, as its records say, in nanoseconds, or
     * {@link AuditEvent#NO_TIME}.
     */
    public long recordedAt(int event) {
        LongColumn rows = columns.longs(RowColumn.RECORDED_AT);
        long first = AuditEvent.NO_TIME;
        for (int row : groups.rows(groupOfEvent.get(event))) {
            if (rows.get(row) != AuditEvent.NO_TIME && (first == AuditEvent.NO_TIME || rows.get(row) < first)) {
                first = rows.get(row);
            }
        }
        return first;
    }

    /** The number of items that an aggregated record stands for, or -1. */
    public int itemCount(int event) {
        return firstNotZero(rowInts(RowColumn.ITEM_COUNT), event) - 1;
    }

    /** The client's port, or -1. */
    public int port(int event) {
        return firstNotZero(rowInts(RowColumn.PORT), event) - 1;
    }

    public boolean isThrottled(int event) {
        return firstNotZero(rowInts(RowColumn.THROTTLED), event) != 0;
    }

    /**
     * One of an event's raw records.
     *
     * @param shape
     *            the id of the export shape that the record has
     */
    public record RawRecord(RawPlace place, String shape) {
    }

    /** The event's raw records, the richest first. */
    public List<RawRecord> records(int event) {
        return Arrays.stream(groups.rows(groupOfEvent.get(event)))
                .mapToObj(row -> new RawRecord(place(row), records.shape(row).id())).toList();
    }

    /** Where the event's raw records are, the richest first. */
    public List<RawPlace> places(int event) {
        return Arrays.stream(groups.rows(groupOfEvent.get(event))).mapToObj(this::place).toList();
    }

    /** The ids of the shapes of the event's records, the richest first. */
    public List<String> shapesOf(int event) {
        return records(event).stream().map(RawRecord::shape).distinct().toList();
    }

    /** The evidence files in the order of their import. */
    public List<Evidence> evidence() {
        return records.evidence();
    }

    /** The evidence file of a record of the case. */
    public Evidence evidence(int id) {
        return records.evidence(id);
    }

    /**
     * The number of a record in its file, counted from 1, where several records share its line; 0 where the line is
     * enough.
     */
    public int recordNumber(RawPlace place) {
        return records.number(place);
    }

    RawPlace place(int row) {
        return records.place(row);
    }

    @Override
    public BitSet withRawText(String text, Watch check) {
        return new RawSearch(caseFile, segments, this).events(new RawText(List.of(text)), check);
    }

    /**
     * The events in whose raw records this id stands where no field of them holds it; in any spelling that a record may
     * use.
     */
    public BitSet mentioning(String id) {
        return new RawSearch(caseFile, segments, this).mentions(id);
    }

    @Override
    public BitSet compared(Filter.Compared with) {
        LateData late = LateData.of(this, with.first(), with.last());
        return switch (with.what()) {
        case NEW -> late.added();
        case CHANGED -> late.changed();
        case GONE -> late.gone();
        };
    }

    Segments segments() {
        return segments;
    }

    /** The number of records that the events were made of, duplicates included. */
    public int rows() {
        return records.rows();
    }

    /** The event that the record in this row tells of. */
    public int eventOfRow(int row) {
        return order.eventOfGroup().get(groups.groupOf(row));
    }

    /** The row of the richest of the event's records. */
    public int firstRow(int event) {
        return groups.firstRow(groupOfEvent.get(event));
    }

    /** The rows of the event's records, the richest first. */
    public int[] rowsOf(int event) {
        return groups.rows(groupOfEvent.get(event));
    }

    /** The codes of a shared field by row, as each record gives it. */
    public IntColumn rowCodes(EventField shared) {
        return columns.rowCodes(shared);
    }

    /** What the event's records say of a field that is not shared, the richest first. */
    public List<String> texts(EventField field, int event) {
        return Arrays.stream(rowsOf(event)).mapToObj(row -> texts.text(field, row)).filter(Objects::nonNull).distinct()
                .toList();
    }

    IntColumn rowInts(RowColumn column) {
        return columns.ints(column);
    }
}
