package org.tokenlane.ui.marks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.MarkRequest;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Workbench;

/**
 * Where the analyst says what something is: verdict with reason, tags, a note, a bookmark; above the window's other
 * contents.
 */
public final class MarkSheet extends StackPane {

    private static final int MOST_TAGS = 12;
    private static final int MOST_NOTES = 4;

    private final Workbench workbench;
    private final Marking marking;
    private final ComboBox<MarkRequest.Choice> what = new ComboBox<>();
    private final ToggleGroup verdicts = new ToggleGroup();
    private final TextField reason = new TextField();
    private final TextField tags = new TextField();
    private final FlowPane knownTags = new FlowPane(8, 2);
    private final TextArea note = new TextArea();
    private final VBox notes = new VBox(2);
    private final CheckBox bookmark = new CheckBox("Bookmark, to come back to it");
    private final Label holds = new Label();
    private final ToggleButton none = new ToggleButton("No verdict");

    public MarkSheet(Workbench workbench) {
        this.workbench = workbench;
        this.marking = workbench.marking();
        getStyleClass().add("search-veil");
        what.setId("mark-what");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setConverter(words());
        what.valueProperty().addListener((property, before, now) -> show(now));
        reason.setId("mark-reason");
        reason.setPromptText("Why, in a sentence for the report");
        tags.setId("mark-tags");
        tags.setPromptText("Tags, with commas between them");
        note.setId("mark-note");
        note.setPromptText("A note; it stands in the report with your name and the time");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        bookmark.setId("mark-bookmark");
        holds.setId("mark-holds");
        holds.setWrapText(true);
        holds.setMinHeight(USE_PREF_SIZE);
        holds.getStyleClass().add("muted");
        Label title = new Label("Mark");
        title.getStyleClass().add("pane-title");
        VBox box = new VBox(10, title, grid(), buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(16));
        box.setMaxSize(660, USE_PREF_SIZE);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                keep();
                event.consume();
            }
        });
        setVisible(false);
        marking.request().addListener((property, before, now) -> open(now));
    }

    private static StringConverter<MarkRequest.Choice> words() {
        return new StringConverter<>() {
            @Override
            public String toString(MarkRequest.Choice choice) {
                return choice == null ? "" : choice.words();
            }

            @Override
            public MarkRequest.Choice fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        };
    }

    private GridPane grid() {
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(70);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(verdicts);
        for (Verdict verdict : Verdict.values()) {
            ToggleButton one = new ToggleButton(Texts.sentence(verdict.name()));
            one.setId("mark-" + verdict.word());
            one.setUserData(verdict);
            one.getStyleClass().add("verdict-" + verdict.word());
            segments.getButtons().add(one);
        }
        none.setId("mark-none");
        segments.getButtons().add(none);
        verdicts.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                none.setSelected(true);
            }
            reason.setDisable(now == null || now == none);
        });
        row(grid, "What", what, holds);
        row(grid, "Verdict", segments, reason);
        row(grid, "Tags", tags, knownTags);
        row(grid, "Note", notes, note);
        row(grid, "", bookmark);
        return grid;
    }

    private static void row(GridPane grid, String name, Region... parts) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        label.setPadding(new Insets(6, 0, 0, 0));
        grid.addRow(grid.getRowCount(), label, new VBox(5, parts));
    }

    private HBox buttons() {
        Button keep = new Button("Keep");
        keep.setId("mark-keep");
        keep.getStyleClass().add("accent");
        keep.setTooltip(new Tooltip("Ctrl+Enter"));
        keep.setOnAction(event -> keep());
        Button cancel = new Button("Cancel");
        cancel.setId("mark-cancel");
        cancel.setOnAction(event -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, cancel, keep);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private void open(MarkRequest request) {
        if (request == null) {
            setVisible(false);
            return;
        }
        what.getItems().setAll(request.choices());
        note.clear();
        setVisible(true);
        what.setValue(null);
        what.setValue(request.choices().getFirst());
        what.requestFocus();
    }

    private void close() {
        marking.request().set(null);
    }

    private CaseMarks marks() {
        return marking.marked().get().marks();
    }

    private void show(MarkRequest.Choice choice) {
        if (choice == null) {
            return;
        }
        Set<VerdictMark> now = choice.targets().stream().map(marks()::verdict)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        VerdictMark common = now.size() == 1 ? now.iterator().next() : null;
        verdicts.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == (common == null ? null : common.verdict())).findFirst()
                .ifPresent(verdicts::selectToggle);
        reason.setText(common == null ? "" : common.reason());
        tags.setText(String.join(", ", commonTags(choice.targets())));
        bookmark.setSelected(choice.targets().stream().allMatch(marks()::isBookmarked));
        showKnownTags();
        showNotes(choice);
        holds.setText(holds(choice));
    }

    private void showKnownTags() {
        knownTags.getChildren().clear();
        marks().tagNames().stream().limit(MOST_TAGS).forEach(name -> {
            Hyperlink link = new Hyperlink(Texts.oneLine(name));
            link.setMnemonicParsing(false);
            link.setOnAction(event -> {
                Set<String> all = typedTags();
                all.add(name);
                tags.setText(String.join(", ", all));
            });
            knownTags.getChildren().add(link);
        });
    }

    private void showNotes(MarkRequest.Choice choice) {
        notes.getChildren().clear();
        List<Note> all = choice.targets().size() > 1 ? List.of() : marks().on(choice.targets().getFirst(), Note.class);
        all.stream().skip(Math.max(0, all.size() - MOST_NOTES)).forEach(one -> {
            Label text = new Label(Texts.visible(one.text()) + "\n" + one.stamp().author() + ", "
                    + Times.seconds(one.stamp().at().toEpochMilli() * 1_000_000, workbench.zone().get()) + " "
                    + Times.name(workbench.zone().get()));
            text.setWrapText(true);
            text.setMaxHeight(72);
            text.getStyleClass().add("note");
            notes.getChildren().add(text);
        });
    }

    /** Says what a verdict here would hold for, and what holds now because of something wider. */
    private String holds(MarkRequest.Choice choice) {
        MarkedEvents marked = marking.marked().get();
        if (choice.targets().size() > 1) {
            return "Each of them gets the marks.";
        }
        MarkTarget target = choice.targets().getFirst();
        if (target.kind() == MarkTarget.Kind.EVENT) {
            Integer event = workbench.openCase().get().events().byIds(List.of(target.key())).get(target.key());
            VerdictMark wider = event == null ? null : marked.decidedBy(event);
            return wider == null || wider.target().equals(target) ? ""
                    : "It counts as " + wider.verdict().word() + " now, because of the " + wider.target().kind().word()
                            + (wider.reason().isEmpty() ? "" : ": " + wider.reason());
        }
        return "A verdict holds for all that was done with it, unless something narrower has a verdict of its own.";
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
        return Arrays.stream(tags.getText().split(",")).map(String::strip).filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void keep() {
        MarkRequest.Choice choice = what.getValue();
        Verdict verdict = verdicts.getSelectedToggle() == null ? null
                : (Verdict) verdicts.getSelectedToggle().getUserData();
        List<MarkTarget> targets = choice.targets();
        Set<String> before = commonTags(targets);
        Set<String> typed = typedTags();
        boolean judged = targets.stream().anyMatch(target -> marks().verdict(target) != null);
        boolean wasBookmarked = targets.stream().allMatch(marks()::isBookmarked);
        boolean isBookmarked = bookmark.isSelected();
        String why = reason.getText();
        String written = note.getText();
        marking.change((marks, who) -> {
            if (verdict != null) {
                marks.verdict(targets, verdict, why, who);
            } else if (judged) {
                marks.clearVerdict(targets, who);
            }
            typed.stream().filter(tag -> !before.contains(tag)).forEach(tag -> marks.tag(targets, tag, who));
            new ArrayList<>(before).stream().filter(tag -> !typed.contains(tag))
                    .forEach(tag -> marks.untag(targets, tag, who));
            if (!written.isBlank()) {
                marks.note(targets, written, who);
            }
            if (isBookmarked && !wasBookmarked) {
                marks.bookmark(targets, who);
            } else if (!isBookmarked && wasBookmarked) {
                marks.unbookmark(targets, who);
            }
        });
        close();
    }
}
