package org.tokenlane.report.document;

import org.tokenlane.model.text.TextKey;

/** What the story of an account says of what the attacker did. Clauses follow the words for the attacker. */
enum PhaseText implements TextKey {
    AT,
    FROM,
    ACT,
    AND,
    AND_MORE,
    NAMED,
    OF,
    STATION,
    MAIL,
    FOLDERS,
    UNNAMED,
    THROTTLED,
    VIEWED,
    DOWNLOADED,
    SYNCED,
    UPLOADED,
    CHANGED,
    DELETED,
    SHARED,
    SEARCHED,
    TEAMS,
    ASSISTANTS,
    GRAPH,
    GRAPH_FAILED,
    SENT,
    RECIPIENTS,
    REMOVED,
    EDITED,
    SETTINGS,
    OTHER,
    MORE_FINDINGS,
    BASIS
}
