package org.tokenlane.ui.events;

import org.tokenlane.model.text.TextKey;

/** What the list of events says. */
public enum EventsText implements TextKey {
    AROUND,
    CLOSE_RUN,
    COPY_CSV,
    COPY_JSON,
    CSV_AS_SHOWN,
    FOLD,
    FOLD_TIP,
    IN_LINES,
    LISTED,
    MARK,
    NOT_COPIED,
    NOT_SAVED,
    NOT_SORTED,
    NO_EVENT,
    ONLY_SELECTED,
    OPEN_RUN,
    SAVE,
    SAVED,
    SAVE_AS_FILE,
    SAVE_EVENTS,
    SAVE_TIP,
    SELECT_FIRST,
    SEVERAL,
    STILL_WRITING,
    STOP,
    STOPPED,
    TIME_IN_ZONE,
    TOO_MANY,
    TOO_MUCH,
    TOO_MUCH_QUESTION;
}
