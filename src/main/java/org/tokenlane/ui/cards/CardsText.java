package org.tokenlane.ui.cards;

import org.tokenlane.model.text.TextKey;

/** What the card of a value says. */
public enum CardsText implements TextKey {
    APP,
    APPS,
    COPY,
    COUNTRIES,
    DEVICE,
    EVENTS,
    EXTERNAL_DATA,
    FILTER_OUT,
    FILTER_TO,
    FIRST_SEEN,
    IN_CASE,
    IP_ADDRESS,
    IP_ADDRESSES,
    LAST_SEEN,
    LATER,
    MARK,
    MARKED,
    MARK_OF,
    MORE,
    NOT_MADE,
    NO_TIME,
    OPEN_SESSION,
    OPERATIONS,
    SEEN_WITH,
    SESSION,
    SESSIONS,
    SESSION_PLURAL,
    TIME,
    TOKEN,
    TOKENS,
    USER,
    USERS,
    USER_AGENTS;
}
