package org.tokenlane.ui.tokens;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Count;

/**
 * A line of the token tree.
 *
 * @param text
 *            what it is
 * @param detail
 *            a second line, or empty
 * @param count
 *            its operations, or its events where it is not a token
 * @param uti
 *            the token, or null where there is none
 * @param operation
 *            the operation's name, or null above operations
 * @param verdict
 *            the worst verdict of the analyst on the events it represents, or null
 */
record TokenNode(Kind kind, String text, String detail, int count, @Nullable String uti,
        @Nullable String operation, @Nullable Verdict verdict) {

    /** What a line represents, with its icon. */
    enum Kind {
        SESSION("bi-person-badge"),
        TOKEN("bi-key"),
        TOKEN_WITHOUT_SIGN_IN("bi-key-fill"),
        NO_TOKEN("bi-question-circle"),
        INFERRED("bi-link-45deg"),
        OPERATION("bi-dot");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    /** What is counted: events where no token is known for sure, else operations. */
    Count counted() {
        return kind == Kind.NO_TOKEN || kind == Kind.INFERRED ? Count.EVENTS : Count.OPERATIONS;
    }
}
