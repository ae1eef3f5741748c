package org.tokenlane.ui.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.Language;

/** Times as the window writes them. A time never stands without its zone: in the header of its column, or behind it. */
public final class Times {

    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK_SECONDS = DateTimeFormatter.ofPattern("d MMM HH:mm:ss",
            Locale.ENGLISH);

    private Times() {
    }

    private static ZonedDateTime at(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).atZone(zone);
    }

    /** To the second, as in tables. */
    public static String seconds(long nanos, ZoneId zone) {
        return nanos == AuditEvent.NO_TIME ? KitText.UNDATED.text() : SECONDS.format(at(nanos, zone));
    }

    /** Day and minute, where there is little room and the year is clear. */
    public static String clock(long nanos, ZoneId zone) {
        return nanos == AuditEvent.NO_TIME ? KitText.UNDATED.text()
                : CLOCK.withLocale(Language.current().locale()).format(at(nanos, zone));
    }

    /** Day and second, where the year is clear. */
    public static String clockSeconds(long nanos, ZoneId zone) {
        return nanos == AuditEvent.NO_TIME ? KitText.UNDATED.text()
                : CLOCK_SECONDS.withLocale(Language.current().locale()).format(at(nanos, zone));
    }

    /** With as many digits after the second as the record gives. */
    public static String exact(long nanos, int digits, ZoneId zone) {
        if (nanos == AuditEvent.NO_TIME) {
            return KitText.UNDATED.text();
        }
        String fraction = "%09d".formatted(Math.floorMod(nanos, SECOND)).substring(0, Math.clamp(digits, 0, 9));
        return SECONDS.format(at(nanos, zone)) + (fraction.isEmpty() ? "" : "." + fraction);
    }

    /** The zone's name as headers show it: {@code UTC}, {@code Europe/Copenhagen}. */
    public static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** How far a zone is from UTC at a moment ({@code UTC+03:00}); empty for UTC itself. */
    public static String offset(ZoneId zone, long nanos) {
        return zone.normalized().equals(ZoneOffset.UTC) ? ""
                : "UTC" + zone.getRules().getOffset(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L))).getId()
                        .replace("Z", "+00:00");
    }
}
