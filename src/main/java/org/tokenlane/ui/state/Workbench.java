package org.tokenlane.ui.state;

import java.time.ZoneId;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.job.BackgroundRunner;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.query.FilterEvaluator;

/**
 * What all parts of the window share, each in the piece that a part needs. Used on the window's thread only. Only the
 * shell knows all of it.
 */
public final class Workbench implements Selection, Navigation, Rules, AutoCloseable {

    private final Runner background;
    private final LatestMessage messages = new LatestMessage();
    private final Display display = new Display();
    private final ObjectProperty<Enrichment> enrichment = new SimpleObjectProperty<>(Enrichment.of(Networks.shipped()));
    private final CaseSelection selection;
    private final EventTexts texts;
    private final Marking marking;
    private final Navigator navigation;
    private final RuleRuns rules;
    private final Around around;

    /** The window's: work runs in the background and answers on the window's thread. */
    public Workbench() {
        this(new BackgroundRunner(Platform::runLater, ProgramFailure::of));
    }

    /**
     * @param background
     *            runs all work that takes time or reads a file
     */
    public Workbench(Runner background) {
        this.background = background;
        selection = new CaseSelection(background, messages, this::marks);
        texts = new EventTexts(background);
        marking = new Marking(selection, messages, background, selection::marksChanged);
        navigation = new Navigator(selection, marking);
        rules = new RuleRuns(selection, messages, background, enrichment);
        around = new Around(selection, navigation, messages);
    }

    private MarkedEvents marks() {
        return marking.marked().get();
    }

    /** Shows a case as it is now; the filter stays as it is for the same case, and is emptied for another. */
    public void show(@Nullable OpenCase opened) {
        OpenCase before = selection.openCase().get();
        boolean sameCase = opened != null && before != null && before.file() == opened.file();
        selection.event().set(-1);
        if (!sameCase) {
            rules.forget();
        }
        marking.take(opened);
        selection.open(opened);
        if (!sameCase) {
            navigation.go(ViewState.ALL);
        }
        selection.match();
        rules.detect();
    }

    public Selection selection() {
        return selection;
    }

    public Navigation navigation() {
        return navigation;
    }

    public Messages messages() {
        return messages;
    }

    public Rules rules() {
        return rules;
    }

    public Display display() {
        return display;
    }

    /** Runs all work that takes time or reads a file. */
    public Runner background() {
        return background;
    }

    /** The texts of events, for what is on the screen. */
    public EventTexts texts() {
        return texts;
    }

    /** Looking around the selected event. */
    public Around around() {
        return around;
    }

    /** The analyst's marks. */
    public Marking marking() {
        return marking;
    }

    /** What external data says of networks and applications; the rules run again when it changes. */
    public ObjectProperty<Enrichment> enrichment() {
        return enrichment;
    }

    @Override
    public void close() {
        background.close();
        if (selection.openCase().get() != null) {
            selection.openCase().get().file().close();
        }
    }

    // What follows only passes on, for parts that still take the whole of it.

    @Override
    public FilterEvaluator evaluator() {
        return selection.evaluator();
    }

    @Override
    public ReadOnlyObjectProperty<OpenCase> openCase() {
        return selection.openCase();
    }

    @Override
    public ReadOnlyObjectProperty<ViewState> view() {
        return selection.view();
    }

    @Override
    public ReadOnlyObjectProperty<Matching> matching() {
        return selection.matching();
    }

    @Override
    public IntegerProperty event() {
        return selection.event();
    }

    @Override
    public void go(ViewState next) {
        navigation.go(next);
    }

    @Override
    public void change(UnaryOperator<ViewState> change) {
        navigation.change(change);
    }

    @Override
    public void narrow(Filter part) {
        navigation.narrow(part);
    }

    @Override
    public void only(Filter filter) {
        navigation.only(filter);
    }

    @Override
    public void sessionsWith(Filter filter) {
        navigation.sessionsWith(filter);
    }

    @Override
    public void showCard(FilterField field, String value, double screenX, double screenY) {
        navigation.showCard(field, value, screenX, screenY);
    }

    @Override
    public void investigate(String session) {
        navigation.investigate(session);
    }

    @Override
    public void investigate(String session, int selected) {
        navigation.investigate(session, selected);
    }

    @Override
    public void investigate(ViewState wanted, int selected) {
        navigation.investigate(wanted, selected);
    }

    @Override
    public void back() {
        navigation.back();
    }

    @Override
    public void forward() {
        navigation.forward();
    }

    @Override
    public ReadOnlyBooleanProperty canGoBack() {
        return navigation.canGoBack();
    }

    @Override
    public ReadOnlyBooleanProperty canGoForward() {
        return navigation.canGoForward();
    }

    @Override
    public ObjectProperty<Page> page() {
        return navigation.page();
    }

    @Override
    public ObjectProperty<InvestigationTab> tab() {
        return navigation.tab();
    }

    @Override
    public ObjectProperty<CardRequest> card() {
        return navigation.card();
    }

    @Override
    public String kql(FilterField field, String value) {
        return navigation.kql(field, value);
    }

    @Override
    public boolean canMark(FilterField field, String value) {
        return navigation.canMark(field, value);
    }

    @Override
    public void mark(FilterField field, String value) {
        navigation.mark(field, value);
    }

    @Override
    public ReadOnlyObjectProperty<Detection> detection() {
        return rules.detection();
    }

    @Override
    public void detect() {
        rules.detect();
    }

    public ObjectProperty<ZoneId> zone() {
        return display.zone();
    }

    public BooleanProperty dark() {
        return display.dark();
    }
}
