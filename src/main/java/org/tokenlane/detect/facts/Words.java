package org.tokenlane.detect.facts;

import java.util.Locale;
import org.tokenlane.model.time.UtcText;

/** How findings say times, spans and counts. */
public final class Words {

    private static final long SECOND = 1_000_000_000L;

    private Words() {
    }

    /** {@code 2026-09-15 08:12:00 UTC}. */
    public static String time(long nanos) {
        return UtcText.of(nanos, 0).replace('T', ' ').replace("Z", " UTC");
    }

    /** {@code 6 minutes}. */
    public static String span(long nanos) {
        long seconds = Math.max(0, nanos / SECOND);
        if (seconds < 120) {
            return count(seconds, "second");
        }
        if (seconds < 2 * 3600) {
            return count(seconds / 60, "minute");
        }
        return seconds < 2 * 86_400 ? count(seconds / 3600, "hour") : count(seconds / 86_400, "day");
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
