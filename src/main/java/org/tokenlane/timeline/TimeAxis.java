package org.tokenlane.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tokenlane.model.text.Language;

/**
 * The ticks of a time axis in a zone: regular ones, far enough apart to be read, and the days they lie in. The labels
 * are those of the zone's clocks, over changes to
 * and from summer time too. Where hours are distinguishable, the time outside working hours is given as well.
 */
public record TimeAxis(List<Tick> ticks, List<Tick> days, List<Span> rest) {

    /**
     * A stretch outside working hours, in nanoseconds since 1970, UTC.
     */
    public record Span(long from, long to) {
    }

    /**
     * A labelled moment.
     *
     * @param time
     *            nanoseconds since 1970, UTC
     */
    public record Tick(long time, String label) {
    }

    private static final double APART = 84;
    /** A day of fewer pixels cannot be seen. */
    private static final double LEAST_DAY = 0.75;
    /** The nights of days of fewer pixels look like stripes. */
    private static final double LEAST_NIGHT = 7;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int MOST_DAYS = 400;
    private static final int MOST_SHADED = 10_000;

    /** The steps that people count time in. */
    private static final long[] STEPS = { MILLI, 2 * MILLI, 5 * MILLI, 10 * MILLI, 20 * MILLI, 50 * MILLI, 100 * MILLI,
        200 * MILLI, 500 * MILLI, SECOND, 2 * SECOND,
        5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE,
        30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR,
        12 * HOUR };
    private static final int[] DAY_STEPS = { 1, 2, 7, 14 };
    private static final int[] MONTH_STEPS = { 1, 3, 6, 12, 24, 60, 120, 600 };

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** With the usual working hours. */
    public static TimeAxis of(TimeScale scale, ZoneId zone) {
        return of(scale, zone, WorkingHours.USUAL);
    }

    public static TimeAxis of(TimeScale scale, ZoneId zone, WorkingHours hours) {
        TimeAxis axis = ticks(scale, zone);
        return new TimeAxis(axis.ticks(), axis.days(), rest(scale, zone, hours));
    }

    private static TimeAxis ticks(TimeScale scale, ZoneId zone) {
        double wanted = APART * scale.nanosPerPixel();
        for (long step : STEPS) {
            if (step >= wanted) {
                return within(scale, zone, step);
            }
        }
        for (int days : DAY_STEPS) {
            if (days * (double) DAY >= wanted) {
                return byDays(scale, zone, days);
            }
        }
        int months = MONTH_STEPS[MONTH_STEPS.length - 1];
        for (int step : MONTH_STEPS) {
            if (step * 30.0 * DAY >= wanted) {
                months = step;
                break;
            }
        }
        return byMonths(scale, zone, months);
    }

