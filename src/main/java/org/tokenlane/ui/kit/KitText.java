package org.tokenlane.ui.kit;

import org.tokenlane.model.text.TextKey;

/** Texts of what several parts of the window use. */
enum KitText implements TextKey {
    ACCESS_DENIED,
    AS_GIVEN,
    CASE_FILES,
    FILE_FAILED,
    NEW_CASE,
    NO_SUCH_FILE,
    OPEN_CASE,
    OUT_OF_MEMORY,
    PASSWORD_OF,
    PASSWORD_OPEN,
    PASSWORD_TITLE,
    UNEXPECTED,
    UNEXPECTED_NAMED
}
