package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** What an event tells of. */
public enum EventKind implements TextKey {

    SIGN_IN_INTERACTIVE(0),
    SIGN_IN_NON_INTERACTIVE(1),
    SIGN_IN_SERVICE_PRINCIPAL(2),
    SIGN_IN_MANAGED_IDENTITY(3),
    /** A sign-in whose export does not say of which kind it is, or one that is told by the unified audit log. */
    SIGN_IN(4),
    /** One step of authentication inside a sign-in (the portal's AuthDetails file). */
    AUTHENTICATION_STEP(5),
    OPERATION(6),
    GRAPH_CALL(7),
    DIRECTORY_CHANGE(8),
    RISK(9),
    ALERT(10),
    /** A message on its way: received, delivered, blocked, moved afterwards, or a link or attachment in it. */
    MESSAGE(11),
    /** A link in a message or document that a user followed. */
    LINK_CLICK(12),
    /** A logon that the directory or an online service recorded; no token is known of it. */
    LOGON(13),
    /** What a service knew of an object at the time. Nothing happened then. */
    STATE(14);

    private static final EventKind[] BY_CODE = values();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** How the case stores it; a code is never given to another kind. */
    public int code() {
        return code;
    }

    public static EventKind of(int code) {
        return BY_CODE[code];
    }

    /** Tells whether the event is a sign-in, that is the issue of a token. */
    public boolean isSignIn() {
        return switch (this) {
        case SIGN_IN_INTERACTIVE, SIGN_IN_NON_INTERACTIVE, SIGN_IN_SERVICE_PRINCIPAL, SIGN_IN_MANAGED_IDENTITY,
                SIGN_IN ->
            true;
        default -> false;
        };
    }

    /** Tells whether somebody did what the event tells, so that their name is missed where the record has none. */
    public boolean isDoneBySomebody() {
        return this != ALERT && this != MESSAGE && this != STATE;
    }

    /** Tells whether what the event tells is done with a token, so that a session is missed where there is none. */
    public boolean isDoneWithToken() {
        return isSignIn() || isOperation() || this == AUTHENTICATION_STEP;
    }

    /** Tells whether the event counts as an operation where it was made with a token. */
    public boolean isOperation() {
        return this == OPERATION || this == GRAPH_CALL || this == DIRECTORY_CHANGE;
    }
}
