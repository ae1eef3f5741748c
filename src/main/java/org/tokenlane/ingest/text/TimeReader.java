package org.tokenlane.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.time.DateOrder;

/**
 * Reads every spelling of a time that the exports use (formats reference §5.3). A time without a zone is UTC, as
 * Microsoft writes it. Where a date is written with
 * slashes and could be read either way, the file's order decides.
 */
public final class TimeReader {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long TICKS_TO_1970 = 621_355_968_000_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final Pattern NUMERIC = Pattern
            .compile(
                    "(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:(?:,?\\s+|T)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?"
                            + "\\s*([AaPp]\\.?\\s?[Mm]\\.?)?\\s*(Z|UTC|GMT|\\(UTC\\)|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern TIME_OF_DAY = Pattern
            .compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?");
    private static final Pattern MICROSOFT_JSON = Pattern.compile("\\\\?/Date\\((-?\\d{1,16})(?:[+-]\\d{4})?\\)\\\\?/");
    private static final Pattern DIGITS = Pattern.compile("\\d{9,19}(\\.0+)?");

    private final DateOrder order;
    private final boolean orderKnown;
    private final DateOrderProbe probe;

    /**
     * A reader that takes ambiguous dates in the given order; {@code known} is false where nothing proves that order.
     */
    public TimeReader(DateOrder order, boolean known) {
        this(order, known, null);
    }

    TimeReader(DateOrder order, boolean known, DateOrderProbe probe) {
        this.order = order;
        this.orderKnown = known;
        this.probe = probe;
    }

    /** Gives the time, or null where the text is none. */
    public ReadTime read(String raw) {
        if (raw == null || raw.length() < 4) {
            return null;
        }
        ReadTime iso = Iso.read(raw);
        if (iso != null) {
            return iso;
        }
        String text = Absent
                .clean(raw.replace('\u202f', ' ').replace('\u00a0', ' ').replace("\u200e", "").replace("\u200f", ""));
        if (text == null) {
            return null;
        }
        try {
            Matcher numeric = NUMERIC.matcher(text);
            if (numeric.matches()) {
                return numeric(numeric);
            }
            Matcher timeOfDay = TIME_OF_DAY.matcher(text);
            if (timeOfDay.matches()) {
                long nanos = timeOfDay(timeOfDay, 1);
                return new ReadTime(nanos, digits(timeOfDay.group(4)), false, true);
            }
            Matcher json = MICROSOFT_JSON.matcher(text);
            if (json.matches()) {
                return exact(Math.multiplyExact(Long.parseLong(json.group(1)), 1_000_000L), 3);
            }
            return DIGITS.matcher(text).matches() ? counted(text) : null;
        } catch (DateTimeException | ArithmeticException | NumberFormatException notATime) {
            return null;
        }
    }

    /** Unix seconds, milliseconds, or .NET ticks (100 ns since the year 1), told apart by their size. */
    private static ReadTime counted(String text) {
        int dot = text.indexOf('.');
        long number = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
        if (number > 600_000_000_000_000_000L) {
            return exact(Math.multiplyExact(number - TICKS_TO_1970, 100L), 7);
        }
        if (number > 100_000_000_000L) {
            return number < 100_000_000_000_000L ? exact(number * 1_000_000L, 3) : null;
        }
        return exact(number * SECOND, 0);
    }

    private ReadTime numeric(Matcher parts) {
        String first = parts.group(1);
        int one = Integer.parseInt(first);
        int two = Integer.parseInt(parts.group(3));
        int three = Integer.parseInt(parts.group(4));
        boolean ambiguous = false;
        LocalDate date;
        if (first.length() == 4) {
            date = LocalDate.of(one, two, three);
        } else if (first.length() > 2 || parts.group(4).length() != 4 && parts.group(4).length() != 2) {
            return null;
        } else {
            int year = parts.group(4).length() == 2 ? 2000 + three : three;
            boolean dots = parts.group(2).equals(".");
            ambiguous = !dots && one <= 12 && two <= 12 && one != two;
            if (probe != null && !dots) {
                probe.saw(one, two);
            }
            boolean dayFirst = dots || one > 12 || two <= 12 && order == DateOrder.DAY_FIRST;
            date = dayFirst ? LocalDate.of(year, two, one) : LocalDate.of(year, one, two);
        }
        if (parts.group(5) == null) {
            return new ReadTime(Math.multiplyExact(date.toEpochDay(), DAY), 0, ambiguous && !orderKnown, false);
        }
        long nanos = Math.addExact(Math.multiplyExact(date.toEpochDay(), DAY), timeOfDay(parts, 5))
                - offsetSeconds(parts.group(10)) * SECOND;
        return new ReadTime(nanos, digits(parts.group(8)), ambiguous && !orderKnown, false);
    }

    private static long timeOfDay(Matcher parts, int group) {
        int hour = Integer.parseInt(parts.group(group));
        int minute = Integer.parseInt(parts.group(group + 1));
        int second = parts.group(group + 2) == null ? 0 : Integer.parseInt(parts.group(group + 2));
        String half = parts.group(group + 4);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour of a 12-hour clock: " + hour);
            }
            hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("time of day");
        }
        return (hour * 3600L + minute * 60L + second) * SECOND + fraction(parts.group(group + 3));
    }

    private static long fraction(String digits) {
        if (digits == null) {
            return 0;
        }
        long value = Long.parseLong(digits);
        for (int i = digits.length(); i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    private static int digits(String fraction) {
        return fraction == null ? 0 : fraction.length();
    }

    private static int offsetSeconds(String zone) {
        if (zone == null || zone.charAt(0) != '+' && zone.charAt(0) != '-') {
            return 0;
        }
        int hours = Integer.parseInt(zone.substring(1, 3));
        int minutes = Integer.parseInt(zone.substring(zone.length() - 2));
        int seconds = hours * 3600 + minutes * 60;
        if (seconds > SECONDS_PER_DAY) {
            throw new DateTimeException("offset");
        }
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }

    private static ReadTime exact(long nanos, int digits) {
        return new ReadTime(nanos, digits, false, false);
    }

    /** The ISO spelling, by which nearly all times are written, read by position. */
    private static final class Iso {

        private Iso() {
        }

        static ReadTime read(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) <= ' ') {
                end--;
            }
            if (end < 16 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':'
                    || text.charAt(10) != 'T' && text.charAt(10) != ' ') {
                return null;
            }
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0
                    || minute > 59) {
                return null;
            }
            int at = 16;
            int second = 0;
            long nanos = 0;
            int digits = 0;
            if (at < end && text.charAt(at) == ':') {
                second = end >= 19 ? number(text, 17, 19) : -1;
                if (second < 0 || second > 60) {
                    return null;
                }
                at = 19;
                if (at < end && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                    int start = ++at;
                    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                        at++;
                    }
                    digits = at - start;
                    if (digits < 1 || digits > 9) {
                        return null;
                    }
                    nanos = number(text, start, at);
                    for (int i = digits; i < 9; i++) {
                        nanos *= 10;
                    }
                }
            }
            int offset = 0;
            if (at < end) {
                String zone = text.substring(at, end).strip();
                if (!zone.equals("Z") && !zone.equals("z") && !zone.equals("UTC")) {
                    if (!zone.matches("[+-]\\d{2}:?\\d{2}")) {
                        return null;
                    }
                    offset = offsetSeconds(zone);
                }
            }
            try {
                long seconds = LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY + hour * 3600L
                        + minute * 60L + second - offset;
                return exact(Math.addExact(Math.multiplyExact(seconds, SECOND), nanos), digits);
            } catch (DateTimeException | ArithmeticException outOfRange) {
                return null;
            }
        }

        private static int number(String text, int start, int end) {
            int value = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    return -1;
                }
                value = value * 10 + c - '0';
            }
            return value;
        }
    }
}
