package org.tokenlane.ingest.text;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * A time as it was read.
 *
 * @param nanos
 *            nanoseconds since 1970, UTC; where only a time of day stood, nanoseconds since midnight; where only a date
 *            stood, its midnight
 * @param digits
 *            how many digits stood after the second, 0 to 9
 * @param orderChosen
 *            whether day and month could not be told apart, so that their order was chosen
 * @param parts
 *            which parts of a moment stood there
 */
public record ReadTime(long nanos, int digits, boolean orderChosen, Parts parts) {

    /** Which parts of a moment a text names. */
    public enum Parts {
        ALL,
        /** The date was lost and only the time of day stands ({@code 12:36 PM}). */
        TIME_OF_DAY,
        /** A day is not a moment: which of its moments is meant is not known. */
        DATE
    }

    private static final long DAY = 86_400_000_000_000L;
    /**
     * What programs write for a time that they do not know: the beginning of the calendars of SQL Server, spreadsheets,
     * old Macs, Unix, DOS and Apple. Those of Windows and .NET (1601, 1) and the last day of 9999 are beyond what can be
     * read.
     */
    private static final long[] PLACEHOLDERS = { midnight(1753, 1, 1), midnight(1899, 12, 30), midnight(1899, 12, 31),
        midnight(1900, 1, 1), midnight(1904, 1, 1), midnight(1970, 1, 1), midnight(1980, 1, 1),
        midnight(2001, 1, 1) };

    private static long midnight(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay() * DAY;
    }

    /** Tells whether a date or a time of day is missing. */
    public boolean isPartial() {
        return parts != Parts.ALL;
    }

    /** Tells whether this can be when something happened. */
    public boolean isMoment() {
        return !isPartial() && !isPlaceholder();
    }

    public boolean timeOfDayOnly() {
        return parts == Parts.TIME_OF_DAY;
    }

    public boolean dateOnly() {
        return parts == Parts.DATE;
    }

    /** Tells whether this is the moment at which some calendar begins, and so stands for no time at all. */
    public boolean isPlaceholder() {
        return parts != Parts.TIME_OF_DAY && Arrays.binarySearch(PLACEHOLDERS, nanos) >= 0;
    }
}
