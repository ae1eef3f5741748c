package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.SentMail;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

/** Who else? Other accounts on the attacker's addresses, sessions like the attacker's, recipients of what was sent. */
final class WhoElseAnswer {

    private static final int MOST_ALIKE = 5;

    private final CaseFacts facts;
    private final Incident incident;
    private final Exposure exposure;
    private final MessageLog messages;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<String> fetch = new ArrayList<>();
    private final Set<String> others = new TreeSet<>();

    WhoElseAnswer(CaseFacts facts, Incident incident, Exposure exposure, MessageLog messages) {
        this.facts = facts;
        this.incident = incident;
        this.exposure = exposure;
        this.messages = messages;
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.WHO_ELSE);
        }
        onAddresses();
        lures();
        alike();
        int unnamed = recipients();
        return lines.isEmpty()
                ? new Answer(Question.WHO_ELSE, State.NO, AnswerText.NOBODY_ELSE.text(), List.of(), List.of(),
                        List.of())
                : new Answer(Question.WHO_ELSE, others.isEmpty() ? State.PARTLY : State.YES,
                        sentence(others.size(), exposure.messagesSent(), unnamed), lines, limits, fetch);
    }

    /** How many others, how many messages, and of how many the records do not name the recipients. */
    static String sentence(int others, int sent, int unnamed) {
        return AnswerText.WHO_ELSE.text(others, sent, unnamed == 0 ? 0 : unnamed < sent ? 2 : 1, unnamed);
    }

    private void onAddresses() {
        BitSet addresses = new BitSet();
        Set<String> affected = new HashSet<>();
        incident.accounts().forEach(account -> affected.add(account.name()));
        incident.events().stream().filter(event -> facts.addresses().telling(event) != null)
                .forEach(event -> addresses.set(facts.events().code(EventField.IP, event)));
        addresses.clear(0);
        Map<String, List<Integer>> byUser = new TreeMap<>();
        IntColumn codes = facts.events().codes(EventField.IP);
        for (int event = 0; event < codes.size(); event++) {
            String upn = addresses.get(codes.get(event)) ? facts.text(EventField.UPN, event) : null;
            if (upn != null && !affected.contains(upn) && !Against.isFamiliar(facts, event)) {
                byUser.computeIfAbsent(upn, key -> new ArrayList<>()).add(event);
            }
        }
        byUser.forEach((upn, events) -> {
            long failed = events.stream().filter(event -> facts.events().result(event) == EventResult.FAILURE).count();
            if (failed < events.size()) {
                others.add(upn);
            }
            lines.add(new Line(AnswerText.SAME_ADDRESS.text(upn, events.size(), failed,
                    String.valueOf(facts.text(EventField.IP, events.getFirst()))),
                    facts.events().time(events.getFirst()), events));
        });
    }

    private void lures() {
        for (Account account : incident.accounts()) {
            Lure lure = messages.before(account.name(), account.first());
            if (lure == null) {
                continue;
            }
            if (!lure.recipients().isEmpty()) {
                lines.add(new Line(AnswerText.SAME_MESSAGE.text(lure.recipients().size(),
                        String.join(", ", lure.recipients()), account.name()),
                        facts.events().time(lure.received().getFirst()), lure.received()));
            }
            if (!lure.clickers().isEmpty()) {
                others.addAll(lure.clickers());
                incident.accounts().forEach(known -> others.remove(known.name()));
                lines.add(new Line(AnswerText.SAME_LINK.text(lure.clickers().size(),
                        String.join(", ", lure.clickers()), account.name()),
                        facts.events().time(lure.clicks().getFirst()), lure.clicks()));
            }
        }
    }

    private void alike() {
        for (Alike alike : OtherVictims.of(facts, incident.sessions()).stream().limit(MOST_ALIKE).toList()) {
            String against = alike.events().isEmpty() ? ""
                    : String.join(" ", Against.of(facts, alike.events().getFirst()));
            lines.add(new Line(AnswerText.ALIKE.text(String.valueOf(alike.upn()), alike.sessionId(),
                    String.join("; ", alike.reasons()), against.isEmpty() ? 0 : 1, against),
                    alike.events().isEmpty() ? AuditEvent.NO_TIME : facts.events().time(alike.events().getFirst()),
                    alike.events()));
        }
    }

    /** Gives how many of the messages are sent to recipients that no record names. */
    private int recipients() {
        List<SentMail> sent = exposure.sent();
        if (sent.isEmpty()) {
            return 0;
        }
        List<Integer> events = new ArrayList<>();
        Set<String> to = new TreeSet<>();
        int unnamed = 0;
        for (SentMail mail : sent) {
            for (int event : mail.use().events()) {
                events.add(event);
            }
            Set<String> logged = mail.recipients() != null ? Set.of(mail.recipients())
                    : mail.internetMessageId() == null ? Set.of()
                            : messages.recipients(Set.of(mail.internetMessageId()));
            to.addAll(logged);
            unnamed += logged.isEmpty() ? 1 : 0;
        }
        lines.add(new Line(AnswerText.RECIPIENTS.text(sent.size(), to.size(), String.join("; ", to)),
                sent.getFirst().use().first(), events));
        if (unnamed > 0) {
            limits.add(AnswerText.RECIPIENTS_NOT_KNOWN.text(unnamed));
            fetch.add(AnswerText.FETCH_RECIPIENTS.text());
        }
        return unnamed;
    }
}
