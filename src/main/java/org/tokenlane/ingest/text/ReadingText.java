package org.tokenlane.ingest.text;

import org.tokenlane.model.text.TextKey;

/** Why a file or a record cannot be read, and how a file is written. */
public enum ReadingText implements TextKey {
    NOT_JSON,
    JSON_ENDS_EARLY,
    JSON_TOO_DEEP,
    TEXT_AFTER_RECORD,
    OBJECT_EXPECTED,
    NOT_A_ROW,
    ONE_CELL,
    MORE_CELLS,
    ROW_ENDS_EARLY,
    HEADER_AGAIN,
    OTHER_HEADER,
    JSON_IN_TABLE,
    NUL_BYTES,
    EMPTY_FILE,
    LFS_POINTER,
    OLD_EXCEL,
    UTF_32,
    BINARY,
    KNOWN_BINARY,
    PACKED,
    MARKUP,
    SHOWN_BY_POWERSHELL,
    NO_HEADER,
    HEADER_DAMAGED,
    FORM_TABLE,
    FORM_JSON,
    FORM_JSON_ROWS,
    FORM_LINES,
    TAB,
    RECORD_CHANGED,
    INDICATORS_TOO_LARGE,
    NO_INDICATORS,
    INDICATOR_ROW_DAMAGED,
    INDICATOR_FILE_HASH,
    INDICATOR_UNKNOWN,
    INDICATOR_OF_ANOTHER_TYPE,
    INDICATOR_MAIL_ADDRESS
}
