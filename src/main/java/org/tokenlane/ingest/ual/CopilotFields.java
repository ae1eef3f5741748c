package org.tokenlane.ingest.ual;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Absent;

/**
 * What an assistant did for its user, by {@code CopilotEventData} ("Audit logs for Copilot and AI applications",
 * learn.microsoft.com/purview/audit-copilot; "CopilotInteraction",
 * learn.microsoft.com/office/office-365-management-api/copilot-schema): where it was used, through which agent, what it
 * read, and whether an attempt to misuse it was seen. What was asked and answered is in no log. The fields of scheduled
 * prompts, automations and the management of agents are not documented; they are read as far as they have these names.
 */
final class CopilotFields {

    private static final int MOST_SHOWN = 20;

    private CopilotFields() {
    }

    /**
     * Sets the application, the agent and the flags; gives what the assistant read, or null where nothing is named.
     *
     * @param record
     *            the record, which may name the agent
     * @param event
     *            what the record tells of the interaction
     */
    static @Nullable String map(Draft draft, Value record, Value event) {
        draft.id(EventField.AGENT_ID, Value.firstText(record.get("AgentId"), event.get("AgentId")))
                .text(EventField.AGENT_NAME, Value.firstText(record.get("AgentName"), event.get("AgentName")));
        draft.fill(EventField.RESOURCE_NAME, record.get("AppIdentity"));
        if (event.isMissing()) {
            return null;
        }
        draft.fill(EventField.APP_NAME, event.get("AppHost"));
        List<Value> resources = event.get("AccessedResources").opened().items();
        flags(draft, event, resources);
        Set<String> read = new LinkedHashSet<>();
        for (Value resource : resources) {
            add(read, resource.opened(), "SiteUrl", "ResourceUrl", "Url", "Name", "ID", "Id");
        }
        if (!read.isEmpty()) {
            draft.itemCount(read.size());
        } else {
            for (Value context : event.get("Contexts").opened().items()) {
                add(read, context.opened(), "Id", "ID");
            }
        }
        return read.isEmpty() ? null : String.join("; ", read.stream().limit(MOST_SHOWN).toList());
    }

    /** A prompt that tries to free the assistant from its rules, or a resource that holds instructions for it. */
    private static void flags(Draft draft, Value event, List<Value> resources) {
        StringJoiner flags = new StringJoiner("; ");
        if (any(event.get("Messages").opened().items(), "JailbreakDetected")
                || isTrue(event.get("JailbreakDetected"))) {
            flags.add("JailbreakDetected");
        }
        if (any(resources, "XPIADetected")) {
            flags.add("XPIADetected");
        }
        for (Value resource : resources) {
            String status = Absent.clean(resource.opened().get("Status").text());
            if (status != null && !status.equalsIgnoreCase("success")) {
                flags.add(status);
                break;
            }
        }
        if (flags.length() > 0) {
            String before = draft.get(EventField.RESULT_TEXT);
            draft.text(EventField.RESULT_TEXT, before == null ? flags.toString() : before + "; " + flags);
        }
    }

    private static boolean any(List<Value> items, String flag) {
        return items.stream().anyMatch(item -> isTrue(item.opened().get(flag)));
    }

    private static boolean isTrue(Value value) {
        return "true".equalsIgnoreCase(value.text()) || "1".equals(value.text());
    }

    private static void add(Set<String> read, Value resource, String... names) {
        for (String name : names) {
            String text = resource.get(name).text();
            if (text != null && !text.isBlank()) {
                read.add(text.strip());
                return;
            }
        }
    }
}
