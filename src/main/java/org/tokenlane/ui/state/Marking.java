package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.Origins;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.ChangeHistory;
import org.tokenlane.store.Marks;
import org.tokenlane.ui.kit.Texts;

/**
 * The analyst's marks in the open case: what they hold for, and how they are changed; and how whatever the analyst
 * changed is undone. All views follow {@link #marked()}.
 */
public final class Marking {

    private static final int MOST_LETTERS = 60;
    private static final int MOST_OF_A_CHANGE = 100;

    private final Selection selection;
    private final Messages messages;
    private final Runner background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<MarkedEvents> marked = new ReadOnlyObjectWrapper<>(MarkedEvents.NONE);
    private final ReadOnlyIntegerWrapper settingsTurned = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper originsChanged = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<MarkRequest> request = new SimpleObjectProperty<>();

    /**
     * @param changed
     *            is run when other marks than before apply
     */
    Marking(Selection selection, Messages messages, Runner background, Runnable changed) {
        this.selection = selection;
        this.messages = messages;
        this.background = background;
        this.changed = changed;
    }

    /** The marks and the events that they hold for. */
    public ReadOnlyObjectProperty<MarkedEvents> marked() {
        return marked.getReadOnlyProperty();
    }

    /** What is to be marked, as soon as the analyst wants to; null where nothing is. */
    public ObjectProperty<MarkRequest> request() {
        return request;
    }

    void take(@Nullable OpenCase open) {
        marked.set(open == null ? MarkedEvents.NONE : open.marked());
        request.set(null);
    }

    /** Changes marks; the views follow when it is kept. {@code change} gets the analyst's name too. */
    public void change(Change change) {
        ask(marks -> change.make(marks, who()));
    }

    /** Changes marks. */
    @FunctionalInterface
    public interface Change {

        /** {@code who} is the analyst, for the audit trail. */
        void make(Marks marks, String who);
    }

    /** Undoes the analyst's last change, of marks or of anything else that is kept in the case. */
    public void undo() {
        turn(history -> history.undo(who()), StateText.UNDONE, StateText.UNDO_NOTHING);
    }

    /** Does the change again that was undone last. */
    public void redo() {
        turn(history -> history.redo(who()), StateText.REDONE, StateText.REDO_NOTHING);
    }

