package org.tokenlane.ui.kit;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys that are written with the names that are printed on them where the language is spoken: Strg on German keyboards. */
final class NamedKeys extends KeyCombination {

    private final KeyCombination keys;

    NamedKeys(KeyCombination keys) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    /** The toolkit writes English names, each with "+" behind it, and signs without it on a Mac. */
    @Override
    public String getDisplayText() {
        return keys.getDisplayText().replace("Ctrl+", KitText.KEY_CTRL.text() + "+")
                .replace("Shift+", KitText.KEY_SHIFT.text() + "+");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedKeys named && keys.equals(named.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
