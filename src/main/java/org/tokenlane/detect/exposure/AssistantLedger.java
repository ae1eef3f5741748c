package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.AssistantUse;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what Copilot and other assistants and agents did for a user, by assistant and place. */
final class AssistantLedger {

    /**
     * What works without its user, by number and name: Microsoft365CopilotScheduledPrompt, OutlookCopilotAutomation and
     * CopilotForSecurityTrigger ("AuditLogRecordType",
     * learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema).
     */
    private static final Set<String> BY_ITSELF = Set.of("363", "microsoft365copilotscheduledprompt", "373",
            "outlookcopilotautomation", "383", "copilotforsecuritytrigger");

    private record Key(@Nullable String user, @Nullable String assistant, @Nullable String agent, String operation,
            boolean scheduled) {
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

    void add(int event, RecordDetail detail) {
        String agent = events.text(EventField.AGENT_NAME, event);
        Facts facts = uses.add(new Key(events.text(EventField.UPN, event), events.text(EventField.APP_NAME, event),
                agent == null ? events.text(EventField.AGENT_ID, event) : agent, events.operation(event),
                isByItself(events.operation(event), detail)), event);
        addAll(facts.read, events.text(EventField.TARGET, event));
        addAll(facts.flags, events.text(EventField.RESULT_TEXT, event));
    }

    /**
     * Operations of such records are not documented, so a name that says it is believed where the type is not known.
     */
    private static boolean isByItself(String operation, RecordDetail detail) {
        String name = operation.toLowerCase(Locale.ROOT);
        return detail.fields().values("RecordType").stream()
                .anyMatch(type -> BY_ITSELF.contains(type.strip().toLowerCase(Locale.ROOT)))
                || name.contains("scheduled") || name.contains("automation") || name.contains("trigger");
    }

    /** Importers join several resources and several flags with a semicolon. */
    private static void addAll(Set<String> all, @Nullable String joined) {
        if (joined != null) {
            all.addAll(List.of(joined.split("; ")));
        }
    }

    List<AssistantUse> uses() {
        return uses.list((key, facts, use) -> new AssistantUse(key.user(), key.assistant(), key.agent(),
                key.operation(), key.scheduled(), new ArrayList<>(facts.read), new ArrayList<>(facts.flags), use));
    }
}
