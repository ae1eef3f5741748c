package org.tokenlane.query;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/**
 * The columns of a case that are read when they are first asked for: as the records give them, by row, and merged, by
 * event. What has been read is had without waiting for whoever reads another column. Safe for several threads.
 */
final class EventColumns {

    private final CaseFile caseFile;
    private final Segments segments;
    private final RowGroups groups;
    /** By field; an array, as each question about an event asks for some of them. */
    private final AtomicReferenceArray<@Nullable IntColumn> codes = new AtomicReferenceArray<>(
            EventField.values().length);
    private final AtomicReferenceArray<@Nullable TextColumn> dictionaries = new AtomicReferenceArray<>(
            EventField.values().length);
    private final Map<RowColumn, IntColumn> ints = new ConcurrentHashMap<>();
    private final Map<RowColumn, LongColumn> longs = new ConcurrentHashMap<>();
    private volatile byte[] utiOrigins = {};
    private volatile BitSet upnsResolved = new BitSet();

    /**
     * @param keys
     *            the upper halves of the rows' keys
     */
    EventColumns(CaseFile caseFile, Segments segments, RowGroups groups, LongColumn keys) {
        this.caseFile = caseFile;
        this.segments = segments;
        this.groups = groups;
        longs.put(RowColumn.KEY_HIGH, keys);
    }

    /** Whether a shared field's values and codes are in memory. */
    boolean isLoaded(EventField shared) {
        return codes.get(shared.ordinal()) != null && dictionaries.get(shared.ordinal()) != null;
    }

    /** The codes of a shared field by event. */
    IntColumn codes(EventField shared, CaseEvents events, IntColumn groupOfEvent) {
        IntColumn known = codes.get(shared.ordinal());
        return known != null ? known : readCodes(shared, events, groupOfEvent);
    }

    private synchronized IntColumn readCodes(EventField shared, CaseEvents events, IntColumn groupOfEvent) {
        IntColumn known = codes.get(shared.ordinal());
        if (known == null) {
            known = shared == EventField.UTI ? utis(groupOfEvent) : merged(rowCodes(shared), groupOfEvent);
            if (shared == EventField.UPN) {
                BitSet resolved = new BitSet();
                new UpnResolver(events).resolve(known, resolved);
                upnsResolved = resolved;
            }
            codes.set(shared.ordinal(), known);
        }
        return known;
    }

    private IntColumn merged(IntColumn rows, IntColumn groupOfEvent) {
        IntColumn merged = new IntColumn(groupOfEvent.size());
        for (int event = 0; event < merged.size(); event++) {
            merged.set(event, groups.firstNotZero(rows, groupOfEvent.get(event)));
        }
        return merged;
    }

    /** The UTI that is had best: a given one before a derived one. */
    private IntColumn utis(IntColumn groupOfEvent) {
        IntColumn rows = rowCodes(EventField.UTI);
        IntColumn origins = ints(RowColumn.UTI_ORIGIN);
        IntColumn merged = new IntColumn(groupOfEvent.size());
        byte[] originOf = new byte[merged.size()];
        for (int event = 0; event < originOf.length; event++) {
            int group = groupOfEvent.get(event);
            int best = groups.firstRow(group);
            if (!groups.isSingle(group)) {
                for (int row : groups.rows(group)) {
                    best = UtiOrigin.of(origins.get(row)).compareTo(UtiOrigin.of(origins.get(best))) > 0 ? row
                            : best;
                }
            }
            merged.set(event, rows.get(best));
            originOf[event] = (byte) origins.get(best);
        }
        utiOrigins = originOf;
        return merged;
    }

    /** How the event's UTI is had; to be asked after its codes. */
    UtiOrigin utiOrigin(int event) {
        return UtiOrigin.of(utiOrigins[event]);
    }

    /** Whether the event's UPN was found by its object id; to be asked after its codes. */
    boolean isUpnResolved(int event) {
        return upnsResolved.get(event);
    }

    /** A shared field's values by code; that of 0 is null. */
    TextColumn dictionary(EventField shared) {
        TextColumn known = dictionaries.get(shared.ordinal());
        return known != null ? known : readDictionary(shared);
    }

    int dictionarySize(EventField shared) {
        TextColumn known = dictionaries.get(shared.ordinal());
        return known != null ? known.size() : caseFile.dictionarySize(shared.name());
    }

    private synchronized TextColumn readDictionary(EventField shared) {
        TextColumn known = dictionaries.get(shared.ordinal());
        if (known == null) {
            known = caseFile.dictionary(shared.name());
            dictionaries.set(shared.ordinal(), known);
        }
        return known;
    }

    /** The codes of a shared field by row, as each record gives it. */
    IntColumn rowCodes(EventField shared) {
        return segments.codes(shared);
    }

    IntColumn ints(RowColumn column) {
        IntColumn known = ints.get(column);
        return known != null ? known : ints.computeIfAbsent(column, segments::ints);
    }

    LongColumn longs(RowColumn column) {
        LongColumn known = longs.get(column);
        return known != null ? known : longs.computeIfAbsent(column, segments::longs);
    }

    /** Frees the memory of columns that are merged and not needed by row any more. */
    void forget(RowColumn... columns) {
        for (RowColumn column : columns) {
            ints.remove(column);
            longs.remove(column);
        }
    }
}
