package org.tokenlane.detect.facts;

/** Whose hands an event is in, as far as its place and its token show. */
public enum Hands {
    /** The user's: the token is bound to its device, or the user usually works there. */
    OWN,
    /** Somewhere the user does not usually work. */
    STRANGE,
    /** Too little is on record, or the address does not show who acted. */
    UNKNOWN
}
