package org.tokenlane.ui.containment;

import org.tokenlane.model.text.TextKey;

/** What the containment tab says. */
public enum ContainmentTabText implements TextKey {
    STEPS,
    COPY_ALL,
    DONE_COUNT,
    NO_SESSION,
    NO_SHEET,
    NOT_MADE,
    NOT_SAVED,
    NOT_TICKED,
    OPENING,
    PS1,
    SAVE,
    SAVE_TIP,
    SAVE_TITLE,
    SAVED,
    SHOW_PROOF,
    STATE,
    TICK_TIP,
    TOO_MANY,
    TXT;
}
