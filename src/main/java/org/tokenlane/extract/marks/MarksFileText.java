package org.tokenlane.extract.marks;

import org.tokenlane.model.text.TextKey;

/** Why a file of marks is refused. */
enum MarksFileText implements TextKey {
    READ_DENIED,
    NO_SUCH_FILE,
    READ_FAILED,
    TOO_LARGE,
    NOT_UTF8,
    NOT_JSON,
    NOT_MARKS,
    NEWER,
    OTHER_CASE,
    BAD_LINE,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    NOT_A_TEXT,
    NOT_A_LIST,
    TOO_LONG,
    EMPTY,
    UNKNOWN_KIND,
    UNKNOWN_TARGET_KIND,
    NOT_A_TARGET,
    NOT_A_VERDICT,
    NOT_A_TIME,
    NOT_A_SPLIT,
    NOT_AN_INDICATOR,
    TWICE
}
