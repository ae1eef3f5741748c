package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/** How did they get in? What findings point to, account by account; the lure itself is in no sign-in log. */
final class HowInAnswer {

    /** The most accounts that the sentence names. */
    private static final int MOST_NAMED = 5;

    private final CaseFacts facts;
    private final Incident incident;
    private final List<Finding> findings;
    private final MessageLog messages;

    HowInAnswer(CaseFacts facts, Incident incident, List<Finding> findings, MessageLog messages) {
        this.facts = facts;
        this.incident = incident;
        this.findings = findings;
        this.messages = messages;
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.HOW_IN);
        }
        if (incident.isOnlyAttempts()) {
            return Answer.onlyAttempts(Question.HOW_IN, incident);
        }
        List<Line> lines = new ArrayList<>();
        List<String> fetch = new ArrayList<>();
        TreeSet<WayIn> ways = new TreeSet<>();
        List<String> named = new ArrayList<>();
        int known = 0;
        for (Account account : incident.used()) {
            int first = first(account);
            lines.add(new Line(AnswerText.FIRST_EVENT.text(account.title(), Words.time(account.first()),
                    Words.quoted(facts.text(EventField.OPERATION, first) == null ? facts.app(first)
                            : facts.text(EventField.OPERATION, first)),
                    Addresses.words(facts.addresses().of(first))), account.first(), List.of(first)));
            List<Finding> pointing = pointing(account);
            if (pointing.isEmpty()) {
                lines.add(new Line(AnswerText.WAY_NOT_KNOWN.text(account.title()), account.first(), List.of()));
                named.add(AnswerText.WAY_NONE.text(account.title()));
            } else {
                known++;
                WayIn way = Objects.requireNonNull(way(account, pointing.getFirst()));
                ways.add(way);
                named.add(AnswerText.WAY_OF.text(account.title(), way.text()));
                lines.add(new Line(AnswerText.WAY.text(account.title(), way.text(), pointing.getFirst().why()),
                        account.first(), pointing.getFirst().events()));
            }
            lure(account, lines, fetch);
        }
        int accounts = incident.used().size();
        if (known == 0) {
            return new Answer(Question.HOW_IN, State.NOT_KNOWN, AnswerText.HOW_NOT_KNOWN.text(), lines, List.of(),
                    fetch);
        }
        if (accounts <= MOST_NAMED) {
            return new Answer(Question.HOW_IN, State.PARTLY, AnswerText.HOW_NAMED.text(String.join("; ", named)), lines,
                    List.of(), fetch);
        }
        String all = String.join("; ", ways.stream().map(WayIn::text).toList());
        return new Answer(Question.HOW_IN, State.PARTLY, AnswerText.HOW.text(known, accounts, all), lines, List.of(),
                fetch);
    }

    private void lure(Account account, List<Line> lines, List<String> fetch) {
        if (account.isApplication()) {
            return;
        }
        Lure lure = messages.before(account.name(), account.first());
        if (lure == null) {
            if (messages.hasClicks()) {
                lines.add(new Line(AnswerText.NO_CLICK.text(account.title()), account.first(), List.of()));
            }
            if (!messages.hasClicks() || !messages.hasMessages()) {
                fetch.add(AnswerText.FETCH_LURE.text(account.title(), Words.time(account.first())));
            }
            return;
        }
        long clicked = facts.events().time(lure.click());
        String when = Durations.words(account.first() - clicked);
        lines.add(new Line(lure.message() < 0
                ? AnswerText.CLICKED.text(account.title(), Words.quoted(lure.link()), Words.time(clicked), when)
                : AnswerText.CLICKED_IN_MESSAGE.text(account.title(), Words.quoted(lure.link()), Words.time(clicked),
                        when, Words.quoted(facts.text(EventField.TARGET, lure.message())),
                        Words.quoted(facts.text(EventField.SENDER, lure.message()))),
                clicked, lure.proof()));
    }

    private int first(Account account) {
        return account.events().stream().filter(event -> facts.events().time(event) == account.first()).findFirst()
                .orElseThrow();
    }

    /**
     * The findings of medium severity and above that tell the way into this account: on the attacker's own events, or
     * on the account's password; the most severe first, of these the most specific.
     */
    private List<Finding> pointing(Account account) {
        return findings.stream()
                .filter(finding -> way(account, finding) != null
                        && finding.severity().compareTo(Severity.MEDIUM) >= 0)
                .filter(finding -> finding.events().stream().anyMatch(account.events()::contains)
                        || way(account, finding) == WayIn.PASSWORD
                                && account.name().equalsIgnoreCase(finding.upn()))
                .sorted(Comparator.comparing(Finding::severity).reversed()
                        .thenComparing(finding -> Objects.requireNonNull(way(account, finding))))
                .toList();
    }

    /**
     * The way that a finding points to, or null. Where the user signed in from a familiar place, no page of the attacker
     * stood between: what was used elsewhere was taken afterwards.
     */
    private @Nullable WayIn way(Account account, Finding finding) {
        WayIn way = WayIn.of(finding.rule());
        if (way != WayIn.ADVERSARY_IN_THE_MIDDLE || finding.events().isEmpty()) {
            return way;
        }
        int signIn = Collections.min(finding.events(), Comparator.comparingLong(facts.events()::time));
        return account.events().contains(signIn) || !Against.isFamiliar(facts, signIn) ? way : WayIn.TOKEN;
    }
}
