package org.tokenlane.detect;

import java.util.EnumSet;
import java.util.Set;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.query.CaseEvents;

/** What the case holds of what rules need. */
final class Logs {

    private Logs() {
    }

    static Set<Need> in(CaseFacts facts) {
        CaseEvents events = facts.events();
        Set<Need> held = EnumSet.noneOf(Need.class);
        for (int event = 0; event < events.size(); event++) {
            EventKind kind = events.kind(event);
            if (kind.isSignIn()) {
                held.add(Need.SIGN_INS);
            }
            switch (kind) {
            case SIGN_IN_INTERACTIVE -> held.add(Need.INTERACTIVE_SIGN_INS);
            case SIGN_IN_NON_INTERACTIVE -> held.add(Need.NON_INTERACTIVE_SIGN_INS);
            case GRAPH_CALL -> held.addAll(Set.of(Need.GRAPH, Need.DEVICE_MANAGEMENT));
            case DIRECTORY_CHANGE -> held.add(Need.DIRECTORY);
            case RISK -> held.add(Need.RISK);
            case ALERT -> held.add(Need.ALERTS);
            case SIGN_IN_SERVICE_PRINCIPAL -> held.add(Need.APP_SIGN_INS);
            default -> {
                // no rule needs its mere presence
            }
            }
        }
        if (has(events, EventField.SESSION_ID)) {
            held.add(Need.SESSION_IDS);
        }
        if (has(events, EventField.UTI)) {
            held.add(Need.TOKEN_IDS);
        }
        if (has(events, EventField.TOKEN_BINDING)) {
            held.add(Need.TOKEN_BINDING);
        }
        if (has(events, EventField.DEVICE_ID)) {
            held.add(Need.DEVICE_IDS);
        }
        if (has(events, EventField.COUNTRY)) {
            held.add(Need.COUNTRIES);
        }
        workloads(events, held);
        networks(facts, held);
        return held;
    }

    private static boolean has(CaseEvents events, EventField field) {
        return events.dictionary(field).size() > 1;
    }

    private static void workloads(CaseEvents events, Set<Need> held) {
        for (int event = 0; event < events.size(); event++) {
            if (events.source(event) == LogSource.UNIFIED_AUDIT_LOG) {
                held.add(Need.AUDIT_LOG);
                held.add(Need.DEVICE_MANAGEMENT);
                break;
            }
        }
        for (String workload : events.dictionary(EventField.WORKLOAD)) {
            if (workload == null) {
                continue;
            }
            switch (workload) {
            case "Exchange" -> held.add(Need.EXCHANGE);
            case "SharePoint", "OneDrive" -> held.add(Need.SHAREPOINT);
            case "AzureActiveDirectory" -> held.add(Need.DIRECTORY);
            case "Azure" -> held.add(Need.AZURE);
            case "Intune" -> held.add(Need.DEVICE_MANAGEMENT);
            case "AzureADGraph" -> held.add(Need.AAD_GRAPH);
            case "MicrosoftTeams" -> held.add(Need.TEAMS);
            default -> {
                // no rule needs it
            }
            }
        }
    }

    private static void networks(CaseFacts facts, Set<Need> held) {
        for (int event = 0; event < facts.events().size()
                && !held.containsAll(Set.of(Need.NETWORK_NAMES, Need.COUNTRIES)); event++) {
            Addresses.Address address = facts.addresses().of(event);
            if (address != null && address.asn() != null) {
                held.add(Need.NETWORK_NAMES);
            }
            if (address != null && address.country() != null) {
                held.add(Need.COUNTRIES);
            }
        }
    }
}
