package org.tokenlane.detect.facts;

import java.util.Locale;
import org.tokenlane.model.time.UtcText;

/** How findings say times, spans and counts. */
public final class Words {

    private Words() {
    }

    /** {@code 2026-09-15 08:12:00 UTC}. */
    public static String time(long nanos) {
        return UtcText.of(nanos, 0).replace('T', ' ').replace("Z", " UTC");
    }

    /** {@code 1 file}, {@code 2,000 files}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d ", number) + thing
                + (number == 1 ? "" : thing.endsWith("s") || thing.endsWith("x") || thing.endsWith("ch") ? "es" : "s");
    }

    /** A name in quotation marks; “(unknown)” without marks for null. Long ones are shortened. */
    public static String quoted(String text) {
        if (text == null) {
            return "(unknown)";
        }
        return "“" + (text.length() > 120 ? text.substring(0, 119) + "…" : text) + "”";
    }
}
