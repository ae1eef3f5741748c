package org.tokenlane.ui.tokens;

import org.tokenlane.model.text.TextKey;

/** What the tree of tokens says. */
public enum TokensText implements TextKey {
    APP_TO_RESOURCE,
    INFERRED,
    INFERRED_DETAIL,
    ISSUED,
    ISSUED_TO,
    NOT_READ,
    NO_NAME,
    NO_TOKEN,
    NO_TOKEN_DETAIL,
    SELECT_SESSION,
    SESSION,
    TIMES,
    TITLE,
    TOKEN,
    TOOLTIP,
    UNKNOWN_ADDRESS;
}
