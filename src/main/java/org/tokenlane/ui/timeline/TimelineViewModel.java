package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.report.document.TimelineDrawing;
import org.tokenlane.report.document.TimelineNotes;
import org.tokenlane.timeline.CaseOrigins;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneArrangement;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineQuery;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.KnownValues;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** What the swimlanes show: which events in which lanes, and which stretch of time is in view. */
public final class TimelineViewModel {

    /** The lanes of a session, with their heads and the splits of its origins. */
    private record LaidOut(Timeline timeline, List<LaneHead> heads, List<OriginSplit> splits) {
    }

    private final Selection selection;
    private final Navigation navigation;
    private final Marking marking;
    private final ObservableValue<Enrichment> enrichment;
    private final KnownOrigins library;
    private final EventTexts texts;
    private final Messages messages;
    private final Runner background;
    private final CaseAnswers answers;
    private final TimelineMoments moments;
    private final ObservableValue<CaseOrigins> origins;
    private final ReadOnlyObjectWrapper<Timeline> timeline = new ReadOnlyObjectWrapper<>(Timeline.EMPTY);
    private final ObjectProperty<TimeScale> scale = new SimpleObjectProperty<>(new TimeScale(0, 1e9, 100));
    private final LaneChoice lanes = new LaneChoice();
    private final ObjectProperty<LaneArrangement> arrangement = new SimpleObjectProperty<>(LaneArrangement.NONE);
    private final Map<Lane, LaneHead> heads = new IdentityHashMap<>();
    private final BooleanProperty allOfUser = new SimpleBooleanProperty();
    private final DoubleProperty width = new SimpleDoubleProperty(100);
    private @Nullable OpenCase shownCase;
    private @Nullable Object shown;
    private List<OriginSplit> splits = List.of();
    private Timeline plain = Timeline.EMPTY;
    private Task<?> task = Task.NONE;

    public TimelineViewModel(Selection selection, Navigation navigation, Marking marking,
            ObservableValue<Enrichment> enrichment, KnownOrigins library, CaseAnswers answers, EventTexts texts,
            Messages messages, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.marking = marking;
        this.enrichment = enrichment;
        this.library = library;
        this.texts = texts;
        this.messages = messages;
        this.background = background;
        this.answers = answers;
        origins = answers.origins();
        moments = new TimelineMoments(selection, timeline, answers, messages, background);
        // the events of the case before have no place among those of another
        selection.openCase().addListener((property, before, now) -> clear());
        selection.matching().addListener((property, before, now) -> follow());
        lanes.key().addListener((property, before, now) -> layOutAgain());
        arrangement.addListener((property, before, now) -> timeline.set(now.of(plain)));
        enrichment.addListener((property, before, now) -> layOutAgain());
        library.library().addListener((property, before, now) -> layOutAgain());
        marking.settingsTurned().addListener((property, before, now) -> layOutAgain());
        origins.addListener((property, before, now) -> layOutAgain());
        allOfUser.addListener((property, before, now) -> {
            lanes.stack(now);
            layOutAgain();
        });
        // what was seen is still seen
        width.addListener((property, before, now) -> scale.set(scale.get().stretchedTo(now.doubleValue())));
    }

    private void clear() {
        task.cancel();
        shown = null;
        splits = List.of();
        plain = Timeline.EMPTY;
        heads.clear();
        timeline.set(Timeline.EMPTY);
    }

    private void layOutAgain() {
        shown = null;
        follow();
    }

