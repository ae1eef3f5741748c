package org.tokenlane.ui.answers;

import org.tokenlane.model.text.TextKey;

/** The texts around the answers. */
enum AnswersText implements TextKey {
    FETCH,
    HIDE_PROOF,
    SHOW_EVENTS,
    SHOW_PROOF,
    SHOW_WHY,
    TITLE,
    WORKING
}
