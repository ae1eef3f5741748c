package org.tokenlane.lake;

import java.util.Locale;

/** What became of a record. */
enum RecordKind {

    EVENT,
    /** It shows how something is set. */
    STATE,
    /** It shows how something is set, as another record of its file does. */
    STATE_AGAIN,
    REJECTED,
    /** No record, but the end of a file that was read whole, with its hash. */
    END;

    /** How the lake stores it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
