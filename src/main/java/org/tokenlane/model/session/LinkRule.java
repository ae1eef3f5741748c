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
    /** Of several sessions of the user at the address, the only one with the device of the record. */
    USER_IP_TIME_DEVICE(8, "user-ip-time-device", 0.7),
    CORRELATION_ID(5, "correlation-id", 0.6),
    /** Of several sessions of the user at the address, the only one with the user agent of the record. */
    USER_IP_TIME_AGENT(9, "user-ip-time-agent", 0.6),
    /** Of several sessions of the user at the address, the only one with the mail client of the record or its system. */
    USER_IP_TIME_CLIENT(10, "user-ip-time-client", 0.5),
    /** Of several sessions of the user at the address, the only one with a token for the application of the record. */
    USER_IP_TIME_APP(11, "user-ip-time-app", 0.5),
    /** Of several sessions of the user at the address, the only one that had accessed the file before. */
    USER_IP_TIME_FILE(12, "user-ip-time-file", 0.5),
    USER_IP_TIME(6, "user-ip-time", 0.4),
    /** It belongs to no session on record. */
    NONE(7, "none", 0);

    private static final LinkRule[] BY_CODE = byCode();

    private final int code;
    private final String id;
    private final double confidence;

    LinkRule(int code, String id, double confidence) {
        this.code = code;
        this.id = id;
        this.confidence = confidence;
    }

    private static LinkRule[] byCode() {
        LinkRule[] byCode = new LinkRule[values().length];
        for (LinkRule rule : values()) {
            byCode[rule.code] = rule;
        }
        return byCode;
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
