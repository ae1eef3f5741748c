package org.tokenlane.ui.kit;

import javafx.scene.control.Label;
import org.tokenlane.model.text.Text;

/** Text that goes on in the next line where it does not fit, and is never cut. */
public final class WrappedLabel extends Label {

    public WrappedLabel(Text text, String... styles) {
        this(text.toString(), styles);
    }

    public WrappedLabel(String text, String... styles) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll(styles);
    }
}
