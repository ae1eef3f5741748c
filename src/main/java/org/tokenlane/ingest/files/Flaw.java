package org.tokenlane.ingest.files;

/** What is wrong with a packed file of which something could be read all the same. */
public enum Flaw {
    /** It ends before its content does. */
    TRUNCATED,
    /** From some place on it cannot be unpacked, or its checksum is not that of the content. */
    DAMAGED,
    /** Further bytes follow the end of the packed content; they are read as if they belonged to it. */
    TRAILING_BYTES
}
