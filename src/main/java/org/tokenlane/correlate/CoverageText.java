package org.tokenlane.correlate;

import org.tokenlane.model.text.TextKey;

/** What a case lacks, and what to export for it. */
public enum CoverageText implements TextKey {
    EXTRACT,
    FETCH_CASE,
    FETCH_NAMED_CASE,
    NO_SIGN_INS,
    FETCH_SIGN_INS,
    NO_NON_INTERACTIVE,
    FETCH_NON_INTERACTIVE,
    NO_AUDIT_LOG,
    FETCH_AUDIT_LOG,
    NO_GRAPH,
    FETCH_GRAPH,
    NO_DIRECTORY,
    FETCH_DIRECTORY,
    TOKENS_WITHOUT_SIGN_IN,
    FETCH_EARLIER_SIGN_INS,
    SESSIONS_WITHOUT_OPERATIONS,
    FETCH_OF_USER,
    GRAPH_V1,
    FETCH_GRAPH_BETA,
    ROUND_NUMBER,
    FETCH_SHORTER,
    DAYS_WITHOUT,
    FETCH_DAYS
}
