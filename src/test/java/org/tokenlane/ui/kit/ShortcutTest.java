package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.text.Language;

/** Keys are unique, so that each means one thing. */
class ShortcutTest {

    @Test
    void eachKeyIsListedOnce() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::keys)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({ "ENGLISH, Ctrl+Shift+Z, Ctrl+/, Shift+←, Ctrl+↵, Ctrl++",
        "GERMAN, Strg+Umschalt+Z, Strg+/, Umschalt+←, Strg+↵, Strg++",
        "DANISH, Ctrl+Skift+Z, Ctrl+/, Skift+←, Ctrl+↵, Ctrl++" })
    void keysAreNamedAsTheLanguageNamesThem(Language language, String redo, String sheet, String left, String apply,
            String larger) {
        language.during(() -> {
            assertThat(Shortcut.REDO).hasToString(redo);
            assertThat(Shortcut.SHORTCUTS).hasToString(sheet);
            assertThat(Shortcut.MOVE_LEFT).hasToString(left);
            assertThat(Shortcut.APPLY).hasToString(apply);
            assertThat(Shortcut.TEXT_LARGER).hasToString(larger);
            return null;
        });
    }

    @Test
    void theNamesChangeNothingAboutWhatTheKeysMatch() {
        KeyEvent undo = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false);
        KeyEvent redo = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, true, true, false, false);
        assertThat(Shortcut.UNDO.matches(undo)).isTrue();
        assertThat(Shortcut.UNDO.matches(redo)).isFalse();
        assertThat(Shortcut.REDO.matches(redo)).isTrue();
    }
}
