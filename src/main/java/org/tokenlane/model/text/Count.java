package org.tokenlane.model.text;

/** Numbers of things with their nouns: "1 event", "2,000 events". One place for every plural that is counted alone. */
public enum Count implements TextKey {
    ACCOUNTS,
    DAYS,
    DUPLICATES,
    EVENTS,
    EVIDENCE_FILES,
    FILES,
    FINDINGS,
    HOURS,
    INDICATORS,
    IP_ADDRESSES,
    LANES,
    LINES,
    MAIL_ITEMS,
    MARKS,
    MESSAGES,
    MINUTES,
    OPERATIONS,
    ORIGINS,
    RECORDS,
    REJECTED,
    ROWS,
    RULES,
    SECONDS,
    SESSIONS,
    SIGN_INS,
    TOKENS,
    USERS,
    VALUES;

    /** The number with its noun. */
    public String of(long number) {
        return text(number);
    }
}