    private static TimeAxis within(TimeScale scale, ZoneId zone, long step) {
        DateTimeFormatter format = step < SECOND ? MILLIS : step < MINUTE ? SECONDS : MINUTES;
        List<Tick> ticks = new ArrayList<>();
        List<Tick> days = new ArrayList<>();
        LocalDate day = at(scale.start(), zone).toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            long midnight = nanos(day.atStartOfDay(zone));
            if (midnight > scale.end()) {
                break;
            }
            long next = nanos(day.plusDays(1).atStartOfDay(zone));
            days.add(new Tick(midnight, WEEKDAY.withLocale(Language.current().locale()).format(day)));
            long from = midnight + Math.max(0, Math.floorDiv(scale.start() - midnight, step)) * step;
            for (long time = from; time < next && time <= scale.end(); time += step) {
                ticks.add(new Tick(time, format.format(clock(time, zone, step))));
            }
        }
        return new TimeAxis(ticks, days, List.of());
    }

    /** Nights as long as they can be told from days, whole days off as long as they can be seen. */
    private static List<Span> rest(TimeScale scale, ZoneId zone, WorkingHours hours) {
        List<Span> rest = new ArrayList<>();
        double ofDay = DAY / scale.nanosPerPixel();
        if (ofDay < LEAST_DAY) {
            return rest;
        }
        LocalDate day = at(scale.start(), zone).toLocalDate();
        long midnight = nanos(day.atStartOfDay(zone));
        for (int i = 0; i < MOST_SHADED && midnight <= scale.end(); i++, day = day.plusDays(1)) {
            long next = nanos(day.plusDays(1).atStartOfDay(zone));
            if (!hours.isWorkingDay(day)) {
                add(rest, midnight, next);
            } else if (ofDay >= LEAST_NIGHT) {
                add(rest, midnight, nanos(day.atTime(hours.from()).atZone(zone)));
                add(rest, nanos(day.atTime(hours.to()).atZone(zone)), next);
            }
            midnight = next;
        }
        return rest;
    }

    /** A night goes on past midnight, and a weekend over two days. */
    private static void add(List<Span> rest, long from, long to) {
        if (!rest.isEmpty() && rest.getLast().to() == from) {
            rest.set(rest.size() - 1, new Span(rest.getLast().from(), to));
        } else {
            rest.add(new Span(from, to));
        }
    }

    private static LocalTime clock(long time, ZoneId zone, long step) {
        LocalTime clock = at(time, zone).toLocalTime();
        return step < SECOND ? clock : clock.withNano(0);
    }

    private static TimeAxis byDays(TimeScale scale, ZoneId zone, int step) {
        List<Tick> ticks = new ArrayList<>();
        List<Tick> months = new ArrayList<>();
        LocalDate first = at(scale.start(), zone).toLocalDate();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(first.toEpochDay(), step) * step);
        for (; nanos(day.atStartOfDay(zone)) <= scale.end(); day = day.plusDays(step)) {
            ticks.add(
                    new Tick(nanos(day.atStartOfDay(zone)), DATE.withLocale(Language.current().locale()).format(day)));
        }
        for (LocalDate month = first.withDayOfMonth(1); nanos(month.atStartOfDay(zone)) <= scale.end(); month = month
                .plusMonths(1)) {
            months.add(new Tick(nanos(month.atStartOfDay(zone)),
                    MONTH.withLocale(Language.current().locale()).format(month)));
        }
        return new TimeAxis(ticks, months, List.of());
    }

    private static TimeAxis byMonths(TimeScale scale, ZoneId zone, int step) {
        List<Tick> ticks = new ArrayList<>();
        List<Tick> years = new ArrayList<>();
        LocalDate first = at(scale.start(), zone).toLocalDate();
        long month = Math.floorDiv(first.getYear() * 12L + first.getMonthValue() - 1, step) * step;
        for (LocalDate date = ofMonth(month); nanos(date.atStartOfDay(zone)) <= scale.end(); date = date
                .plusMonths(step)) {
            ticks.add(new Tick(nanos(date.atStartOfDay(zone)),
                    step < 12 ? MONTH.withLocale(Language.current().locale()).format(date)
                            : Integer.toString(date.getYear())));
        }
        if (step < 12) {
            for (LocalDate date = LocalDate.of(first.getYear(), 1, 1); nanos(date.atStartOfDay(zone)) <= scale
                    .end(); date = date.plusYears(1)) {
                years.add(new Tick(nanos(date.atStartOfDay(zone)), Integer.toString(date.getYear())));
            }
        }
        return new TimeAxis(ticks, years, List.of());
    }

    private static LocalDate ofMonth(long month) {
        return LocalDate.of((int) Math.floorDiv(month, 12), (int) Math.floorMod(month, 12L) + 1, 1);
    }

    private static ZonedDateTime at(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).atZone(zone);
    }

    /** Saturates: a view far in the past or future must not fail. */
    private static long nanos(ZonedDateTime time) {
        double seconds = time.toEpochSecond();
        return seconds > 9.2e9 ? Long.MAX_VALUE : seconds < -9.2e9 ? Long.MIN_VALUE : time.toEpochSecond() * SECOND;
    }
}
