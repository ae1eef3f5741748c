package org.tokenlane.ui.state;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.report.KqlText;
import org.tokenlane.ui.kit.Background;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueActions;

/**
 * The one observable answer to "what am I looking at": the case, the filter, the selected event. Used on the window's
 * thread only.
 */
public final class Workbench implements ValueActions, AutoCloseable {

    /** The pages of the window. */
    public enum Page {
        START,
        SESSIONS,
        FINDINGS,
        INVESTIGATE
    }

    /** The events that the filter chooses, as a set and in time order. */
    public record Matching(BitSet set, int[] events) {

        static Matching of(BitSet set) {
            return new Matching(set, set.stream().toArray());
        }
    }

    private final Background background = new Background();
    private final ViewHistory history = new ViewHistory();
    private final ReadOnlyObjectWrapper<OpenCase> openCase = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> view = new ReadOnlyObjectWrapper<>(ViewState.ALL);
    private final ReadOnlyObjectWrapper<Matching> matching = new ReadOnlyObjectWrapper<>(
            new Matching(new BitSet(), new int[0]));
    private final ReadOnlyObjectWrapper<Detection> detection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final IntegerProperty event = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.START);
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
    private final BooleanProperty dark = new SimpleBooleanProperty(true);
    private volatile int detecting;
    private int afterMatching = -1;
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty tab = new SimpleStringProperty("");
    private final ObjectProperty<CardRequest> card = new SimpleObjectProperty<>();
    private final ObjectProperty<Enrichment> enrichment = new SimpleObjectProperty<>(Enrichment.of(Networks.shipped()));
    private final Around around = new Around(this);
    private final Marking marking = new Marking(this);

    public Workbench() {
        view.addListener((property, before, now) -> match());
        enrichment.addListener((property, before, now) -> detect());
    }

    /** Shows a case as it is now; the filter stays where it is the same case, and is emptied where it is another. */
    public void show(OpenCase opened) {
        boolean sameCase = opened != null && openCase.get() != null && openCase.get().file() == opened.file();
        event.set(-1);
        if (!sameCase) {
            detection.set(null);
        }
        marking.take(opened);
        openCase.set(opened);
        if (sameCase) {
            match();
        } else {
            go(ViewState.ALL);
            match();
        }
        detect();
    }

    /** Runs the rules on the case as it is now; what they found before stands until they are through. */
    public void detect() {
        OpenCase now = openCase.get();
        int run = ++detecting;
        if (now == null) {
            detection.set(null);
            return;
        }
        KnownNetworks networks = new KnownNetworks(enrichment.get());
        background.latest("rules", () -> Detection.of(now.file(), now.correlation(), new RecordDetails(), networks,
                () -> detecting != run), found -> {
                    if (openCase.get() == now) {
                        detection.set(found);
                    }
                }, failure -> problem.set("The rules could not be run: " + failure.getMessage()));
    }

    private void match() {
        OpenCase now = openCase.get();
        if (now == null) {
            matching.set(new Matching(new BitSet(), new int[0]));
            return;
        }
        Filter filter = view.get().filter();
        MarkedEvents marks = marking.marked().get();
        background.latest("filter", () -> Matching.of(now.evaluator(marks).events(filter)), found -> {
            problem.set("");
            matching.set(found);
            if (afterMatching >= 0 && found.set().get(afterMatching)) {
                event.set(afterMatching);
            }
            afterMatching = -1;
            if (event.get() >= 0 && !found.set().get(event.get())) {
                event.set(-1);
            }
        }, failure -> problem.set("The filter could not be applied: " + failure.getMessage()));
    }

    /** Chooses the events anew where the filter is by marks. */
    void marksChanged() {
        if (isByMarks(view.get().filter())) {
            match();
        }
    }

    private static boolean isByMarks(Filter filter) {
        return switch (filter) {
        case Filter.Marked marked -> true;
        case Filter.And and -> and.parts().stream().anyMatch(Workbench::isByMarks);
        case Filter.Or or -> or.parts().stream().anyMatch(Workbench::isByMarks);
        case Filter.Not not -> isByMarks(not.part());
        default -> false;
        };
    }

    /** Chooses events of the open case by filters, the analyst's marks included. */
    public FilterEvaluator evaluator() {
        return openCase.get().evaluator(marking.marked().get());
    }

    /** Looks at something else; remembers what was looked at before. */
    public void go(ViewState next) {
        history.go(next);
        follow();
    }

    /** Changes what is looked at. */
    public void change(UnaryOperator<ViewState> change) {
        go(change.apply(view.get()));
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
    public void showCard(FilterField field, String value, double screenX, double screenY) {
        card.set(new CardRequest(field, value, screenX, screenY));
    }

    @Override
    public void investigate(String session) {
        go(ViewState.ofSession(session));
        page.set(Page.INVESTIGATE);
    }

    /** Looks at one session, and at one event in it. */
    public void investigate(String session, int selected) {
        investigate(session);
        afterMatching = selected;
    }

    public void back() {
        history.back();
        follow();
    }

    public void forward() {
        history.forward();
        follow();
    }

    private void follow() {
        view.set(history.current());
        canGoBack.set(history.canGoBack());
        canGoForward.set(history.canGoForward());
    }

    public Background background() {
        return background;
    }

    public ReadOnlyObjectProperty<OpenCase> openCase() {
        return openCase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ViewState> view() {
        return view.getReadOnlyProperty();
    }

    /** The events that the filter chooses; follows the view as soon as they are found. */
    public ReadOnlyObjectProperty<Matching> matching() {
        return matching.getReadOnlyProperty();
    }

    /** What the rules found in the open case; null until they are through. */
    public ReadOnlyObjectProperty<Detection> detection() {
        return detection.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /** The number of the selected event, -1 for none. */
    public IntegerProperty event() {
        return event;
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    /** The name of the tab that is open below the timeline; empty for the first. */
    public StringProperty tab() {
        return tab;
    }

    /** The value whose card is shown, null for none. */
    public ObjectProperty<CardRequest> card() {
        return card;
    }

    /** Looking around the selected event. */
    public Around around() {
        return around;
    }

    /** The analyst's marks. */
    public Marking marking() {
        return marking;
    }

    @Override
    public String kql(FilterField field, String value) {
        Correlation correlation = openCase.get().correlation();
        boolean session = field == FilterField.SESSION;
        int[] events = session ? correlation.eventsOfSession(correlation.sessionCode(value))
                : correlation.eventsOfToken(correlation.tokenCode(value));
        List<String> tokens = session ? openCase.get().queries().tokensOf(correlation.sessionCode(value)).stream()
                .map(token -> correlation.events().dictionary(EventField.UTI)[token]).toList() : List.of(value);
        long[] dated = Arrays.stream(events).mapToLong(correlation.events()::time)
                .filter(time -> time != AuditEvent.NO_TIME).toArray();
        return KqlText.of(session ? List.of(value) : List.of(), tokens,
                dated.length == 0 ? AuditEvent.NO_TIME : dated[0],
                dated.length == 0 ? AuditEvent.NO_TIME : dated[dated.length - 1]);
    }

    @Override
    public boolean canMark(FilterField field, String value) {
        return Marking.target(field, value) != null;
    }

    @Override
    public void mark(FilterField field, String value) {
        marking.askAbout(Texts.sentence(Marking.target(field, value).kind().name()) + ": " + Texts.oneLine(value),
                List.of(Marking.target(field, value)));
    }

    /** The zone in which times are shown. */
    public ObjectProperty<ZoneId> zone() {
        return zone;
    }

    /** What is known of networks and applications beside the logs; the rules run again where it changes. */
    public ObjectProperty<Enrichment> enrichment() {
        return enrichment;
    }

    public BooleanProperty dark() {
        return dark;
    }

    /** What went wrong last, for the status bar; empty where nothing did. */
    public StringProperty problem() {
        return problem;
    }

    @Override
    public void close() {
        background.close();
        if (openCase.get() != null) {
            openCase.get().file().close();
        }
    }
}
