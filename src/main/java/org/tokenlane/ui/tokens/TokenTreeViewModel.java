package org.tokenlane.ui.tokens;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.correlate.Applications;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The session that is looked at, its tokens and their operations. */
final class TokenTreeViewModel {

    /** A node with those below it. */
    record Branch(TokenNode node, List<Branch> children) {
    }

    private final Selection selection;
    private final Navigation navigation;
    private final Marking marking;
    private final Display display;
    private final ObservableValue<Enrichment> enrichment;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Branch> tree = new ReadOnlyObjectWrapper<>();
    private @Nullable OpenCase shownCase;
    private @Nullable String shown;
    private Task<?> task = Task.NONE;

    TokenTreeViewModel(Selection selection, Navigation navigation, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.marking = marking;
        this.display = display;
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        selection.matching().addListener((property, before, now) -> follow());
        display.zone().addListener((property, before, now) -> rebuild());
        enrichment.addListener((property, before, now) -> rebuild());
        marking.marked().addListener((property, before, now) -> rebuild());
        follow();
    }

    ReadOnlyObjectProperty<Branch> tree() {
        return tree.getReadOnlyProperty();
    }

    private void rebuild() {
        shown = null;
        follow();
    }

    private void follow() {
        OpenCase open = selection.openCase().get();
        String session = selection.view().get().session();
        String application = selection.view().get().application();
        if (open != null && application != null) {
            followApplication(open, application);
        } else if (open == null || session == null) {
            task.cancel();
            shown = null;
            tree.set(null);
        } else if (open != shownCase || !session.equals(shown)) {
            shownCase = open;
            shown = session;
            Enrichment beside = enrichment.getValue();
            MarkedEvents marked = marking.marked().get();
            ZoneId zone = display.zone().get();
            task = background
                    .latest("tokens", WorkLane.SHORT, progress -> build(open, session, beside, marked, zone))
                    .onDone(tree::set).onFailed(failure -> messages.failed(TokensText.NOT_READ, failure))
                    .start();
        }
    }

    /** What an application did by itself, as the tree of its tokens. */
    private void followApplication(OpenCase open, String application) {
        String key = "application " + application; // not for people
        if (open == shownCase && key.equals(shown)) {
            return;
        }
        shownCase = open;
        shown = key;
        Enrichment beside = enrichment.getValue();
        MarkedEvents marked = marking.marked().get();
        ZoneId zone = display.zone().get();
        task = background.latest("tokens", WorkLane.SHORT,
                progress -> buildApplication(open, application, beside, marked, zone)).onDone(tree::set)
                .onFailed(failure -> messages.failed(TokensText.NOT_READ, failure)).start();
    }

    private static Branch buildApplication(OpenCase open, String application, Enrichment beside,
            MarkedEvents marked, ZoneId zone) {
        ApplicationFacts facts = new Applications(open.events()).acting(open.correlation()).stream()
                .filter(one -> one.id().equalsIgnoreCase(application)).findFirst()
                .orElse(new ApplicationFacts(application, application, AuditEvent.NO_TIME, AuditEvent.NO_TIME, 0, 0, 0,
                        0,
                        List.of(), List.of()));
        int[] members = facts.events().stream().mapToInt(Integer::intValue).toArray();
        List<Branch> children = new ArrayList<>();
        BitSet tokens = new BitSet();
        List<Integer> bare = new ArrayList<>();
        for (int event : members) {
            int token = open.correlation().token(event);
            tokens.set(token);
            if (token == 0) {
                bare.add(event);
            }
        }
        tokens.clear(0);
        tokens.stream().forEach(token -> children.add(branch(open.events(), open.queries().token(token), beside,
                worst(marked, open.correlation().eventsOfToken(token)),
                open.correlation().eventsOfToken(token).length, zone)));
        if (!bare.isEmpty()) {
            int[] without = bare.stream().mapToInt(Integer::intValue).toArray();
            children.add(new Branch(new TokenNode(TokenNode.Kind.NO_TOKEN, TokensText.NO_TOKEN.text(),
                    TokensText.NO_TOKEN_DETAIL.text(), without.length, null, null, worst(marked, without),
                    without.length),
                    operations(byName(open.events(), without), null)));
        }
        return new Branch(new TokenNode(TokenNode.Kind.SESSION, TokensText.APPLICATION.text(facts.name()),
                Count.TOKENS.of(tokens.cardinality()), facts.operations(), null, null, worst(marked, members),
                members.length),
                children);
    }

