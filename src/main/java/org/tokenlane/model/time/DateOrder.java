package org.tokenlane.model.time;

/** Which of day and month comes first where a file writes a date as {@code 3/12/2025}. */
public enum DateOrder {
    MONTH_FIRST,
    DAY_FIRST
}
