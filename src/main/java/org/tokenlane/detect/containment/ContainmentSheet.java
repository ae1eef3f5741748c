package org.tokenlane.detect.containment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may still be accessible to whoever had the sessions, and how to close it, in order.
 *
 * @param sessions
 *            the session ids
 * @param asOf
 *            the time for which validity is stated, in nanoseconds since 1970, UTC
 * @param assumptions
 *            what is assumed about lifetimes, in sentences
 * @param tokens
 *            the sessions' tokens, those first that may be valid longest
 * @param steps
 *            what to do, in order
 * @param limits
 *            what the logs leave open, in sentences
 */
public record ContainmentSheet(List<String> sessions, long asOf, List<String> assumptions, List<TokenState> tokens,
        List<Step> steps, List<String> limits) {

    /**
     * A token and how long it may be valid. Times are nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}.
     *
     * @param continuouslyEvaluated
     *            whether its sign-in states that the token supports continuous access evaluation; null where none does
     * @param validUntil
     *            the latest time at which it expires if the assumptions hold
     * @param mayBeValid
     *            whether it may be valid at the time of the sheet
     */
    public record TokenState(String session, String uti, @Nullable String user, @Nullable String app,
            @Nullable String resource, long issuedAt, long lastUsed, @Nullable Boolean continuouslyEvaluated,
            long validUntil, boolean mayBeValid) {
    }

    /**
     * Something to do.
     *
     * @param title
     *            what
     * @param why
     *            in a sentence
     * @param items
     *            the objects that it is to be done to
     * @param commands
     *            PowerShell, a line each; lines that need a decision first are comments
     */
    public record Step(String title, String why, List<Item> items, List<String> commands) {
    }

    /**
     * An object.
     *
     * @param id
     *            its object id, address or path, or null
     * @param detail
     *            what was done to it, or null
     * @param inferred
     *            whether only user, address or time link it to the sessions
     */
    public record Item(String name, @Nullable String id, @Nullable String detail, long time, boolean inferred) {
    }
}
