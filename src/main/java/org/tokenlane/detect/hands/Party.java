package org.tokenlane.detect.hands;

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

    /** The name in JSON and CSV. */
    public String id() {
        return id;
    }
}
