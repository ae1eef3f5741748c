package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** How an event's time was had, the most certain last. */
public enum TimeQuality implements TextKey {
    /** No time could be read: the event is kept without one. */
    UNDATED(0),
    /** The record's own time could not be read; another field of the same record dates it. */
    FROM_OTHER_FIELD(1),
    /** Day and month could not be told apart in the whole file, and the order was chosen. */
    ORDER_CHOSEN(2),
    /** Read from the record's own time field. */
    READ(3);

    private static final TimeQuality[] BY_CODE = values();

    private final int code;

    TimeQuality(int code) {
        this.code = code;
    }

    /** How the case stores it; a code is never given to another value. */
    public int code() {
        return code;
    }

    public static TimeQuality of(int code) {
        return BY_CODE[code];
    }
}
