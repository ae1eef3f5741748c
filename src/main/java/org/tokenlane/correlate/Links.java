package org.tokenlane.correlate;

import java.util.Arrays;
import org.tokenlane.model.session.LinkRule;

/** The links in the making, by event. */
record Links(int[] tokens, int[] sessions, LinkRule[] rules) {

    static Links none(int events) {
        LinkRule[] rules = new LinkRule[events];
        Arrays.fill(rules, LinkRule.NONE);
        return new Links(new int[events], new int[events], rules);
    }
}
