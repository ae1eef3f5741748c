package org.tokenlane.detect;

import org.tokenlane.model.text.TextKey;

/** How far the rules are, why rules were not evaluated, how settings are refused, what verifying finds, and what Sigma rules found. */
enum DetectText implements TextKey {
    RUNNING_RULES,
    SWITCHED_OFF,
    MISSING_LOGS,
    UNKNOWN_CHECK,
    FAILED,
    UNKNOWN_RULE,
    BAD_ENABLED,
    UNKNOWN_COMMON_SETTING,
    NOT_A_NETWORK,
    FINDINGS_DIFFER,
    SIGMA_SOURCE,
    SIGMA_AUTHOR,
    SIGMA_NO_FALSE_POSITIVES,
    SIGMA_FALSE_POSITIVES,
    SIGMA_PART_OF,
    SIGMA_NEXT,
    SIGMA_MATCH,
    SIGMA_MATCH_AT,
    SIGMA_MATCH_BETWEEN,
    OPERATIONS,
    ADDRESSES,
    TARGETS,
    AND_MORE
}
