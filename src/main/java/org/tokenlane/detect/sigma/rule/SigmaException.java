package org.tokenlane.detect.sigma.rule;

import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** Something in a rule is wrong or not supported. Its message says what, and where in the file where that is known. */
public final class SigmaException extends ShownException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem
     *            a sentence without its full stop
     */
    public SigmaException(SigmaPlace place, Text problem) {
        this(SigmaRuleText.AT.with(problem, place.toString()));
    }

    /**
     * @param sentence
     *            a whole sentence
     */
    public SigmaException(Text sentence) {
        super(sentence);
    }
}
