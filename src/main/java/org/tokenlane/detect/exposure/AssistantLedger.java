package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.AssistantUse;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what Copilot and other assistants and agents did for a user, by assistant and place. */
final class AssistantLedger {

    private record Key(@Nullable String user, @Nullable String assistant, @Nullable String agent, String operation) {
    }

    private static final class Facts {

        private final Set<String> read = new LinkedHashSet<>();
        private final Set<String> flags = new LinkedHashSet<>();
    }

    private final CaseEvents events;
    private final Uses<Key, Facts> uses;

    AssistantLedger(Correlation correlation) {
        this.events = correlation.events();
        uses = new Uses<>(correlation, Facts::new);
    }

    void add(int event) {
        String agent = events.text(EventField.AGENT_NAME, event);
        Facts facts = uses.add(new Key(events.text(EventField.UPN, event), events.text(EventField.APP_NAME, event),
                agent == null ? events.text(EventField.AGENT_ID, event) : agent, events.operation(event)), event);
        addAll(facts.read, events.text(EventField.TARGET, event));
        addAll(facts.flags, events.text(EventField.RESULT_TEXT, event));
    }

    /** Importers join several resources and several flags with a semicolon. */
    private static void addAll(Set<String> all, @Nullable String joined) {
        if (joined != null) {
            all.addAll(List.of(joined.split("; ")));
        }
    }

    List<AssistantUse> uses() {
        return uses.list((key, facts, use) -> new AssistantUse(key.user(), key.assistant(), key.agent(),
                key.operation(), new ArrayList<>(facts.read), new ArrayList<>(facts.flags), use));
    }
}
