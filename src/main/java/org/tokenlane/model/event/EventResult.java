package org.tokenlane.model.event;

/** How an event ended. An interrupted sign-in (multifactor asked for, "stay signed in?") is not a failed one. */
public enum EventResult {
    UNKNOWN,
    SUCCESS,
    FAILURE,
    INTERRUPTED
}
