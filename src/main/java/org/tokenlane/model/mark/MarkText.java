package org.tokenlane.model.mark;

import org.tokenlane.model.text.TextKey;

/** Marks in one line, as the audit trail has them. */
enum MarkText implements TextKey {
    ORIGIN,
    TARGET,
    VERDICT,
    VERDICT_BECAUSE,
    ON,
    LIST,
    BECAUSE
}
