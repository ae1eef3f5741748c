package org.tokenlane.ui.exposure;

import org.tokenlane.model.text.TextKey;

/** What the exposure of the selected events says. */
public enum ExposureText implements TextKey {
    LIST,
    LISTS,
    BULLET,
    COPY,
    COPY_LINES,
    CSV,
    EXPORT,
    EXPORT_TIP,
    EXPORT_TITLE,
    FILTER_TO_LINE,
    LIMITS,
    NOTHING,
    NOTHING_OF_THIS_KIND,
    NOT_FOUND,
    NOT_SAVED,
    NO_OPERATION,
    OPENED,
    OPENING,
    SAVED,
    SUMMARY,
    TOO_MANY_ROWS;
}
