package org.tokenlane.detect.answer;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** The first questions of an incident, in the order in which they are asked. */
public enum Question implements TextKey {

    CONTAINED,
    HOW_IN,
    WHAT,
    WHO_ELSE,
    THROUGH_WHOM,
    WHEN,
    NOT_SEEN;

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
