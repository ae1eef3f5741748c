package org.tokenlane.detect.answer;

import java.util.List;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.Durations;

/** When? First access, last hostile act, detected, contained, and how long the attacker had access. */
final class WhenAnswer {

    private final Incident incident;

    WhenAnswer(Incident incident) {
        this.incident = incident;
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.WHEN);
        }
        if (incident.isOnlyAttempts()) {
            return Answer.onlyAttempts(Question.WHEN, incident);
        }
        List<Line> lines = KeyTimes.of(incident).stream()
                .map(one -> new Line(one.words(), one.time(), one.events())).toList();
        long first = incident.first();
        long last = incident.last();
        long contained = incident.containedAt();
        String text = contained == AuditEvent.NO_TIME
                ? AnswerText.DWELL_OPEN.text(Words.time(first), Words.time(last), Durations.words(last - first))
                : AnswerText.DWELL.text(Words.time(first), Words.time(contained), Durations.words(contained - first));
        return new Answer(Question.WHEN, contained == AuditEvent.NO_TIME ? State.PARTLY : State.YES, text, lines,
                List.of(), List.of());
    }
}
