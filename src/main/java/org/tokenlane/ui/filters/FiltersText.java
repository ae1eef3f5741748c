package org.tokenlane.ui.filters;

import org.tokenlane.model.text.TextKey;

/** Texts of the filter, its menu and its ready filters. */
enum FiltersText implements TextKey {
    BUSY,
    STOP,
    ADDRESS_PROMPT,
    BACK,
    CLEAR,
    DELETE,
    DELETED,
    FORWARD,
    MENU_TIP,
    NOT_SAVED,
    NOTHING_TO_SAVE,
    OUTDATED,
    PROMPT,
    READY_BOOKMARKS,
    READY_CONSENTS,
    READY_DEVICE_CODE,
    READY_FAILED_SIGN_INS,
    READY_FILES,
    READY_GRAPH,
    READY_HOSTILE,
    READY_INBOX_RULES,
    READY_INDICATORS,
    READY_MAIL_MOVED,
    READY_MAIL_READ,
    READY_MAIL_SENT,
    READY_MFA,
    READY_SHARING,
    REMOVE,
    SAVE,
    SAVE_QUESTION,
    SAVE_TITLE,
    SAVED,
    USER_PROMPT,
    NOT_READ
}
