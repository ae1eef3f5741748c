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
    ACCOUNT_FILE,
    ACCOUNT_ALL,
    NOTHING_NEW,
    REFUSED,
    NO_SUCH_DATE_ORDER
}
