package org.tokenlane.detect.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.time.Durations;

/** When? First access, last hostile act, detected, contained, and how long the attacker had access. */
final class WhenAnswer {

    private static final long SECOND = 1_000_000_000L;
    /** An older detection is about something else. */
    private static final long DAY = 86_400 * SECOND;
    private static final String DETECTED = "detectedDateTime";

    private record Detected(int event, long time) {
    }

    private final CaseFacts facts;
    private final Incident incident;

    WhenAnswer(CaseFacts facts, Incident incident) {
        this.facts = facts;
        this.incident = incident;
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.WHEN);
        }
        if (incident.isOnlyAttempts()) {
            return Answer.onlyAttempts(Question.WHEN, incident);
        }
        List<Line> lines = new ArrayList<>();
        long first = incident.first();
        long last = incident.last();
        long contained = incident.containedAt();
        lines.add(new Line(AnswerText.FIRST_ACCESS.text(Words.time(first)), first, at(first)));
        lines.add(new Line(AnswerText.LAST_ACT.text(Words.time(last)), last, at(last)));
        Detected detected = detected();
        lines.add(detected == null
                ? new Line(AnswerText.NOT_DETECTED.text(), AuditEvent.NO_TIME, List.of())
                : new Line(AnswerText.DETECTED.text(Words.time(detected.time()), lag(detected.time() - first)),
                        detected.time(), List.of(detected.event())));
        arrived(first, lines);
        lines.add(contained == AuditEvent.NO_TIME
                ? new Line(AnswerText.NO_CONTAINMENT.text(), AuditEvent.NO_TIME, List.of())
                : new Line(AnswerText.CONTAINED_AT.text(Words.time(contained)), contained, List.of()));
        String text = contained == AuditEvent.NO_TIME
                ? AnswerText.DWELL_OPEN.text(Words.time(first), Words.time(last), Durations.words(last - first))
                : AnswerText.DWELL.text(Words.time(first), Words.time(contained), Durations.words(contained - first));
        return new Answer(Question.WHEN, contained == AuditEvent.NO_TIME ? State.PARTLY : State.YES, text, lines,
                List.of(), List.of());
    }

    /** When the first record of the attacker was in a log: before, nobody could have seen it. */
    private void arrived(long first, List<Line> lines) {
        int earliest = -1;
        for (int event : incident.events().stream().toArray()) {
            long arrived = facts.events().recordedAt(event);
            if (arrived != AuditEvent.NO_TIME
                    && (earliest < 0 || arrived < facts.events().recordedAt(earliest))) {
                earliest = event;
            }
        }
        if (earliest >= 0) {
            long at = facts.events().recordedAt(earliest);
            lines.add(new Line(AnswerText.LOG_ARRIVED.text(Words.time(at), lag(at - first)), at, List.of(earliest)));
        }
    }

    private static String lag(long nanos) {
        return nanos < 0 ? AnswerText.BEFORE_FIRST.text(Durations.words(-nanos))
                : AnswerText.AFTER_FIRST.text(Durations.words(nanos));
    }

    private List<Integer> at(long time) {
        return incident.events().stream().filter(event -> facts.events().time(event) == time).boxed().toList();
    }

    /** The earliest risk detection or alert on an account, by the time at which it was detected where that is given. */
    private @Nullable Detected detected() {
        Set<String> affected = new HashSet<>();
        incident.accounts().forEach(account -> affected.add(account.name()));
        Detected earliest = null;
        for (int event = 0; event < facts.events().size(); event++) {
            EventKind kind = facts.events().kind(event);
            if ((kind == EventKind.RISK || kind == EventKind.ALERT)
                    && (affected.contains(String.valueOf(facts.text(EventField.UPN, event)))
                            || affected.contains(String.valueOf(facts.text(EventField.USER_OBJECT_ID, event))))) {
                long time = detectedAt(event);
                if (time != AuditEvent.NO_TIME && time >= incident.first() - DAY
                        && (earliest == null || time < earliest.time())) {
                    earliest = new Detected(event, time);
                }
            }
        }
        return earliest;
    }

    private long detectedAt(int event) {
        for (String value : facts.details().of(event).fields().values(DETECTED)) {
            try {
                Instant at = Instant.parse(value.strip());
                return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
            } catch (DateTimeException | ArithmeticException notATime) {
                return facts.events().time(event);
            }
        }
        return facts.events().time(event);
    }
}
