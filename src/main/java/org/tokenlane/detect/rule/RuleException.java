package org.tokenlane.detect.rule;

/** A rule's file or setting is not as it has to be. Its message is a sentence for the analyst. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
