package org.tokenlane.ui.search;

import org.tokenlane.model.text.TextKey;

/** Texts of the search. */
public enum SearchText implements TextKey {
    RESULTS,
    BUSY,
    STOP,
    ANYWHERE,
    ANYWHERE_DETAIL,
    FROM,
    HINT,
    MESSAGE_ID,
    OF_SOURCE,
    PROMPT,
    QUOTED,
    RECORDS_FAILED,
    REQUEST_ID,
    SEARCH_FAILED,
    SESSION,
    TOKEN,
    COMMAND,
    SETTING,
    THIS_RECORD
}
