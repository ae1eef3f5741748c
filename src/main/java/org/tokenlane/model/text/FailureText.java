package org.tokenlane.model.text;

/** Why work ended early, whatever it was. */
public enum FailureText implements TextKey {
    NESTED_TOO_DEEPLY,
    OUT_OF_MEMORY,
    UNEXPECTED_ERROR
}
