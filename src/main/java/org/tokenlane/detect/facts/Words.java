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

    /** The file and line of the record that an event was first read from. */
    public static String place(CaseEvents events, int event) {
        RawPlace place = events.places(event).getFirst();
        String path = events.evidence(place.evidence()).path();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) + ":" + place.line();
    }

    /** A name in quotation marks; “(unknown)” without marks for null. Long names are shortened. */
    public static String quoted(@Nullable String text) {
        if (text == null) {
            return FactsText.UNKNOWN_NAME.text();
        }
        return "“" + (text.length() > 120 ? text.substring(0, 119) + "…" : text) + "”";
    }
}
