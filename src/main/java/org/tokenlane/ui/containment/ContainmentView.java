package org.tokenlane.ui.containment;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tokenlane.detect.containment.ContainmentSheet.Done;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.job.Runner;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The containment steps for the selected sessions, as text to copy. */
public final class ContainmentView extends BorderPane {

    private final Dialogs dialogs;
    private final ContainmentViewModel model;
    private final TextArea text = new TextArea();
    private final VBox steps = new VBox(4);

    public ContainmentView(Selection selection, Navigation navigation, Marking marking, CaseAnswers answers,
            Messages messages, Runner background, Dialogs dialogs) {
        this.dialogs = dialogs;
        model = new ContainmentViewModel(selection, navigation, marking, answers, messages, background);
        text.setId("containment");
        Captions.help(text, ContainmentTabText.STEPS);
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("raw");
        text.textProperty().bind(model.text());
        Label state = new Label();
        state.setId("containment-state");
        state.getStyleClass().add("muted");
        state.textProperty().bind(model.state());
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Button copy = Captions.button("bi-clipboard", ContainmentTabText.COPY_ALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.disableProperty().bind(model.text().isEmpty());
        copy.setOnAction(event -> ValueMenu.copy(text.getText()));
        Button save = Captions.button("bi-download", ContainmentTabText.SAVE);
        save.setId("containment-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        Captions.tip(save, ContainmentTabText.SAVE_TIP, Shortcut.SAVE_CONTAINMENT);
        save.disableProperty().bind(model.text().isEmpty());
        save.setOnAction(event -> save());
        HBox heading = new HBox(10, state, copy, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        setTop(heading);
        steps.setId("containment-steps");
        steps.setPadding(new Insets(6, 10, 6, 10));
        ScrollPane list = new ScrollPane(steps);
        list.setFitToWidth(true);
        SplitPane both = new SplitPane(list, text);
        both.setDividerPositions(0.45);
        setCenter(both);
        model.steps().addListener((property, before, now) -> show(now));
    }

    private void show(List<Step> all) {
        steps.getChildren().clear();
        for (Step step : all) {
            WrappedLabel title = new WrappedLabel(step.title(), "answer-question");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            Label count = Captions.muted(ContainmentTabText.DONE_COUNT, step.done(), step.items().size());
            count.setMinWidth(Region.USE_PREF_SIZE);
            steps.getChildren().add(new HBox(8, title, count));
            step.items().forEach(item -> steps.getChildren().add(row(step, item)));
        }
    }

    /** What a log proves cannot be unmarked; everything else is the analyst's word. */
    private VBox row(Step step, Item item) {
        CheckBox box = new CheckBox();
        Captions.value(box, Texts.oneLine(item.name()));
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        Done done = item.done();
        box.setSelected(done != null);
        box.setDisable(done != null && !done.isMarked());
        Captions.tip(box, ContainmentTabText.TICK_TIP);
        box.setOnAction(event -> model.tick(step, item, box.isSelected()));
        VBox row = new VBox(1, box);
        row.setPadding(new Insets(0, 0, 4, 10));
        if (done != null) {
            WrappedLabel why = new WrappedLabel(Texts.visible(ContainmentText.words(done)), "muted");
            why.setPadding(new Insets(0, 0, 0, 26));
            row.getChildren().add(why);
            if (!done.events().isEmpty()) {
                Hyperlink show = Captions.link(ContainmentTabText.SHOW_PROOF);
                show.setOnAction(event -> model.show(done));
                VBox.setMargin(show, new Insets(0, 0, 0, 22));
                row.getChildren().add(show);
            }
        }
        return row;
    }

    /** Whether it is visible; the steps are listed only then. */
    public BooleanProperty shown() {
        return model.shown();
    }

    /** Saves the steps that are shown. */
    public void save() {
        if (model.isThere()) {
            Path file = dialogs.fileToWrite(ContainmentTabText.SAVE_TITLE.with(), "containment.ps1",
                    List.of(new FileKind(ContainmentTabText.PS1, "*.ps1"),
                            new FileKind(ContainmentTabText.TXT, "*.txt")));
            if (file != null) {
                model.save(file);
            }
        }
    }

    /** Gives the keyboard to the text. */
    public void focusText() {
        text.requestFocus();
    }
}
