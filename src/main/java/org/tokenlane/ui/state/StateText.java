package org.tokenlane.ui.state;

import org.tokenlane.model.text.TextKey;

/** Texts of what all parts of the window share. */
enum StateText implements TextKey {
    ANSWERS_FAILED,
    AROUND_LENGTH_UNKNOWN,
    AROUND_NO_EVENT,
    AROUND_NO_TIME,
    AROUND_QUESTION,
    AROUND_TITLE,
    BOOKMARK_NO_EVENT,
    FILTER_FAILED,
    FILTERING,
    ITS_APP,
    ITS_DEVICE,
    ITS_IP,
    ITS_ORIGIN,
    ITS_SESSION,
    ITS_TOKEN,
    ITS_USER,
    KQL_FAILED,
    LIBRARY_FAILED,
    MARK_FAILED,
    MARK_NO_EVENT,
    MARKS_FAILED,
    REDO_NOTHING,
    REDONE,
    SEEN_BEFORE,
    REMEMBERED,
    RULES_FAILED,
    RULES_RUNNING,
    PIECES_DONE,
    RULES_STOPPED,
    SELECTED_EVENTS,
    THIS_EVENT,
    THIS_EVENT_NAMED,
    UNDO_FAILED,
    UNDO_NOTHING,
    UNDONE,
    VALUE_OF_KIND
}
