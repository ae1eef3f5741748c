package org.tokenlane.ui.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventExport;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The events that the filter selects, in the order that the analyst wants, with runs of similar ones folded or not. */
final class EventsViewModel {

    private static final long NANOS = 1_000_000_000L;

    /** Of a run's texts that have to be read from the case one by one, no more than this many are compared. */
    private static final int MOST_READ = 24;

    private final Selection selection;
    private final Navigation navigation;
    private final Marking marking;
    private final KnownOrigins library;
    private final Display display;
    private final EventTexts texts;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<EventList> events = new ReadOnlyObjectWrapper<>(EventList.empty());
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private @Nullable EventColumn sortedBy;
    private boolean descending;

    EventsViewModel(Selection selection, Navigation navigation, Marking marking, KnownOrigins library, Display display,
            EventTexts texts, Messages messages, Runner background) {
        this.selection = selection;
        this.library = library;
        this.navigation = navigation;
        this.marking = marking;
        this.display = display;
        this.texts = texts;
        this.messages = messages;
        this.background = background;
        selection.matching().addListener((property, before, now) -> order());
        folded.addListener((property, before, now) -> order());
        order();
    }

    ReadOnlyObjectProperty<EventList> events() {
        return events.getReadOnlyProperty();
    }

    /** Whether runs of similar events are one line. */
    BooleanProperty folded() {
        return folded;
    }

    /** Sorts the events by a column; null sorts by time. */
    void sort(@Nullable EventColumn column, boolean down) {
        sortedBy = column;
        descending = down;
        order();
    }

    /** Makes these events the filter, within what is filtered already. */
    void only(int[] chosen) {
        OpenCase open = events.get().ofCase();
        background
                .task(WorkLane.SHORT, progress -> Arrays.stream(chosen).mapToObj(open.events()::id).toList())
                .onDone(ids -> navigation.change(view -> view.with(new Filter.EventIs(ids))))
                .onFailed(failure -> messages.failed(EventsText.NOT_SORTED, failure)).start();
    }

    /** Expands a run, or collapses it again. */
    void toggle(int line) {
        events.set(events.get().toggled(line));
    }

    private void order() {
        OpenCase open = selection.openCase().get();
        int[] matching = selection.matching().get().events();
        EventColumn column = sortedBy;
        boolean down = descending;
        boolean fold = folded.get();
        MarkedEvents marks = marking.marked().get();
        if (open == null) {
            events.set(EventList.empty());
        }
        background.latest("event-order", WorkLane.SHORT, progress -> {
            if (open == null) {
                return EventList.empty();
            }
            int[] ordered = EventSorting.sorted(open.events(), marks, matching, column, down);
            return fold ? EventList.folded(open, ordered) : EventList.unfolded(open, ordered);
        }).onDone(events::set).onFailed(failure -> messages.failed(EventsText.NOT_SORTED, failure)).start();
    }

    /** How many events the session that is looked at has beside the listed ones, linked by inference only. */
    int inferredBeside() {
        OpenCase open = selection.openCase().get();
        ViewState view = selection.view().get();
        String session = view.parts().size() == 1 ? view.session() : null;
        if (open == null || session == null) {
            return 0;
        }
        int[] inferred = open.queries().inferred(open.correlation().sessionCode(session));
        BitSet listed = selection.matching().get().set();
        return (int) Arrays.stream(inferred).filter(event -> !listed.get(event)).count();
    }

    /** What a cell shows: for a run what all its events have in common, or that they differ. */
    String cell(EventColumn column, int line) {
        EventList list = events.get();
        if (column.isTime()) {
            return times(list, line, column == EventColumn.TIME ? display.zone().get() : ZoneOffset.UTC);
        }
        return isCommon(list, column, line) ? text(list.ofCase(), column, list.event(line, 0))
                : EventsText.SEVERAL.text();
    }

    /** What a cell of the list shows, read from the case where it has to be; for other threads than the window's. */
    String cell(EventList list, EventColumn column, int line, MarkedEvents marks, ZoneId zone) {
        if (column.isTime()) {
            return times(list, line, column == EventColumn.TIME ? zone : ZoneOffset.UTC);
        }
        CaseEvents all = list.ofCase().events();
        return isCommon(list, column, line, marks, all::text, field -> true)
                ? text(all, marks, column, list.event(line, 0), all::text)
                : EventsText.SEVERAL.text();
    }

    MarkedEvents marks() {
        return marking.marked().get();
    }

    ZoneId zone() {
        return display.zone().get();
    }

    /** Tells whether the line is a run whose events differ in this column. */
    boolean isMixed(EventColumn column, int line) {
        return EventList.isRun(line) && !column.isTime() && !isCommon(events.get(), column, line);
    }

    /** Which earlier cases the value of a cell was malicious in; empty where the library does not have it. */
    List<String> seenBefore(EventColumn column, int line, String value) {
        FilterField field = column.filter();
        List<String> cases = library.about(field, value);
        return cases.isEmpty() || isMixed(column, line) ? List.of() : cases;
    }

    /** Tells whether the line's events failed. */
    boolean isFailure(int line) {
        EventList list = events.get();
        return list.ofCase().events().result(list.event(line, 0)) == EventResult.FAILURE
                && !isMixed(EventColumn.RESULT, line);
    }

