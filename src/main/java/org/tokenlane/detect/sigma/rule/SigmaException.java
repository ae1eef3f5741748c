package org.tokenlane.detect.sigma.rule;

/**
 * Something in a rule is wrong or not supported. Its message is a sentence for the analyst, which says where that is.
 */
public final class SigmaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SigmaException(SigmaPlace place, String problem) {
        this(problem + " (" + place + ").");
    }

    public SigmaException(String sentence) {
        super(sentence);
    }
}
