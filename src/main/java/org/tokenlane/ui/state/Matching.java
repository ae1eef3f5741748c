package org.tokenlane.ui.state;

import java.util.BitSet;

/** The events that the filter selects, as a set and in time order. */
public record Matching(BitSet set, int[] events) {

    static final Matching NONE = new Matching(new BitSet(), new int[0]);

    static Matching of(BitSet set) {
        return new Matching(set, set.stream().toArray());
    }
}
