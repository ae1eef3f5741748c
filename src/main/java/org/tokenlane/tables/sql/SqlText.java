package org.tokenlane.tables.sql;

import org.tokenlane.model.text.TextKey;

/** What is said of queries. */
public enum SqlText implements TextKey {
    FAILED,
    NOTHING,
    ONE_STATEMENT,
    ONLY_SELECT,
    REFUSED,
    STOPPED,
    TOO_LARGE,
    TOO_LONG
}
