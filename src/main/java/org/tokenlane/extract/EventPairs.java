package org.tokenlane.extract;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.query.CaseEvents;

/**
 * Which event of the extract each event of the whole case is: the records of a file stand in both in the same order.
 */
public final class EventPairs {

    private final List<String> ids;
    private final Map<Integer, Integer> pairs;

    private EventPairs(List<String> ids, Map<Integer, Integer> pairs) {
        this.ids = ids;
        this.pairs = pairs;
    }

    /**
     * @param taken
     *            what each of the files is in the extract, which holds nothing else
     */
    static EventPairs of(List<TakenFile> files, List<Evidence> taken, CaseEvents extract) {
        Map<Integer, Integer> pairs = new HashMap<>();
        int row = 0;
        for (TakenFile file : files) {
            for (TakenFile.Taken record : file.records()) {
                if (record.event() >= 0) {
                    pairs.put(record.event(), extract.eventOfRow(row++));
                }
            }
        }
        if (row != extract.rows() || taken.size() != files.size()) {
            throw new IllegalStateException("The extract has " + extract.rows() + " records instead of " + row);
        }
        return new EventPairs(IntStream.range(0, extract.size()).mapToObj(extract::id).toList(), pairs);
    }

    /** The numbers in the extract of events of the whole case; those that were not taken are left out. */
    public BitSet of(BitSet before) {
        BitSet events = new BitSet();
        before.stream().map(this::event).filter(event -> event >= 0).forEach(events::set);
        return events;
    }

    /** The event's number in the extract, or -1. */
    int event(int before) {
        return pairs.getOrDefault(before, -1);
    }

    /** The event's id in the extract, or null. */
    @Nullable
    String id(int before) {
        int event = event(before);
        return event < 0 ? null : ids.get(event);
    }
}
