package org.tokenlane.detect.likeness;

import org.tokenlane.model.text.TextKey;

/** How likeness between sessions is explained. */
enum LikenessText implements TextKey {
    SHARED_BY
}
