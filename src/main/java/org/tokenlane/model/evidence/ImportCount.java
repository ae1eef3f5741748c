package org.tokenlane.model.evidence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a file's records while it is imported. The case keeps the numbers under their codes, and the
 * warnings follow from them; a fact that holds or does not is counted as 1 or 0.
 */
public enum ImportCount {

    /** Records without a time, duplicates included. It is kept for every file, also where it is 0. */
    WITHOUT_TIME("without-time"),
    /** Whether the file gives local time and no zone was named. */
    LOCAL_TIMES("local-times"),
    /** Whether records without a time give only a date. */
    DATES_ONLY("dates-only"),
    /** Whether records without a time give one in a zone whose name is not understood. */
    UNKNOWN_ZONES("unknown-zones"),
    /** Records that name neither a user nor an application. */
    WITHOUT_ACTOR("without-actor"),
    /** Records in which every text stands in quotation marks. */
    QUOTED("quoted"),
    /** Whether there is a column for the session, but no record with one. */
    NO_SESSION_READ("no-session-read"),
    /** Whether there is a column for the token, but no record with one. */
    NO_TOKEN_READ("no-token-read"),
    INTERACTIVE("interactive"),
    NON_INTERACTIVE("non-interactive"),
    /** Pieces behind the last record that could be read. */
    UNREAD_AT_END("unread-at-end"),
    /** Whether the packed file breaks off. */
    TRUNCATED("truncated"),
    /** Whether the packed file is damaged. */
    DAMAGED("damaged"),
    /** Whether bytes follow the end of the packed content. */
    TRAILING_BYTES("trailing-bytes"),
    /** Whether the records are rows of another file (Parquet, a workbook), written as JSON. */
    DERIVED("derived");

    private final String code;

    ImportCount(String code) {
        this.code = code;
    }

    /** How the case stores it. */
    public String code() {
        return code;
    }

    /** The count of this code, or null. */
    public static @Nullable ImportCount of(String code) {
        return Arrays.stream(values()).filter(count -> count.code.equals(code)).findFirst().orElse(null);
    }
}
