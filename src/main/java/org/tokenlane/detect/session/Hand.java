package org.tokenlane.detect.session;

import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;

/** Which of two events in a session is someone else's, if the session is in two hands. */
final class Hand {

    private static final int VOUCHERS = 3;

    private Hand() {
    }

    /**
     * Tells whether two places are no sign of two people: both are the user's own, or the second is the exit of the
     * organisation, where the user's address is no sign of where they are.
     */
    static boolean excuses(CaseFacts facts, int one, int other) {
        return Against.isFamiliar(facts, other)
                && (Against.isFamiliar(facts, one) || facts.vouchers(other) >= VOUCHERS);
    }

    /** The event at the place that is not the user's; the later one where both or neither are. */
    static int odd(CaseFacts facts, int one, int other) {
        if (facts.isOutOfPlace(one) != facts.isOutOfPlace(other)) {
            return facts.isOutOfPlace(one) ? one : other;
        }
        return Against.isFamiliar(facts, other) && !Against.isFamiliar(facts, one) ? one : other;
    }

    /**
     * Tells whether a sign-in that begins a session is someone else's as well: the user usually works elsewhere, and it
     * is not on a device that they had before.
     */
    static boolean isOthers(CaseFacts facts, int root) {
        return facts.isOutOfPlace(root)
                || facts.hasHistory(root) && !facts.isBound(root) && !Against.isFamiliar(facts, root)
                        && facts.isNewPlace(root) && facts.knownDevice(root) == null;
    }
}
