package org.tokenlane.ui.handbook;

import org.tokenlane.model.text.TextKey;

/** Texts around the handbook's pages. */
enum HandbookText implements TextKey {
    ADDRESS_COPIED,
    ADDRESS_TIP,
    BACK,
    CODE_COPIED,
    CONTENTS,
    COPY_CODE,
    FORWARD,
    HITS,
    NOT_READ,
    NO_HITS,
    PAGE,
    PICTURE,
    SEARCH
}
