package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.report.Technique.Tactic;

/**
 * What happened to one account, in phases.
 *
 * @param account
 *            its name
 * @param isApplication
 *            whether it is an application that acted by itself, and not a user's account
 * @param first
 *            the attacker's first access, in nanoseconds since 1970, UTC
 * @param last
 *            the last one
 * @param contained
 *            when the access ended as far as the logs show, or {@code AuditEvent.NO_TIME}
 * @param phases
 *            in the order in which they began
 * @param open
 *            what the attacker set up and nothing in the logs undoes, in words
 */
public record AccountPhases(String account, boolean isApplication, long first, long last, long contained,
        List<Phase> phases, List<String> open) {

    public AccountPhases {
        phases = List.copyOf(phases);
        open = List.copyOf(open);
    }

    /**
     * A phase.
     *
     * @param lines
     *            in the order of time, each with the events that prove it
     * @param basis
     *            the findings that belong to it, in words; empty where the report lists none
     */
    public record Phase(Tactic tactic, List<Answer.Line> lines, String basis) {

        public Phase {
            lines = List.copyOf(lines);
        }
    }
}
