package org.tokenlane.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.time.DateOrder;

/**
 * Reads every spelling of a time that exports use. A time without a zone is UTC, as Microsoft writes it. Where a date
 * is written with
 * slashes and could be read either way, the file's order decides.
 */
public final class TimeReader {

    static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long TICKS_TO_1970 = 621_355_968_000_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int MOST_OFFSET = 18 * 3_600;
    /** Digits are a date only where their year is one of a log. */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    /** No log of these services is older, so that two digits that say so are no year. */
    private static final int FIRST_SHORT_YEAR = 2010;
    private static final int FIRST_SHORT_YEAR_FIRST = 20;
    private static final Pattern NUMERIC = Pattern
            .compile(
                    "(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:(?:,?\\s+|T)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?"
                            + "\\s*([AaPp]\\.?\\s?[Mm]\\.?)?\\s*(Z|z|UTC|GMT|\\(UTC\\)|(?:UTC|GMT)?\\s?[+\u2212-]\\d{1,2}(?::?\\d{2})?(?: UTC)?)?)?");
    private static final Pattern TIME_OF_DAY = Pattern
            .compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?");
    private static final Pattern MICROSOFT_JSON = Pattern.compile("\\\\?/Date\\((-?\\d{1,16})(?:[+-]\\d{4})?\\)\\\\?/");
    private static final Pattern DIGITS = Pattern.compile("\\d{8,19}(\\.\\d+)?");
    private static final Pattern BASIC = Pattern
            .compile(
                    "(\\d{4})-?(\\d{2})-?(\\d{2})[T ](\\d{2}):?(\\d{2})?:?(\\d{2})?(?:[.,](\\d{1,12}))?\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final int DIGITS_OF_DATE = 8;
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,](\\d{1,15}))?");
    /** Spreadsheets count days; these are the years 2000 to 2099. */
    private static final int FIRST_SERIAL = 36_526;
    private static final int LAST_SERIAL = 73_050;
    private static final int SERIAL_TO_1970 = 25_569;
    private static final int EXACT_SERIAL_DIGITS = 8;
    private static final long FILETIME_TO_1970 = 116_444_736_000_000_000L;

    private final DateOrder order;
    private final boolean orderKnown;
    private final @Nullable DateOrderProbe probe;

    /**
     * A reader that takes ambiguous dates in the given order; {@code known} is false where nothing proves that order.
     */
    public TimeReader(DateOrder order, boolean known) {
        this(order, known, null);
    }

    TimeReader(DateOrder order, boolean known, @Nullable DateOrderProbe probe) {
        this.order = order;
        this.orderKnown = known;
        this.probe = probe;
    }

    /** Tells whether a text would be a time without the words behind it. */
    public boolean isOfUnknownZone(String raw) {
        String text = Absent.clean(raw.replace('\u202f', ' ').replace('\u00a0', ' '));
        return text != null && NamedZone.isBehind(text, this);
    }

    /** Gives the time, or null where the text is none. */
    public @Nullable ReadTime read(@Nullable String raw) {
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
        if (text.length() > 2 && text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"') {
            return read(text.substring(1, text.length() - 1));
        }
        try {
            Matcher numeric = NUMERIC.matcher(text);
            if (numeric.matches()) {
                return numeric(numeric);
            }
            Matcher timeOfDay = TIME_OF_DAY.matcher(text);
            if (timeOfDay.matches()) {
                long nanos = timeOfDay(timeOfDay, 1);
                return new ReadTime(nanos, digits(timeOfDay.group(4)), false, ReadTime.Parts.TIME_OF_DAY);
            }
            Matcher json = MICROSOFT_JSON.matcher(text);
            if (json.matches()) {
                return exact(Math.multiplyExact(Long.parseLong(json.group(1)), 1_000_000L), 3);
            }
            if (DIGITS.matcher(text).matches()) {
                return counted(text);
            }
            Matcher serial = SERIAL.matcher(text);
            if (serial.matches()) {
                return serial(serial);
            }
            Matcher basic = BASIC.matcher(text);
            if (basic.matches()) {
                return basic(basic);
            }
            ReadTime written = WrittenTime.read(text);
            return written == null ? NamedZone.read(text, this) : written;
        } catch (DateTimeException | ArithmeticException | NumberFormatException notATime) {
            return null;
        }
    }

    /**
     * A number: a date and time as digits ({@code 20260504093000}), Unix seconds, milliseconds, microseconds or
     * nanoseconds, Windows' 100 ns since 1601, or .NET's since the year 1, told apart by their size.
     */
    private static @Nullable ReadTime counted(String text) {
        int dot = text.indexOf('.');
        String whole = dot < 0 ? text : text.substring(0, dot);
        long number = Long.parseLong(whole);
        return switch (whole.length()) {
        case 8, 12, 14, 17 -> asDate(whole);
        case 9 -> exact(number * SECOND, 0);
        case 10 -> seconds(whole, number, dot < 0 ? null : text.substring(dot + 1));
        case 13 -> exact(number * 1_000_000L, 3);
        case 16 -> exact(number * 1_000L, 6);
        case 18 -> number > 600_000_000_000_000_000L
                ? exact(Math.multiplyExact(number - TICKS_TO_1970, 100L), 7)
                : exact(Math.multiplyExact(number - FILETIME_TO_1970, 100L), 7);
        case 19 -> exact(number, 9);
        default -> null;
        };
    }

    /** Unix seconds, perhaps with a fraction; ten digits that are a date and an hour of this century are those. */
    private static @Nullable ReadTime seconds(String whole, long number, @Nullable String fraction) {
        if (fraction == null && whole.startsWith("20")) {
            ReadTime date = asDate(whole);
            if (date != null) {
                return date;
            }
        }
        if (fraction == null || fraction.length() > 9) {
            return exact(number * SECOND, 0);
        }
        return exact(number * SECOND + fraction(fraction), Long.parseLong(fraction) == 0 ? 0 : fraction.length());
    }

    /** Digits of year, month, day, and as many of hour, minute, second and millisecond as there are. */
    private static @Nullable ReadTime asDate(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            long days = LocalDate.of(year, pair(digits, 4), pair(digits, 6)).toEpochDay();
            if (digits.length() == DIGITS_OF_DATE) {
                return day(days);
            }
            int hour = pair(digits, 8);
            int minute = pair(digits, 10);
            int second = pair(digits, 12);
            if (hour > 23 || minute > 59 || second > 59) {
                return null;
            }
            long millis = digits.length() > 14 ? Long.parseLong(digits.substring(14)) : 0;
            return exact(days * DAY + (hour * 3600L + minute * 60L + second) * SECOND + millis * 1_000_000L,
                    digits.length() > 14 ? 3 : 0);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static int pair(String digits, int at) {
        return at + 2 > digits.length() ? 0 : Integer.parseInt(digits.substring(at, at + 2));
    }

    /** A spreadsheet's count of days; the fraction of one that has many digits is exact to the millisecond. */
    private static @Nullable ReadTime serial(Matcher parts) {
        long day = Long.parseLong(parts.group(1));
        if (day < FIRST_SERIAL || day >= LAST_SERIAL) {
            return null;
        }
        String fraction = parts.group(2);
        if (fraction == null) {
            return day(day - SERIAL_TO_1970);
        }
        boolean exact = fraction.length() >= EXACT_SERIAL_DIGITS;
        double ofDay = Double.parseDouble("0." + fraction);
        long millis = exact ? Math.round(ofDay * SECONDS_PER_DAY * 1_000) : Math.round(ofDay * SECONDS_PER_DAY) * 1_000;
        return exact((day - SERIAL_TO_1970) * DAY + millis * 1_000_000L, millis % 1_000 == 0 ? 0 : 3);
    }

    /** ISO's spellings without separators, without minutes or seconds, or with more digits than a nanosecond has. */
    private static @Nullable ReadTime basic(Matcher parts) {
        LocalDate date = LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        int hour = Integer.parseInt(parts.group(4));
        int minute = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        int second = parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6));
        if (hour > 24 || hour == 24 && minute + second > 0 || minute > 59 || second > 59) {
            return null;
        }
        String fraction = parts.group(7) == null ? null
                : parts.group(7).substring(0, Math.min(9, parts.group(7).length()));
        return exact(Math.multiplyExact(date.toEpochDay(), DAY) + (hour * 3600L + minute * 60L + second) * SECOND
                + fraction(fraction) - offsetSeconds(parts.group(8)) * SECOND, digits(fraction));
    }

    private @Nullable ReadTime numeric(Matcher parts) {
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
            if (parts.group(4).length() == 2 && (year < FIRST_SHORT_YEAR
                    || one >= FIRST_SHORT_YEAR_FIRST && parts.group(2).equals("-"))) {
                // the year may as well stand first: 26-05-04
                return null;
            }
            boolean dots = parts.group(2).equals(".");
            ambiguous = !dots && one <= 12 && two <= 12 && one != two;
            if (probe != null && !dots) {
                probe.saw(one, two);
            }
            boolean dayFirst = dots || one > 12 || two <= 12 && order == DateOrder.DAY_FIRST;
            date = dayFirst ? LocalDate.of(year, two, one) : LocalDate.of(year, one, two);
        }
        if (parts.group(5) == null) {
            return new ReadTime(Math.multiplyExact(date.toEpochDay(), DAY), 0, ambiguous && !orderKnown,
                    ReadTime.Parts.DATE);
        }
        long nanos = Math.addExact(Math.multiplyExact(date.toEpochDay(), DAY), timeOfDay(parts, 5))
                - offsetSeconds(parts.group(10)) * SECOND;
        return new ReadTime(nanos, digits(parts.group(8)), ambiguous && !orderKnown, ReadTime.Parts.ALL);
    }

    private static long timeOfDay(Matcher parts, int group) {
        int hour = Integer.parseInt(parts.group(group));
        int minute = Integer.parseInt(parts.group(group + 1));
        int second = parts.group(group + 2) == null ? 0 : Integer.parseInt(parts.group(group + 2));
        String half = parts.group(group + 4);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                // not for people
                throw new DateTimeException("hour of a 12-hour clock: " + hour);
            }
            hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            // not for people
            throw new DateTimeException("time of day");
        }
        return (hour * 3600L + minute * 60L + second) * SECOND + fraction(parts.group(group + 3));
    }

    static long fraction(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        long value = Long.parseLong(digits);
        for (int i = digits.length(); i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    static int digits(@Nullable String fraction) {
        return fraction == null ? 0 : fraction.length();
    }

    /** The seconds of {@code +02:00}, {@code +0200}, {@code +02}, {@code GMT+2}; 0 for no offset. */
    static int offsetSeconds(@Nullable String zone) {
        int at = zone == null ? -1 : Math.max(zone.indexOf('+'), Math.max(zone.indexOf('-'), zone.indexOf('\u2212')));
        if (zone == null || at < 0) {
            return 0;
        }
        String digits = zone.substring(at + 1).replaceAll("\\D", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        int seconds = hours * 3600 + minutes * 60;
        if (seconds > MOST_OFFSET || minutes > 59) {
            throw new DateTimeException("offset");
        }
        return zone.charAt(at) == '+' ? seconds : -seconds;
    }

    static ReadTime day(long days) {
        return new ReadTime(Math.multiplyExact(days, DAY), 0, false, ReadTime.Parts.DATE);
    }

    static ReadTime exact(long nanos, int digits) {
        return new ReadTime(nanos, digits, false, ReadTime.Parts.ALL);
    }

    /** The ISO spelling, by which nearly all times are written, read by position. */
    private static final class Iso {

        private Iso() {
        }

        static @Nullable ReadTime read(String text) {
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
            String zone = text.substring(at, end).strip();
            boolean utc = zone.isEmpty() || zone.equals("Z") || zone.equals("z") || zone.equals("UTC");
            if (!utc && !zone.matches("[+-]\\d{2}:\\d{2}")) {
                return null;
            }
            try {
                int offset = utc ? 0 : offsetSeconds(zone);
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
