package org.tokenlane.ui.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.KqlSubject;
import org.tokenlane.report.KqlText;

/** Goes from view to view, and back. */
final class Navigator implements Navigation {

    private final CaseSelection selection;
    private final Marking marking;
    private final Messages messages;
    private final Runner background;
    private final ViewHistory history = new ViewHistory();
    /** What was selected in a view when it was left, so that the way back leads to it too. */
    private final Map<ViewState, Integer> selected = new HashMap<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.START);
    private final ObjectProperty<InvestigationTab> tab = new SimpleObjectProperty<>(InvestigationTab.EVENTS);
    private final ObjectProperty<@Nullable Finding> finding = new SimpleObjectProperty<>();
    private final ObjectProperty<CardRequest> card = new SimpleObjectProperty<>();

    Navigator(CaseSelection selection, Marking marking, Messages messages, Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.messages = messages;
        this.background = background;
        selection.onStopped(this::unfilter);
        selection.openCase().addListener((property, before, now) -> {
            selected.clear();
            finding.set(null);
        });
    }

    /** Goes back to the view whose events are shown. */
    private void unfilter() {
        ViewState shown = selection.matchedView();
        if (!history.current().equals(shown)) {
            history.leaveFor(shown);
            follow();
        }
    }

    @Override
    public void go(ViewState next) {
        history.go(next);
        follow();
    }

    @Override
    public void change(UnaryOperator<ViewState> change) {
        go(change.apply(selection.view().get()));
    }

    @Override
    public void narrow(Filter part) {
        change(known -> known.with(part));
    }

    @Override
    public void only(Filter filter) {
        go(ViewState.of(filter));
    }

    @Override
    public void sessionsWith(Filter filter) {
        go(ViewState.of(filter));
        page.set(Page.SESSIONS);
    }

    @Override
    public void investigate(String session) {
        go(ViewState.ofSession(session));
        page.set(Page.INVESTIGATE);
    }

    @Override
    public void investigate(String session, int selected) {
        investigate(ViewState.ofSession(session), selected);
    }

    @Override
    public void investigate(ViewState wanted, int selected) {
        selection.selectAfterMatching(selected);
        go(wanted);
        page.set(Page.INVESTIGATE);
    }

    @Override
    public void showFinding(Finding wanted) {
        go(wanted.sessionId() != null ? ViewState.ofSession(wanted.sessionId())
                : wanted.eventIds().isEmpty() ? ViewState.ALL : ViewState.of(new Filter.EventIs(wanted.eventIds())));
        finding.set(null);
        finding.set(wanted);
        page.set(Page.FINDINGS);
    }

    @Override
    public ObjectProperty<@Nullable Finding> finding() {
        return finding;
    }

    @Override
    public void back() {
        history.back();
        follow();
        reselect();
    }

    @Override
    public void forward() {
        history.forward();
        follow();
        reselect();
    }

    /** Selects what was selected when this view was left. */
    private void reselect() {
        Integer event = selected.get(history.current());
        if (event != null) {
            selection.selectAgain(event);
        }
    }

    private void follow() {
        if (selection.event().get() >= 0) {
            selected.put(selection.view().get(), selection.event().get());
        }
        selection.look(history.current());
        canGoBack.set(history.canGoBack());
        canGoForward.set(history.canGoForward());
    }

    @Override
    public void showCard(FilterField field, String value, double screenX, double screenY) {
        CardRequest wanted = new CardRequest(field, value, screenX, screenY);
        if (wanted.equals(card.get())) {
            // a card that has not come up can be asked for again
            card.set(null);
        }
        card.set(wanted);
    }

    @Override
    public void kql(FilterField field, String value, Consumer<String> taken) {
        OpenCase open = selection.openCase().get();
        background.task(WorkLane.SHORT, progress -> kql(open, field, value)).onDone(taken)
                .onFailed(failure -> messages.failed(StateText.KQL_FAILED, failure)).start();
    }

    private static String kql(OpenCase open, FilterField field, String value) {
        Correlation correlation = open.correlation();
        boolean session = field == FilterField.SESSION;
        int[] events = session ? correlation.eventsOfSession(correlation.sessionCode(value))
                : correlation.eventsOfToken(correlation.tokenCode(value));
        List<String> tokens = session ? open.queries().tokensOf(correlation.sessionCode(value)).stream()
                .map(token -> correlation.events().dictionary(EventField.UTI).get(token)).toList() : List.of(value);
        long[] dated = Arrays.stream(events).mapToLong(correlation.events()::time)
                .filter(time -> time != AuditEvent.NO_TIME).toArray();
        return KqlText.of(KqlSubject.of(session ? List.of(value) : List.of(), tokens,
                Arrays.stream(events).mapToObj(event -> correlation.events().text(EventField.CORRELATION_ID, event))
                        .filter(id -> id != null).distinct().sorted().toList(),
                dated.length == 0 ? AuditEvent.NO_TIME : dated[0],
                dated.length == 0 ? AuditEvent.NO_TIME : dated[dated.length - 1]));
    }

    @Override
    public boolean canMark(FilterField field, String value) {
        return Marking.target(field, value) != null;
    }

    @Override
    public void mark(FilterField field, String value) {
        marking.askAbout(field, value);
    }

    @Override
    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    @Override
    public ObjectProperty<Page> page() {
        return page;
    }

    @Override
    public ObjectProperty<InvestigationTab> tab() {
        return tab;
    }

    @Override
    public ObjectProperty<CardRequest> card() {
        return card;
    }
}
