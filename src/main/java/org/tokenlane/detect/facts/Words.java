package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** How findings write times, durations, accounts and names. */
public final class Words {

    private Words() {
    }

    /** {@code 2026-09-15 08:12:00 UTC}. */
    public static String time(long nanos) {
        return UtcText.of(nanos, 0).replace('T', ' ').replace("Z", " UTC");
    }

    /** “the account adele@contoso.example”; an unknown one for null. */
    public static String account(@Nullable String upn) {
        return upn == null ? FactsText.UNKNOWN_ACCOUNT.text() : FactsText.ACCOUNT.text(upn);
    }

    /** The file and line of the record that an event was first read from, and its number where the line is not enough. */
    public static String place(CaseEvents events, int event) {
        RawPlace place = events.places(event).getFirst();
        String path = events.evidence(place.evidence()).path();
        return place(path, place.line(), events.recordNumber(place));
    }

    /**
     * The name of a file and a line of it.
     *
     * @param record
     *            the number of the record in the file where its line does not tell which it is, else 0
     */
    public static String place(String path, int line, int record) {
        String at = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) + ":" + line;
        return record == 0 ? at : FactsText.PLACE_OF_RECORD.text(at, String.valueOf(record));
    }

    /** A name in the quotation marks of the language; “(unknown)” without marks for null. Long names are shortened. */
    public static String quoted(@Nullable String text) {
        if (text == null) {
            return FactsText.UNKNOWN_NAME.text();
        }
        return FactsText.QUOTED.text(text.length() > 120 ? text.substring(0, 119) + "…" : text);
    }
}
