package org.tokenlane.correlate;

import org.tokenlane.model.text.TextKey;

/** What is wrong with a case. */
enum CheckText implements TextKey {
    LINKS_DIFFER
}
