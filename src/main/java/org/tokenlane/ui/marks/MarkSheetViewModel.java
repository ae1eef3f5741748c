package org.tokenlane.ui.marks;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.MarkRequest;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Selection;

/** The marks that are being put on something: verdict with reason, tags, a note, a bookmark. */
final class MarkSheetViewModel {

    /** What was judged and why, whoever did so. */
    private record Judgement(@Nullable Verdict verdict, String reason) {

        static final Judgement NONE = new Judgement(null, "");

        static Judgement of(@Nullable VerdictMark mark) {
            return mark == null ? NONE : new Judgement(mark.verdict(), mark.reason());
        }
    }

    private static final int MOST_TAGS = 12;
    private static final int MOST_NOTES = 4;

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ObservableList<MarkRequest.Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<MarkRequest.Choice> choice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper differing = new ReadOnlyBooleanWrapper();
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanProperty bookmark = new SimpleBooleanProperty();
    private final ObservableList<String> knownTags = FXCollections.observableArrayList();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper scope = new ReadOnlyStringWrapper("");
    private Task<?> task = Task.NONE;
    private boolean forTags;

    MarkSheetViewModel(Selection selection, Marking marking, Display display, Messages messages,
            Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.messages = messages;
        this.background = background;
        choice.addListener((property, before, now) -> show(now));
        marking.request().addListener((property, before, now) -> begin(now));
    }

    private void begin(@Nullable MarkRequest request) {
        if (request == null) {
            open.set(false);
            return;
        }
        forTags = request.tags();
        choices.setAll(request.choices());
        note.set("");
        choice.set(null);
        choice.set(request.choices().getFirst());
        open.set(true);
    }

    /** Whether the sheet was opened to type tags. */
    boolean forTags() {
        return forTags;
    }

    /** Closes the sheet and changes nothing. */
    void dismiss() {
        marking.request().set(null);
    }

    private CaseMarks marks() {
        return marking.marked().get().marks();
    }

    private void show(MarkRequest.@Nullable Choice now) {
        if (now == null) {
            return;
        }
        Set<Judgement> given = judgements(now.targets());
        Judgement common = given.size() == 1 ? given.iterator().next() : Judgement.NONE;
        differing.set(given.size() > 1);
        verdict.set(common.verdict());
        reason.set(common.reason());
        tags.set(String.join(", ", commonTags(now.targets())));
        bookmark.set(now.targets().stream().allMatch(marks()::isBookmarked));
        knownTags.setAll(marks().tagNames().stream().limit(MOST_TAGS).toList());
        notes.setAll(notes(now));
        describe(now);
    }

    private List<String> notes(MarkRequest.Choice of) {
        List<Note> all = of.targets().size() > 1 ? List.of() : marks().on(of.targets().getFirst(), Note.class);
        return all.stream().skip(Math.max(0, all.size() - MOST_NOTES))
                .map(one -> MarksText.NOTE.text(Texts.visible(one.text()), one.stamp().author(),
                        Times.seconds(one.stamp().at().toEpochMilli() * 1_000_000, display.zone().get()),
                        Times.name(display.zone().get())))
                .toList();
    }

    /** Says what a verdict here would apply to, and the one that applies now because of something wider. */
    private void describe(MarkRequest.Choice of) {
        MarkTarget target = of.targets().getFirst();
        if (of.targets().size() > 1 || target.kind() != MarkTarget.Kind.EVENT) {
            task.cancel();
            scope.set((of.targets().size() == 1 ? MarksText.SCOPE_TARGET
                    : differing.get() ? MarksText.SCOPE_EACH_DIFFERS : MarksText.SCOPE_EACH).text());
            return;
        }
        MarkedEvents marked = marking.marked().get();
        CaseEvents events = selection.openCase().get().events();
        scope.set("");
        task = background.latest("mark-scope", WorkLane.SHORT, progress -> widerVerdict(marked, events, target))
                .onDone(scope::set).onFailed(failure -> messages.failed(MarksText.SCOPE_FAILED, failure)).start();
    }

