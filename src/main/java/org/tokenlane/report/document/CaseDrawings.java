package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.detect.answer.KeyTimes;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
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
        List<KeyTime> times = KeyTimes.of(incident);
        if (used.isEmpty() || times.isEmpty()) {
            return null;
        }
        List<CaseDrawing.Mark> marks = times.stream().filter(time -> time.kind() != KeyTime.Kind.LOG_ARRIVED)
                .map(time -> new CaseDrawing.Mark(KeyLabels.name(time.kind()), time.words(), time.time(),
                        time.isAttackers()))
                .toList();
        long first = incident.first();
        List<KeyEventChoice.Candidate> steps = used.stream().flatMap(account -> account.milestones().stream())
                .distinct().filter(step -> step.time() >= first && (step.isAttackers() || step.kind().closes()))
                .map(step -> KeyEvents.candidate(incident, step)).toList();
        List<Moment> moments = KeyEventChoice.of(steps, CaseDrawing.MOST_MOMENTS).events().stream()
                .map(step -> new Moment(step.time(), step.label(), step.words(),
                        step.side() == PictureSide.ATTACKER, "", step.events()))
                .toList();
        return new CaseDrawing(used.stream().map(account -> account(account, incident, events, first)).toList(), marks,
                moments);
    }

    /** What was done with the account from the first access on, by whomever; the attacker's as it counts as such. */
    private static CaseDrawing.Account account(Account account, Incident incident, CaseEvents events, long first) {
        List<Integer> all = new ArrayList<>();
        IntColumn upns = events.codes(EventField.UPN);
        IntColumn ids = events.codes(EventField.USER_OBJECT_ID);
        TextColumn upnOf = events.dictionary(EventField.UPN);
        TextColumn idOf = events.dictionary(EventField.USER_OBJECT_ID);
        for (int event = 0; event < events.size(); event++) {
            boolean ofAccount = account.name().equals(upnOf.get(upns.get(event)))
                    || upns.get(event) == 0 && account.name().equals(idOf.get(ids.get(event)));
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
