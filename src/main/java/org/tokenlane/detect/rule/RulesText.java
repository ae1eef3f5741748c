package org.tokenlane.detect.rule;

import org.tokenlane.model.text.TextKey;

/** Messages about rule files and their settings. */
public enum RulesText implements TextKey {
    UNREADABLE_LIST,
    FILE_MISSING,
    NOT_YAML,
    NOT_YAML_AT_LINE,
    NO_RULE,
    UNKNOWN_ENTRIES,
    UNKNOWN_NEED,
    BAD_SETTINGS,
    BAD_ENABLED,
    BAD_SEVERITY,
    MISSING_ENTRY,
    UNKNOWN_SETTING,
    EMPTY_SETTING,
    NOT_A_WHOLE_NUMBER,
    MISSING_SETTING,
    NOT_A_NUMBER,
    NOT_A_CHOICE,
    INFERRED_SESSION
}
