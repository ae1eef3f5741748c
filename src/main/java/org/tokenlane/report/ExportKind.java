package org.tokenlane.report;

import org.tokenlane.model.text.TextKey;

/** What can leave a case as a file. As a text key it is the action that the audit trail lists. */
public enum ExportKind implements TextKey {
    CONTAINMENT,
    EVENTS,
    EXPOSURE,
    INDICATORS,
    MARKS,
    QUERY,
    REPORT,
    TABLES,
    TIMELINE
}
