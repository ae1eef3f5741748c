package org.tokenlane.extract;

import org.tokenlane.model.text.TextKey;

/** What extracts say of themselves. */
public enum ExtractText implements TextKey {
    NOTHING_SELECTED,
    RECORDS_UNREADABLE,
    NOT_DELETED,
    NOT_DELETED_EITHER,
    KEY_NOT_WRITTEN,
    RECORD_UNREADABLE,
    RECORDS_LOST,
    UNNAMED_CASE,
    EXTRACTED,
    WRITTEN,
    WRITTEN_WITH_PSEUDONYMS,
    UNCHANGED,
    CHANGED,
    MARKS,
    MARKS_LEFT,
    LINKED_DIFFERENTLY,
    REPLACED,
    REPLACED_LEFT,
    FINDINGS,
    READING,
    LEFT_IN,
    IN_RECORD,
    IN_EVIDENCE_NAME,
    IN_MARK,
    IN_ACTION_LOG
}
