package org.tokenlane.ui.shell;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Settings;

/** How large the window's text is; everything that is set in the stylesheet follows. */
final class TextSize {

    private static final int USUAL = 12;
    private static final int SMALLEST = 9;
    private static final int LARGEST = 24;
    private static final String NAME = "text.size"; // not for people

    private final Settings settings;
    private final Parent root;
    private int size;

    TextSize(Settings settings, Parent root) {
        this.settings = settings;
        this.root = root;
        set((int) settings.number(NAME, USUAL));
    }

    /** Handles the key; tells whether it was one of these. */
    boolean press(KeyEvent event) {
        for (Shortcut key : new Shortcut[] { Shortcut.TEXT_LARGER, Shortcut.TEXT_SMALLER, Shortcut.TEXT_USUAL }) {
            if (key.matches(event)) {
                change(key);
                event.consume();
                return true;
            }
        }
        return false;
    }

    void change(Shortcut key) {
        set(key == Shortcut.TEXT_LARGER ? size + 1 : key == Shortcut.TEXT_SMALLER ? size - 1 : USUAL);
        settings.put(NAME, size);
    }

    private void set(int wanted) {
        size = Math.clamp(wanted, SMALLEST, LARGEST);
        root.setStyle(size == USUAL ? "" : "-fx-font-size: " + size + "px; -color-cell-size: " + size * 2 + "px;");
    }
}
