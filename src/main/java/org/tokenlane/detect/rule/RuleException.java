package org.tokenlane.detect.rule;

import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A rule file or a setting of a rule is not valid; the message is for the analyst. */
public final class RuleException extends ShownException {

    private static final long serialVersionUID = 1L;

    public RuleException(Text message) {
        super(message);
    }
}
