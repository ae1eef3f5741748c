package org.tokenlane.ui.tokens;

import org.tokenlane.model.text.TextKey;

/** What the tree of tokens says. */
public enum TokensText implements TextKey {
    APP_TO_RESOURCE,
    APPLICATION,
    INFERRED,
    INFERRED_DETAIL,
    ISSUED,
    ISSUED_TO,
    NO_NAME,
    NO_TOKEN,
    NO_TOKEN_DETAIL,
    NOT_READ,
    SELECT_SESSION,
    SESSION,
    TIMES,
    TITLE,
    TOKEN,
    TOOLTIP,
    UNKNOWN_ADDRESS,
    OPERATIONS_OF_EVENTS,
    PART_JUDGED,
    SESSION_DETAIL
}
