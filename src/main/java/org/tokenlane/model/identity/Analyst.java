package org.tokenlane.model.identity;

/** The person at the keyboard, as the audit trail and reports name them. */
public final class Analyst {

    private Analyst() {
    }

    /** The name under which this person is logged in to the machine; empty where the machine does not say. */
    public static String name() {
        return System.getProperty("user.name", "");
    }
}
