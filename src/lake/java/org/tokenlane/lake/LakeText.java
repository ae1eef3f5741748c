package org.tokenlane.lake;

import org.tokenlane.model.text.TextKey;

/** What the commands on a lake say. */
enum LakeText implements TextKey {
    NOT_FOUND,
    NOT_EMPTY,
    NEWER_FORMAT,
    NO_LAKE,
    UNREADABLE,
    FAILED,
    READ_ERROR_IN,
    READ_ERROR_IN_ROWS,
    ACCOUNT_FILE,
    ACCOUNT_ALL,
    NOTHING_NEW,
    REFUSED,
    NO_SUCH_DATE_ORDER,
    NO_EVENT_OF_SESSION,
    NO_EVENT_OF_TOKEN,
    FIND_NEEDS_VALUE,
    CARVE_NOT_EMPTY,
    CARVE_NEEDS_CHOICE,
    NOTHING_TO_CARVE,
    CARVED,
    CUT,
    MANIFEST_LINKS,
    NO_NETWORK,
    NO_TIME,
    HUNT,
    NO_SUCH_HUNT,
    HUNT_NEEDS_VALUE
}
