package org.tokenlane.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times whose month is a word, in English or as spreadsheets of other languages write it, in any order of the
 * parts: {@code Mon, 04 May 2026 09:30:00 GMT} (RFC 1123), {@code May 4, 2026 9:30 AM}, {@code 04-May-2026}, {@code
 * 4/May/2026:09:30:00 +0200}, {@code 4. maj 2026 kl. 09.30}. Any word that is not understood makes the text no time, so
 * that the name of an unknown zone is never taken for UTC.
 */
final class WrittenTime {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2),
            Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7),
            Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11),
            Map.entry("dec", 12));
    /** RFC 822's way to write a time, in which the names of zones mean those of North America. */
    private static final Pattern MAIL = Pattern.compile("(\\w{3}, )?\\d{1,2} \\w{3} \\d{4} [\\d:]{5,8} C[SD]T");
    private static final Pattern CLOCK = Pattern
            .compile(
                    "(?i)(?<![\\d:.])(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([ap]\\.?m\\.?(?![a-z]))?");
    private static final Pattern OFFSET = Pattern
            .compile("(?:(?<=\\s)|(?<=GMT)|(?<=UTC))([+-]\\d{2}:?\\d{2})(?=\\s|$|\\()");
    private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)");
    private static final Pattern NAME_OF_MONTH = Pattern.compile(
            "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?"
                    + "|dec(ember)?");
    /** The months in German, Danish, French, Spanish, Italian and Dutch, as far as they are not written as in English. */
    private static final List<Set<String>> OTHER_MONTHS = List.of(
            Set.of("januar", "j\u00e4nner", "janvier", "janv", "januari", "enero", "ene", "gennaio", "gen"),
            Set.of("februar", "f\u00e9vrier", "f\u00e9vr", "f\u00e9v", "februari", "febrero", "febbraio"),
            Set.of("m\u00e4rz", "m\u00e4r", "mrz", "marts", "mars", "marzo", "maart", "mrt"),
            Set.of("avril", "avr", "abril", "abr", "aprile"), Set.of("mai", "maj", "mayo", "maggio", "mag", "mei"),
            Set.of("juni", "juin", "junio", "giugno", "giu"),
            Set.of("juli", "juillet", "juil", "julio", "luglio", "lug"),
            Set.of("ao\u00fbt", "agosto", "ago", "augustus"),
            Set.of("septembre", "septiembre", "setiembre", "settembre"),
            Set.of("oktober", "okt", "octobre", "octubre", "ottobre", "ott"),
            Set.of("novembre", "noviembre"),
            Set.of("dezember", "dez", "d\u00e9cembre", "d\u00e9c", "diciembre", "dicembre", "dic"));
    private static final Pattern WEEKDAY = Pattern
            .compile("(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?"
                    + "|(mon|diens|donners|frei|sams|sonn|man|tirs|ons|tors|fre|l\u00f8r|s\u00f8n)(tag|dag)|mittwoch"
                    + "|(lun|mar|mercre|jeu|vendre|same)di|dimanche");
    private static final Set<String> BETWEEN = Set.of("at", "t", "of", "um", "uhr", "kl", "den", "le", "\u00e0", "de");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(st|nd|rd|th)");
    private static final long DAY = 86_400_000_000_000L;
    private static final int CENTRAL_STANDARD = -6 * 3_600;
    private static final int CENTRAL_DAYLIGHT = -5 * 3_600;
    private static final long SECOND = 1_000_000_000L;

    private int month;
    private int year = -1;
    private int day = -1;
    private int zoneSeconds;
    private boolean zoned;
    private boolean mail;

    private WrittenTime() {
    }

    static @Nullable ReadTime read(String text) {
        if (text.length() > 80 || text.chars().noneMatch(c -> c >= 'A' && c <= 'z')) {
            return null;
        }
        // Kibana writes an at sign between date and time
        String rest = COMMENT.matcher(text.replace(" @ ", " ")).replaceAll(" ");
        Matcher clock = CLOCK.matcher(rest.replaceFirst("(\\d{4}):(?=\\d{2}:)", "$1 "));
        rest = rest.replaceFirst("(\\d{4}):(?=\\d{2}:)", "$1 ");
        long ofDay = 0;
        int digits = 0;
        boolean timed = clock.find();
        if (timed) {
            try {
                ofDay = ofDay(clock);
            } catch (DateTimeException noClock) {
                return null;
            }
            digits = TimeReader.digits(clock.group(4));
            rest = rest.substring(0, clock.start()) + ' ' + rest.substring(clock.end());
        }
        Matcher offset = OFFSET.matcher(rest);
        int seconds = 0;
        boolean hasOffset = offset.find();
        if (hasOffset) {
            seconds = TimeReader.offsetSeconds(offset.group(1));
            rest = rest.substring(0, offset.start()) + ' ' + rest.substring(offset.end());
        }
        WrittenTime parts = new WrittenTime();
        parts.mail = MAIL.matcher(text).matches();
        for (String part : rest.toLowerCase(Locale.ROOT).split("[\\s,/-]+")) {
            if (!part.isEmpty() && !parts.take(part)) {
                return null;
            }
        }
        if (parts.month == 0 || parts.day < 1 || parts.year < 0) {
            return null;
        }
        long days = LocalDate.of(parts.year, parts.month, parts.day).toEpochDay();
        if (!timed) {
            return hasOffset || parts.zoned ? null : TimeReader.day(days);
        }
        return TimeReader.exact(
                days * DAY + ofDay - (hasOffset ? seconds : parts.zoneSeconds) * SECOND, digits);
    }

    private static long ofDay(Matcher clock) {
        int hour = Integer.parseInt(clock.group(1));
        int minute = Integer.parseInt(clock.group(2));
        int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        if (clock.group(5) != null) {
            if (hour < 1 || hour > 12) {
                // not for people
                throw new DateTimeException("hour of a 12-hour clock");
            }
            hour = hour % 12 + (Character.toLowerCase(clock.group(5).charAt(0)) == 'p' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            // not for people
            throw new DateTimeException("time of day");
        }
        return (hour * 3600L + minute * 60L + second) * SECOND + TimeReader.fraction(clock.group(4));
    }

    private boolean take(String word) {
        String part = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        if (month == 0 && NAME_OF_MONTH.matcher(part).matches()) {
            month = MONTHS.getOrDefault(part.substring(0, 3), 0);
            return true;
        }
        for (int i = 0; i < OTHER_MONTHS.size() && month == 0; i++) {
            if (OTHER_MONTHS.get(i).contains(part)) {
                month = i + 1;
                return true;
            }
        }
        if (ORDINAL.matcher(part).matches()) {
            part = part.substring(0, part.length() - 2);
        }
        if (part.chars().allMatch(Character::isDigit)) {
            return number(part);
        }
        Integer zone = zone(part);
        if (zone != null && !zoned) {
            zoned = true;
            zoneSeconds = zone;
            return true;
        }
        return BETWEEN.contains(part) || WEEKDAY.matcher(part).matches();
    }

    private @Nullable Integer zone(String part) {
        if (mail && part.equals("cst")) {
            return CENTRAL_STANDARD;
        }
        return mail && part.equals("cdt") ? Integer.valueOf(CENTRAL_DAYLIGHT) : NamedZone.fixedSeconds(part);
    }

    /** Four digits are the year; of shorter numbers the first is the day, the next the year. */
    private boolean number(String digits) {
        int value = Integer.parseInt(digits.substring(0, Math.min(6, digits.length())));
        if (digits.length() == 4 && year < 0) {
            year = value;
        } else if (digits.length() <= 2 && day < 0) {
            day = value;
        } else if (digits.length() == 2 && year < 0 && month > 0) {
            year = 2000 + value;
        } else {
            return false;
        }
        return true;
    }
}
