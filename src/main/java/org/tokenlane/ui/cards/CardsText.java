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
    MARK_OF,
    MARKED,
    MORE,
    NO_TIME,
    NOT_MADE,
    OPEN_SESSION,
    OPERATIONS,
    SEEN_WITH,
    SESSION,
    SESSION_PLURAL,
    SESSIONS,
    TIME,
    TOKEN,
    TOKENS,
    USER,
    USER_AGENTS,
    USERS;
}