    private void turn(Function<ChangeHistory, ChangeHistory.@Nullable Turned> work, StateText done, StateText nothing) {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            return;
        }
        background.<ChangeHistory.@Nullable Turned> task(WorkLane.CHANGE, progress -> work.apply(open.file().history()))
                .onDone(turned -> {
                    if (turned == null) {
                        messages.info(nothing.with());
                        return;
                    }
                    read(open);
                    if (!turned.marks()) {
                        settingsTurned.set(settingsTurned.get() + 1);
                    }
                    messages.turned(done.with(words(open, turned.words())));
                }).onFailed(failure -> messages.failed(StateText.UNDO_FAILED, failure)).start();
    }

    /** Grows whenever a change of something else than marks was undone or done again, which then is to be read again. */
    public ReadOnlyIntegerProperty settingsTurned() {
        return settingsTurned.getReadOnlyProperty();
    }

    /** Hands over what would be undone and done again next, in words. */
    public void next(BiConsumer<@Nullable String, @Nullable String> then) {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            then.accept(null, null);
            return;
        }
        background.latest("history", WorkLane.CHANGE, progress -> open.file().history().next())
                .onDone(next -> then.accept(next.undo() == null ? null : words(open, next.undo()),
                        next.redo() == null ? null : words(open, next.redo())))
                .onFailed(failure -> then.accept(null, null)).start();
    }

    /** The change in words, with operation and time in place of the id of an event that it was on. */
    private static String words(OpenCase open, ChangeHistory.Words change) {
        String text = change.text();
        for (Map.Entry<String, Integer> event : open.events().byIds(change.events()).entrySet()) {
            String operation = open.events().text(EventField.OPERATION, event.getValue());
            text = text.replace(event.getKey(), StateText.EVENT_NAMED.text(
                    operation == null ? open.events().source(event.getValue()).title() : shown(operation),
                    UtcText.of(open.events().time(event.getValue()))));
        }
        return shown(text, MOST_OF_A_CHANGE);
    }

    private static String who() {
        return Analyst.name();
    }

    private void ask(Consumer<Marks> work) {
        OpenCase open = selection.openCase().get();
        if (open != null) {
            background.task(WorkLane.CHANGE, progress -> {
                work.accept(open.file().marks());
                return open;
            }).onDone(this::read).onFailed(failure -> messages.failed(StateText.MARK_FAILED, failure)).start();
        }
    }

    private void read(OpenCase open) {
        read(open, () -> {
        });
    }

    private void read(OpenCase open, Runnable then) {
        background.latest("marks", WorkLane.SHORT, progress -> MarkedEvents.of(open.file(), open.correlation()))
                .onDone(found -> {
                    if (selection.openCase().get() == open) {
                        marked.set(found);
                        changed.run();
                        then.run();
                    }
                }).onFailed(failure -> messages.failed(StateText.MARKS_FAILED, failure)).start();
    }

    /** Reads the marks again, after something changed that they hold by; the answers follow. */
    public void refresh() {
        OpenCase open = selection.openCase().get();
        MarkedEvents before = marked.get();
        if (open != null) {
            read(open, () -> {
                // a case without marks has the same ones as before
                if (marked.get() == before) {
                    originsChanged.set(originsChanged.get() + 1);
                }
            });
        }
    }

    /** Reads everything that the analyst can change anew, after much of it may have changed. */
    public void merged() {
        refresh();
        settingsTurned.set(settingsTurned.get() + 1);
    }

    /** Grows whenever the analyst named, split or merged an origin and that changed no marks. */
    public ReadOnlyIntegerProperty originsChanged() {
        return originsChanged.getReadOnlyProperty();
    }

    /** Offers to mark the selected event, or what it belongs to. */
    public void askAboutSelected() {
        OpenCase open = selection.openCase().get();
        int event = selection.event().get();
        if (open == null || event < 0) {
            messages.hint(StateText.MARK_NO_EVENT.with());
            return;
        }
        background.task(WorkLane.SHORT, progress -> new MarkRequest(choices(open, event))).onDone(this::show)
                .onFailed(failure -> messages.failed(StateText.MARK_FAILED, failure)).start();
    }

    private void show(MarkRequest wanted) {
        request.set(null);
        request.set(wanted);
    }

    /** Offers to mark these events, each for itself. */
    public void askAboutEvents(int[] events) {
        OpenCase open = selection.openCase().get();
        if (open != null && events.length > 0) {
            background.task(WorkLane.SHORT, progress -> targets(open, events))
                    .onDone(targets -> askAbout(StateText.SELECTED_EVENTS.text(events.length), targets))
                    .onFailed(failure -> messages.failed(StateText.MARK_FAILED, failure)).start();
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

    /** Offers to mark a value, where values of the field can be marked. */
    void askAbout(FilterField field, String value) {
        MarkTarget target = target(field, value);
        if (target != null) {
            askAbout(StateText.VALUE_OF_KIND.text(target.kind().text(), Texts.oneLine(value)), List.of(target));
        }
    }

    /** What a value can be marked as; null where values of the field cannot. */
    public static @Nullable MarkTarget target(@Nullable FilterField field, String value) {
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

    /**
     * Gives a verdict, or takes it off where it is null. What has this verdict already keeps it, with its reason.
     */
    public void judge(MarkSubject subject, @Nullable Verdict verdict) {
        OpenCase open = selection.openCase().get();
        if (open == null || subject.isEmpty()) {
            messages.hint(StateText.MARK_NOTHING.with());
            return;
        }
        MarkedEvents now = marked.get();
        background.task(WorkLane.CHANGE, progress -> {
            List<MarkTarget> targets = new ArrayList<>(subject.targets(open.events()));
            targets.removeIf(target -> {
                VerdictMark given = now.marks().verdict(target);
                return (given == null ? null : given.verdict()) == verdict;
            });
            if (targets.isEmpty()) {
                return 0;
            }
            if (verdict == null) {
                open.file().marks().clearVerdict(targets, who());
            } else {
                open.file().marks().verdict(targets, verdict, "", who());
            }
            return targets.size();
        }).onDone(changed -> {
            if (changed > 0) {
                read(open);
            }
            int partly = changed > 0 && changed < subject.size() ? 1 : 0;
            messages.info(verdict == null ? StateText.VERDICT_TAKEN.with(changed, subject.size(), partly)
                    : StateText.VERDICT_GIVEN.with(verdict.text(), changed, subject.size(), partly));
        }).onFailed(failure -> messages.failed(StateText.MARK_FAILED, failure)).start();
    }

    /** Asks which tags to put on something. */
    public void askForTags(MarkSubject subject) {
        OpenCase open = selection.openCase().get();
        if (open == null || subject.isEmpty()) {
            messages.hint(StateText.MARK_NOTHING.with());
            return;
        }
        background.task(WorkLane.SHORT, progress -> subject.targets(open.events()))
                .onDone(targets -> show(new MarkRequest(List.of(new MarkRequest.Choice(
                        targets.size() == 1 ? Texts.oneLine(targets.getFirst().words())
                                : StateText.SELECTED_THINGS.text(targets.size()),
                        targets)), true)))
                .onFailed(failure -> messages.failed(StateText.MARK_FAILED, failure)).start();
    }

    /** Puts bookmarks on all of it, or takes them off where all of it has one. */
    public void toggleBookmark(MarkSubject subject) {
        OpenCase open = selection.openCase().get();
        if (open == null || subject.isEmpty()) {
            messages.hint(StateText.MARK_NOTHING.with());
            return;
        }
        MarkedEvents now = marked.get();
        change((marks, who) -> {
            List<MarkTarget> targets = subject.targets(open.events());
            if (targets.stream().allMatch(now.marks()::isBookmarked)) {
                marks.unbookmark(targets, who);
            } else {
                marks.bookmark(targets, who);
            }
        });
    }

    private static List<MarkRequest.Choice> choices(OpenCase open, int event) {
        CaseEvents events = open.events();
        List<MarkRequest.Choice> choices = new ArrayList<>();
        String operation = events.text(EventField.OPERATION, event);
        choices.add(new MarkRequest.Choice(operation == null ? StateText.THIS_EVENT.text()
                : StateText.THIS_EVENT_NAMED.text(shown(operation)), targets(open, new int[] { event })));
        String token = open.linked().text(EventField.UTI, event);
        String session = open.linked().text(EventField.SESSION_ID, event);
        add(choices, StateText.ITS_TOKEN, FilterField.TOKEN, token);
        if (session != null) {
            origin(open, session, event, choices);
        }
        add(choices, StateText.ITS_SESSION, FilterField.SESSION, session);
        add(choices, StateText.ITS_IP, FilterField.IP, events.text(EventField.IP, event));
        add(choices, StateText.ITS_USER, FilterField.UPN,
                events.text(EventField.UPN, event) == null ? events.text(EventField.USER_OBJECT_ID, event)
                        : events.text(EventField.UPN, event));
        add(choices, StateText.ITS_DEVICE, FilterField.DEVICE, events.text(EventField.DEVICE_ID, event));
        add(choices, StateText.ITS_APP, FilterField.APP,
                events.text(EventField.APP_ID, event) == null ? events.text(EventField.APP_NAME, event)
                        : events.text(EventField.APP_ID, event));
        return choices;
    }

    private static void origin(OpenCase open, String session, int event, List<MarkRequest.Choice> choices) {
        int code = open.correlation().sessionCode(session);
        for (OriginParts.Part part : new OriginParts(open.correlation()).of(
                new Origins(open.events()).ofSession(open.correlation(), code),
                open.file().settings().originSplits(session))) {
            if (part.events().contains(event)) {
                choices.add(new MarkRequest.Choice(
                        StateText.ITS_ORIGIN.text(shown(part.origin().network())),
                        List.of(MarkTarget.origin(session, part.key()))));
            }
        }
    }

    private static void add(List<MarkRequest.Choice> choices, TextKey words, FilterField field,
            @Nullable String value) {
        if (value != null) {
            MarkTarget target = target(field, value);
            if (target != null) {
                choices.add(new MarkRequest.Choice(words.text(shown(value)), List.of(target)));
            }
        }
    }

    private static String shown(String value) {
        return shown(value, MOST_LETTERS);
    }

    private static String shown(String value, int most) {
        String line = Texts.oneLine(value);
        return line.length() > most ? line.substring(0, most - 1) + "…" : line;
    }
}
