package org.tokenlane.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Activities;

/** What the window shows while no case is open. */
final class WelcomeView extends StackPane {

    private final Cases cases;
    private final VBox recent = new VBox(2);

    WelcomeView(Cases cases, Activities activities, Runnable openSample, Runnable chooseExports,
            Runnable chooseFolder, Runnable whatToExport) {
        this.cases = cases;
        Label title = Captions.label(ShellText.PROGRAM);
        title.getStyleClass().add("welcome-title");
        Label what = Captions.label(ShellText.WELCOME_QUESTION);
        what.getStyleClass().add("muted");
        FontIcon icon = new FontIcon("bi-box-arrow-in-down");
        icon.getStyleClass().add("drop-icon");
        Label drop = Captions.label(ShellText.WELCOME_DROP);
        drop.getStyleClass().add("drop-text");
        Label offline = Captions.label(ShellText.WELCOME_OFFLINE);
        offline.getStyleClass().add("muted");
        offline.setWrapText(true);
        offline.setTextAlignment(TextAlignment.CENTER);
        Button files = button(ShellText.WELCOME_FILES, "bi-files", chooseExports);
        Button folder = button(ShellText.WELCOME_FOLDER, "bi-folder2-open", chooseFolder);
        Button open = button(ShellText.OPEN_CASE, "bi-archive", cases::choose);
        open.setId("welcome-open");
        Button sample = button(ShellText.WELCOME_SAMPLE, "bi-play-circle", openSample);
        sample.setId("welcome-sample");
        FlowPane buttons = new FlowPane(10, 8, files, folder, open, sample);
        buttons.setAlignment(Pos.CENTER);
        Hyperlink ask = Captions.link(ShellText.WELCOME_EXPORT);
        ask.setId("welcome-export");
        ask.setOnAction(event -> whatToExport.run());
        VBox zone = new VBox(12, icon, drop, offline, buttons, ask);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        zone.setPadding(new Insets(36));
        // two clicks on what opens a case would open two
        zone.disableProperty().bind(activities.current().isNotNull());
        recent.disableProperty().bind(zone.disableProperty());
        ActivityBox waiting = new ActivityBox(activities, "welcome-activity", new SimpleBooleanProperty(true));
        waiting.setAlignment(Pos.CENTER);
        VBox all = new VBox(14, title, what, zone, waiting, recent);
        all.setMaxSize(720, USE_PREF_SIZE);
        all.setAlignment(Pos.CENTER);
        getChildren().add(all);
        refresh();
    }

    private static Button button(TextKey text, String icon, Runnable action) {
        Button button = Captions.button(icon, text);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A case with its folder, on one line: of a long name the middle is left out, so that its ending stays whole. */
    private HBox entry(Path file) {
        Hyperlink link = Captions.valueLink(String.valueOf(file.getFileName()));
        link.getStyleClass().add("recent-case");
        link.setWrapText(false);
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setMinWidth(120);
        link.setOnAction(event -> cases.open(file));
        Captions.valueTip(link, file.toString());
        Label folder = Captions.valueLabel(Objects.toString(file.getParent(), ""));
        folder.getStyleClass().add("muted");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setMinWidth(60);
        HBox line = new HBox(10, link, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void refresh() {
        cases.recent(this::list);
    }

    private void list(List<Path> files) {
        recent.getChildren().clear();
        recent.setAlignment(Pos.CENTER_LEFT);
        if (!files.isEmpty()) {
            recent.getChildren().add(Captions.heading(ShellText.WELCOME_RECENT));
            files.forEach(file -> {
                recent.getChildren().add(entry(file));
            });
        }
    }
}
