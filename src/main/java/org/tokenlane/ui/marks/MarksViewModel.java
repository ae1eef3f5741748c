package org.tokenlane.ui.marks;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.IndicatorHits;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.ingest.text.IndicatorFile;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.report.MarkText;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The analyst's marks as lines, the audit trail, and what can be done with both. */
final class MarksViewModel {

    private static final Pattern OWN_EVENT = Pattern
            .compile(
                    "(\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?)\\s*(Z|UTC|"
                            + "[+-]\\d{2}:\\d{2})?[\\s,:]+(\\S.*)",
                    Pattern.DOTALL);

    /**
     * A line of the list.
     *
     * @param indicator
     *            for a line below a list of indicators the one that hit; else null
     * @param below
     *            the lines below it
     */
    record Line(Mark mark, @Nullable Indicator indicator, int events, List<Line> below) {

        String kind() {
            if (indicator != null) {
                return MarksText.KIND_HIT.text();
            }
            return switch (mark) {
            case VerdictMark verdict -> MarksText.VERDICT.text();
            case Tag tag -> MarksText.KIND_TAG.text();
            case Note note -> MarksText.NOTE_LABEL.text();
            case Bookmark bookmark -> MarksText.BOOKMARK.text();
            case OwnEvent own -> MarksText.KIND_OWN_EVENT.text();
            case IndicatorList list -> MarksText.KIND_INDICATORS.text();
            };
        }

        String on() {
            return indicator == null ? MarkText.target(mark)
                    : MarksText.INDICATOR.text(indicator.type().words(), indicator.value());
        }

        String says() {
            return indicator == null ? MarkText.says(mark) : indicator.comment();
        }
    }

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final Marking marking;
    private final Around around;
    private final Display display;
    private final Runner background;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<AuditTrail.Entry>> trail = new ReadOnlyObjectWrapper<>(List.of());
    private Task<?> task = Task.NONE;

    MarksViewModel(Selection selection, Navigation navigation, Messages messages, Marking marking, Around around,
            Display display, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
        this.marking = marking;
        this.around = around;
        this.display = display;
        this.background = background;
        marking.marked().addListener((property, before, now) -> follow(now));
        selection.openCase().addListener((property, before, now) -> readTrail());
        follow(marking.marked().get());
    }

    /** The marks, the newest first. */
    ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    /** Who did what when, the newest first; as of the last {@link #readTrail()}. */
    ReadOnlyObjectProperty<List<AuditTrail.Entry>> trail() {
        return trail.getReadOnlyProperty();
    }

    private void follow(MarkedEvents marked) {
        List<Line> found = new ArrayList<>();
        for (Mark mark : marked.marks().all().reversed()) {
            List<Line> below = new ArrayList<>();
            if (mark instanceof IndicatorList list) {
                marked.hits().stream().filter(hits -> hits.list() == list).map(IndicatorHits::byIndicator)
                        .forEach(hits -> hits.forEach((indicator, events) -> below
                                .add(new Line(mark, indicator, events.cardinality(), List.of()))));
            }
            found.add(new Line(mark, null, MarkText.events(marked, mark), below));
        }
        lines.set(found);
        readTrail();
    }

