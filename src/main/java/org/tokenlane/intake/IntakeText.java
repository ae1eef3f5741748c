package org.tokenlane.intake;

import org.tokenlane.model.text.TextKey;

/** What an import says of a file. */
public enum IntakeText implements TextKey {
    HELD_ALREADY,
    HELD_ALREADY_FROM,
    LEFT_OUT,
    CARVE_NEWER,
    CARVE_CHANGED,
    MORE_RECORDS_THAN_LINES,
    UNREADABLE,
    TOO_LARGE,
    FORM_MADE_FROM,
    FORM_TRUNCATED,
    FORM_DAMAGED,
    FORM_TRAILING_BYTES
}
