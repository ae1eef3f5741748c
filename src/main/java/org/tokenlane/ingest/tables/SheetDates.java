package org.tokenlane.ingest.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a spreadsheet shows as dates: days since the end of 1899 or, in workbooks from old Macs, since 1904,
 * told by their number format (ECMA-376, part 1, 18.8.30).
 */
final class SheetDates {

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final long MILLIS_PER_DAY = 86_400_000L;
    /** The last day of the year 9999. */
    private static final int LAST_DAY = 2_958_465;
    private static final int FIRST_CUSTOM = 164;

    private static final int DATE = 1;
    private static final int TIME = 2;
    private static final int BOTH = DATE | TIME;

    private SheetDates() {
    }

    /** The date, the time or both that the number stands for; null where its format shows a number. */
    static @Nullable String read(BigDecimal number, @Nullable Integer formatId, @Nullable String format,
            boolean from1904) {
        int shown = shown(formatId, format);
        if (shown == 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return null;
        }
        long millis = number.multiply(BigDecimal.valueOf(MILLIS_PER_DAY)).setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = millis / MILLIS_PER_DAY;
        LocalTime time = LocalTime.ofNanoOfDay(millis % MILLIS_PER_DAY * 1_000_000L);
        if (days == 0 && shown == TIME) {
            return time.truncatedTo(ChronoUnit.MILLIS).format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        LocalDate date = (from1904 ? EPOCH_1904 : EPOCH).plusDays(days);
        return shown == DATE && time.equals(LocalTime.MIDNIGHT) ? date.toString()
                : LocalDateTime.of(date, time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** What a format shows of a number: a date, a time, both or neither. */
    private static int shown(@Nullable Integer id, @Nullable String format) {
        if (id != null && id < FIRST_CUSTOM) {
            return switch (id) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> TIME;
            case 22 -> BOTH;
            default -> 0;
            };
        }
        if (format == null) {
            return 0;
        }
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .replaceAll("\\[(?![hms]+\\])[^\\]]*\\]", "");
        int semicolon = letters.indexOf(';');
        letters = semicolon < 0 ? letters : letters.substring(0, semicolon);
        if (letters.contains("general") || letters.contains("0e") || letters.contains("#")) {
            return 0;
        }
        boolean date = letters.contains("y") || letters.contains("d") || letters.contains("mmm");
        boolean time = letters.contains("h") || letters.contains("s");
        return (date ? DATE : 0) | (time ? TIME : 0);
    }
}
