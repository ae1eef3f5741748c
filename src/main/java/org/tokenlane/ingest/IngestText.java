package org.tokenlane.ingest;

import org.tokenlane.model.text.TextKey;

/** Why a file is not recognised or a record is of no known kind. */
public enum IngestText implements TextKey {
    NO_RECORDS,
    COLUMNS_UNKNOWN,
    KEYS_UNKNOWN,
    COLUMNS_NEAREST,
    KEYS_NEAREST,
    AND_MORE,
    UNKNOWN_RECORD,
    SEVERAL_OBJECTS,
    SEVERAL_WRAPPED,
    NO_OBJECT,
    CANNOT_READ
}
