package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** How an event ended. An interrupted sign-in (multifactor asked for, "stay signed in?") is not a failed one. */
public enum EventResult implements TextKey {
    UNKNOWN,
    SUCCESS,
    FAILURE,
    INTERRUPTED
}
