package org.tokenlane.ui.shell;

import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.ui.state.Settings;

/** What the window shows while no case is open. */
final class WelcomeView extends StackPane {

    private final Settings settings;
    private final Cases cases;
    private final VBox recent = new VBox(2);

    WelcomeView(Settings settings, Cases cases, Path sampleFolder, Runnable chooseExports) {
        this.settings = settings;
        this.cases = cases;
        Label title = new Label("Tokenlane");
        title.getStyleClass().add("welcome-title");
        Label what = new Label("Which session was the attacker's, and what was done with its tokens?");
        what.getStyleClass().add("muted");
        FontIcon icon = new FontIcon("bi-box-arrow-in-down");
        icon.getStyleClass().add("drop-icon");
        Label drop = new Label("Drop exported logs here: files, folders, .zip or .gz");
        drop.getStyleClass().add("drop-text");
        Label offline = new Label(
                "Sign-ins, unified audit log, Graph activity, directory audits, in any export shape. Nothing leaves this computer.");
        offline.getStyleClass().add("muted");
        offline.setWrapText(true);
        Button files = button("Choose files…", "bi-folder2-open", chooseExports);
        Button open = button("Open a case…", "bi-archive", cases::choose);
        open.setId("welcome-open");
        Button sample = button("Try the sample case", "bi-play-circle", () -> cases.sample(sampleFolder));
        sample.setId("welcome-sample");
        FlowPane buttons = new FlowPane(10, 8, files, open, sample);
        buttons.setAlignment(Pos.CENTER);
        VBox zone = new VBox(12, icon, drop, offline, buttons);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        zone.setPadding(new Insets(36));
        VBox all = new VBox(14, title, what, zone, recent);
        all.setMaxSize(720, USE_PREF_SIZE);
        all.setAlignment(Pos.CENTER);
        getChildren().add(all);
        refresh();
    }

    private static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    void refresh() {
        recent.getChildren().clear();
        recent.setAlignment(Pos.CENTER_LEFT);
        if (!settings.recent().isEmpty()) {
            Label title = new Label("Recent cases");
            title.getStyleClass().add("section-title");
            recent.getChildren().add(title);
            settings.recent().forEach(file -> {
                Hyperlink link = new Hyperlink(file.getFileName() + "   " + file.getParent());
                link.setOnAction(event -> cases.open(file));
                recent.getChildren().add(link);
            });
        }
    }
}
