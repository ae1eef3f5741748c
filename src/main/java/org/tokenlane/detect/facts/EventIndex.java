package org.tokenlane.detect.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.query.CaseEvents;

/**
 * The events by the name of their operation and by their kind: most rules are about few of them and need not look at
 * all events.
 */
public final class EventIndex {

    private final TextColumn names;
    private final int[][] events;
    private final Map<EventKind, BitSet> byKind = new EnumMap<>(EventKind.class);

    EventIndex(CaseEvents all) {
        names = all.dictionary(EventField.OPERATION);
        IntColumn codes = all.codes(EventField.OPERATION);
        int[] counts = codes.counts(names.size());
        events = new int[names.size()][];
        Arrays.setAll(events, code -> new int[counts[code]]);
        int[] filled = new int[names.size()];
        for (int event = 0; event < codes.size(); event++) {
            events[codes.get(event)][filled[codes.get(event)]++] = event;
            byKind.computeIfAbsent(all.kind(event), kind -> new BitSet()).set(event);
        }
    }

    /** The events whose operation's name passes the test. */
    public BitSet withOperation(Predicate<String> test) {
        BitSet found = new BitSet();
        for (int code = 1; code < names.size(); code++) {
            if (test.test(names.get(code))) {
                for (int event : events[code]) {
                    found.set(event);
                }
            }
        }
        return found;
    }

    /** The events of these kinds. */
    public BitSet ofKinds(Collection<EventKind> kinds) {
        BitSet found = new BitSet();
        kinds.forEach(kind -> found.or(byKind.getOrDefault(kind, new BitSet())));
        return found;
    }
}
