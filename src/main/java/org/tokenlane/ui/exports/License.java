package org.tokenlane.ui.exports;

import org.tokenlane.model.text.TextKey;

/** The plan that most users of a tenant have. */
enum License implements TextKey {
    E3,
    E5,
    OTHER
}
