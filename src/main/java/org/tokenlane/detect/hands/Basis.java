package org.tokenlane.detect.hands;

import org.tokenlane.model.text.TextKey;

/** What decides whose hands an event was done by, the strongest first. */
public enum Basis implements TextKey {

    /** The analyst's verdict. */
    VERDICT("verdict"),
    /** A high-severity finding on the origin inside the session that the event comes from. */
    FINDING("finding"),
    /** The record has no address of its own; its token was issued to an origin with a high-severity finding. */
    TOKEN("token"),
    /** The user's account from an address of an origin with a high-severity finding, outside that session. */
    ADDRESS("address"),
    /** The user has signed in from this network on several days before. */
    FAMILIAR("familiar"),
    NONE("none");

    private final String id;

    Basis(String id) {
        this.id = id;
    }

    /** The name in JSON and CSV. */
    public String id() {
        return id;
    }
}
