package org.tokenlane.ui.state;

/** The pages of the window. */
public enum Page {
    START,
    SESSIONS,
    FINDINGS,
    INVESTIGATE
}
