package org.tokenlane.query;

import org.tokenlane.model.text.TextKey;

/** What is wrong with a filter. */
public enum QueryText implements TextKey {
    MISTAKE,
    STRAY_BRACKET,
    TERM_AFTER_OR,
    TERM_BEFORE_OR,
    TERM_MISSING,
    TERM_AFTER_MINUS,
    OPEN_BRACKET,
    NO_FIELD,
    NO_FIELD_BUT,
    NO_EVENT_ID,
    NO_FILE_NUMBER,
    NO_NETWORK,
    VALUE_AFTER,
    OPEN_QUOTE,
    VALUE_MISSING,
    NO_TIME,
    NOT_A_VALUE,
    NO_ADDRESS
}
