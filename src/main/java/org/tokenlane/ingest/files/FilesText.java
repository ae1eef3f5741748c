package org.tokenlane.ingest.files;

import org.tokenlane.model.text.TextKey;

/** Why files cannot be found or opened. */
public enum FilesText implements TextKey {
    NOT_FOUND,
    PERMISSION_DENIED,
    FOLDER_UNREADABLE,
    NOT_A_FILE,
    OPEN_CASE,
    IS_OPEN_CASE,
    UNREADABLE,
    ZIP_DAMAGED,
    ENCRYPTED_ARCHIVE,
    ENCRYPTED_MEMBER,
    ARCHIVE_MEMORY,
    MEMBER_MEMORY,
    ENDS_EARLY,
    NO_PERMISSION,
    GONE,
    ARCHIVE_DAMAGED,
    READ_ERROR,
    WRONG_CHECKSUM,
    EXPANDS_TOO_FAR,
    TOO_DEEP,
    TOO_MANY,
    EMPTY_ARCHIVE
}
