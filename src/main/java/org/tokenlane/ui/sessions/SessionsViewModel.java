package org.tokenlane.ui.sessions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.SessionThrough;
import org.tokenlane.correlate.SessionVerdicts;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.enrich.Networks;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** The sessions that match the filter, and what their rows draw. */
final class SessionsViewModel {

    /**
     * The order until the rules have run: sessions that several networks or devices used, then those from most
     * countries, then the busiest.
     */
    static final Comparator<SessionFacts> SEVERAL_ORIGINS_FIRST = Comparator
            .<SessionFacts> comparingInt(facts -> -facts.origins())
            .thenComparing(facts -> -facts.countries().size()).thenComparing(facts -> -facts.operations());

    private static final int COLUMNS = 24;
    private static final int KEPT = 500;

    /**
     * What is drawn of a session.
     *
     * @param byWorkload
     *            its operations that are linked by fact
     * @param inferred
     *            how many more are linked by inference only
     * @param activity
     *            how all its events spread over its time
     */
    record Drawn(Map<String, Integer> byWorkload, int inferred, int[] activity) {
    }

    private final Selection selection;
    private final Rules rules;
    private final Marking marking;
    private final ObservableValue<Enrichment> enrichment;
    private final Messages messages;
    private final Runner background;
    private final ObservableList<SessionFacts> sessions = FXCollections.observableArrayList();
    private final Map<String, Drawn> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Drawn> eldest) {
            return size() > KEPT;
        }
    };

    private final ReadOnlyObjectWrapper<Map<String, NetworkFact.Value>> countries = new ReadOnlyObjectWrapper<>(
            Map.of());
    private final ReadOnlyObjectWrapper<Map<String, SessionThrough>> through = new ReadOnlyObjectWrapper<>(Map.of());
    private @Nullable SessionVerdicts verdicts;
    private Task<?> task = Task.NONE;

    SessionsViewModel(Selection selection, Rules rules, Marking marking, ObservableValue<Enrichment> enrichment,
            Messages messages, Runner background) {
        this.selection = selection;
        this.rules = rules;
        this.marking = marking;
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> {
            drawn.clear();
            verdicts = null;
            lookUpCountries();
            readThrough();
        });
        enrichment.addListener((property, before, now) -> lookUpCountries());
        marking.marked().addListener((property, before, now) -> verdicts = null);
        selection.matching().addListener((property, before, now) -> find());
        rules.detection().addListener((property, before, now) -> find());
        find();
        lookUpCountries();
        readThrough();
    }

    private void readThrough() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            through.set(Map.of());
            return;
        }
        background.latest("session-through", WorkLane.SHORT, progress -> open.queries().through(open.sessions()))
                .onDone(through::set).onFailed(failure -> messages.failed(SessionsText.NOT_LISTED, failure)).start();
    }

    /** Through whom sessions were used, by their ids; those of which no record says anything are left out. */
    ReadOnlyObjectProperty<Map<String, SessionThrough>> through() {
        return through.getReadOnlyProperty();
    }

    /** Through whom a session was used; nothing for a row of a user. */
    SessionThrough through(SessionRow row) {
        return through.get().getOrDefault(row.sessionId(), SessionThrough.NOTHING);
    }

    private void find() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            task.cancel();
            sessions.clear();
            return;
        }
        // while one session is looked at, the list is that of the filter without it
        boolean one = selection.view().get().session() != null;
        Filter others = selection.view().get().withField(FilterField.SESSION, List.of())
                .withField(FilterField.TOKEN, List.of()).filter();
        FilterEvaluator evaluator = selection.evaluator();
        Matching matching = selection.matching().get();
        Detection detection = rules.detection().get();
        Comparator<SessionFacts> order = detection == null ? SEVERAL_ORIGINS_FIRST
                : Comparator.<SessionFacts> comparingInt(facts -> -detection.risk(facts.sessionId()).points())
                        .thenComparing(SEVERAL_ORIGINS_FIRST);
        boolean all = one ? others instanceof Filter.Everything
                : matching.events().length == open.events().size();
        task = background.latest("sessions", WorkLane.SHORT, progress -> {
            List<SessionFacts> found = all ? open.sessions()
                    : open.queries().withEventsAmong(one ? evaluator.events(others) : matching.set());
            return found.stream().sorted(order).toList();
        }).onDone(sessions::setAll).onFailed(failure -> messages.failed(SessionsText.NOT_LISTED, failure))
                .start();
    }

    /** Looks up the addresses of sessions whose logs give no country. */
    private void lookUpCountries() {
        OpenCase open = selection.openCase().get();
        Networks networks = enrichment.getValue().networks();
        if (open == null) {
            countries.set(Map.of());
        }
        background.latest("session-countries", WorkLane.LONG, progress -> {
            Map<String, NetworkFact.Value> found = new HashMap<>();
            for (SessionFacts facts : open == null ? List.<SessionFacts> of() : open.sessions()) {
                progress.stopIfCancelled();
                for (String ip : facts.countries().isEmpty() ? facts.ips() : List.<String> of()) {
                    NetworkFact.Value country = networks.lookUp(ip).country();
                    if (country != null) {
                        found.put(ip, country);
                    }
                }
            }
            return found;
        }).onDone(countries::set).onFailed(failure -> messages.failed(SessionsText.NOT_LISTED, failure)).start();
    }

    /** The countries of addresses by external data, as far as they are looked up. */
    ReadOnlyObjectProperty<Map<String, NetworkFact.Value>> countries() {
        return countries.getReadOnlyProperty();
    }

    ObservableList<SessionFacts> sessions() {
        return sessions;
    }

    /** How many sessions the case has. */
    int all() {
        return selection.openCase().get() == null ? 0 : selection.openCase().get().sessions().size();
    }

    /**
     * The risk of a session; for a user that of all findings on the user, or of the session with the highest where
     * findings do not name the user.
     */
    Risk risk(SessionRow row) {
        Detection detection = rules.detection().get();
        if (detection == null) {
            return Risk.NONE;
        }
        if (row.facts() == null && detection.riskOfUser(row.user()) != Risk.NONE) {
            return detection.riskOfUser(row.user());
        }
        return row.facts() != null ? detection.risk(row.facts().sessionId())
                : row.members().stream().map(facts -> detection.risk(facts.sessionId()))
                        .max(Comparator.comparingInt(Risk::points)).orElse(Risk.NONE);
    }

    /**
     * The worst verdict of the analyst on the activity of a session, or of a user's sessions; null if there is none.
     */
    @Nullable
    Verdict verdict(SessionRow row) {
        SessionVerdicts known = verdicts();
        return (row.facts() != null ? List.of(row.facts()) : row.members()).stream()
                .map(facts -> known.worst(facts.sessionId())).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether all activity of the session, or of all the user's sessions, has the worst verdict. */
    boolean isWhole(SessionRow row) {
        SessionVerdicts known = verdicts();
        Verdict worst = verdict(row);
        return (row.facts() != null ? List.of(row.facts()) : row.members()).stream()
                .allMatch(facts -> known.worst(facts.sessionId()) == worst && known.isWhole(facts.sessionId()));
    }

    private SessionVerdicts verdicts() {
        OpenCase open = selection.openCase().get();
        if (verdicts == null) {
            verdicts = open == null ? SessionVerdicts.NONE
                    : SessionVerdicts.of(open.correlation(), marking.marked().get());
        }
        return verdicts;
    }

    Drawn drawn(SessionFacts facts) {
        return drawn.computeIfAbsent(facts.sessionId(), id -> draw(facts));
    }

    private Drawn draw(SessionFacts facts) {
        OpenCase open = selection.openCase().get();
        Map<String, Integer> byWorkload = new TreeMap<>();
        int inferred = 0;
        int[] activity = new int[COLUMNS];
        long span = Math.max(1, facts.last() - facts.first());
        for (int event : open.correlation().eventsOfSession(open.correlation().sessionCode(facts.sessionId()))) {
            if (open.events().kind(event).isOperation() && open.correlation().rule(event).isInferred()) {
                inferred++;
            } else if (open.events().kind(event).isOperation()) {
                String workload = open.events().text(EventField.WORKLOAD, event);
                byWorkload.merge(workload == null ? SessionsText.OTHER_WORKLOAD.text() : workload, 1, Integer::sum);
            }
            long time = open.events().time(event);
            if (time != AuditEvent.NO_TIME) {
                activity[Math.clamp((long) ((double) (time - facts.first()) / span * COLUMNS), 0, COLUMNS - 1)]++;
            }
        }
        return new Drawn(byWorkload, inferred, activity);
    }
}
