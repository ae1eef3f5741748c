package org.tokenlane.detect.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** The events by the name of their operation: most rules are about few operations and need not look at all events. */
public final class OperationIndex {

    private final String[] names;
    private final int[][] events;

    OperationIndex(CaseEvents all) {
        names = all.dictionary(EventField.OPERATION);
        int[] codes = all.codes(EventField.OPERATION);
        int[] counts = new int[names.length];
        for (int code : codes) {
            counts[code]++;
        }
        events = new int[names.length][];
        Arrays.setAll(events, code -> new int[counts[code]]);
        int[] filled = new int[names.length];
        for (int event = 0; event < codes.length; event++) {
            events[codes[event]][filled[codes[event]]++] = event;
        }
    }

    /** The events whose operation's name passes the test. */
    public BitSet with(Predicate<String> test) {
        BitSet found = new BitSet();
        for (int code = 1; code < names.length; code++) {
            if (test.test(names[code])) {
                for (int event : events[code]) {
                    found.set(event);
                }
            }
        }
        return found;
    }
}
