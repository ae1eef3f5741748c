package org.tokenlane.model.evidence;

import org.tokenlane.model.text.TextKey;

/** Why a file is not opened. */
enum HeldText implements TextKey {
    OPEN_CASE
}
