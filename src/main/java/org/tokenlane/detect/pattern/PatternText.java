package org.tokenlane.detect.pattern;

import org.tokenlane.model.text.TextKey;

/** What findings of rules that are data add to the sentence of the rule. */
enum PatternText implements TextKey {
    BAD_FILTER,
    BAD_CONDITION,
    BAD_EXPRESSION,
    TOO_FEW_STEPS,
    HELD,
    TOTAL,
    APPLICATIONS,
    OPERATIONS,
    TARGETS,
    CHANGED,
    APPLICATION,
    OBJECT,
    CREDENTIAL_THEN_SIGN_IN,
    NEW_PLACE,
    NEW_PLACE_ACTS,
    ACT_AT,
    VALUES,
    EXAMPLES,
    SEQUENCE,
    STEP,
    STEP_ON,
    REPEATED
}
