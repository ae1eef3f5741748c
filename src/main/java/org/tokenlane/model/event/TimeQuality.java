package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** How an event's time was had, the most certain last. */
public enum TimeQuality implements TextKey {
    /** No time could be read: the event is kept without one. */
    UNDATED,
    /** The record's own time could not be read; another field of the same record dates it. */
    FROM_OTHER_FIELD,
    /** Day and month could not be told apart in the whole file, and the order was chosen. */
    ORDER_CHOSEN,
    /** Read from the record's own time field. */
    READ
}