    private static Branch build(OpenCase open, String session, Enrichment beside, MarkedEvents marked, ZoneId zone) {
        SessionQueries queries = open.queries();
        int code = open.correlation().sessionCode(session);
        List<Branch> children = new ArrayList<>();
        int operations = 0;
        for (int token : queries.tokensOf(code)) {
            TokenTrail trail = queries.token(token);
            children.add(
                    branch(open.events(), trail, beside, worst(marked, open.correlation().eventsOfToken(token)),
                            open.correlation().eventsOfToken(token).length, zone));
            operations += trail.operations();
        }
        int[] bare = queries.withoutToken(code);
        if (bare.length > 0) {
            Map<String, Integer> byName = byName(open.events(), bare);
            children.add(new Branch(
                    new TokenNode(TokenNode.Kind.NO_TOKEN, TokensText.NO_TOKEN.text(),
                            TokensText.NO_TOKEN_DETAIL.text(), bare.length, null, null, worst(marked, bare),
                            bare.length),
                    operations(byName, null)));
            operations += byName.values().stream().mapToInt(Integer::intValue).sum();
        }
        int[] inferred = queries.inferred(code);
        if (inferred.length > 0) {
            children.add(new Branch(
                    new TokenNode(TokenNode.Kind.INFERRED, TokensText.INFERRED.text(),
                            TokensText.INFERRED_DETAIL.text(), inferred.length, null, null, worst(marked, inferred),
                            inferred.length),
                    operations(byName(open.events(), inferred), null)));
        }
        return new Branch(
                new TokenNode(TokenNode.Kind.SESSION, TokensText.SESSION.text(Texts.shortId(session)),
                        TokensText.SESSION_DETAIL.text(Count.TOKENS.of(queries.tokensOf(code).size()),
                                inferred.length),
                        operations, null, null,
                        worst(marked, open.correlation().eventsOfSession(code),
                                MarkTarget.of(MarkTarget.Kind.SESSION, session)),
                        open.correlation().eventsOfSession(code).length),
                children);
    }

    private static Branch branch(CaseEvents all, TokenTrail trail, Enrichment beside,
            TokenNode.@Nullable Judged judged, int events, ZoneId zone) {
        String app = trail.app() == null ? TokensText.TOKEN.text() : beside.apps().named(trail.app());
        String name = trail.resource() == null || trail.resource().equals(trail.app()) ? app
                : TokensText.APP_TO_RESOURCE.text(app, beside.apps().named(trail.resource()));
        return new Branch(
                new TokenNode(trail.signIn() >= 0 ? TokenNode.Kind.TOKEN : TokenNode.Kind.TOKEN_WITHOUT_SIGN_IN, name,
                        issue(all, trail, beside, zone), trail.operations(), trail.uti(), null, judged, events),
                operations(trail.operationsByName(), trail.uti()));
    }

    /** When and where to the token was issued, and whether it was used from several addresses. */
    private static String issue(CaseEvents events, TokenTrail trail, Enrichment beside, ZoneId zone) {
        String time = Times.seconds(trail.issuedAt(), zone);
        if (trail.signIn() < 0) {
            return TokensText.ISSUED.text(time, trail.ips().size());
        }
        String ip = events.text(EventField.IP, trail.signIn());
        String inLog = events.text(EventField.COUNTRY, trail.signIn());
        String country = inLog == null ? countryByData(ip, beside) : inLog;
        return TokensText.ISSUED_TO.text(time, ip == null ? TokensText.UNKNOWN_ADDRESS.text() : ip,
                country.isEmpty() ? 0 : 1, country, trail.ips().size());
    }

    private static TokenNode.@Nullable Judged worst(MarkedEvents marked, int[] events) {
        return worst(marked, events, null);
    }

    /** A verdict on the target itself is on the whole of it, also where an event is only inferred to belong to it. */
    private static TokenNode.@Nullable Judged worst(MarkedEvents marked, int[] events, @Nullable MarkTarget own) {
        Verdict worst = null;
        int with = 0;
        for (int event : events) {
            Verdict verdict = marked.verdict(event);
            if (verdict != null && (worst == null || verdict.compareTo(worst) < 0)) {
                worst = verdict;
                with = 0;
            }
            with += verdict != null && verdict == worst ? 1 : 0;
        }
        VerdictMark given = own == null ? null : marked.marks().verdict(own);
        boolean whole = given != null && given.verdict() == worst;
        return worst == null ? null : new TokenNode.Judged(worst, whole ? events.length : with, events.length);
    }

    private static String countryByData(@Nullable String ip, Enrichment beside) {
        NetworkFact.Value country = beside.networks().lookUp(ip).country();
        return country == null ? "" : country.words();
    }

    private static Map<String, Integer> byName(CaseEvents events, int[] chosen) {
        Map<String, Integer> counts = new HashMap<>();
        for (int event : chosen) {
            String name = events.text(EventField.OPERATION, event);
            counts.merge(name == null ? TokensText.NO_NAME.text() : name, 1, Integer::sum);
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer> comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static List<Branch> operations(Map<String, Integer> byName, @Nullable String uti) {
        return byName.entrySet().stream()
                .map(entry -> new Branch(
                        new TokenNode(TokenNode.Kind.OPERATION, entry.getKey(), "", entry.getValue(), uti,
                                entry.getKey(),
                                null, -1),
                        List.of()))
                .toList();
    }

    /** Filters to what a node represents. */
    void select(TokenNode node) {
        String session = selection.view().get().session();
        String application = selection.view().get().application();
        if (session == null && application == null) {
            return;
        }
        ViewState view = session != null ? ViewState.ofSession(session)
                : ViewState.ofApplication(String.valueOf(application));
        if (node.uti() != null) {
            view = view.with(new Filter.FieldIs(FilterField.TOKEN, List.of(node.uti())));
        }
        if (node.operation() != null) {
            view = view.with(new Filter.FieldIs(FilterField.OPERATION, List.of(node.operation())));
        }
        navigation.go(view);
    }
}
