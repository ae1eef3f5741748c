package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/** What an event tells of. */
public enum EventKind implements TextKey {

    SIGN_IN_INTERACTIVE,
    SIGN_IN_NON_INTERACTIVE,
    SIGN_IN_SERVICE_PRINCIPAL,
    SIGN_IN_MANAGED_IDENTITY,
    /** A sign-in whose export does not say of which kind it is, or one that is told by the unified audit log. */
    SIGN_IN,
    /** One step of authentication inside a sign-in (the portal's AuthDetails file). */
    AUTHENTICATION_STEP,
    OPERATION,
    GRAPH_CALL,
    DIRECTORY_CHANGE,
    RISK,
    ALERT;

    /** Tells whether the event is a sign-in, that is the issue of a token. */
    public boolean isSignIn() {
        return ordinal() <= SIGN_IN.ordinal();
    }

    /** Tells whether the event counts as an operation where it was made with a token. */
    public boolean isOperation() {
        return this == OPERATION || this == GRAPH_CALL || this == DIRECTORY_CHANGE;
    }
}
