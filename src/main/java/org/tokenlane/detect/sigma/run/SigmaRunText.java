package org.tokenlane.detect.sigma.run;

import org.tokenlane.model.text.TextKey;

/** Why a Sigma rule was not evaluated, what limits its answer, and what it counted. */
enum SigmaRunText implements TextKey {
    ALIAS_WITHOUT_FIELD,
    EXCLUDING_FIELDS_MISSING,
    FAILED,
    FIELDS_MISSING,
    IS_FILTER,
    LOGS_MISSING,
    LOG_NOT_SUPPORTED,
    NOTHING_TO_CORRELATE,
    NOTHING_TO_COUNT,
    OR,
    REFERENCE_AMBIGUOUS,
    REFERENCE_UNKNOWN,
    REFERRED_NOT_EVALUATED,
    REFERS_TO_ITSELF,
    SOME_WITHOUT_NUMBER,
    SOME_WITHOUT_TIME,
    SOME_WITHOUT_VALUE,
    VALUES_WITHOUT_COUNT,
    WHY_AVERAGE,
    WHY_EVENTS,
    WHY_ORDERED,
    WHY_RULES,
    WHY_SUM,
    WHY_VALUES
}
