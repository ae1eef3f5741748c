package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.enrich.NetworkKinds.Kind;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** External data on addresses, as commands write it; every value with its source. */
final class NetworkText {

    private static final int MOST_LINES = 20;

    private final Enrichment enrichment;
    private final Map<String, String> asnInLog = new HashMap<>();

    NetworkText(CaseEvents events, Enrichment enrichment) {
        this.enrichment = enrichment;
        IntColumn ips = events.codes(EventField.IP);
        IntColumn systems = events.codes(EventField.ASN);
        for (int event = 0; event < events.size(); event++) {
            if (ips.get(event) != 0 && systems.get(event) != 0) {
                asnInLog.put(events.dictionary(EventField.IP).get(ips.get(event)),
                        events.dictionary(EventField.ASN).get(systems.get(event)));
            }
        }
    }

    /** A line for each address of which something is known. */
    List<String> lines(List<String> ips) {
        List<String> lines = new ArrayList<>();
        for (String ip : ips) {
            for (Enrichment.Statement statement : enrichment.about(ip, asnInLog.get(ip))) {
                lines.add("  " + TextTable.shown(ip) + " " + plain(statement.toString()));
            }
        }
        return lines.size() <= MOST_LINES ? lines : more(lines);
    }

    private static List<String> more(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        shown.add("  " + CliText.MORE_NETWORK_LINES.text(lines.size() - MOST_LINES));
        return shown;
    }

    /** An entry for each address of which something is known. */
    List<Map<String, Object>> json(List<String> ips) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String ip : ips) {
            Map<String, Object> map = new LinkedHashMap<>();
            NetworkFact known = enrichment.networks().lookUp(ip);
            put(map, "country", known.country());
            put(map, "city", known.city());
            put(map, "asn", known.asn());
            put(map, "asName", known.asName());
            String service = enrichment.microsoft().service(ip);
            put(map, "microsoftService", service, enrichment.microsoft().label());
            String asn = asnInLog.getOrDefault(ip, known.asn() == null ? null : known.asn().text());
            Kind kind = enrichment.kinds().of(asn, known.nameOf(asn));
            put(map, "kind", kind == null ? null : kind.words(), enrichment.kinds().label());
            if (!map.isEmpty()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("ip", ip);
                entry.putAll(map);
                all.add(entry);
            }
        }
        return all;
    }

    private static void put(Map<String, Object> map, String name, NetworkFact.@Nullable Value value) {
        put(map, name, value == null ? null : value.text(), value == null ? null : value.source().label());
    }

    private static void put(Map<String, Object> map, String name, @Nullable String text, @Nullable String source) {
        if (text != null) {
            map.put(name, text);
            map.put(name + "Source", source);
        }
    }

    /** Control characters shown, nothing cut: the source stands in it. */
    private static String plain(String text) {
        return TextTable.whole(text);
    }
}
