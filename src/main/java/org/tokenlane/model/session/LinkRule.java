package org.tokenlane.model.session;

import org.tokenlane.model.text.TextKey;

/**
 * By which rule an event belongs to a session, the strongest first. The first three are facts of the record, the others
 * inferences, which are counted apart.
 */
public enum LinkRule implements TextKey {

    UTI_GIVEN(0, "uti", 1.0),
    UTI_FROM_REQUEST_ID(1, "uti-from-request-id", 1.0),
    SESSION_GIVEN(2, "session-id", 1.0),
    INTRA_SYSTEM_ID(3, "intra-system-id", 0.9),
    TOKEN_ISSUE_TIME(4, "issue-time", 0.8),
    CORRELATION_ID(5, "correlation-id", 0.6),
    USER_IP_TIME(6, "user-ip-time", 0.4),
    /** It belongs to no session on record. */
    NONE(7, "none", 0);

    private static final LinkRule[] BY_CODE = values();

    private final int code;
    private final String id;
    private final double confidence;

    LinkRule(int code, String id, double confidence) {
        this.code = code;
        this.id = id;
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
        return text();
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
