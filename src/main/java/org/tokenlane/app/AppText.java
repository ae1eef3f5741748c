package org.tokenlane.app;

import org.tokenlane.model.text.TextKey;

/** What the program says when it starts or stops. */
enum AppText implements TextKey {
    NO_DISPLAY,
    NO_GTK,
    OUT_OF_MEMORY,
    STOPPED,
    STOPPED_LOGGED
}
