package org.tokenlane.query;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
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
    private final AtomicReferenceArray<int @Nullable []> codes = new AtomicReferenceArray<>(EventField.values().length);
    private final AtomicReferenceArray<String @Nullable []> dictionaries = new AtomicReferenceArray<>(
            EventField.values().length);
    private final Map<RowColumn, int[]> ints = new ConcurrentHashMap<>();
    private final Map<RowColumn, long[]> longs = new ConcurrentHashMap<>();
    private volatile byte[] utiOrigins = {};
    private volatile BitSet upnsResolved = new BitSet();

    EventColumns(CaseFile caseFile, Segments segments, RowGroups groups) {
        this.caseFile = caseFile;
        this.segments = segments;
        this.groups = groups;
    }

    /** Whether a shared field's values and codes are in memory. */
    boolean isLoaded(EventField shared) {
        return codes.get(shared.ordinal()) != null && dictionaries.get(shared.ordinal()) != null;
    }

    /** The codes of a shared field by event. */
    int[] codes(EventField shared, CaseEvents events, int[] groupOfEvent) {
        int[] known = codes.get(shared.ordinal());
        return known != null ? known : readCodes(shared, events, groupOfEvent);
    }

    private synchronized int[] readCodes(EventField shared, CaseEvents events, int[] groupOfEvent) {
        int[] known = codes.get(shared.ordinal());
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

    private int[] merged(int[] rows, int[] groupOfEvent) {
        int[] merged = new int[groupOfEvent.length];
        for (int event = 0; event < merged.length; event++) {
            merged[event] = groups.firstNotZero(rows, groupOfEvent[event]);
        }
        return merged;
    }

    /** The UTI that is had best: a given one before a derived one. */
    private int[] utis(int[] groupOfEvent) {
        int[] rows = rowCodes(EventField.UTI);
        int[] origins = ints(RowColumn.UTI_ORIGIN);
        int[] merged = new int[groupOfEvent.length];
        byte[] originOf = new byte[merged.length];
        for (int event = 0; event < merged.length; event++) {
            int group = groupOfEvent[event];
            int best = groups.firstRow(group);
            if (!groups.isSingle(group)) {
                for (int row : groups.rows(group)) {
                    best = UtiOrigin.of(origins[row]).compareTo(UtiOrigin.of(origins[best])) > 0 ? row : best;
                }
            }
            merged[event] = rows[best];
            originOf[event] = (byte) origins[best];
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

    /** A shared field's values by code; the element at 0 is null. */
    String[] dictionary(EventField shared) {
        String[] known = dictionaries.get(shared.ordinal());
        return known != null ? known : readDictionary(shared);
    }

    int dictionarySize(EventField shared) {
        String[] known = dictionaries.get(shared.ordinal());
        return known != null ? known.length : caseFile.dictionarySize(shared.name());
    }

    private synchronized String[] readDictionary(EventField shared) {
        String[] known = dictionaries.get(shared.ordinal());
        if (known == null) {
            known = caseFile.dictionary(shared.name());
            dictionaries.set(shared.ordinal(), known);
        }
        return known;
    }

    /** The codes of a shared field by row, as each record gives it. */
    int[] rowCodes(EventField shared) {
        int[] rows = new int[segments.rows()];
        for (Segments.Segment segment : segments.all()) {
            System.arraycopy(segment.codes(shared), 0, rows, segment.firstRow(), segment.rows());
        }
        return rows;
    }

    int[] ints(RowColumn column) {
        int[] known = ints.get(column);
        return known != null ? known : ints.computeIfAbsent(column, wanted -> {
            int[] all = new int[segments.rows()];
            for (Segments.Segment segment : segments.all()) {
                System.arraycopy(segment.ints(wanted), 0, all, segment.firstRow(), segment.rows());
            }
            return all;
        });
    }

    long[] longs(RowColumn column) {
        long[] known = longs.get(column);
        return known != null ? known : longs.computeIfAbsent(column, wanted -> {
            long[] all = new long[segments.rows()];
            for (Segments.Segment segment : segments.all()) {
                System.arraycopy(segment.longs(wanted), 0, all, segment.firstRow(), segment.rows());
            }
            return all;
        });
    }

    /** Frees the memory of columns that are merged and not needed by row any more. */
    void forget(RowColumn... columns) {
        for (RowColumn column : columns) {
            ints.remove(column);
            longs.remove(column);
        }
    }
}