    /** Reads the audit trail again. */
    void readTrail() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            task.cancel();
            trail.set(List.of());
        } else {
            task = background
                    .latest("audit-trail", WorkLane.SHORT, progress -> open.file().auditTrail().entries().reversed())
                    .onDone(trail::set).onFailed(failure -> messages.failed(MarksText.LOG_FAILED, failure)).start();
        }
    }

    /** Looks at the events that a line's mark applies to. */
    void go(Line line) {
        switch (line.mark()) {
        case IndicatorList list ->
            navigation.go(ViewState.of(line.indicator() == null ? marked(Filter.Marked.By.INDICATOR, list.name())
                    : filter(list, line.indicator())));
        case OwnEvent own -> {
            long span = around.span().get().toNanos();
            navigation.go(ViewState.of(new Filter.And(
                    List.of(new Filter.TimeFrom(own.time() - span), new Filter.TimeBefore(own.time() + span)))));
        }
        default -> goTo(line.mark());
        }
        navigation.page().set(Page.INVESTIGATE);
    }

    private static Filter filter(IndicatorList list, Indicator indicator) {
        FilterField field = switch (indicator.type()) {
        case IP, NETWORK -> FilterField.IP;
        case TOKEN -> FilterField.TOKEN;
        case SESSION -> FilterField.SESSION;
        default -> null;
        };
        Filter hits = marked(Filter.Marked.By.INDICATOR, list.name());
        return field != null ? is(field, indicator.value())
                : indicator.type() == Indicator.Type.USER_AGENT
                        ? new Filter.And(List.of(hits, is(FilterField.USER_AGENT, indicator.value())))
                        : new Filter.And(List.of(hits, new Filter.Anywhere(indicator.value())));
    }

    private static Filter is(FilterField field, String value) {
        return new Filter.FieldIs(field, List.of(value));
    }

    private static Filter marked(Filter.Marked.By by, String value) {
        return new Filter.Marked(by, List.of(value));
    }

    private void goTo(Mark mark) {
        MarkTarget target = mark.target();
        if (target == null) {
            return;
        }
        int[] events = marking.marked().get().of(target);
        if (events.length == 0) {
            messages.hint(MarksText.NO_EVENT.with(target.words()));
            return;
        }
        OpenCase open = selection.openCase().get();
        switch (target.kind()) {
        case EVENT -> {
            int session = open.correlation().session(events[0]);
            if (session == 0) {
                navigation.go(ViewState.of(ofMark(mark)));
                selection.event().set(events[0]);
            } else {
                navigation.investigate(
                        open.events().dictionary(EventField.SESSION_ID).get(session), events[0]);
            }
        }
        case SESSION -> navigation.investigate(target.key());
        case ORIGIN -> navigation.go(ViewState.ofSession(target.originSession()).with(ofMark(mark)));
        case TOKEN -> navigation.go(ViewState.of(is(FilterField.TOKEN, target.key())));
        case DEVICE -> navigation.go(ViewState.of(is(FilterField.DEVICE, target.key())));
        case IP -> navigation.go(ViewState.of(is(FilterField.IP, target.key())));
        case APP -> navigation.go(ViewState.of(is(FilterField.APP, target.key())));
        case USER -> navigation.go(ViewState.of(is(FilterField.USER, target.key())));
        }
    }

    private static Filter ofMark(Mark mark) {
        return switch (mark) {
        case VerdictMark verdict -> marked(Filter.Marked.By.VERDICT, verdict.verdict().word());
        case Tag tag -> marked(Filter.Marked.By.TAG, tag.name());
        case Note note -> marked(Filter.Marked.By.NOTE, note.text());
        case Bookmark bookmark -> marked(Filter.Marked.By.MARKED, "bookmark");
        default -> throw new IllegalStateException("a mark on nothing");
        };
    }

    /** Takes the marks of these lines back. */
    void takeBack(List<Line> chosen) {
        List<Mark> marks = chosen.stream().filter(line -> line.indicator() == null).map(Line::mark).toList();
        marking.change((kept, who) -> kept.takeOut(marks, who));
    }

    /**
     * Puts what the analyst wrote ({@code 2026-09-10 10:30 the user got a phone call}) on the timeline; a time without
     * an offset is in the zone that is shown.
     */
    void ownEvent(String text) {
        Matcher parts = OWN_EVENT.matcher(text.strip());
        if (!parts.matches()) {
            messages.hint(MarksText.OWN_EVENT_NO_TIME.with());
            return;
        }
        try {
            long time = time(parts.group(1), parts.group(2), display.zone().get());
            marking.change((marks, who) -> marks.ownEvent(time, parts.group(3), who));
        } catch (FilterSyntaxException e) {
            messages.failed(MarksText.OWN_EVENT_FAILED, e);
        }
    }

    private static long time(String written, String offset, ZoneId zone) throws FilterSyntaxException {
        String padded = written.length() > 10 && written.charAt(12) == ':'
                ? written.substring(0, 11) + "0" + written.substring(11)
                : written;
        long asUtc = FilterParser.moment(padded);
        LocalDateTime local = LocalDateTime.ofEpochSecond(Math.floorDiv(asUtc, 1_000_000_000L),
                (int) Math.floorMod(asUtc, 1_000_000_000L), ZoneOffset.UTC);
        ZoneOffset at = offset == null ? zone.getRules().getOffset(local)
                : offset.startsWith("U") ? ZoneOffset.UTC : ZoneOffset.of(offset);
        return asUtc - at.getTotalSeconds() * 1_000_000_000L;
    }

    /** Loads lists of indicators; says what was skipped. */
    void load(List<Path> files) {
        for (Path file : files) {
            background.task(WorkLane.SHORT, progress -> IndicatorFile.read(file)).onDone(content -> take(file, content))
                    .onFailed(failure -> messages.failed(MarksText.INDICATORS_FAILED, failure, file.getFileName()))
                    .start();
        }
    }

    private void take(Path file, IndicatorFile.Content content) {
        String name = file.getFileName().toString();
        int skipped = content.refused().size();
        int found = content.indicators().size();
        if (found > 0) {
            marking.change((marks, who) -> marks.indicators(name.replaceFirst("\\.[^.]*$", ""), name,
                    content.indicators(), who));
        }
        if (skipped == 0) {
            messages.info((found == 0 ? MarksText.INDICATORS_NONE : MarksText.INDICATORS_LOADED).with(name, found));
        } else {
            IndicatorFile.Refused first = content.refused().getFirst();
            messages.info((found == 0 ? MarksText.INDICATORS_NONE_SKIPPED : MarksText.INDICATORS_LOADED_SKIPPED)
                    .with(name, found, skipped, String.valueOf(first.line()), first.reason()));
        }
    }
}
