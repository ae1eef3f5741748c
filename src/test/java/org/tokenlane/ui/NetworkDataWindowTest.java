package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.enrich.MmdbWriter;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Settings;

/** The list of network data: a file of the analyst's is used in all views at once, and the licenses are named. */
@ExtendWith(WindowExtension.class)
class NetworkDataWindowTest {

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private void openBareCase() throws IOException {
        Path file = sample.folder.resolve("bare.tlcase");
        try (CaseFile made = CaseFile.create(file, null, "test")) {
            new ImportService(made, Importers.all()).importAll(
                    List.of(BareSignIns.write(sample.folder.resolve("signins.json"))), ImportOptions.by("test"),
                    Progress.NONE);
        }
        javafx.application.Platform.runLater(() -> sample.window.cases().open(file));
        SampleWindow
                .await(() -> sample.workbench.selection().openCase().get() != null
                        && sample.workbench.rules().detection().get() != null);
        javafx.application.Platform.runLater(() -> sample.workbench.navigation().investigate(BareSignIns.SESSION));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length == 3);
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup((Node node) -> node instanceof Labeled)
                .<Labeled> queryAll().stream().map(Labeled::getText)
                .filter(Objects::nonNull).toList();
    }

    private Path ownData() {
        return MmdbWriter.of("GeoLite2-ASN", 1_772_539_200)
                .with("203.0.113.0/24",
                        Map.of("autonomous_system_number", 64500, "autonomous_system_organization",
                                "Example\u202e Hosting"))
                .write(sample.folder.resolve("own.mmdb"));
    }

    private void add(FxRobot robot, Path file) {
        sample.dialogs.files = List.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        robot.clickOn("#network-data-add");
    }

    @Test
    void anOwnFileIsAddedUsedAtOnceAndRemembered(FxRobot robot) throws IOException {
        openBareCase();
        robot.interact(() -> sample.workbench.selection().event().set(1));
        Path own = ownData();
        add(robot, own);
        TableView<?> table = robot.lookup("#network-data").query();
        SampleWindow.await(() -> table.getItems().size() == 2);
        SampleWindow.await(
                () -> texts(robot, "#details").contains("by GeoLite2-ASN 2026-03-03: AS64500 Example\\u202E Hosting"));
        assertThat(sample.workbench.enrichment().get().attributions().getFirst())
                .contains("This product includes GeoLite2 data created by MaxMind");
        assertThat(new Settings(sample.folder.resolve("settings/window.properties")).text("network.data.0", ""))
                .isEqualTo(own.toAbsolutePath().normalize().toString());
        robot.interact(() -> table.getSelectionModel().select(0));
        Label detail = robot.lookup("#network-data-detail").query();
        assertThat(detail.getText()).startsWith("GeoLite2-ASN 2026-03-03. This product includes GeoLite2 data");
        robot.clickOn("#network-data-remove");
        SampleWindow.await(() -> table.getItems().size() == 1);
        assertThat(sample.workbench.enrichment().get().networks().own()).isEmpty();
        assertThat(new Settings(sample.folder.resolve("settings/window.properties")).text("network.data.0", ""))
                .isEmpty();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#network-data").query().getScene().lookup("#network-data").getParent().getParent()
                .isVisible()).isFalse();
    }

    @Test
    void aboutNamesVersionLicencesAndAttributions(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        TextArea about = robot.lookup("#about").query();
        assertThat(about.getText()).startsWith(CaseFile.PROGRAM).contains("Apache License 2.0",
                "DB-IP Lite 2026-06-01: IP Geolocation by DB-IP (https://db-ip.com)",
                "CC BY 4.0",
                "Secureworks", "OpenJFX", "MaxMind DB Reader");
        robot.push(KeyCode.ESCAPE);
        assertThat(about.getParent().getParent().isVisible()).isFalse();
    }
}
