package org.tokenlane.detect.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.RawRecords;

/**
 * What the records of events contain beyond the columns, read from the raw records of the case. Opening a record takes
 * some microseconds, so ask for few.
 */
public final class EventDetails {

    private final CaseEvents events;
    private final RawRecords records;
    private final RecordOpener opener;
    private final Map<Table, RecordOpener.File> files = new ConcurrentHashMap<>();

    public EventDetails(CaseEvents events, RawRecords records, RecordOpener opener) {
        this.events = events;
        this.records = records;
        this.opener = opener;
    }

    /**
     * The detail of the event's richest record; where that has no mail items, parameters or changes, those of the next
     * that has.
     */
    public RecordDetail of(int event) {
        RecordDetail best = null;
        for (RawPlace place : events.places(event)) {
            RecordDetail detail = at(event, place);
            if (best == null) {
                best = detail;
            }
            if (!isBare(detail)) {
                return detail;
            }
        }
        return best == null ? RecordDetail.NONE : best;
    }

    /** The fields of the record that {@link #of} gives the detail of; quicker where the event has one record. */
    public RecordFields fields(int event) {
        List<RawPlace> places = events.places(event);
        return places.size() == 1
                ? file(places.getFirst()).fields(records.bytes(places.getFirst()), () -> recordId(event))
                : of(event).fields();
    }

    /** The details of all of the event's records, the richest first. */
    public List<RecordDetail> all(int event) {
        return events.places(event).stream().map(place -> at(event, place)).toList();
    }

    /** As {@link #all}, but each is opened when it is asked for. */
    public Stream<RecordDetail> each(int event) {
        return events.places(event).stream().map(place -> at(event, place));
    }

    private RecordDetail at(int event, RawPlace place) {
        return file(place).detail(records.bytes(place), () -> recordId(event));
    }

    private RecordOpener.File file(RawPlace place) {
        return files.computeIfAbsent(new Table(place.evidence(), records.header(place)),
                table -> opener.file(records.head(place), events.evidence(place.evidence()).columnNames()));
    }

    private @Nullable String recordId(int event) {
        return events.text(EventField.RECORD_ID, event);
    }

    /** The records below a header; null where that is the file's own, or there is none. */
    private record Table(int evidence, @Nullable RawPlace header) {
    }

    private static boolean isBare(RecordDetail detail) {
        return detail.items().isEmpty() && detail.parameters().isEmpty() && detail.changes().isEmpty();
    }

    /**
     * The events in the order of their records in the evidence, so that each block is unpacked once. Made without an
     * object for each event: of a large case a million are asked for.
     */
    public int[] inOrderOfEvidence(int[] chosen) {
        long[] blocks = new long[chosen.length];
        int[] offsets = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            RawPlace place = events.places(chosen[i]).getFirst();
            blocks[i] = (long) place.evidence() << Integer.SIZE | place.block();
            offsets[i] = place.offset();
        }
        long[] distinct = Arrays.stream(blocks).sorted().distinct().toArray();
        int[] begins = new int[distinct.length + 1];
        for (long block : blocks) {
            begins[Arrays.binarySearch(distinct, block) + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        int[] next = begins.clone();
        long[] placed = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            placed[next[Arrays.binarySearch(distinct, blocks[i])]++] = (long) offsets[i] << Integer.SIZE | i;
        }
        for (int block = 0; block < distinct.length; block++) {
            Arrays.sort(placed, begins[block], begins[block + 1]);
        }
        return Arrays.stream(placed).mapToInt(one -> chosen[(int) one]).toArray();
    }
}
