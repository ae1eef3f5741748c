package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordOpener;
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
            RecordDetail detail = at(place);
            if (best == null) {
                best = detail;
            }
            if (!isBare(detail)) {
                return detail;
            }
        }
        return best == null ? RecordDetail.NONE : best;
    }

    /** The details of all of the event's records, the richest first. */
    public List<RecordDetail> all(int event) {
        return events.places(event).stream().map(this::at).toList();
    }

    /** As {@link #all}, but each is opened when it is asked for. */
    public Stream<RecordDetail> each(int event) {
        return events.places(event).stream().map(this::at);
    }

    private RecordDetail at(RawPlace place) {
        return files
                .computeIfAbsent(new Table(place.evidence(), records.header(place)),
                        table -> opener.file(records.head(place), events.evidence(place.evidence()).columnNames()))
                .detail(records.bytes(place));
    }

    /** The records below a header; null where that is the file's own, or there is none. */
    private record Table(int evidence, @Nullable RawPlace header) {
    }

    private static boolean isBare(RecordDetail detail) {
        return detail.items().isEmpty() && detail.parameters().isEmpty() && detail.changes().isEmpty();
    }

    /** The events in the order of their records in the evidence, so that each block is unpacked once. */
    public int[] inOrderOfEvidence(int[] chosen) {
        record Placed(int event, RawPlace place) {
        }
        List<Placed> placed = new ArrayList<>(chosen.length);
        for (int event : chosen) {
            placed.add(new Placed(event, events.places(event).getFirst()));
        }
        placed.sort(Comparator.comparingInt((Placed one) -> one.place().evidence())
                .thenComparingInt(one -> one.place().block())
                .thenComparingInt(one -> one.place().offset()));
        return placed.stream().mapToInt(Placed::event).toArray();
    }
}
