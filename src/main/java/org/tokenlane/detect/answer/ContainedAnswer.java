package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;

/** Is it contained? Only what the logs record counts, and only until they end. */
final class ContainedAnswer {

    private final CaseFacts facts;
    private final Incident incident;
    private final LogEnds logs;
    private final List<Line> lines = new ArrayList<>();
    private final StateProof state;
    private int uncontained;
    private int open;
    private int inferred;

    ContainedAnswer(CaseFacts facts, Incident incident, LogEnds logs) {
        this.facts = facts;
        this.incident = incident;
        this.logs = logs;
        state = new StateProof(facts);
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.CONTAINED);
        }
        if (incident.isOnlyAttempts()) {
            return Answer.onlyAttempts(Question.CONTAINED, incident);
        }
        incident.used().forEach(this::account);
        if (logs.end() != AuditEvent.NO_TIME) {
            lines.add(new Line(AnswerText.LOGS_END.text(Words.time(logs.end())), logs.end(), List.of()));
        }
        List<String> fetch = new ArrayList<>();
        if (!logs.has(LogSource.DIRECTORY_AUDITS)) {
            fetch.add(AnswerText.FETCH_DIRECTORY_AUDITS.text());
        }
        if (!logs.showsContainment()) {
            return new Answer(Question.CONTAINED, State.NOT_KNOWN, AnswerText.CONTAINED_NOT_KNOWN.text(), lines,
                    List.of(), fetch);
        }
        int accounts = incident.used().size();
        if (accounts == 0) {
            return new Answer(Question.CONTAINED, State.NOT_KNOWN, AnswerText.NO_ACCOUNT_NAMED.text(), lines, List.of(),
                    fetch);
        }
        if (uncontained > 0) {
            return new Answer(Question.CONTAINED, State.NO,
                    uncontained == accounts ? AnswerText.NONE_CONTAINED.text(accounts, open, inferred)
                            : AnswerText.NOT_CONTAINED.text(uncontained, accounts, open, inferred),
                    lines, List.of(), fetch);
        }
        return open > 0
                ? new Answer(Question.CONTAINED, State.PARTLY,
                        AnswerText.CONTAINED_BUT_OPEN.text(accounts, open, inferred),
                        lines, List.of(), fetch)
                : new Answer(Question.CONTAINED, State.YES,
                        AnswerText.CONTAINED.text(accounts, Words.time(incident.containedAt())), lines, List.of(),
                        fetch);
    }

    private void account(Account account) {
        List<Line> ofAccount = new ArrayList<>();
        for (Milestone step : account.milestones()) {
            if (step.time() >= account.first() && (step.kind().endsAccess() || step.kind().opens())) {
                ofAccount.add(new Line(words(account, step), step.time(), step.events()));
            }
        }
        ofAccount.sort(Comparator.comparingLong(Line::time));
        Milestone first = account.firstEnd();
        if (first == null) {
            uncontained++;
            lines.add(new Line(AnswerText.NO_END.text(account.title()), AuditEvent.NO_TIME, List.of()));
        } else {
            List<Integer> after = after(account, first);
            if (!after.isEmpty()) {
                lines.add(new Line(AnswerText.USED_AFTER_END.text(account.title(), after.size(), kind(first),
                        Words.time(first.time()), Words.time(account.last())), account.last(), after));
            }
            if (account.containedAt() == AuditEvent.NO_TIME) {
                uncontained++;
            } else {
                lines.add(new Line(AnswerText.ENDED.text(account.title(), Words.time(account.containedAt())),
                        account.containedAt(), account.ends().getLast().events()));
            }
        }
        List<Milestone> openOnes = state.open(account);
        open += openOnes.size();
        inferred += (int) openOnes.stream().filter(step -> Incident.isInferred(facts, step)).count();
        lines.addAll(ofAccount);
    }

    private List<Integer> after(Account account, Milestone end) {
        return account.events().stream().filter(event -> facts.events().time(event) > end.time()
                && Incident.isAccess(facts, event)).toList();
    }

    private static String kind(Milestone step) {
        return step.kind().text();
    }

    private String words(Account account, Milestone step) {
        String what = AnswerText.STEP_AT.text(step.words(), Words.time(step.time()));
        if (!step.isAttackers() || !step.kind().opens()) {
            return what;
        }
        if (Incident.isInferred(facts, step)) {
            what = AnswerText.STEP_INFERRED.text(what);
        }
        Milestone closing = account.closing(step);
        String inLogs = closing == null ? AnswerText.STILL_OPEN.text(what)
                : (closing.isExactFor(step) ? AnswerText.CLOSED : AnswerText.PERHAPS_CLOSED).text(what, kind(closing),
                        Words.time(closing.time()));
        StateProof.Seen seen = state.of(step);
        return seen == null ? inLogs : inLogs + " " + seen.words();
    }
}
