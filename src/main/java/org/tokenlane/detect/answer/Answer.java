package org.tokenlane.detect.answer;

import java.util.List;
import java.util.Locale;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.text.TextKey;

/**
 * The answer to a question.
 *
 * @param text
 *            in one sentence
 * @param lines
 *            what it rests on
 * @param limits
 *            what the logs leave open, in sentences
 * @param fetch
 *            what to fetch for what is not known, in sentences
 */
public record Answer(Question question, State state, String text, List<Line> lines, List<String> limits,
        List<String> fetch) {

    public Answer {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        fetch = List.copyOf(fetch);
    }

    /** Where neither a verdict nor a finding points to an attacker. */
    static Answer withoutAttacker(Question question) {
        return new Answer(question, State.NOT_KNOWN, AnswerText.NO_ATTACKER.text(), List.of(), List.of(), List.of());
    }

    /** The answer where all attempts of the attacker failed. */
    static Answer onlyAttempts(Question question, Incident incident) {
        return new Answer(question, State.YES,
                AnswerText.ONLY_ATTEMPTS.text(Words.time(incident.first()), Words.time(incident.last())), List.of(),
                List.of(), List.of());
    }

    /** How far the logs answer it. */
    public enum State implements TextKey {
        YES,
        NO,
        PARTLY,
        NOT_KNOWN;

        /** The name in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A statement with its proof.
     *
     * @param time
     *            when, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
     * @param events
     *            the events that prove it; none where it states that there are none
     */
    public record Line(String text, long time, List<Integer> events) {

        public Line {
            events = List.copyOf(events);
        }
    }
}
