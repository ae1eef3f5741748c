package org.tokenlane.model.evidence;

import org.tokenlane.model.text.TextKey;

/** Where the records of an extract are from. */
enum OriginText implements TextKey {
    FROM_CASE,
    FROM_FILE,
    FILE_IN_PARTS,
    IN_PARTS,
    REPLACED
}
