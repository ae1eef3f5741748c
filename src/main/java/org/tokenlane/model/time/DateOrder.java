package org.tokenlane.model.time;

import org.tokenlane.model.text.TextKey;

/** Which of day and month comes first where a file writes a date as {@code 3/12/2025}. */
public enum DateOrder implements TextKey {
    MONTH_FIRST("month-first"),
    DAY_FIRST("day-first");

    private final String code;

    DateOrder(String code) {
        this.code = code;
    }

    /** How commands name it and the case stores it. */
    public String code() {
        return code;
    }
}
