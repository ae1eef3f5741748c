package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** How an event ended. An interrupted sign-in (multifactor asked for, "stay signed in?") is not a failed one. */
public enum EventResult implements TextKey {
    UNKNOWN(0),
    SUCCESS(1),
    FAILURE(2),
    INTERRUPTED(3);

    private static final EventResult[] BY_CODE = values();

    private final int code;

    EventResult(int code) {
        this.code = code;
    }

    /** How the case stores it; a code is never given to another value. */
    public int code() {
        return code;
    }

    public static EventResult of(int code) {
        return BY_CODE[code];
    }
}
