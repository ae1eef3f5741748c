package org.tokenlane.detect.library;

import org.tokenlane.model.text.TextKey;

/** What the library and its findings say. */
enum LibraryText implements TextKey {
    BAD_LINE,
    CANNOT_READ,
    CANNOT_WRITE,
    NEXT,
    NOT_A_LIBRARY,
    SEEN,
    TITLE
}
