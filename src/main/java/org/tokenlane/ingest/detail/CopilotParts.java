package org.tokenlane.ingest.detail;

import java.util.Map;
import java.util.StringJoiner;
import org.tokenlane.ingest.text.Value;

/**
 * What a record tells of an assistant beyond its event: where the user was, plugins, models, the thread, each resource
 * with what was done with it ("Audit logs for Copilot and AI applications", learn.microsoft.com/purview/audit-copilot).
 */
final class CopilotParts {

    private static final String[] WHOLE = { "AppHost", "ThreadId", "TriggerType", "LicenseType" };

    private CopilotParts() {
    }

    static void into(Map<String, String> named, Value content) {
        Value event = content.find("copiloteventdata", "llmeventdata").opened();
        if (!event.isObject()) {
            return;
        }
        NamedPairs.put(named, "AppIdentity", content.find("appidentity").text());
        NamedPairs.put(named, "AgentName", Value.firstText(content.find("agentname"), event.find("agentname")));
        for (String name : WHOLE) {
            NamedPairs.put(named, name, event.get(name).text());
        }
        list(named, event, "Contexts", "type", "id");
        list(named, event, "AISystemPlugin", "name", "id");
        list(named, event, "ModelTransparencyDetails", "modelname", "modelprovidername");
        list(named, event, "AccessedResources", "action", "type", "siteurl", "name", "id", "status", "policydetails",
                "xpiadetected");
        list(named, event, "Messages", "id", "isprompt", "jailbreakdetected");
    }

    private static void list(Map<String, String> named, Value event, String name, String... parts) {
        for (Value element : event.get(name).opened().items()) {
            StringJoiner words = new StringJoiner(" ");
            for (String part : parts) {
                String text = element.opened().find(part).text();
                if (text != null && !text.isBlank()) {
                    words.add(part.endsWith("detected") || part.equals("isprompt") ? part + '=' + text : text);
                }
            }
            if (words.length() > 0) {
                NamedPairs.put(named, name, words.toString());
            }
        }
    }
}
