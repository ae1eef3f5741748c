package org.tokenlane.model.event;

/** How an event's UTI was had, the strongest last. */
public enum UtiOrigin {
    /** There is no UTI. */
    NONE(0),
    /**
     * Derived from a field that is believed, not proved, to be the sign-in's request id (the unified audit log's
     * IntraSystemId): an inferred link.
     */
    INTRA_SYSTEM_ID(1),
    /** Derived from the sign-in's request id. */
    REQUEST_ID(2),
    /** Given in a field of the record. */
    FIELD(3);

    private static final UtiOrigin[] BY_CODE = values();

    private final int code;

    UtiOrigin(int code) {
        this.code = code;
    }

    /** How the case stores it; a code is never given to another value. */
    public int code() {
        return code;
    }

    public static UtiOrigin of(int code) {
        return BY_CODE[code];
    }
}
