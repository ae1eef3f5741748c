package org.tokenlane.detect.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;

/**
 * An account that the attacker used or tried to use.
 *
 * @param name
 *            its UPN, else its object id
 * @param application
 *            the application that did all that was done with the account, or null where it is a user's
 * @param events
 *            the attacker's events in order of time, those that are only inferred to belong to a session left out
 * @param first
 *            the time of the attacker's first sign-in or operation that succeeded, in nanoseconds since 1970, UTC; of the first
 *            at all where all failed
 * @param last
 *            the time of the last, likewise
 * @param accessed
 *            whether one of the attacker's sign-ins or operations succeeded
 * @param milestones
 *            what was done to the account, its mailbox, or what the attacker opened with it
 */
public record Account(String name, @Nullable ApplicationFacts application, List<Integer> events, long first, long last,
        boolean accessed,
        List<Milestone> milestones) {

    public Account {
        events = List.copyOf(events);
        milestones = List.copyOf(milestones);
    }

    /** What people know it by: an application's account is an id that nobody knows. */
    public String title() {
        return application == null ? name : AnswerText.APPLICATION_NAMED.text(application.name(), application.id());
    }

    /** Whether it is an application that acted by itself, and not a user's account. */
    public boolean isApplication() {
        return application != null;
    }

    /**
     * The steps that should have ended all sessions. Steps by the attacker are left out, and so are those by the
     * account itself unless they are known to be the user's: whoever has the session can change the password as well.
     */
    public List<Milestone> ends() {
        return milestones.stream().filter(step -> step.kind().endsAccess() && !step.isAttackers()
                && (step.party() == Party.USER || step.by() == null || !step.by().equalsIgnoreCase(name))).toList();
    }

    /** The first of {@link #ends()} after the attacker's first event, or null. */
    public @Nullable Milestone firstEnd() {
        return ends().stream().filter(step -> step.time() >= first).findFirst().orElse(null);
    }

    /** The last of {@link #ends()}, or null. */
    public @Nullable Milestone lastEnd() {
        List<Milestone> ends = ends();
        return ends.isEmpty() || ends.getLast().time() < first ? null : ends.getLast();
    }

    /** When the attacker's access ended for all that the logs tell; {@code NO_TIME} where it may not have. */
    public long containedAt() {
        Milestone end = lastEnd();
        return end == null || last > end.time() ? AuditEvent.NO_TIME : end.time();
    }

    /** What the attacker opened and nothing closed. */
    public List<Milestone> open() {
        return milestones.stream().filter(step -> step.isAttackers() && step.kind().opens() && closing(step) == null)
                .toList();
    }

    /** What closed a way in that was opened: the first later step on the same thing; or null. */
    public @Nullable Milestone closing(Milestone opened) {
        return milestones.stream().filter(step -> step.closes(opened)).findFirst().orElse(null);
    }
}
