package org.tokenlane.ui.tour;

import org.tokenlane.model.text.TextKey;

/** What the tour says. */
public enum TourText implements TextKey {
    BACK,
    DONE,
    LANES_TITLE,
    LANES_WORDS,
    NEXT,
    OF,
    PROOF_TITLE,
    PROOF_WORDS,
    REPORT_TITLE,
    REPORT_WORDS,
    SKIP,
    START_TITLE,
    START_WORDS,
    TOKENS_TITLE,
    TOKENS_WORDS
}
