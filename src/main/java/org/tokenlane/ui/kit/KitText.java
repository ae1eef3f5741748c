package org.tokenlane.ui.kit;

import org.tokenlane.model.text.TextKey;

/** Texts of what several parts of the window use. */
enum KitText implements TextKey {
    ACCESS_DENIED,
    AS_GIVEN,
    CANCEL,
    CARD,
    CASE_FILES,
    COPY,
    COPY_ALL,
    COPY_KQL,
    EVERYTHING_WITH,
    DISK_FAILED,
    FILE_FAILED,
    FILTER_OUT,
    FILTER_TO,
    FROM_TIME,
    ITS_SESSIONS,
    KEY_CTRL,
    KEY_SHIFT,
    MARK,
    NO_SUCH_FILE,
    OK,
    OPEN_CASE,
    OPEN_SESSION,
    PASSWORD_AGAIN,
    PASSWORD_OF,
    PASSWORD_OPEN,
    PASSWORD_TITLE,
    QUOTED,
    UNDATED,
    STEP,
    STEP_COUNTED,
    UNEXPECTED,
    UNEXPECTED_NAMED,
    UP_TO_TIME
}
