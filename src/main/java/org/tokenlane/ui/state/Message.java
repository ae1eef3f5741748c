package org.tokenlane.ui.state;

import org.tokenlane.model.text.Text;

/** Something that the window tells the analyst without asking for an answer. */
public record Message(Kind kind, Text text) {

    /** How much it matters. */
    public enum Kind {
        /** Something was done, or is being done. */
        INFO,
        /** A change was undone or done again. */
        TURNED,
        /** Something is missing before what was asked for can be done. */
        HINT,
        /** Something failed. */
        ERROR
    }
}
