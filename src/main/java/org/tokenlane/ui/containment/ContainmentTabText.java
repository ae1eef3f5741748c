package org.tokenlane.ui.containment;

import org.tokenlane.model.text.TextKey;

/** What the containment tab says. */
public enum ContainmentTabText implements TextKey {
    COPY_ALL,
    NOT_MADE,
    NOT_SAVED,
    NO_SESSION,
    NO_SHEET,
    OPENING,
    PS1,
    SAVE,
    SAVED,
    SAVE_TIP,
    SAVE_TITLE,
    STATE,
    TOO_MANY,
    TXT;
}
