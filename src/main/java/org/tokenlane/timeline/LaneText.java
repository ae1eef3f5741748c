package org.tokenlane.timeline;

import org.tokenlane.model.text.TextKey;

/** What the lanes and origins of a timeline are called where the logs give no name. */
public enum LaneText implements TextKey {
    SIGN_INS,
    TOKEN,
    NO_TOKEN,
    NOT_ISSUED,
    NO_ADDRESS,
    NO_APPLICATION,
    NO_USER,
    NO_SESSION,
    MORE,
    OTHER_ORIGINS,
    NUMBERED,
    NO_NETWORK,
    TENANT,
    LETTER_ATTACKER,
    LETTER_USER,
    LETTER_UNCLEAR,
    EVENTS,
    TIMES,
    SIGN_IN,
    APP_TO_RESOURCE
}
