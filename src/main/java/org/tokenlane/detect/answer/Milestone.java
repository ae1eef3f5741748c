package org.tokenlane.detect.answer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.hands.Party;

/**
 * Something that opened or closed a way in.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 * @param about
 *            the user, application, device or mailbox that it was done to, as a name; null where the record names none
 * @param names
 *            all names and ids of what it was done to, in lower case
 * @param detail
 *            the rule, role, permission or address, where the record names it
 * @param by
 *            the account or application that did it, or null
 * @param party
 *            whose hands that was
 * @param events
 *            the events that prove it, several where two logs recorded it
 */
public record Milestone(MilestoneKind kind, long time, @Nullable String about, Set<String> names,
        @Nullable String detail, @Nullable String by, Party party, List<Integer> events) {

    public Milestone {
        names = Set.copyOf(names);
        events = List.copyOf(events);
    }

    /** Tells whether it was done to something with one of these names or ids, given in lower case. */
    public boolean concerns(Set<String> any) {
        return names.stream().anyMatch(any::contains);
    }

    /** Tells whether the attacker did it. */
    public boolean isAttackers() {
        return party == Party.ATTACKER;
    }

    /**
     * Tells whether it closes what the other opened: the same kind of thing, done to the same object, at the same time
     * or later. Where both records name the rule, address, role or grantee, it has to be the same one.
     */
    public boolean closes(Milestone opened) {
        return kind.closes() && kind.about() == opened.kind.about() && time >= opened.time && concerns(opened.names)
                && (detail == null || opened.detail == null || kind.about() == ChangeKind.FORWARDING
                        || detail.equalsIgnoreCase(opened.detail));
    }

    /** Tells whether it is certain that it closed exactly what the other opened: some records do not name it. */
    public boolean isExactFor(Milestone opened) {
        return switch (kind.about()) {
        case MFA_METHOD, APP_CREDENTIAL -> false;
        case FORWARDING, CONSENT, DEVICE, USER -> true;
        default -> detail != null && opened.detail != null;
        };
    }

    /** What happened, to what and by whom, without the time. */
    public String words() {
        boolean own = about == null || about.equalsIgnoreCase(by);
        String hands = hands();
        return AnswerText.STEP.text(kind.text(), detail == null ? 0 : 1, String.valueOf(detail),
                own ? 0 : 1, String.valueOf(about), hands == null ? 0 : 1, String.valueOf(hands));
    }

    /** Who did it: the account is the victim's, also where the attacker used it; null where the record does not say. */
    private @Nullable String hands() {
        if (isAttackers()) {
            return AnswerText.STEP_BY_ATTACKER.text(by == null ? 0 : 1, String.valueOf(by));
        }
        return by == null ? null
                : (party == Party.UNCLEAR ? AnswerText.STEP_BY_UNCLEAR : AnswerText.STEP_BY).text(by);
    }
}
