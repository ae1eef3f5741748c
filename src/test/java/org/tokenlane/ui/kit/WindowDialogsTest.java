package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.model.text.Language;

/** The dialogs of the window speak the program's language, whatever the system's is. */
class WindowDialogsTest {

    private final FxRobot robot = new WindowRobot();
    private Stage stage;
    private WindowDialogs dialogs;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Stage shown = new Stage();
            shown.setScene(new Scene(new StackPane(new Label("window")), 900, 700));
            shown.show();
            return shown;
        });
        dialogs = new WindowDialogs(() -> stage);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, stage::close);
    }

    private List<String> buttons() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> !robot.lookup(".dialog-pane .button").queryAllAs(Button.class).isEmpty());
        return robot.lookup(".dialog-pane .button").queryAllAs(Button.class).stream().map(Button::getText).toList();
    }

    @Test
    void aPasswordIsAskedForInTheProgramsLanguageAndEscapeGivesNone() throws Exception {
        Future<char[]> password = WaitForAsyncUtils
                .asyncFx(() -> Language.DANISH.during(() -> dialogs.password("a.tlcase", false)));
        assertThat(buttons()).containsExactlyInAnyOrder("Annuller", "Åbn sag");
        robot.type(KeyCode.ESCAPE);
        assertThat(password.get(60, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aTextIsAskedForInTheProgramsLanguage() throws Exception {
        Future<String> text = WaitForAsyncUtils.asyncFx(() -> Language.GERMAN
                .during(() -> dialogs.text(KitText.PASSWORD_TITLE.with(), KitText.PASSWORD_OF.with("a"))));
        assertThat(buttons()).containsExactlyInAnyOrder("Abbrechen", "OK");
        TextField field = robot.lookup(".dialog-pane .text-field").query();
        robot.interact(() -> field.setText("abc"));
        robot.type(KeyCode.ENTER);
        assertThat(text.get(60, TimeUnit.SECONDS)).isEqualTo("abc");
    }

    @Test
    void aQuestionThatIsNotAgreedToIsDeclined() throws Exception {
        Future<Boolean> agreed = WaitForAsyncUtils.asyncFx(() -> Language.GERMAN.during(() -> dialogs
                .agrees(KitText.PASSWORD_TITLE.with(), KitText.PASSWORD_OF.with("a"), KitText.COPY.with())));
        assertThat(buttons()).contains("Abbrechen");
        robot.type(KeyCode.ESCAPE);
        assertThat(agreed.get(60, TimeUnit.SECONDS)).isFalse();
    }
}
