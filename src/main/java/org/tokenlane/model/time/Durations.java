package org.tokenlane.model.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.tokenlane.model.text.Count;

/** Lengths of time as people read them. They are rounded to the nearest unit that is shown, never cut off. */
public final class Durations {

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private Durations() {
    }

    /**
     * One unit, for sentences: {@code 90 seconds}, {@code 6 minutes}, {@code 30 hours}, {@code 2 days}. A unit is used
     * from two of it on.
     */
    public static String words(long nanos) {
        if (rounded(nanos, SECOND) < 120) {
            return Count.SECONDS.of(rounded(nanos, SECOND));
        }
        if (rounded(nanos, MINUTE) < 120) {
            return Count.MINUTES.of(rounded(nanos, MINUTE));
        }
        return rounded(nanos, HOUR) < 48 ? Count.HOURS.of(rounded(nanos, HOUR)) : Count.DAYS.of(rounded(nanos, DAY));
    }

    /** The two largest units, for tables: {@code 250 ms}, {@code 42 s}, {@code 5 min 59 s}, {@code 1 d 3 h}. */
    public static String units(long nanos) {
        if (rounded(nanos, MILLISECOND) < 1_000) {
            return DurationText.MILLISECONDS.text(rounded(nanos, MILLISECOND));
        }
        long seconds = rounded(nanos, SECOND);
        if (seconds < 60) {
            return DurationText.SECONDS.text(seconds);
        }
        if (seconds < 3_600) {
            return DurationText.MINUTES_AND_SECONDS.text(seconds / 60, seconds % 60);
        }
        long minutes = rounded(nanos, MINUTE);
        if (minutes < 24 * 60) {
            return DurationText.HOURS_AND_MINUTES.text(minutes / 60, minutes % 60);
        }
        long hours = rounded(nanos, HOUR);
        return DurationText.DAYS_AND_HOURS.text(hours / 24, hours % 24);
    }

    /**
     * A length of whole seconds in the one unit in which it is a whole number: {@code 90 s}, {@code 60 min},
     * {@code 2 h}, {@code 1 day}.
     */
    public static String exact(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0) {
            return DurationText.DAYS.text(seconds / 86_400);
        }
        if (seconds % 3_600 == 0 && seconds > 3_600) {
            return DurationText.HOURS.text(seconds / 3_600);
        }
        return seconds % 60 == 0 ? DurationText.MINUTES.text(seconds / 60) : DurationText.SECONDS.text(seconds);
    }

    /** How many units that is, half of one rounded up; nothing for a negative length. */
    private static long rounded(long nanos, long unit) {
        long length = Math.max(0, nanos);
        return length / unit + (length % unit >= unit / 2 ? 1 : 0);
    }
}
