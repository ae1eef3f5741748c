package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.Origins;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.correlate.SessionThrough;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.AppNames;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventText;
import org.tokenlane.report.FindingText;

/** Sessions and tokens as commands write them. */
final class SessionText {

    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final EventText eventText;
    private final @Nullable Detection detection;
    private final Enrichment enrichment;
    private final NetworkText networks;

    /** @param detection what the rules found; null leaves the risk open */
    SessionText(Correlation correlation, @Nullable Detection detection, Enrichment enrichment) {
        this.correlation = correlation;
        this.detection = detection;
        this.enrichment = enrichment;
        this.networks = new NetworkText(correlation.events(), enrichment);
        this.events = correlation.events();
        this.queries = new SessionQueries(correlation);
        this.eventText = new EventText(correlation);
    }

    NetworkText networks() {
        return networks;
    }

    /**
     * An application's or resource's name as the log gives it; by the table of first-party applications where that is
     * an id.
     */
    String app(@Nullable String idOrName) {
        return shown(idOrName == null ? "–" : enrichment.apps().named(idOrName));
    }

    SessionQueries queries() {
        return queries;
    }

    Map<String, Object> session(SessionFacts facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessionId", facts.sessionId());
        map.put("upns", facts.upns());
        map.put("ips", facts.ips());
        map.put("countries", facts.countries());
        map.put("first", EventText.time(facts.first()));
        map.put("last", EventText.time(facts.last()));
        map.put("signIns", facts.signIns());
        map.put("tokens", facts.tokens());
        map.put("operations", facts.operations());
        map.put("refusedGraphCalls", facts.refusedCalls());
        map.put("events", facts.events());
        map.put("origins", facts.origins());
        SessionThrough through = queries.through(List.of(facts)).getOrDefault(facts.sessionId(),
                SessionThrough.NOTHING);
        map.put("through", through.through().stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
        map.put("homeTenants", through.homes());
        map.put("resourceTenants", through.resources());
        map.put("risk", detection == null ? null : detection.risk(facts.sessionId()).points());
        map.put("riskBecause", detection == null ? null : FindingText.because(detection.risk(facts.sessionId())));
        return map;
    }

    /** The session's risk for a table's cell; empty where no rule found anything or none was run. */
    String risk(SessionFacts facts) {
        int points = detection == null ? 0 : detection.risk(facts.sessionId()).points();
        return points == 0 ? "" : Integer.toString(points);
    }

    Map<String, Object> wholeSession(int session) {
        Map<String, Object> map = session(queries.facts(session));
        List<Object> tokens = new ArrayList<>();
        queries.tokensOf(session).forEach(token -> tokens.add(token(queries.token(token))));
        map.put("tokens", tokens);
        List<Object> withoutToken = new ArrayList<>();
        Arrays.stream(queries.withoutToken(session)).forEach(event -> withoutToken.add(eventText.facts(event)));
        map.put("noToken", withoutToken);
        List<Object> inferred = new ArrayList<>();
        for (int event : queries.inferred(session)) {
            LinkRule rule = correlation.rule(event);
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("eventId", events.id(event));
            link.put("rule", rule.id());
            link.put("confidence", rule.confidence());
            inferred.add(link);
        }
        map.put("inferred", inferred);
        List<Object> mentions = new ArrayList<>();
        events.mentioning(events.dictionary(EventField.SESSION_ID).get(session)).stream()
                .filter(event -> correlation.session(event) != session)
                .forEach(event -> mentions.add(events.id(event)));
        map.put("mentions", mentions);
        map.put("networks", networks.json(queries.facts(session).ips()));
        return map;
    }

    Map<String, Object> token(TokenTrail trail) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("uti", trail.uti());
        map.put("app", trail.app());
        map.put("resource", trail.resource());
        putByTable(map, "app", trail.app());
        putByTable(map, "resource", trail.resource());
        map.put("issuedAt", EventText.time(trail.issuedAt()));
        map.put("signIn", trail.signIn() < 0 ? null : eventText.facts(trail.signIn()));
        map.put("ips", trail.ips());
        map.put("first", EventText.time(trail.first()));
        map.put("last", EventText.time(trail.last()));
        map.put("operations", trail.operations());
        map.put("operationsByName", trail.operationsByName());
        return map;
    }

