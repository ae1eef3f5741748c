package org.tokenlane.ui.tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The session that is looked at, its tokens and what was done with each. */
final class TokenTreeViewModel {

    /** A node with those below it. */
    record Branch(TokenNode node, List<Branch> children) {
    }

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Branch> tree = new ReadOnlyObjectWrapper<>();
    private OpenCase shownCase;
    private String shown;

    TokenTreeViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.matching().addListener((property, before, now) -> follow());
        workbench.zone().addListener((property, before, now) -> anew());
        workbench.enrichment().addListener((property, before, now) -> anew());
        workbench.marking().marked().addListener((property, before, now) -> anew());
        follow();
    }

    ReadOnlyObjectProperty<Branch> tree() {
        return tree.getReadOnlyProperty();
    }

    private void anew() {
        shown = null;
        follow();
    }

    private void follow() {
        OpenCase open = workbench.openCase().get();
        String session = workbench.view().get().session();
        if (open == null || session == null) {
            shown = null;
            tree.set(null);
        } else if (open != shownCase || !session.equals(shown)) {
            shownCase = open;
            shown = session;
            Enrichment beside = workbench.enrichment().get();
            MarkedEvents marked = workbench.marking().marked().get();
            workbench.background().latest("tokens", () -> build(open, session, beside, marked), tree::set,
                    failure -> workbench.problem()
                            .set("The session's tokens could not be read: " + failure.getMessage()));
        }
    }

    private Branch build(OpenCase open, String session, Enrichment beside, MarkedEvents marked) {
        SessionQueries queries = open.queries();
        int code = open.correlation().sessionCode(session);
        List<Branch> children = new ArrayList<>();
        int operations = 0;
        for (int token : queries.tokensOf(code)) {
            TokenTrail trail = queries.token(token);
            children.add(branch(open.events(), trail, beside, worst(marked, open.correlation().eventsOfToken(token))));
            operations += trail.operations();
        }
        int[] bare = queries.withoutToken(code);
        if (bare.length > 0) {
            Map<String, Integer> byName = byName(open.events(), bare);
            children.add(new Branch(
                    new TokenNode("No token on record", "the records give the session only", bare.length, null, null,
                            "bi-question-circle", worst(marked, bare)),
                    operations(byName, null)));
            operations += byName.values().stream().mapToInt(Integer::intValue).sum();
        }
        int[] inferred = queries.inferred(code);
        if (inferred.length > 0) {
            children.add(new Branch(
                    new TokenNode("Inferred", "belongs here by a rule, not by an id", inferred.length, null, null,
                            "bi-link-45deg", null),
                    operations(byName(open.events(), inferred), null)));
        }
        return new Branch(
                new TokenNode("Session " + Texts.shortId(session), Texts.count(queries.tokensOf(code).size(), "token"),
                        operations, null, null, "bi-person-badge",
                        worst(marked, open.correlation().eventsOfSession(code))),
                children);
    }

    private Branch branch(CaseEvents events, TokenTrail trail, Enrichment beside, Verdict verdict) {
        StringBuilder detail = new StringBuilder("issued ")
                .append(Times.seconds(trail.issuedAt(), workbench.zone().get()));
        if (trail.signIn() >= 0) {
            String ip = events.text(EventField.IP, trail.signIn());
            String country = events.text(EventField.COUNTRY, trail.signIn());
            detail.append(" to ").append(ip == null ? "an unknown address" : ip)
                    .append(country == null ? countryByData(ip, beside) : " (" + country + ")");
        } else {
            detail.append(", no sign-in on record");
        }
        boolean moved = trail.ips().size() > 1;
        if (moved) {
            detail.append("; used from ").append(trail.ips().size()).append(" addresses");
        }
        String app = trail.app() == null ? "Token" : beside.apps().named(trail.app());
        String name = trail.resource() == null || trail.resource().equals(trail.app()) ? app
                : app + " → " + beside.apps().named(trail.resource());
        return new Branch(
                new TokenNode(name, detail.toString(), trail.operations(), trail.uti(), null,
                        trail.signIn() >= 0 ? "bi-key" : "bi-key-fill", verdict),
                operations(trail.operationsByName(), trail.uti()));
    }

    private static Verdict worst(MarkedEvents marked, int[] events) {
        Verdict worst = null;
        for (int event : events) {
            Verdict verdict = marked.verdict(event);
            worst = verdict != null && (worst == null || verdict.compareTo(worst) < 0) ? verdict : worst;
        }
        return worst;
    }

    private static String countryByData(String ip, Enrichment beside) {
        NetworkFact.Value country = beside.networks().lookUp(ip).country();
        return country == null ? "" : " (" + country.text() + " by " + country.source().label() + ")";
    }

    private static Map<String, Integer> byName(CaseEvents events, int[] chosen) {
        Map<String, Integer> counts = new HashMap<>();
        for (int event : chosen) {
            String name = events.text(EventField.OPERATION, event);
            counts.merge(name == null ? "(no name)" : name, 1, Integer::sum);
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer> comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static List<Branch> operations(Map<String, Integer> byName, String uti) {
        return byName.entrySet().stream()
                .map(entry -> new Branch(
                        new TokenNode(entry.getKey(), "", entry.getValue(), uti, entry.getKey(), "bi-dot", null),
                        List.of()))
                .toList();
    }

    /** Makes what a node stands for the filter. */
    void select(TokenNode node) {
        String session = workbench.view().get().session();
        if (session == null) {
            return;
        }
        ViewState view = ViewState.ofSession(session);
        if (node.uti() != null) {
            view = view.with(new Filter.FieldIs(FilterField.TOKEN, List.of(node.uti())));
        }
        if (node.operation() != null) {
            view = view.with(new Filter.FieldIs(FilterField.OPERATION, List.of(node.operation())));
        }
        workbench.go(view);
    }
}
