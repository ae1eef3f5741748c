package org.tokenlane.report.office;

import org.tokenlane.model.text.TextKey;

/** Names of sheets and columns. */
enum OfficeText implements TextKey {
    SESSIONS,
    EVENTS,
    FINDINGS,
    CONTAINMENT,
    ACCOUNTS,
    SESSION,
    USERS,
    ADDRESSES,
    COUNTRIES,
    FIRST,
    LAST,
    SIGN_INS,
    TOKENS,
    OPERATIONS,
    INFERRED,
    RISK,
    TIME,
    OPERATION,
    WORKLOAD,
    RESULT,
    ADDRESS,
    APPLICATION,
    TARGET,
    EVENT,
    FILE,
    LINE,
    RULE,
    FINDING,
    SEVERITY,
    TECHNIQUES,
    USER,
    REASON,
    AGAINST,
    EVENTS_OF,
    STEP,
    OBJECT,
    STATE
}
