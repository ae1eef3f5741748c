package org.tokenlane.ui.sessions;

import org.tokenlane.model.text.TextKey;

/** What the list of sessions says. */
public enum SessionsText implements TextKey {
    APPLICATION,
    APPLICATION_ADDRESSES,
    APPLICATION_CONSENTS,
    APPLICATION_CREDENTIALS,
    APPLICATION_FIRST,
    APPLICATION_LAST,
    APPLICATION_OPERATIONS,
    APPLICATION_OWNERS,
    APPLICATION_RISK,
    APPLICATION_SIGN_INS,
    APPLICATION_TOKENS,
    APPLICATIONS,
    BY_USER,
    HINT,
    INFERRED,
    LISTED,
    NO_SESSION,
    NO_USER,
    NOT_LISTED,
    OTHER_WORKLOAD,
    PARTLY,
    PARTLY_TIP,
    RISK_PART,
    RISK_SAME_EVENTS,
    RISK_SUM,
    RISK_WORDS,
    TITLE,
    WORKLOAD;
}
