package org.tokenlane.ui.values;

import org.tokenlane.model.text.TextKey;

/** What the list of values says. */
public enum ValuesText implements TextKey {
    CARD,
    CARD_TIP,
    COUNTED,
    NOT_COUNTED,
    NO_VALUE,
    VALUES_OF;
}