    Map<String, Object> wholeToken(int token) {
        TokenTrail trail = queries.token(token);
        Map<String, Object> map = token(trail);
        map.put("sessionId", trail.session());
        List<Object> all = new ArrayList<>();
        Arrays.stream(trail.events()).forEach(event -> all.add(eventText.all(event)));
        map.put("events", all);
        map.put("networks", networks.json(trail.ips()));
        return map;
    }

    private void putByTable(Map<String, Object> map, String what, @Nullable String idOrName) {
        AppNames.App app = enrichment.apps().of(idOrName);
        if (app != null) {
            map.put(what + "ByTable", app.name());
            map.put(what + "TableSource", enrichment.apps().label());
        }
    }

    /** The session's tree in lines for the terminal: the session, its origins, its tokens, their operations. */
    List<String> tree(int session) {
        List<String> lines = new ArrayList<>();
        SessionFacts facts = queries.facts(session);
        lines.add(CliText.SESSION.text(facts.sessionId()));
        lines.add("  " + CliText.SESSION_SPAN.text(shown(String.join(", ", facts.upns())),
                time(facts.first()), time(facts.last())));
        lines.add("  " + String.join(", ", Count.SIGN_INS.of(facts.signIns()), Count.TOKENS.of(facts.tokens()),
                Count.OPERATIONS.of(facts.operations()), Count.ORIGINS.of(facts.origins())));
        if (facts.refusedCalls() > 0) {
            lines.add("  " + CliText.REFUSED_CALLS.text(facts.refusedCalls()));
        }
        if (detection != null && !detection.risk(facts.sessionId()).because().isEmpty()) {
            Risk risk = detection.risk(facts.sessionId());
            lines.add("  " + CliText.RISK.text(risk.points()));
            risk.because().stream()
                    .collect(Collectors.toMap(Finding::rule, finding -> finding, (heaviest, other) -> heaviest,
                            LinkedHashMap::new))
                    .values()
                    .forEach(finding -> lines.add(String.format(Locale.ROOT, "  %4d  %s (%s)",
                            finding.severity().points(), finding.title(), finding.severity().id())));
        }
        for (Origins.Origin origin : queries.origins(session)) {
            int first = origin.events().stream().mapToInt(Integer::intValue).min().orElse(-1);
            lines.add("  " + CliText.ORIGIN.text(shown(origin.network().isEmpty() ? CliText.UNKNOWN_NETWORK.text()
                    : origin.network()) + place(first), origin.events().size()));
        }
        lines.addAll(networks.lines(facts.ips()));
        List<Integer> tokens = queries.tokensOf(session);
        int[] without = queries.withoutToken(session);
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i == tokens.size() - 1 && without.length == 0;
            addToken(lines, queries.token(tokens.get(i)), last);
        }
        if (without.length > 0) {
            lines.add("  └─ " + CliText.WITHOUT_TOKEN.text(without.length));
        }
        if (facts.inferred() > 0) {
            lines.add("  " + CliText.INFERRED.text(facts.inferred()));
        }
        return lines;
    }

    private void addToken(List<String> lines, TokenTrail trail, boolean last) {
        lines.add((last ? "  └─ " : "  ├─ ") + CliText.TOKEN_LINE.text(trail.uti(), app(trail.app()),
                app(trail.resource()), trail.ips().size(), String.join(", ", trail.ips())));
        String stem = last ? "       " : "  │    ";
        boolean dated = trail.issuedAt() != AuditEvent.NO_TIME;
        lines.add(stem + CliText.TOKEN_ISSUED.text(dated ? 1 : 0, dated ? time(trail.issuedAt()) : "",
                trail.signIn() < 0 ? 0 : 1, trail.operations()));
        trail.operationsByName().forEach((name, times) -> lines
                .add(stem + "  " + String.format(Locale.ROOT, "%5d", times) + " × " + shown(name)));
    }

    private String place(int event) {
        if (event < 0) {
            return "";
        }
        String country = events.text(EventField.COUNTRY, event);
        String method = events.text(EventField.TRANSFER_METHOD, event);
        return (country == null ? "" : " (" + country + ")") + (method == null ? "" : ", " + method);
    }

    private static String shown(String text) {
        return TextTable.shown(text);
    }

    private static String time(long nanos) {
        return Objects.requireNonNullElseGet(EventText.time(nanos), CliText.UNDATED::text);
    }
}
