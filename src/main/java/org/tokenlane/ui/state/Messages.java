package org.tokenlane.ui.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;

/** Where parts of the window say what happened. The latest message takes the place of the one before. */
public interface Messages {

    /** The latest message; null where there is none. */
    ReadOnlyObjectProperty<Message> latest();

    /** Something was done, or is being done. */
    void info(Text text);

    /** A change was undone or done again. */
    void turned(Text text);

    /** Something is missing before what was asked for can be done. */
    void hint(Text text);

    /** Something failed. */
    void error(Text text);

    /**
     * Something failed.
     *
     * @param what
     *            says what failed; the reason, a sentence, comes after its other arguments
     */
    void failed(TextKey what, Throwable failure, Object... arguments);

    /** Takes the latest message away. */
    void clear();
}
