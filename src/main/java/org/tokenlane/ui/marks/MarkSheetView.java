package org.tokenlane.ui.marks;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
import org.controlsfx.control.SegmentedButton;
import org.tokenlane.job.Runner;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.MarkRequest;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Selection;

/** Where the analyst says what something is; above the window's other contents. */
public final class MarkSheetView extends StackPane {

    private final MarkSheetViewModel model;
    private boolean following;
    private final TextField tags = new TextField();
    private final ComboBox<MarkRequest.Choice> what = new ComboBox<>();
    private final ToggleGroup verdicts = new ToggleGroup();
    private final ToggleButton none = Captions.toggle(MarksText.NO_VERDICT);

    public MarkSheetView(Selection selection, Marking marking, Display display, Messages messages,
            Runner background) {
        this.model = new MarkSheetViewModel(selection, marking, display, messages, background);
        getStyleClass().add("search-veil");
        VBox box = new VBox(10, Captions.paneTitle(MarksText.SHEET_TITLE), grid(), buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(16));
        box.setMaxSize(660, USE_PREF_SIZE);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismiss();
                event.consume();
            } else if (Shortcut.APPLY.matches(event)) {
                model.apply();
                event.consume();
            }
        });
        visibleProperty().bind(model.open());
        model.open().addListener((property, before, now) -> {
            if (now) {
                select();
                if (model.forTags()) {
                    tags.requestFocus();
                } else {
                    what.requestFocus();
                }
            }
        });
    }

    private GridPane grid() {
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(70);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        row(grid, Captions.muted(MarksText.TARGET), target(), scope());
        TextField reason = new TextField();
        row(grid, Captions.muted(MarksText.VERDICT), verdicts(reason), reason);
        row(grid, Captions.muted(MarksText.TAGS), tags(), knownTags());
        row(grid, Captions.muted(MarksText.NOTE_LABEL), notes(), note());
        CheckBox bookmark = Captions.checkBox(MarksText.BOOKMARK);
        bookmark.setId("mark-bookmark");
        bookmark.selectedProperty().bindBidirectional(model.bookmark());
        row(grid, new Label(), bookmark);
        return grid;
    }

    private static void row(GridPane grid, Label name, Region... parts) {
        GridPane.setValignment(name, VPos.TOP);
        name.setPadding(new Insets(6, 0, 0, 0));
        grid.addRow(grid.getRowCount(), name, new VBox(5, parts));
    }

    private ComboBox<MarkRequest.Choice> target() {
        what.setId("mark-what");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setConverter(Captions.words(MarkRequest.Choice::words));
        what.setItems(model.choices());
        what.valueProperty().bindBidirectional(model.choice());
        return what;
    }

    private Label scope() {
        Label scope = new Label();
        scope.setId("mark-holds");
        scope.textProperty().bind(model.scope());
        scope.setWrapText(true);
        scope.setMinHeight(USE_PREF_SIZE);
        scope.getStyleClass().add("muted");
        return scope;
    }

    private SegmentedButton verdicts(TextField reason) {
        reason.setId("mark-reason");
        Captions.prompt(reason, MarksText.REASON_PROMPT);
        reason.textProperty().bindBidirectional(model.reason());
        reason.disableProperty().bind(model.verdict().isNull());
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(verdicts);
        for (Verdict verdict : Verdict.values()) {
            ToggleButton one = Captions.toggle(verdict);
            one.setId("mark-" + verdict.word());
            one.setUserData(verdict);
            one.getStyleClass().add("verdict-" + verdict.word());
            segments.getButtons().add(one);
        }
        none.setId("mark-none");
        segments.getButtons().add(none);
        verdicts.selectedToggleProperty().addListener((property, before, now) -> {
            if (following) {
                return;
            }
            if (now == null) {
                none.setSelected(true);
            } else {
                model.judge((Verdict) now.getUserData());
            }
        });
        model.verdict().addListener((property, before, now) -> select());
        model.differing().addListener((property, before, now) -> select());
        select();
        return segments;
    }

    /** Selects the verdict, or none; nothing where the targets have different ones. */
    private void select() {
        following = true;
        Verdict verdict = model.verdict().get();
        verdicts.selectToggle(model.differing().get() ? null
                : verdicts.getToggles().stream().filter(toggle -> toggle.getUserData() == verdict).findFirst()
                        .orElse(none));
        following = false;
    }

    private TextField tags() {
        tags.setId("mark-tags");
        Captions.prompt(tags, MarksText.TAGS_PROMPT);
        tags.textProperty().bindBidirectional(model.tags());
        return tags;
    }

    private FlowPane knownTags() {
        FlowPane known = new FlowPane(8, 2);
        model.knownTags().addListener((ListChangeListener<String>) change -> known.getChildren()
                .setAll(model.knownTags().stream().map(this::knownTag).toList()));
        return known;
    }

    private Hyperlink knownTag(String name) {
        Hyperlink link = Captions.valueLink(Texts.oneLine(name));
        link.setOnAction(event -> model.addTag(name));
        return link;
    }

    private VBox notes() {
        VBox notes = new VBox(2);
        model.notes().addListener((ListChangeListener<String>) change -> notes.getChildren()
                .setAll(model.notes().stream().map(MarkSheetView::earlierNote).toList()));
        return notes;
    }

    private static Label earlierNote(String words) {
        Label text = Captions.valueLabel(words);
        text.setWrapText(true);
        text.setMaxHeight(72);
        text.getStyleClass().add("note");
        return text;
    }

    private TextArea note() {
        TextArea note = new TextArea();
        note.setId("mark-note");
        Captions.prompt(note, MarksText.NOTE_PROMPT);
        note.setPrefRowCount(3);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(model.note());
        return note;
    }

    private HBox buttons() {
        Button apply = Captions.button(MarksText.APPLY);
        apply.setId("mark-keep");
        apply.getStyleClass().add("accent");
        Captions.tip(apply, MarksText.APPLY_TIP, Shortcut.APPLY);
        apply.setOnAction(event -> model.apply());
        Button cancel = Captions.button(MarksText.CANCEL);
        cancel.setId("mark-cancel");
        cancel.setOnAction(event -> model.dismiss());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, cancel, apply);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }
}
