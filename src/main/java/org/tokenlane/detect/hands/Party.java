package org.tokenlane.detect.hands;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.TextKey;

/** Who did something, as far as the logs and the analyst's verdicts tell. */
public enum Party implements TextKey {

    ATTACKER("attacker"),
    USER("user"),
    /** Nothing decides it: neither counted as the attacker's nor as the user's. */
    UNCLEAR("unclear");

    private final String id;

    Party(String id) {
        this.id = id;
    }

    /** What a verdict says; without one it is unclear. */
    public static Party of(@Nullable Verdict verdict) {
        return verdict == Verdict.MALICIOUS ? ATTACKER : verdict == Verdict.BENIGN ? USER : UNCLEAR;
    }

    /** The name in JSON and CSV. */
    public String id() {
        return id;
    }
}
