package org.tokenlane.ui.overview;

import org.tokenlane.model.text.TextKey;

/** Texts of the first page of a case. */
public enum OverviewText implements TextKey {
    ALL_SESSIONS,
    COUNTER_EVIDENCE,
    DAYS_WITHOUT,
    DUPLICATES,
    EVENTS,
    EVIDENCE,
    FAILED,
    FILE_ACCOUNT,
    FILES,
    FIRST,
    IMPORTED,
    LAST,
    LIKELY,
    LOG,
    MADE,
    MISSING,
    MORE_FILES,
    NO_COUNTER_EVIDENCE,
    NO_FINDINGS,
    NO_FINDINGS_NOT_EVALUATED,
    NO_USER,
    NOTHING_MISSING,
    PASTE_HINT,
    PASTE_PROMPT,
    POSSIBLE,
    RECORDS,
    REJECTED,
    RISK,
    RULES_RUNNING,
    SESSION,
    SESSION_IN_COUNTRIES,
    TITLE,
    WARNING,
    WHY,
    WORTH_OPENING
}
