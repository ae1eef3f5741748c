package org.tokenlane.ingest.ual;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;

/**
 * What an assistant read for its user: the files, sites and messages in {@code CopilotEventData} ("Audit logs for
 * Copilot and AI applications", learn.microsoft.com/purview/audit-copilot).
 */
final class CopilotFields {

    private static final int MOST_SHOWN = 20;

    private CopilotFields() {
    }

    /** Sets the application in which the assistant was used; gives what it read, or null where nothing is named. */
    static @Nullable String map(Draft draft, Value data) {
        Value event = data.get("CopilotEventData").opened();
        if (event.isMissing()) {
            return null;
        }
        draft.fill(EventField.APP_NAME, event.get("AppHost"));
        Set<String> read = new LinkedHashSet<>();
        for (Value resource : event.get("AccessedResources").opened().items()) {
            add(read, resource.opened(), "SiteUrl", "ResourceUrl", "Name", "ID", "Id");
        }
        if (read.isEmpty()) {
            for (Value context : event.get("Contexts").opened().items()) {
                add(read, context.opened(), "Id", "ID");
            }
        }
        return read.isEmpty() ? null : String.join("; ", read.stream().limit(MOST_SHOWN).toList());
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
