package org.tokenlane.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.UtcText;

/** Writes the answers to the first questions of an incident. Times are UTC. */
public final class AnswersText {

    private AnswersText() {
    }

    /**
     * As JSON.
     *
     * @param eventId
     *            the id of an event by its number
     */
    public static Map<String, Object> json(Answers answers, IntFunction<String> eventId) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("answers", answers.all().stream().map(answer -> json(answer, eventId)).toList());
        map.put("sessions", answers.incident().sessions());
        map.put("accounts", answers.incident().accounts().stream().map(account -> json(account, eventId)).toList());
        return map;
    }

    private static Map<String, Object> json(Answer answer, IntFunction<String> eventId) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("question", answer.question().id());
        map.put("state", answer.state().id());
        map.put("text", answer.text());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Line line : answer.lines()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", line.text());
            one.put("time", time(line.time()));
            one.put("eventIds", line.events().stream().map(eventId::apply).toList());
            lines.add(one);
        }
        map.put("lines", lines);
        map.put("limits", answer.limits());
        map.put("fetch", answer.fetch());
        return map;
    }

    private static Map<String, Object> json(Account account, IntFunction<String> eventId) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", account.name());
        if (account.application() != null) {
            map.put("application",
                    Map.of("id", account.application().id(), "name", account.application().name()));
        }
        map.put("attackerEvents", account.events().size());
        map.put("first", time(account.first()));
        map.put("last", time(account.last()));
        map.put("contained", time(account.containedAt()));
        map.put("milestones", account.milestones().stream().map(step -> json(account, step, eventId)).toList());
        return map;
    }

    private static Map<String, Object> json(Account account, Milestone step, IntFunction<String> eventId) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", step.kind().id());
        map.put("time", time(step.time()));
        map.put("about", step.about());
        map.put("detail", step.detail());
        map.put("by", step.by());
        map.put("party", step.party().id());
        map.put("open", account.open().contains(step));
        map.put("eventIds", step.events().stream().map(eventId::apply).toList());
        return map;
    }

    private static @Nullable String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null : UtcText.of(nanos, 0);
    }
}
