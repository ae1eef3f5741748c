package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Moment;

/** Makes the drawing of a case from its answers. */
final class CaseDrawings {

    private CaseDrawings() {
    }

    /** Null where the attacker got into no account: then there is no course of events to draw. */
    static @Nullable CaseDrawing of(Answers answers, CaseEvents events) {
        Incident incident = answers.incident();
        List<Account> used = incident.accounts().stream().filter(Account::accessed).toList();
        Answer when = answers.all().stream().filter(answer -> answer.question() == Question.WHEN).findFirst()
                .orElse(null);
        if (used.isEmpty() || when == null || when.lines().size() < 4) {
            return null;
        }
        List<Answer.Line> lines = when.lines();
        List<CaseDrawing.Mark> marks = List.of(mark(ReportText.CASE_FIRST_ACCESS, lines.getFirst(), true),
                mark(ReportText.CASE_LAST_ACT, lines.get(1), true), mark(ReportText.CASE_DETECTED, lines.get(2), false),
                mark(ReportText.CASE_CONTAINED, lines.getLast(), false));
        long first = incident.first();
        List<Moment> moments = used.stream().flatMap(account -> account.milestones().stream()).distinct()
                .filter(step -> step.time() >= first && (step.isAttackers() || step.kind().closes()))
                .sorted(Comparator.comparingLong(Milestone::time))
                .map(step -> new Moment(step.time(), step.kind().text(), step.words(), step.isAttackers(), "",
                        step.events()))
                .toList();
        return new CaseDrawing(used.stream().map(account -> account(account, incident, events, first)).toList(), marks,
                moments);
    }

    private static CaseDrawing.Mark mark(ReportText label, Answer.Line line, boolean hostile) {
        return new CaseDrawing.Mark(label.text(), line.text(), line.time(), hostile);
    }

    /** What was done with the account from the first access on, by whomever; the attacker's as it counts as such. */
    private static CaseDrawing.Account account(Account account, Incident incident, CaseEvents events, long first) {
        List<Integer> all = new ArrayList<>();
        int[] upns = events.codes(EventField.UPN);
        int[] ids = events.codes(EventField.USER_OBJECT_ID);
        String[] upnOf = events.dictionary(EventField.UPN);
        String[] idOf = events.dictionary(EventField.USER_OBJECT_ID);
        for (int event = 0; event < events.size(); event++) {
            boolean ofAccount = account.name().equals(upnOf[upns[event]])
                    || upns[event] == 0 && account.name().equals(idOf[ids[event]]);
            if (ofAccount && events.time(event) != AuditEvent.NO_TIME && events.time(event) >= first
                    && (events.kind(event).isSignIn() || events.kind(event).isOperation())) {
                all.add(event);
            }
        }
        Party[] parties = new Party[all.size()];
        for (int i = 0; i < parties.length; i++) {
            parties[i] = incident.attribution().party(all.get(i));
        }
        return new CaseDrawing.Account(account.title(), all.stream().mapToLong(events::time).toArray(), parties);
    }
}
