package org.tokenlane.report.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tokenlane.report.CaseStamp;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.report.KqlSubject;
import org.tokenlane.report.KqlText;
import org.tokenlane.report.NamedId;
import org.tokenlane.report.Technique;
import org.tokenlane.report.Technique.Tactic;

/**
 * Hunting queries for Microsoft Sentinel, one YAML file each, with the fields of the queries in
 * https://github.com/Azure/Azure-Sentinel (Hunting Queries).
 */
final class SentinelHunt {

    private static final Map<String, String> CONNECTORS = Map.of("SigninLogs", "AzureActiveDirectory", "AuditLogs",
            "AzureActiveDirectory", "AADNonInteractiveUserSignInLogs", "AzureActiveDirectory",
            "AADServicePrincipalSignInLogs", "AzureActiveDirectory", "OfficeActivity", "Office365",
            "MicrosoftGraphActivityLogs", "AzureActiveDirectory", "EmailEvents", "MicrosoftThreatProtection");

    private SentinelHunt() {
    }

    /** The names of the files. */
    static List<String> names(HostileActivity activity) {
        return KqlText.queries(KqlSubject.of(activity.indicators())).stream()
                .filter(query -> query.portal() == KqlText.Portal.SENTINEL).map(SentinelHunt::name).toList();
    }

    private static String name(KqlText.Query query) {
        return "sentinel-" + query.hunt().id() + ".yaml";
    }

    /** The files by their names. */
    static Map<String, String> files(String caseName, CaseStamp stamp, HostileActivity activity) {
        Map<String, String> files = new LinkedHashMap<>();
        for (KqlText.Query query : KqlText.queries(KqlSubject.of(activity.indicators()))) {
            if (query.portal() == KqlText.Portal.SENTINEL) {
                files.put(name(query), yaml(caseName, stamp, activity, query));
            }
        }
        return files;
    }

    private static String yaml(String caseName, CaseStamp stamp, HostileActivity activity,
            KqlText.Query query) {
        StringBuilder out = new StringBuilder();
        line(out, "id", NamedId.of("sentinel" + stamp.key() + query.hunt().id()).toString());
        line(out, "name", IncidentText.HUNT_NAME.text(caseName, query.hunt().text()));
        line(out, "description", IncidentText.HUNT_DESCRIPTION.text(query.hunt().text(), caseName));
        line(out, "version", "1.0.0");
        Map<String, Set<String>> connectors = new LinkedHashMap<>();
        CONNECTORS.keySet().stream().sorted().filter(table -> query.text().contains("(" + table)).forEach(
                table -> connectors.computeIfAbsent(CONNECTORS.get(table), key -> new LinkedHashSet<>()).add(table));
        out.append("requiredDataConnectors:\n");
        connectors.forEach((connector, tables) -> {
            out.append("  - connectorId: ").append(connector).append("\n    dataTypes:\n");
            tables.forEach(table -> out.append("      - ").append(table).append('\n'));
        });
        Set<String> tactics = new TreeSet<>();
        List<String> techniques = new ArrayList<>();
        for (Technique technique : activity.techniques().keySet()) {
            technique.tactics().stream().limit(1).map(SentinelHunt::name).forEach(tactics::add);
            techniques.add(technique.id());
        }
        list(out, "tactics", tactics);
        list(out, "relevantTechniques", techniques);
        out.append("query: |\n");
        query.text().lines().forEach(row -> out.append("  ").append(row).append('\n'));
        return out.toString();
    }

    private static void list(StringBuilder out, String name, Iterable<String> values) {
        out.append(name).append(":\n");
        values.forEach(value -> out.append("  - ").append(value).append('\n'));
    }

    /** A text in double quotes: its escapes in YAML are those of JSON. */
    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": \"");
        value.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                out.append('\\').append((char) letter);
            } else if (letter < ' ' || letter >= 0x7f && letter < 0xa0 || letter >= 0xd800 && letter < 0xe000) {
                out.append(String.format("\\u%04x", letter >= 0xd800 ? 0xfffd : letter));
            } else {
                out.appendCodePoint(letter);
            }
        });
        out.append("\"\n");
    }

    /** {@code InitialAccess}. */
    private static String name(Tactic tactic) {
        StringBuilder name = new StringBuilder();
        for (String word : tactic.id().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
