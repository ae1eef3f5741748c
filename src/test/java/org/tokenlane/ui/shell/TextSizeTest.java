package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Settings;

/** How large and how small the text becomes. */
class TextSizeTest {

    @TempDir
    private Path folder;
    private final Pane root = new Pane();

    private void assertSize(int size) {
        assertThat(root.getStyle()).startsWith("-fx-font-size: " + size + "px;");
    }

    @Test
    void itReachesFromBelowEightyToTwoHundredPercent() {
        Settings settings = new Settings(folder.resolve("window.properties"));
        TextSize text = new TextSize(settings, root);
        assertThat(root.getStyle()).as("the stylesheet's own size").isEmpty();
        text.change(Shortcut.TEXT_SMALLER);
        text.change(Shortcut.TEXT_SMALLER);
        text.change(Shortcut.TEXT_SMALLER);
        assertSize(9);
        text.change(Shortcut.TEXT_SMALLER);
        assertSize(9);
        for (int i = 9; i < 24; i++) {
            text.change(Shortcut.TEXT_LARGER);
        }
        assertSize(24);
        text.change(Shortcut.TEXT_LARGER);
        assertSize(24);
        new TextSize(settings, root);
        assertSize(24);
        text.change(Shortcut.TEXT_USUAL);
        assertThat(root.getStyle()).isEmpty();
    }
}
