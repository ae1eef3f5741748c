package org.tokenlane.detect.containment;

import java.util.List;
import java.util.Locale;
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
     * @param id
     *            its name in JSON and in keys
     * @param title
     *            what
     * @param why
     *            in a sentence
     * @param items
     *            the objects that it is to be done to
     * @param commands
     *            PowerShell, a line each; lines that need a decision first are comments
     */
    public record Step(String id, String title, String why, List<Item> items, List<String> commands) {

        /** How many of its objects are done. */
        public long done() {
            return items.stream().filter(item -> item.done() != null).count();
        }

        /** What the analyst marks as done: this step on one object. */
        public String key(Item item) {
            return id + ':' + (item.id() == null ? item.name() : item.id()).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Why a step counts as done on an object.
     *
     * @param by
     *            who did it, or who marked it as done; null where the log does not say
     * @param at
     *            when, in nanoseconds since 1970, UTC
     * @param words
     *            what the log shows; null where the analyst marked it
     * @param place
     *            the file and line of the record that proves it, or the entry of the audit trail
     * @param events
     *            the numbers of the events that prove it; empty where the analyst marked it
     */
    public record Done(@Nullable String by, long at, @Nullable String words, String place, List<Integer> events) {

        /** Tells whether the analyst says so, rather than a log. */
        public boolean isMarked() {
            return words == null;
        }
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
     * @param done
     *            why the step counts as done on it; null where nothing says so
     */
    public record Item(String name, @Nullable String id, @Nullable String detail, long time, boolean inferred,
            @Nullable Done done) {

        Item(String name, @Nullable String id, @Nullable String detail, long time, boolean inferred) {
            this(name, id, detail, time, inferred, null);
        }

        Item with(@Nullable Done proof) {
            return new Item(name, id, detail, time, inferred, proof);
        }
    }
}
