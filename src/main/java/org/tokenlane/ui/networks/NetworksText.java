package org.tokenlane.ui.networks;

import org.tokenlane.model.text.TextKey;

/** Texts of the list of network data. */
enum NetworksText implements TextKey {
    ABOUT,
    ADD,
    BROKEN,
    BUILT_IN,
    CHOOSE,
    CLOSE,
    DATE,
    FILE,
    LICENCE,
    LICENCE_OF,
    LICENCE_UNKNOWN,
    MOVE_UP,
    NAME,
    NOT_USED,
    NOT_USED_TITLE,
    READ_FAILED,
    REMOVE,
    SOURCE,
    SOURCE_OF,
    TITLE,
    UNKNOWN
}
