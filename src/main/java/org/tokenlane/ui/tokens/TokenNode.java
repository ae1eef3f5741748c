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
 * @param judged
 *            the worst verdict of the analyst on the events it represents, or null
 * @param events
 *            how many events it represents, sign-ins included; -1 where that is not counted
 */
record TokenNode(Kind kind, String text, String detail, int count, @Nullable String uti,
        @Nullable String operation, @Nullable Judged judged, int events) {

    /**
     * A verdict and how much of a line it is on.
     *
     * @param with
     *            the events that have this verdict
     * @param of
     *            all events of the line
     */
    record Judged(Verdict verdict, int with, int of) {

        boolean isWhole() {
            return with == of;
        }
    }

    @Nullable
    Verdict verdict() {
        return judged == null ? null : judged.verdict();
    }

    /** A line is the same as one of an earlier tree where these agree. */
    String key() {
        return kind + " " + uti + " " + operation; // not for people
    }

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
