package org.tokenlane.detect.sigma.rule;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The modifiers that take a part of a date. The date is used as it is written: Sigma converts neither formats nor time
 * zones. Dates are read with the year first, {@code 2026-09-01T03:12:00.5Z} or {@code 2026-09-01 03:12}.
 */
enum TimePart {
    MINUTE(ChronoField.MINUTE_OF_HOUR, 0, 59),
    HOUR(ChronoField.HOUR_OF_DAY, 0, 23),
    DAY(ChronoField.DAY_OF_MONTH, 1, 31),
    WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1, 53),
    MONTH(ChronoField.MONTH_OF_YEAR, 1, 12),
    YEAR(ChronoField.YEAR, 1, 9_999);

    private static final int LONGEST = 40;
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).optionalStart().appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME).optionalEnd().optionalStart().appendLiteral(' ').optionalEnd()
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd().parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter();

    private final TemporalField field;
    private final int first;
    private final int last;

    TimePart(TemporalField field, int first, int last) {
        this.field = field;
        this.first = first;
        this.last = last;
    }

    /** The part that a modifier names, or null. */
    static @Nullable TimePart named(String modifier) {
        return Arrays.stream(values()).filter(part -> part.word().equals(modifier)).findFirst().orElse(null);
    }

    /** The modifier. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the part can be this number. */
    boolean canBe(int number) {
        return number >= first && number <= last;
    }

    /** The part of a date, or null where the value is not a date. */
    @Nullable
    Integer of(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > LONGEST || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, WRITTEN).get(field);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
