package org.tokenlane.report.document;

import org.tokenlane.model.text.TextKey;

/** What the picture of an attack says. */
public enum PictureText implements TextKey {
    CALLOUT,
    CALLOUT_INFERRED,
    CALLOUT_MISSING,
    DOTTED,
    FOOTER,
    HATCHED,
    KEY_CONFIRMED,
    KEY_OF_ORIGIN,
    MORE_LANES,
    PARTY,
    PARTY_NONE,
    PROGRAM,
    TITLE,
    TITLE_OF_SESSION,
    TOTALS
}
