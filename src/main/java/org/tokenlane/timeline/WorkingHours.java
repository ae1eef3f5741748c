package org.tokenlane.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.text.Language;

/**
 * When people usually work; the rest of the time is shaded.
 *
 * @param from
 *            when a working day begins
 * @param to
 *            when it ends, after it began
 * @param first
 *            the first working day of a week
 * @param last
 *            the last working day of a week
 */
public record WorkingHours(LocalTime from, LocalTime to, DayOfWeek first, DayOfWeek last) {

    public static final WorkingHours USUAL = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(18, 0),
            DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern TEXT = Pattern
            .compile(
                    "(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})(?:\\s+(\\p{L}{2})\\p{L}*\\.?\\s*-\\s*(\\p{L}{2})\\p{L}*\\.?)?");

    /** Reads {@code 08:00-18:00} or {@code 07:30-16:00 Sun-Thu}; empty where it is neither. */
    public static Optional<WorkingHours> of(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime from = LocalTime.parse(padded(parts.group(1)), CLOCK);
            LocalTime to = LocalTime.parse(padded(parts.group(2)), CLOCK);
            Optional<DayOfWeek> first = parts.group(3) == null ? Optional.of(DayOfWeek.MONDAY) : day(parts.group(3));
            Optional<DayOfWeek> last = parts.group(4) == null ? Optional.of(DayOfWeek.FRIDAY) : day(parts.group(4));
            return !from.isBefore(to) || first.isEmpty() || last.isEmpty() ? Optional.empty()
                    : Optional.of(new WorkingHours(from, to, first.get(), last.get()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String padded(String clock) {
        return clock.length() == 4 ? "0" + clock : clock;
    }

    /** The day whose name begins so in any language of the program; two letters tell them all apart. */
    private static Optional<DayOfWeek> day(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Arrays.stream(Language.values()).anyMatch(language -> day
                        .getDisplayName(TextStyle.FULL, language.locale()).regionMatches(true, 0, letters, 0, 2)))
                .findFirst();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, Language.current().locale());
    }

    /** As {@link #of(String)} reads it. */
    public String words() {
        return CLOCK.format(from) + "-" + CLOCK.format(to) + " " + name(first) + "-" + name(last);
    }

    boolean isWorkingDay(LocalDate date) {
        int sinceFirst = Math.floorMod(date.getDayOfWeek().getValue() - first.getValue(), 7);
        return sinceFirst <= Math.floorMod(last.getValue() - first.getValue(), 7);
    }
}
