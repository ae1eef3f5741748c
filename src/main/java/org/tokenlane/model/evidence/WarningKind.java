package org.tokenlane.model.evidence;

import org.tokenlane.model.text.TextKey;

/** What a file may lack although it was imported; each with the name under which it stands in JSON. */
public enum WarningKind implements TextKey {

    /** Records without a time: they are in no timeline. */
    WITHOUT_TIME("without-time"),
    /** Records without a time because the file's times are in a local time whose zone was not named. */
    LOCAL_TIME_WITHOUT_ZONE("local-time-without-zone"),
    /** Records without a time because the file gives only dates. */
    DATE_WITHOUT_TIME("date-without-time"),
    /** Records without a time because the name of its zone is not understood, or is that of several zones. */
    UNKNOWN_ZONE("unknown-zone"),
    /** Records that name neither a user nor an application. */
    WITHOUT_ACTOR("without-actor"),
    /** Records in which every text stands in quotation marks, so that no value compares equal. */
    QUOTED("quoted"),
    /** The file has columns for the session, but no record has one. */
    NO_SESSION_READ("no-session-read"),
    /** The file has columns for the token, but no record has one. */
    NO_TOKEN_READ("no-token-read"),
    /** Its events are more than a year away from all others in the case. */
    FAR_FROM_CASE("far-from-case"),
    /** All sign-ins are interactive; the others are a log of their own. */
    ONLY_INTERACTIVE("only-interactive"),
    /** All sign-ins are non-interactive; the interactive ones are a log of their own. */
    ONLY_NON_INTERACTIVE("only-non-interactive"),
    /** The last event is later than the import. */
    IN_FUTURE("in-future"),
    /** Behind the last record stands what could not be read. */
    UNREAD_AT_END("unread-at-end"),
    /** A packed file that breaks off. */
    TRUNCATED("truncated"),
    /** A packed file that is damaged. */
    DAMAGED("damaged"),
    /** Bytes behind the end of the packed content. */
    TRAILING_BYTES("trailing-bytes");

    private final String code;

    WarningKind(String code) {
        this.code = code;
    }

    /** Its name in JSON. */
    public String code() {
        return code;
    }
}
