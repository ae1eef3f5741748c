package org.tokenlane.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;
import org.tokenlane.store.ShapeTable;

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
    private final TextColumns texts;
    private final Map<Integer, Evidence> evidence = new HashMap<>();
    private final ShapeTable.Row[] shapesByCode;
    private final int[] shapeOfRow;
    private final int[] groupOfEvent;
    private final int[] eventOfGroup;
    private final long[] times;
    private final byte[] timeQualities;
    private final byte[] timeDigits;
    private final byte[] kinds;
    private final byte[] results;
    private final Map<EventField, int[]> codes = new EnumMap<>(EventField.class);
    private final Map<EventField, String[]> dictionaries = new EnumMap<>(EventField.class);
    private final Map<RowColumn, int[]> rowInts = new EnumMap<>(RowColumn.class);
    private final Map<RowColumn, long[]> rowLongs = new EnumMap<>(RowColumn.class);
    private final BitSet upnResolved = new BitSet();
    private byte[] utiOrigins = {};

    private CaseEvents(CaseFile caseFile) {
        this.caseFile = caseFile;
        segments = caseFile.segments();
        groups = RowGroups.of(segments);
        texts = new TextColumns(segments);
        caseFile.evidence().forEach(file -> evidence.put(file.id(), file));
        shapesByCode = shapes();
        shapeOfRow = rowInts(RowColumn.SHAPE);
        orderRows();
        EventOrder order = new EventOrder(groups, rowLongs(RowColumn.TIME), rowInts(RowColumn.TIME_QUALITY),
                rowInts(RowColumn.TIME_DIGITS),
                rowLongs(RowColumn.KEY_HIGH));
        rowLongs.remove(RowColumn.TIME);
        rowInts.remove(RowColumn.TIME_QUALITY);
        rowInts.remove(RowColumn.TIME_DIGITS);
        groupOfEvent = order.groupOfEvent();
        eventOfGroup = order.eventOfGroup();
        times = order.times();
        timeQualities = order.qualities();
        timeDigits = order.digits();
        kinds = mergedKinds();
        results = mergedResults();
    }

    public static CaseEvents load(CaseFile caseFile) {
        return new CaseEvents(caseFile);
    }

    private ShapeTable.Row[] shapes() {
        Map<String, ShapeTable.Row> byId = new HashMap<>();
        caseFile.shapes().forEach(shape -> byId.put(shape.id(), shape));
        return Arrays.stream(caseFile.dictionary("SHAPE")).map(byId::get).toArray(ShapeTable.Row[]::new);
    }

    private void orderRows() {
        int[] richness = new int[shapeOfRow.length];
        for (int row = 0; row < richness.length; row++) {
            richness[row] = shapesByCode[shapeOfRow[row]].richness();
        }
        List<Evidence> byHash = new ArrayList<>(evidence.values());
        byHash.sort(Comparator.comparing(Evidence::exportedSha256));
        Map<Integer, Integer> rank = new HashMap<>();
        byHash.forEach(file -> rank.put(file.id(), rank.size()));
        int[] evidenceRank = new int[shapeOfRow.length];
        for (Segments.Segment segment : segments.all()) {
            Arrays.fill(evidenceRank, segment.firstRow(), segment.firstRow() + segment.rows(),
                    rank.getOrDefault(segment.evidence(), rank.size()));
        }
        groups.order(richness, rowLongs(RowColumn.RECORDED_AT), evidenceRank);
        rowLongs.remove(RowColumn.RECORDED_AT);
    }

    private byte[] mergedKinds() {
        int[] rows = rowInts(RowColumn.KIND);
        byte[] merged = new byte[size()];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = (byte) rows[groups.firstRow(groupOfEvent[event])];
            if (merged[event] == EventKind.SIGN_IN.code()) {
                for (int row : groups.rows(groupOfEvent[event])) {
                    if (rows[row] != merged[event] && EventKind.of(rows[row]).isSignIn()) {
                        merged[event] = (byte) rows[row];
                        break;
                    }
                }
            }
        }
        rowInts.remove(RowColumn.KIND);
        return merged;
    }

    private byte[] mergedResults() {
        int[] rows = rowInts(RowColumn.RESULT);
        byte[] merged = new byte[size()];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = (byte) firstNotZero(rows, event);
        }
        rowInts.remove(RowColumn.RESULT);
        return merged;
    }

    private int firstNotZero(int[] rows, int event) {
        int group = groupOfEvent[event];
        int first = rows[groups.firstRow(group)];
        if (first != 0 || groups.isSingle(group)) {
            return first;
        }
        for (int row : groups.rows(group)) {
            if (rows[row] != 0) {
                return rows[row];
            }
        }
        return 0;
    }

    @Override
    public int size() {
        return groupOfEvent.length;
    }

    @Override
    public int code(EventField shared, int event) {
        return codes(shared)[event];
    }

    @Override
    public synchronized int[] codes(EventField shared) {
        int[] loaded = codes.get(shared);
        if (loaded == null) {
            loaded = switch (shared) {
            case UTI -> utis();
            case UPN -> merged(EventField.UPN);
            default -> merged(shared);
            };
            codes.put(shared, loaded);
            if (shared == EventField.UPN) {
                new UpnResolver(this).resolve(loaded, upnResolved);
            }
        }
        return loaded;
    }

    private int[] merged(EventField field) {
        int[] rows = rowCodes(field);
        int[] merged = new int[size()];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = firstNotZero(rows, event);
        }
        return merged;
    }

    /** The UTI that is had best: a given one before a derived one. */
    private int[] utis() {
        int[] rows = rowCodes(EventField.UTI);
        int[] origins = rowInts(RowColumn.UTI_ORIGIN);
        int[] merged = new int[size()];
        utiOrigins = new byte[size()];
        for (int event = 0; event < merged.length; event++) {
            int group = groupOfEvent[event];
            int best = groups.firstRow(group);
            if (!groups.isSingle(group)) {
                for (int row : groups.rows(group)) {
                    best = UtiOrigin.of(origins[row]).compareTo(UtiOrigin.of(origins[best])) > 0 ? row : best;
                }
            }
            merged[event] = rows[best];
            utiOrigins[event] = (byte) origins[best];
        }
        return merged;
    }

    public synchronized UtiOrigin utiOrigin(int event) {
        codes(EventField.UTI);
        return UtiOrigin.of(utiOrigins[event]);
    }

    /** Tells whether the event's UPN does not stand in its records but was found by its object id. */
    public synchronized boolean isUpnResolved(int event) {
        codes(EventField.UPN);
        return upnResolved.get(event);
    }

    @Override
    public synchronized String[] dictionary(EventField shared) {
        return dictionaries.computeIfAbsent(shared, field -> caseFile.dictionary(field.name()));
    }

    @Override
    public @Nullable String text(EventField field, int event) {
        if (field.isShared()) {
            return dictionary(field)[code(field, event)];
        }
        for (int row : groups.rows(groupOfEvent[event])) {
            String text = texts.text(field, row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Override
    public long time(int event) {
        return times[event];
    }

    public TimeQuality timeQuality(int event) {
        return TimeQuality.of(timeQualities[event]);
    }

    /** How many digits after the second the event's time has, 0 to 9. */
    public int timeDigits(int event) {
        return timeDigits[event];
    }

    @Override
    public EventKind kind(int event) {
        return EventKind.of(kinds[event]);
    }

    @Override
    public EventResult result(int event) {
        return EventResult.of(results[event]);
    }

    @Override
    public LogSource source(int event) {
        return shapesByCode[shapeOfRow[groups.firstRow(groupOfEvent[event])]].source();
    }

    /** The event's id, the same in every case that holds the event. */
    public String id(int event) {
        return EventKey.id(EventOrder.smallestKey(groups, rowLongs(RowColumn.KEY_HIGH), groupOfEvent[event]));
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
            long[] keys = rowLongs(RowColumn.KEY_HIGH);
            for (int row = 0; row < keys.length; row++) {
                String id = wanted.get(keys[row]);
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
        long[] rows = rowLongs(RowColumn.TOKEN_ISSUED_AT);
        for (int row : groups.rows(groupOfEvent[event])) {
            if (rows[row] != AuditEvent.NO_TIME) {
                return rows[row];
            }
        }
        return AuditEvent.NO_TIME;
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
        return Arrays.stream(groups.rows(groupOfEvent[event]))
                .mapToObj(row -> new RawRecord(place(row), shapesByCode[shapeOfRow[row]].id())).toList();
    }

    /** Where the event's raw records are, the richest first. */
    public List<RawPlace> places(int event) {
        return Arrays.stream(groups.rows(groupOfEvent[event])).mapToObj(this::place).toList();
    }

    /** The ids of the shapes of the event's records, the richest first. */
    public List<String> shapesOf(int event) {
        return records(event).stream().map(RawRecord::shape).distinct().toList();
    }

    /** The evidence files in the order of their import. */
    public List<Evidence> evidence() {
        return evidence.values().stream().sorted(Comparator.comparingInt(Evidence::id)).toList();
    }

    /** The evidence file of a record of the case. */
    public Evidence evidence(int id) {
        return Objects.requireNonNull(evidence.get(id), "no such evidence file"); // not for people
    }

    RawPlace place(int row) {
        int segment = segmentOf(row);
        return new RawPlace(segments.all().get(segment).evidence(), rowInts(RowColumn.BLOCK)[row],
                rowInts(RowColumn.BLOCK_OFFSET)[row], rowInts(RowColumn.BYTES)[row],
                rowInts(RowColumn.LINE)[row]);
    }

    private int segmentOf(int row) {
        int from = 0;
        int to = segments.all().size();
        while (to - from > 1) {
            int middle = from + to >>> 1;
            if (segments.all().get(middle).firstRow() <= row) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public BitSet withRawText(String text) {
        return new RawSearch(caseFile, segments, this).events(text);
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
        return shapeOfRow.length;
    }

    /** The event that the record in this row tells of. */
    public int eventOfRow(int row) {
        return eventOfGroup[groups.groupOf(row)];
    }

    /** The rows of the event's records, the richest first. */
    public int[] rowsOf(int event) {
        return groups.rows(groupOfEvent[event]);
    }

    /** The codes of a shared field by row, as each record gives it. */
    public int[] rowCodes(EventField shared) {
        int[] rows = new int[segments.rows()];
        for (Segments.Segment segment : segments.all()) {
            System.arraycopy(segment.codes(shared), 0, rows, segment.firstRow(), segment.rows());
        }
        return rows;
    }

    /** What the event's records say of a field that is not shared, the richest first. */
    public List<String> texts(EventField field, int event) {
        return Arrays.stream(rowsOf(event)).mapToObj(row -> texts.text(field, row)).filter(Objects::nonNull).distinct()
                .toList();
    }

    synchronized int[] rowInts(RowColumn column) {
        return rowInts.computeIfAbsent(column, wanted -> {
            int[] all = new int[segments.rows()];
            for (Segments.Segment segment : segments.all()) {
                System.arraycopy(segment.ints(wanted), 0, all, segment.firstRow(), segment.rows());
            }
            return all;
        });
    }

    private synchronized long[] rowLongs(RowColumn column) {
        return rowLongs.computeIfAbsent(column, wanted -> {
            long[] all = new long[segments.rows()];
            for (Segments.Segment segment : segments.all()) {
                System.arraycopy(segment.longs(wanted), 0, all, segment.firstRow(), segment.rows());
            }
            return all;
        });
    }
}
