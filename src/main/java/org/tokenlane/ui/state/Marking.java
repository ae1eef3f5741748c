package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.Marks;
import org.tokenlane.ui.kit.Texts;

/**
 * The analyst's marks in the open case: what they hold for, and how they are changed. All views follow {@link
 * #marked()}.
 */
public final class Marking {

    private static final int MOST_LETTERS = 60;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<MarkedEvents> marked = new ReadOnlyObjectWrapper<>(MarkedEvents.NONE);
    private final ObjectProperty<MarkRequest> request = new SimpleObjectProperty<>();

    Marking(Workbench workbench) {
        this.workbench = workbench;
    }

    /** The marks and the events that they hold for. */
    public ReadOnlyObjectProperty<MarkedEvents> marked() {
        return marked.getReadOnlyProperty();
    }

    /** What is to be marked, as soon as the analyst wants to; null where nothing is. */
    public ObjectProperty<MarkRequest> request() {
        return request;
    }

    void take(OpenCase open) {
        marked.set(open == null ? MarkedEvents.NONE : open.marked());
        request.set(null);
    }

    /** Changes marks; the views follow when it is kept. {@code change} gets the analyst's name too. */
    public void change(Change change) {
        ask(marks -> {
            change.make(marks, who());
            return null;
        });
    }

    /** Changes marks. */
    @FunctionalInterface
    public interface Change {

        /** {@code who} is the analyst, for the audit trail. */
        void make(Marks marks, String who);
    }

    public void undo() {
        ask(marks -> {
            String what = marks.undo(who());
            return what == null ? "There is no mark to undo." : "Undone: " + Texts.oneLine(what);
        });
    }

    public void redo() {
        ask(marks -> {
            String what = marks.redo(who());
            return what == null ? "There is no mark to do again." : "Done again: " + Texts.oneLine(what);
        });
    }

    private static String who() {
        return Analyst.name();
    }

    private void ask(Function<Marks, String> work) {
        OpenCase open = workbench.openCase().get();
        if (open != null) {
            workbench.background().run(() -> work.apply(open.file().marks()), said -> {
                read(open);
                if (said != null) {
                    workbench.problem().set(said);
                }
            }, failure -> workbench.problem().set(failure.getMessage()));
        }
    }

    private void read(OpenCase open) {
        workbench.background().latest("marks", () -> MarkedEvents.of(open.file(), open.correlation()), found -> {
            if (workbench.openCase().get() == open) {
                marked.set(found);
                workbench.marksChanged();
            }
        }, failure -> workbench.problem().set("The marks could not be read: " + failure.getMessage()));
    }

    /** Reads the marks anew, after something changed that they hold by. */
    public void refresh() {
        ask(marks -> null);
    }

    /** Offers to mark the selected event, or what it belongs to. */
    public void askAboutSelected() {
        OpenCase open = workbench.openCase().get();
        int event = workbench.event().get();
        if (open == null || event < 0) {
            workbench.problem().set("Choose an event first, or right-click a value to mark that.");
            return;
        }
        workbench.background().run(() -> new MarkRequest(choices(open, event)), this::show,
                failure -> workbench.problem().set(failure.getMessage()));
    }

    private void show(MarkRequest wanted) {
        request.set(null);
        request.set(wanted);
    }

    /** Offers to mark these events, each for itself. */
    public void askAboutEvents(int[] events) {
        OpenCase open = workbench.openCase().get();
        if (open != null && events.length > 0) {
            List<MarkTarget> targets = targets(open, events);
            show(new MarkRequest(
                    List.of(new MarkRequest.Choice(Texts.count(events.length, "selected event"), targets))));
        }
    }

    private static List<MarkTarget> targets(OpenCase open, int[] events) {
        List<MarkTarget> targets = new ArrayList<>();
        for (int event : events) {
            targets.add(MarkTarget.of(Kind.EVENT, open.events().id(event)));
        }
        return targets;
    }

    /** Offers to mark a target of any kind. */
    public void askAbout(String words, Collection<MarkTarget> targets) {
        show(new MarkRequest(List.of(new MarkRequest.Choice(words, List.copyOf(targets)))));
    }

    /** What a value can be marked as; null where values of the field cannot. */
    public static MarkTarget target(FilterField field, String value) {
        Kind kind = switch (field) {
        case SESSION -> Kind.SESSION;
        case TOKEN -> Kind.TOKEN;
        case IP -> Kind.IP;
        case UPN, OBJECT_ID, USER, MAILBOX -> Kind.USER;
        case DEVICE -> Kind.DEVICE;
        case APP -> Kind.APP;
        case null, default -> null;
        };
        return kind == null ? null : MarkTarget.of(kind, value);
    }

    /** Puts a bookmark on the selected event, or takes it off. */
    public void toggleBookmark() {
        OpenCase open = workbench.openCase().get();
        int event = workbench.event().get();
        if (open == null || event < 0) {
            workbench.problem().set("Choose an event to bookmark first.");
            return;
        }
        MarkTarget target = MarkTarget.of(Kind.EVENT, open.events().id(event));
        boolean there = marked.get().marks().isBookmarked(target);
        change((marks, who) -> {
            if (there) {
                marks.unbookmark(List.of(target), who);
            } else {
                marks.bookmark(List.of(target), who);
            }
        });
    }

    private static List<MarkRequest.Choice> choices(OpenCase open, int event) {
        CaseEvents events = open.events();
        List<MarkRequest.Choice> choices = new ArrayList<>();
        String operation = events.text(EventField.OPERATION, event);
        choices.add(new MarkRequest.Choice("This event" + (operation == null ? "" : ": " + shown(operation)),
                targets(open, new int[] { event })));
        String token = open.linked().text(EventField.UTI, event);
        String session = open.linked().text(EventField.SESSION_ID, event);
        add(choices, "Its token", FilterField.TOKEN, token);
        if (session != null) {
            origin(open, session, event, choices);
        }
        add(choices, "Its session", FilterField.SESSION, session);
        add(choices, "Its address", FilterField.IP, events.text(EventField.IP, event));
        add(choices, "Its user", FilterField.UPN,
                events.text(EventField.UPN, event) == null ? events.text(EventField.USER_OBJECT_ID, event)
                        : events.text(EventField.UPN, event));
        add(choices, "Its device", FilterField.DEVICE, events.text(EventField.DEVICE_ID, event));
        add(choices, "Its app", FilterField.APP,
                events.text(EventField.APP_ID, event) == null ? events.text(EventField.APP_NAME, event)
                        : events.text(EventField.APP_ID, event));
        return choices;
    }

    private static void origin(OpenCase open, String session, int event, List<MarkRequest.Choice> choices) {
        int code = open.correlation().sessionCode(session);
        for (OriginParts.Part part : new OriginParts(open.correlation()).of(
                new Origins(open.events()).ofSession(open.correlation(), code),
                open.file().originSplits(session))) {
            if (part.events().contains(event)) {
                choices.add(new MarkRequest.Choice(
                        "Everything of this origin in its session: " + shown(part.origin().network()),
                        List.of(MarkTarget.origin(session, part.key()))));
            }
        }
    }

    private static void add(List<MarkRequest.Choice> choices, String words, FilterField field, String value) {
        MarkTarget target = value == null ? null : target(field, value);
        if (target != null) {
            choices.add(new MarkRequest.Choice(words + ": " + shown(value), List.of(target)));
        }
    }

    private static String shown(String value) {
        String line = Texts.oneLine(value);
        return line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS - 1) + "…" : line;
    }
}
