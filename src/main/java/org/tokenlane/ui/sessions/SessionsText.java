package org.tokenlane.ui.sessions;

import org.tokenlane.model.text.TextKey;

/** What the list of sessions says. */
public enum SessionsText implements TextKey {
    BY_USER,
    HINT,
    INFERRED,
    LISTED,
    NOT_LISTED,
    NO_SESSION,
    NO_USER,
    OTHER_WORKLOAD,
    PARTLY,
    PARTLY_TIP,
    RISK_PART,
    RISK_SUM,
    RISK_WORDS,
    TITLE,
    WORKLOAD;
}
