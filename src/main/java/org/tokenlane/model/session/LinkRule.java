package org.tokenlane.model.session;

/**
 * By which rule an event belongs to a session, the strongest first. The first three are facts of the record, the others
 * inferences, which are counted apart.
 */
public enum LinkRule {

    UTI_GIVEN(0, "uti", "the record gives the token's identifier", 1.0),
    UTI_FROM_REQUEST_ID(1, "uti-from-request-id", "the token's identifier follows from the sign-in's request id", 1.0),
    SESSION_GIVEN(2, "session-id", "the record gives the session id", 1.0),
    INTRA_SYSTEM_ID(3, "intra-system-id", "the audit record's IntraSystemId is a known sign-in's request id", 0.9),
    TOKEN_ISSUE_TIME(4, "issue-time",
            "user and app are those of one sign-in, and the token's issue time is its time less five minutes", 0.8),
    CORRELATION_ID(5, "correlation-id", "the correlation id is that of one session's events", 0.6),
    USER_IP_TIME(6, "user-ip-time", "user and address are those of just one session that was active then", 0.4),
    /** It belongs to no session on record. */
    NONE(7, "none", "nothing links it to a session", 0);

    private static final LinkRule[] BY_CODE = values();

    private final int code;
    private final String id;
    private final String words;
    private final double confidence;

    LinkRule(int code, String id, String words, double confidence) {
        this.code = code;
        this.id = id;
        this.words = words;
        this.confidence = confidence;
    }

    /** How the case stores it; a code is never given to another rule. */
    public int code() {
        return code;
    }

    public static LinkRule of(int code) {
        return BY_CODE[code];
    }

    /** The rule's name in commands. */
    public String id() {
        return id;
    }

    /** The rule in words. */
    public String words() {
        return words;
    }

    /** How far the rule can be relied on, 0 to 1; 1 is a fact of the record. */
    public double confidence() {
        return confidence;
    }

    /** Tells whether the link is inferred and not read from the record. */
    public boolean isInferred() {
        return this != NONE && confidence < 1;
    }
}