    private static String times(EventList list, int line, ZoneId zone) {
        CaseEvents all = list.ofCase().events();
        long one = all.time(list.event(line, 0));
        long other = all.time(list.event(line, list.count(line) - 1));
        boolean dated = one != AuditEvent.NO_TIME && other != AuditEvent.NO_TIME;
        String first = Times.seconds(dated ? Math.min(one, other) : one, zone);
        String last = Times.seconds(dated ? Math.max(one, other) : other, zone);
        if (first.equals(last)) {
            return first;
        }
        boolean sameDay = dated && first.substring(0, 10).equals(last.substring(0, 10));
        return first + " – " + (sameDay ? last.substring(11) : last);
    }

    /** What is on the screen; texts that must be read from the case file come later. */
    private String text(OpenCase open, EventColumn column, int event) {
        return text(open.events(), marking.marked().get(), column, event,
                (field, of) -> texts.text(open, field, of));
    }

    private static String text(CaseEvents all, MarkedEvents marks, EventColumn column, int event,
            BiFunction<EventField, Integer, @Nullable String> texts) {
        String text = switch (column) {
        case VERDICT -> verdict(marks, event);
        case TAGS -> String.join(", ", marks.tags(event));
        case KIND -> all.kind(event).text();
        case RESULT -> all.result(event) == EventResult.UNKNOWN ? "" : all.result(event).text();
        default -> texts.apply(column.field(), event);
        };
        return text == null ? "" : text;
    }

    private static String verdict(MarkedEvents marks, int event) {
        Verdict verdict = marks.verdict(event);
        return verdict == null ? "" : verdict.text();
    }

    /** The word of the filter language for the verdict that applies to an event; empty if there is none. */
    String verdictWord(int event) {
        Verdict verdict = marking.marked().get().verdict(event);
        return verdict == null ? "" : verdict.word();
    }

    private boolean isCommon(EventList list, EventColumn column, int line) {
        return isCommon(list, column, line, marking.marked().get(),
                (field, event) -> texts.text(list.ofCase(), field, event),
                field -> texts.isAtHand(list.ofCase(), field));
    }

    /**
     * @param atHand
     *            whether the codes of a column can be had now; where they cannot, a run is taken to have one text until
     *            they can
     */
    private static boolean isCommon(EventList list, EventColumn column, int line, MarkedEvents marks,
            BiFunction<EventField, Integer, @Nullable String> texts, Predicate<EventField> atHand) {
        CaseEvents all = list.ofCase().events();
        int count = list.count(line);
        int first = list.event(line, 0);
        if (column.isMark()) {
            String text = text(all, marks, column, first, texts);
            return IntStream.range(1, count)
                    .allMatch(i -> text.equals(text(all, marks, column, list.event(line, i), texts)));
        }
        if (column.field() == null) {
            for (int i = 1; i < count; i++) {
                if (all.kind(list.event(line, i)) != all.kind(first)) {
                    return column != EventColumn.KIND;
                }
            }
            return true;
        }
        if (!column.field().isShared()) {
            if (count > MOST_READ) {
                return false;
            }
            String text = text(all, marks, column, first, texts);
            for (int i = 1; i < count; i++) {
                if (!text.equals(text(all, marks, column, list.event(line, i), texts))) {
                    return false;
                }
            }
            return true;
        }
        if (!atHand.test(column.field())) {
            return true;
        }
        IntColumn codes = all.codes(column.field());
        for (int i = 1; i < count; i++) {
            if (codes.get(list.event(line, i)) != codes.get(first)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What selects the events with a cell's value if the filter language has no field of that name; null if nothing
     * does.
     */
    @Nullable
    Filter filter(EventColumn column, int line) {
        EventList list = events.get();
        CaseEvents all = list.ofCase().events();
        int event = list.event(line, 0);
        return switch (column) {
        case KIND -> new Filter.KindIs(List.of(all.kind(event)));
        case RESULT -> new Filter.ResultIs(List.of(all.result(event)));
        case VERDICT ->
            new Filter.Marked(Filter.Marked.By.VERDICT, List.of(verdictWord(event)));
        case TAGS ->
            new Filter.Marked(Filter.Marked.By.TAG, marking.marked().get().tags(event));
        default -> null;
        };
    }

    /**
     * The columns as they are exported: times whole, in UTC and, where the window shows another zone, in that one too
     * with its offset; an event a row whether its run is
     * folded or not.
     */
    List<EventExport.Column> exported(List<EventColumn> columns) {
        OpenCase open = events.get().ofCase();
        MarkedEvents marks = marking.marked().get();
        ZoneId zone = display.zone().get();
        boolean utcIsShown = zone.normalized().equals(ZoneOffset.UTC)
                || columns.stream().anyMatch(column -> column == EventColumn.TIME_UTC);
        List<EventExport.Column> exported = new ArrayList<>();
        for (EventColumn column : columns) {
            boolean zoned = column == EventColumn.TIME && !zone.normalized().equals(ZoneOffset.UTC);
            if (!zoned || !utcIsShown) {
                exported.add(new EventExport.Column((column.isTime() ? EventColumn.TIME_UTC : column).text(),
                        event -> value(open.events(), marks, column, event)));
            }
            if (zoned) {
                exported.add(new EventExport.Column(EventsText.TIME_IN_ZONE.text(Times.name(zone)),
                        event -> inZone(open.events(), event, zone)));
            }
        }
        return exported;
    }

    private static String inZone(CaseEvents all, int event, ZoneId zone) {
        long time = all.time(event);
        return time == AuditEvent.NO_TIME ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .format(Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS))
                                .atZone(zone));
    }

    private static String value(CaseEvents all, MarkedEvents marks, EventColumn column, int event) {
        boolean dated = all.time(event) != AuditEvent.NO_TIME;
        return column.isTime() ? dated ? UtcText.of(all.time(event), all.timeDigits(event)) : ""
                : text(all, marks, column, event, all::text);
    }
}
