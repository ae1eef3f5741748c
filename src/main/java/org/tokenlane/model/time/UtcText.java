package org.tokenlane.model.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as ISO 8601 in UTC with a {@code Z}. */
public final class UtcText {

    private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss",
            Locale.ROOT);
    private static final long SECOND = 1_000_000_000L;

    private UtcText() {
    }

    /**
     * The time with so many digits after the second.
     *
     * @param nanos
     *            nanoseconds since 1970
     */
    public static String of(long nanos, int digits) {
        long second = Math.floorDiv(nanos, SECOND);
        int fraction = (int) Math.floorMod(nanos, SECOND);
        String text = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).format(TO_SECOND);
        return digits == 0 ? text + "Z"
                : text + "." + String.format(Locale.ROOT, "%09d", fraction).substring(0, digits) + "Z";
    }

    /** The time with as many digits after the second as it needs. */
    public static String of(long nanos) {
        int fraction = (int) Math.floorMod(nanos, SECOND);
        int digits = 9;
        while (digits > 0 && fraction % 10 == 0) {
            fraction /= 10;
            digits--;
        }
        return of(nanos, digits);
    }

    public static String of(Instant instant) {
        return of(nanos(instant));
    }

    /** Nanoseconds since 1970, UTC. */
    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
