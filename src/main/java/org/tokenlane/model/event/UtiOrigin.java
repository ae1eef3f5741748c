package org.tokenlane.model.event;

/** How an event's UTI was had, the strongest last. */
public enum UtiOrigin {
    /** There is no UTI. */
    NONE,
    /**
     * Derived from a field that is believed, not proved, to be the sign-in's request id (the unified audit log's
     * IntraSystemId): an inferred link.
     */
    INTRA_SYSTEM_ID,
    /** Derived from the sign-in's request id. */
    REQUEST_ID,
    /** Given in a field of the record. */
    FIELD
}