    /**
     * Lays out the session that is looked at, else the events that the filter selects; does nothing if they are shown
     * already.
     */
    private void follow() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            clear();
            return;
        }
        String session = selection.view().get().session();
        lanes.look(session != null);
        LaneKey key = lanes.key().get();
        boolean ofUser = allOfUser.get();
        Object wanted = session == null ? selection.matching().get() : session;
        if (open == shownCase && wanted.equals(shown)) {
            return;
        }
        boolean sameEvents = open == shownCase && shown == null && !timeline.get().isEmpty();
        shownCase = open;
        shown = wanted;
        int[] matching = selection.matching().get().events();
        Enrichment beside = enrichment.getValue();
        KnownValues fromLibrary = library.known();
        TimelineQuery query = open.timelines().with(origins.getValue());
        task = background.latest("timeline", WorkLane.SHORT, progress -> {
            List<OriginSplit> known = session == null ? List.of() : open.file().settings().originSplits(session);
            Timeline made = NamedLanes.of(session == null ? query.of(matching, key)
                    : ofUser ? query.of(UserEvents.ofUsersIn(open, session), key)
                            : query.ofSession(open.correlation().sessionCode(session), key,
                                    open.file().settings().actors(session), known),
                    key, beside, fromLibrary);
            return new LaidOut(made, LaneHead.of(made, key, open, beside), known);
        }).onDone(laidOut -> {
            boolean sameSpan = laidOut.timeline().first() == timeline.get().first()
                    && laidOut.timeline().last() == timeline.get().last();
            splits = laidOut.splits();
            plain = laidOut.timeline();
            heads.clear();
            for (int lane = 0; lane < plain.lanes().size(); lane++) {
                heads.put(plain.lanes().get(lane), laidOut.heads().get(lane));
            }
            timeline.set(arrangement.get().of(plain));
            if (!sameEvents || !sameSpan) {
                fit();
            }
        }).onFailed(failure -> {
            shown = null;
            messages.failed(TimelineText.NOT_DRAWN, failure);
        }).start();
    }

    /** Whether the lanes are those of one session, whose origins can be named. */
    boolean isOfOneSession() {
        return selection.view().get().session() != null && !allOfUser.get();
    }

    /** Saves who these origins of the session are; null removes the name. */
    void confirm(List<String> origins, @Nullable String name) {
        changes().confirm(origins, name, null, marking::refresh);
    }

    /** Saves who these origins of the session are, and the verdict that this is: the lanes take its color. */
    void confirm(List<String> origins, String name, Verdict verdict) {
        changes().confirm(origins, name, verdict, marking::refresh);
    }

    /** Splits an origin, or merges it again. */
    void split(OriginSplit split, boolean apart) {
        changes().split(split, apart, marking::refresh);
    }

    private OriginChanges changes() {
        return new OriginChanges(selection, messages, background, this::layOutAgain);
    }

    /** How the origin of the selected event can be split; empty if no event of a single session is selected. */
    List<OriginSplit> splitsAt(int event) {
        OpenCase open = selection.openCase().get();
        return open == null || event < 0 || !isOfOneSession() ? List.of()
                : WaysToSplit.at(event, timeline.get(), open);
    }

    /** The person the event is drawn for; null if it is not drawn. */
    Timeline.@Nullable Person personOf(int event) {
        return WaysToSplit.personOf(event, timeline.get());
    }

    /** The splits that the analyst made in the session that is shown. */
    List<OriginSplit> splits() {
        return splits;
    }

    /** Draws the visible part of a timeline into a file, .png or else .svg. */
    void save(Timeline drawn, PictureTheme theme, int width, Path file) {
        OpenCase open = selection.openCase().get();
        String filter = selection.view().get().filter().toText();
        long from = scale.get().start();
        long to = scale.get().end();
        Function<Timeline, TimelineNotes> notes = notes(from, to);
        background.task(WorkLane.LONG, progress -> {
            TimelineFile.write(open.file(), new TimelineDrawing(drawn, from, to, notes.apply(drawn)).in(theme), width,
                    "filter " + filter, file);
            return file;
        }).onDone(saved -> messages.info(TimelineText.SAVED.with(saved)))
                .onFailed(failure -> messages.failed(TimelineText.NOT_SAVED, failure, file)).start();
    }

    /** Finds what pictures of a stretch of a timeline say; not fast. */
    Function<Timeline, TimelineNotes> notes(long from, long to) {
        return moments.notes(from, to);
    }

    public ReadOnlyObjectProperty<Timeline> timeline() {
        return timeline.getReadOnlyProperty();
    }

    /** The key events that are drawn through all lanes, in order of time. */
    public ReadOnlyObjectProperty<List<Moment>> moments() {
        return moments.all();
    }

    /** What the rules found, as flags. */
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return answers.findings();
    }

    /** Selects the event that proves a key event, wherever it is. */
    void select(Moment moment) {
        selection.event().set(moment.events().getFirst());
    }

    public ObjectProperty<TimeScale> scale() {
        return scale;
    }

    public ObjectProperty<LaneKey> laneKey() {
        return lanes.key();
    }

    /** The kinds of lanes inside a session and elsewhere, to be found again. */
    LaneChoice lanes() {
        return lanes;
    }

    /** Which lanes are pinned and collapsed. */
    ObjectProperty<LaneArrangement> arrangement() {
        return arrangement;
    }

    /** Pins a lane above the others, or lets it scroll again. */
    void pin(int lane) {
        arrangement.set(arrangement.get().pin(timeline.get().lanes().get(lane)));
    }

    /** Collapses a lane, or expands it again. */
    void collapse(int lane) {
        arrangement.set(arrangement.get().collapse(timeline.get().lanes().get(lane)));
    }

    /** What is written before a lane of the timeline. */
    LaneHead head(Lane lane) {
        LaneHead head = heads.get(lane);
        return head == null ? LaneHead.plain(lane) : head;
    }

    /** Whether all sessions of the session's users are shown. */
    public BooleanProperty allOfUser() {
        return allOfUser;
    }

    /** The width of the lanes in pixels; set by the canvas. */
    public DoubleProperty width() {
        return width;
    }

    /** Shows all of the timeline. */
    public void fit() {
        scale.set(timeline.get().isEmpty() ? scale.get().withWidth(width.get())
                : TimeScale.fit(timeline.get().first(), timeline.get().last(), width.get()));
    }

    public void zoomAt(double x, double factor) {
        scale.set(scale.get().zoomedAt(x, factor));
    }

    public void moveBy(double pixels) {
        scale.set(scale.get().movedBy(pixels));
    }

    /** Selects the event so many steps on, and shows it. */
    public void step(int steps) {
        int next = timeline.get().step(
                selection.event().get() < 0 ? steps > 0 ? -1 : Integer.MAX_VALUE : selection.event().get(), steps);
        if (next >= 0) {
            select(next);
        }
    }

    /** Selects the first or the last event. */
    public void stepToEnd(boolean last) {
        int[] events = timeline.get().events();
        if (events.length > 0) {
            select(events[last ? events.length - 1 : 0]);
        }
    }

    private void select(int event) {
        selection.event().set(event);
        scale.set(scale.get().showing(selection.openCase().get().events().time(event)));
    }

    /** Makes a stretch of time the filter's. */
    public void filterTo(long from, long to) {
        navigation.change(view -> view.with(new Filter.TimeFrom(Math.min(from, to)))
                .with(new Filter.TimeBefore(Math.max(from, to) + 1)));
    }

    /** Looks at the token of an event, where it has one. */
    public void openToken(int event) {
        Correlation correlation = selection.openCase().get().correlation();
        if (correlation.token(event) != 0) {
            String uti = selection.openCase().get().events().dictionary(EventField.UTI).get(correlation.token(event));
            navigation.change(view -> view.withField(FilterField.TOKEN, List.of(uti)));
        }
    }

    /** What a lane's events have in common, as a part of a filter; null where there is no such part. */
    Filter.@Nullable FieldIs commonTo(int lane) {
        return LaneValues.commonTo(timeline.get().lanes().get(lane), lanes.key().get(),
                selection.openCase().get().events());
    }

    /** What an event can be filtered by, field by field. */
    List<Filter.FieldIs> valuesOf(int event) {
        return LaneValues.of(event, selection.openCase().get().events());
    }

    /** What an event is, in a few lines, for the pointer that rests on it. */
    public List<String> lines(int event) {
        OpenCase open = selection.openCase().get();
        return Stream.of(EventField.OPERATION, EventField.UPN, EventField.IP, EventField.COUNTRY, EventField.APP_NAME,
                EventField.TARGET).map(field -> texts.text(open, field, event)).filter(text -> !text.isEmpty())
                .toList();
    }
}
