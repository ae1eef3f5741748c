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
    TARGETS,
    VALUES,
    EXAMPLES,
    SEQUENCE,
    STEP,
    STEP_ON,
    REPEATED
}
