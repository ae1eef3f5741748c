package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.ui.extracts.ExtractsText;
import org.tokenlane.ui.kit.WindowRobot;

/** A session is taken out of the open case with pseudonyms, and the new case is looked at. */
class ExtractWindowTest {

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    @Test
    void theSessionThatIsLookedAtIsTakenWithPseudonymsAndOpened() throws IOException {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        SampleWindow.await(() -> robot.lookup("#extract").query().isVisible());
        assertThat(robot.lookup("#extract-amount").<Label> query().getText()).matches("\\d+ events of 1 session");
        robot.interact(() -> robot.lookup("#extract-pseudonyms").<javafx.scene.control.CheckBox> query().fire());
        robot.interact(() -> robot.lookup("#extract-only-ours").<javafx.scene.control.CheckBox> query().fire());
        robot.clickOn("#extract-save");
        assertThat(sample.dialogs.problems)
                .anyMatch(problem -> problem.contains(ExtractsText.NO_KEY.text()));
        Path key = sample.folder.resolve("key.json");
        sample.dialogs.fileToWrite = key;
        robot.clickOn("#extract-new-key");
        Path extract = sample.folder.resolve("handed on.tlcase");
        Files.writeString(extract, "an older extract that is given up");
        sample.dialogs.fileToWrite = extract;
        robot.clickOn("#extract-save");
        SampleWindow.await(() -> robot.lookup("#extract-open").query().isVisible());
        assertThat(robot.lookup("#extract-state").<Label> query().getText()).contains("events of 1 session, with",
                "None of these values was found in the extract");
        assertThat(extract.resolveSibling("handed on.tlcase.before")).doesNotExist();
        assertThat(Files.readString(key)).contains("adela.novakova@contoso.example")
                .doesNotContain("collector@mailbox.example");
        robot.clickOn("#extract-open");
        SampleWindow.await(() -> sample.workbench.selection().openCase().get().file().path().equals(extract));
        assertThat(sample.workbench.selection().openCase().get().sessions()).singleElement()
                .satisfies(session -> assertThat(session.upns()).singleElement().asString()
                        .matches("user-\\d+@domain-1\\.example"));
    }
}
