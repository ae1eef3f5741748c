package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Applications;
import org.tokenlane.correlate.Through;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/**
 * Through whom? Partners, guests, applications and agents that acted in the tenant, the attacker's first. What no
 * record says of an actor counts as a member's own act.
 */
final class ThroughAnswer {

    private static final int MOST_LINES = 40;

    private record Key(Through through, String name, @Nullable String home, @Nullable String resource) {
    }

    private static final class Seen {

        private final List<Integer> events = new ArrayList<>();
        private final List<Integer> attackers = new ArrayList<>();
    }

    private final CaseFacts facts;
    private final Incident incident;
    private final Applications names;

    ThroughAnswer(CaseFacts facts, Incident incident) {
        this.facts = facts;
        this.incident = incident;
        this.names = new Applications(facts.events());
    }

    Answer answer() {
        Map<Key, Seen> all = new LinkedHashMap<>();
        Through.Reader reader = new Through.Reader(facts.events());
        for (int event = 0; event < facts.events().size(); event++) {
            Through through = reader.of(event);
            if (through != null && facts.events().time(event) != AuditEvent.NO_TIME) {
                boolean outside = through.isFromOutside();
                Seen seen = all.computeIfAbsent(new Key(through, name(through, event),
                        outside ? facts.text(EventField.HOME_TENANT_ID, event) : null,
                        outside ? facts.text(EventField.RESOURCE_TENANT_ID, event) : null), key -> new Seen());
                seen.events.add(event);
                if (incident.events().get(event)) {
                    seen.attackers.add(event);
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        List<Map.Entry<Key, Seen>> ordered = new ArrayList<>(all.entrySet());
        ordered.sort(Comparator.<Map.Entry<Key, Seen>> comparingInt(entry -> -entry.getValue().attackers.size())
                .thenComparing(entry -> entry.getKey().through())
                .thenComparing(entry -> -entry.getValue().events.size())
                .thenComparing(entry -> entry.getKey().name()));
        ordered.stream().limit(MOST_LINES).forEach(entry -> lines.add(line(entry.getKey(), entry.getValue())));
        if (ordered.size() > MOST_LINES) {
            lines.add(new Line(AnswerText.THROUGH_MORE.text(ordered.size() - MOST_LINES), AuditEvent.NO_TIME,
                    List.of()));
        }
        List<Map.Entry<Key, Seen>> attackers = ordered.stream().filter(entry -> !entry.getValue().attackers.isEmpty())
                .toList();
        if (!attackers.isEmpty()) {
            String through = String.join("; ", attackers.stream().limit(3).map(entry -> AnswerText.THROUGH_NAME
                    .text(entry.getKey().through().text(), Words.quoted(entry.getKey().name()))).toList());
            return new Answer(Question.THROUGH_WHOM, State.YES,
                    AnswerText.THROUGH.text(attackers.size(), through, Math.max(0, attackers.size() - 3)), lines,
                    List.of(), List.of());
        }
        long partners = ordered.stream().filter(entry -> entry.getKey().through().isFromOutside()).count();
        return incident.isEmpty()
                ? new Answer(Question.THROUGH_WHOM, State.NOT_KNOWN,
                        AnswerText.THROUGH_NO_ATTACKER.text(ordered.size(), partners), lines, List.of(), List.of())
                : new Answer(Question.THROUGH_WHOM, State.NO,
                        AnswerText.THROUGH_ACCOUNTS.text(ordered.size(), partners), lines, List.of(), List.of());
    }

    private String name(Through through, int event) {
        String app = names.of(event);
        String agent = facts.text(EventField.AGENT_NAME, event);
        String user = facts.text(EventField.UPN, event);
        String id = facts.text(EventField.USER_OBJECT_ID, event);
        return switch (through) {
        case AGENT -> firstOf(agent, facts.text(EventField.AGENT_ID, event), app, id);
        case APPLICATION -> firstOf(app, id, null, null);
        default -> firstOf(user, id, facts.text(EventField.USER_NAME, event), app);
        };
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return AnswerText.UNKNOWN_USER.text();
    }

    private Line line(Key key, Seen seen) {
        List<Integer> proof = seen.attackers.isEmpty() ? seen.events : seen.attackers;
        long first = facts.events().time(seen.events.getFirst());
        long last = facts.events().time(seen.events.getLast());
        return new Line(AnswerText.THROUGH_LINE.text(key.through().text(), Words.quoted(key.name()),
                key.home() == null ? 0 : 1, String.valueOf(key.home()), key.resource() == null ? 0 : 1,
                String.valueOf(key.resource()), seen.events.size(), Words.time(first), Words.time(last),
                seen.attackers.size()), first, proof);
    }
}