    private static String widerVerdict(MarkedEvents marked, CaseEvents events, MarkTarget target) {
        Integer event = events.byIds(List.of(target.key())).get(target.key());
        VerdictMark wider = event == null ? null : marked.decidedBy(event);
        if (wider == null || wider.target().equals(target)) {
            return "";
        }
        return wider.reason().isEmpty()
                ? MarksText.SCOPE_WIDER.text(wider.verdict().text(), wider.target().kind().text())
                : MarksText.SCOPE_WIDER_REASON.text(wider.verdict().text(), wider.target().kind().text(),
                        wider.reason());
    }

    private Set<Judgement> judgements(List<MarkTarget> targets) {
        return targets.stream().map(target -> Judgement.of(marks().verdict(target))).collect(Collectors.toSet());
    }

    /** Chooses the verdict for all targets, or takes theirs off where it is null. */
    void judge(@Nullable Verdict chosen) {
        differing.set(false);
        verdict.set(chosen);
    }

    private Set<String> commonTags(List<MarkTarget> targets) {
        Set<String> common = new LinkedHashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            Set<String> names = marks().on(targets.get(i), Tag.class).stream().map(Tag::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (i == 0) {
                common.addAll(names);
            } else {
                common.retainAll(names);
            }
        }
        return common;
    }

    private Set<String> typedTags() {
        return Arrays.stream(tags.get().split(",")).map(String::strip).filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds a tag to those that are typed. */
    void addTag(String name) {
        Set<String> all = typedTags();
        all.add(name);
        tags.set(String.join(", ", all));
    }

    /**
     * Puts the marks on the targets and takes off those that were taken out of the sheet, as one change. What the
     * sheet shows unchanged stays as it is, author and time included, and so does what it cannot show because the
     * targets differ, unless the analyst chose something for all of them.
     */
    void apply() {
        List<MarkTarget> targets = choice.get().targets();
        Verdict judged = verdict.get();
        String why = reason.get();
        boolean kept = differing.get();
        Set<String> before = commonTags(targets);
        Set<String> typed = typedTags();
        boolean wasBookmarked = targets.stream().allMatch(marks()::isBookmarked);
        boolean isBookmarked = bookmark.get();
        String written = note.get();
        marking.change((marks, who) -> marks.change(all -> {
            if (judged != null) {
                all.verdict(targets, judged, why);
            } else if (!kept) {
                all.clearVerdict(targets);
            }
            typed.stream().filter(tag -> !before.contains(tag)).forEach(tag -> all.tag(targets, tag));
            before.stream().filter(tag -> !typed.contains(tag)).forEach(tag -> all.untag(targets, tag));
            if (!written.isBlank()) {
                all.note(targets, written);
            }
            if (isBookmarked && !wasBookmarked) {
                all.bookmark(targets);
            } else if (!isBookmarked && wasBookmarked) {
                all.unbookmark(targets);
            }
        }, who));
        dismiss();
    }

    /** True while the sheet is shown. */
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** What can be marked, the likeliest first. */
    ObservableList<MarkRequest.Choice> choices() {
        return choices;
    }

    ObjectProperty<MarkRequest.Choice> choice() {
        return choice;
    }

    /** The verdict, null for none, or for several that differ. */
    ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether the targets have different verdicts, and are to keep them. */
    ReadOnlyBooleanProperty differing() {
        return differing.getReadOnlyProperty();
    }

    StringProperty reason() {
        return reason;
    }

    /** The tags, with commas between them. */
    StringProperty tags() {
        return tags;
    }

    StringProperty note() {
        return note;
    }

    BooleanProperty bookmark() {
        return bookmark;
    }

    /** The tags that the case knows. */
    ObservableList<String> knownTags() {
        return knownTags;
    }

    /** The latest notes on the target. */
    ObservableList<String> notes() {
        return notes;
    }

    /** What a verdict here applies to. */
    ReadOnlyStringProperty scope() {
        return scope.getReadOnlyProperty();
    }
}
