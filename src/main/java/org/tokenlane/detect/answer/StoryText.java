package org.tokenlane.detect.answer;

import org.tokenlane.model.text.TextKey;

/** The sentences of a story. */
enum StoryText implements TextKey {
    ACTED,
    CONTAINED,
    FETCH_ACTIONS,
    FETCH_CONTAINMENT,
    FETCH_LURE_ELSEWHERE,
    FETCH_REPLAY,
    FETCH_SIGN_INS,
    FETCH_TOKENS,
    FIRST_USE,
    LURE,
    LURE_IN_MESSAGE,
    LURE_NOT_KNOWN,
    NOT_CONTAINED,
    NO_ACTION,
    NO_REPLAY,
    NO_SIGN_IN,
    NO_TOKEN,
    OPENED,
    OPENED_INFERRED,
    OPENED_NAMED,
    REPLAYED,
    SIGNED_IN,
    TOKENS,
    USED_AFTER
}
