package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.AgentName;

/**
 * One session whose sign-ins came from several networks, devices or user agents; which of them is the rule's setting
 * {@code of}.
 */
public final class SeveralOrigins implements Check {

    /**
     * The events of a session.
     *
     * @param byValue
     *            those that count, by network, device or program
     * @param beside
     *            the others, which make no further network, but may have come from one that counts
     */
    private record Seen(Map<String, List<Integer>> byValue, List<Integer> beside) {

        /** How many of the session's events came from the network of an event, counted or not. */
        private long ofNetwork(CaseFacts facts, int first, List<Integer> counted) {
            return counted.size() + beside.stream().filter(event -> facts.addresses().telling(event) != null
                    && !Addresses.differ(facts.addresses().of(first), facts.addresses().of(event))).count();
        }
    }

    @Override
    public void validate(RuleFile rule) {
        rule.settings().choice("of", "network", "device", "agent");
        perApp(rule);
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        String of = rule.settings().text("of");
        int enough = rule.settings().number("at-least");
        List<String> apps = rule.settings().has("only-apps") ? rule.settings().list("only-apps") : List.of();
        List<String> resources = rule.settings().has("only-resources") ? rule.settings().list("only-resources")
                : List.of();
        for (SessionEvents session : facts.sessions()) {
            int[] events = of.equals("network") ? session.events() : session.signIns();
            if (events.length < enough || of.equals("network") && enough > 1 && !session.hasSeveralAddresses()) {
                continue;
            }
            Map<String, Seen> byApp = new LinkedHashMap<>();
            for (int event : events) {
                String app = facts.text(EventField.APP_ID, event);
                if (!isOneOf(apps, app) || !isOneOf(resources, facts.text(EventField.RESOURCE_ID, event))) {
                    continue;
                }
                Seen seen = byApp.computeIfAbsent(perApp(rule) ? String.valueOf(app) : "",
                        key -> new Seen(new LinkedHashMap<>(), new ArrayList<>()));
                String value = switch (of) {
                case "network" -> network(facts, seen.byValue(), event);
                case "device" -> facts.text(EventField.DEVICE_ID, event);
                default -> agent(facts, event);
                };
                if (value != null) {
                    seen.byValue().computeIfAbsent(value, key -> new ArrayList<>()).add(event);
                } else {
                    seen.beside().add(event);
                }
            }
            for (Seen seen : byApp.values()) {
                if (seen.byValue().size() >= enough) {
                    report(facts, rule, of, seen, found);
                }
            }
        }
    }

    private static boolean perApp(RuleFile rule) {
        return rule.settings().has("per") && rule.settings().choice("per", "session", "app").equals("app");
    }

    private static boolean isOneOf(List<String> ids, @Nullable String id) {
        return ids.isEmpty() || id != null && ids.contains(id);
    }

    /**
     * The network of an earlier event that does not differ, or the event's own; null for one that does not count. Of the
     * networks that are familiar to the user, one counts: a stranger's network is seen beside it in any order, and
     * familiar networks alone are never several.
     */
    private static @Nullable String network(CaseFacts facts, Map<String, List<Integer>> byValue, int event) {
        Addresses.Address address = facts.addresses().telling(event);
        if (address == null
                || !byValue.isEmpty()
                        && (address.fact().mobile() || facts.isThroughSharedExit(event) || facts.isBound(event))
                || Against.isFamiliar(facts, event)
                        && byValue.values().stream().anyMatch(events -> Against.isFamiliar(facts, events.getFirst()))) {
            return null;
        }
        for (Map.Entry<String, List<Integer>> known : byValue.entrySet()) {
            if (!Addresses.differ(facts.addresses().of(known.getValue().getFirst()), address)) {
                return known.getKey();
            }
        }
        return address.network();
    }

    private static @Nullable String agent(CaseFacts facts, int event) {
        String agent = facts.text(EventField.USER_AGENT, event);
        return agent == null ? null : AgentName.of(Origins.withoutVersions(agent).replace("/0", "/"));
    }

    private static void report(CaseFacts facts, RuleFile rule, String of, Seen seen, FindingSink found) {
        Map<String, List<Integer>> byValue = seen.byValue();
        List<Integer> firsts = byValue.values().stream().map(List::getFirst).toList();
        int odd = of.equals("network") && Against.isFamiliar(facts, firsts.get(1)) ? firsts.get(0) : firsts.get(1);
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> entry : byValue.entrySet()) {
            int first = entry.getValue().getFirst();
            String name = switch (of) {
            case "network" -> Addresses.words(facts.addresses().of(first));
            case "device" -> deviceWords(facts, first);
            default -> Words.quoted(entry.getKey());
            };
            names.add(SessionText.ORIGIN.text(name, Words.time(facts.events().time(first)), of.equals("network")
                    ? seen.ofNetwork(facts, first, entry.getValue())
                    : entry.getValue().size()));
        }
        List<Integer> proof = new ArrayList<>(firsts);
        byValue.values().stream().skip(1).forEach(proof::addAll);
        SessionText text = switch (of) {
        case "network" -> SessionText.SEVERAL_NETWORKS;
        case "device" -> SessionText.SEVERAL_DEVICES;
        default -> SessionText.SEVERAL_PROGRAMS;
        };
        String own = byValue.keySet().stream().toList().get(firsts.indexOf(odd) == 0 ? 1 : 0);
        List<Integer> others = new ArrayList<>();
        byValue.forEach((value, events) -> others.addAll(value.equals(own) ? List.of() : events));
        found.add(severity(facts, rule, of, firsts), proof, others, text.text(byValue.size(), String.join("; ", names)),
                Against.of(facts, odd));
    }

    /** Networks of one country, and anything on one registered device, lower the severity: a device that moves. */
    private static Severity severity(CaseFacts facts, RuleFile rule, String of, List<Integer> firsts) {
        Severity severity = rule.severity();
        int root = firsts.getFirst();
        if (of.equals("network") && firsts.stream()
                .allMatch(event -> Addresses.inSameCountry(facts.addresses().of(root), facts.addresses().of(event)))) {
            severity = severity.lowered();
        }
        return firsts.stream().skip(1).allMatch(event -> Against.onOneDevice(facts, root, event)) ? severity.lowered()
                : severity;
    }

    private static String deviceWords(CaseFacts facts, int event) {
        String name = facts.text(EventField.DEVICE_NAME, event);
        return name == null ? Words.quoted(facts.text(EventField.DEVICE_ID, event)) : Words.quoted(name);
    }
}
