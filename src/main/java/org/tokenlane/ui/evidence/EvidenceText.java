package org.tokenlane.ui.evidence;

import org.tokenlane.model.text.TextKey;

/** The texts around the evidence. */
public enum EvidenceText implements TextKey {
    CLOSE,
    COPIED,
    COPY,
    DUPLICATES,
    FAILED,
    FAULTS,
    FILE,
    FILES,
    FIRST,
    IMPORTED,
    IMPORTED_BY,
    INTACT,
    LAST,
    LINE,
    MORE_REJECTED,
    NOT_VERIFIED,
    REASON,
    RECORDS,
    REJECTED,
    REJECTED_COUNT,
    SHA256,
    SHAPES,
    SIZE,
    STORED,
    TEXT,
    TITLE,
    TOTALS,
    VERIFY,
    VERIFYING,
    WARNING,
    WARNINGS,
    WEAK_KEY
}
