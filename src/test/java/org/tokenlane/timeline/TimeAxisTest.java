package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.text.Language;

/** The axis can be read at every zoom, in the clocks of its zone. */
class TimeAxisTest {

    private static long nanos(String iso) {
        return Instant.parse(iso).getEpochSecond() * 1_000_000_000L;
    }

    private static TimeScale view(String from, String to) {
        return new TimeScale(nanos(from), (nanos(to) - nanos(from)) / 1_000.0, 1_000);
    }

    private static List<String> labels(List<TimeAxis.Tick> ticks) {
        return ticks.stream().map(TimeAxis.Tick::label).toList();
    }

    @Test
    void anHourHasTicksAtRoundMinutesAndNamesItsDay() {
        TimeAxis axis = TimeAxis.of(view("2026-09-15T08:00:00Z", "2026-09-15T09:00:00Z"), ZoneOffset.UTC);
        assertThat(labels(axis.ticks())).containsSequence("08:10", "08:20", "08:30");
        assertThat(labels(axis.days())).containsExactly("Tue 15 Sep 2026");
    }

    @Test
    void theZoneMovesTheClocksAndTheDays() {
        TimeAxis axis = TimeAxis.of(view("2026-09-15T21:00:00Z", "2026-09-15T23:00:00Z"),
                ZoneId.of("Europe/Copenhagen"));
        assertThat(labels(axis.ticks())).contains("23:15", "00:00", "00:45");
        assertThat(labels(axis.days())).containsExactly("Tue 15 Sep 2026", "Wed 16 Sep 2026");
    }

    @Test
    void theNightInWhichClocksGoBackHasItsHourTwiceAndTheTicksStayHoursApart() {
        TimeAxis axis = TimeAxis.of(view("2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z"),
                ZoneId.of("Europe/Copenhagen"));
        assertThat(labels(axis.ticks())).containsSubsequence("02:00", "02:00", "03:00");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-09-15T08:00:00.000Z,2026-09-15T08:00:01Z",
        "2026-09-15T08:00:00Z,2026-09-15T08:02:00Z", "2026-09-15T08:00:00Z,2026-09-16T20:00:00Z",
        "2026-09-01T00:00:00Z,2026-09-20T00:00:00Z", "2026-01-01T00:00:00Z,2026-12-31T00:00:00Z",
        "2000-01-01T00:00:00Z,2026-12-31T00:00:00Z",
        "1950-01-01T00:00:00Z,2050-12-31T00:00:00Z" })
    void ticksAreAtLeastSeventyPixelsApartAndInOrderAtEveryZoom(String span) {
        TimeScale scale = view(span.split(",")[0], span.split(",")[1]);
        TimeAxis axis = TimeAxis.of(scale, ZoneId.of("America/St_Johns"));
        assertThat(axis.ticks()).hasSizeBetween(2, 16);
        for (int i = 1; i < axis.ticks().size(); i++) {
            assertThat(scale.x(axis.ticks().get(i).time()) - scale.x(axis.ticks().get(i - 1).time()))
                    .as(axis.ticks().toString()).isGreaterThan(70);
        }
    }

    @Test
    void atTheFinestZoomTicksTellMilliseconds() {
        TimeAxis axis = TimeAxis.of(new TimeScale(nanos("2026-09-15T08:00:00Z"), 20_000, 1_000), ZoneOffset.UTC);
        assertThat(labels(axis.ticks())).contains("08:00:00.000", "08:00:00.010");
    }

    @Test
    void nightsAndWeekendsOfTheZoneAreRest() {
        TimeAxis axis = TimeAxis.of(view("2026-09-18T00:00:00Z", "2026-09-19T12:00:00Z"),
                ZoneId.of("Europe/Copenhagen"));
        assertThat(axis.rest()).contains(
                new TimeAxis.Span(nanos("2026-09-17T22:00:00Z"), nanos("2026-09-18T06:00:00Z")),
                new TimeAxis.Span(nanos("2026-09-18T16:00:00Z"), nanos("2026-09-19T22:00:00Z")));
    }

    private static final double SECOND = 1e9;
    private static final double HOUR = 3_600 * SECOND;
    private static final double DAY = 24 * HOUR;

    /** The distance of the first two ticks, in nanoseconds, of a view in which 84 pixels are so long. */
    private static long step(double apart) {
        TimeAxis axis = TimeAxis.of(new TimeScale(nanos("2026-01-01T00:00:00Z"), apart / 84, 1_000), ZoneOffset.UTC);
        return axis.ticks().get(1).time() - axis.ticks().get(0).time();
    }

    @Test
    void aStepIsTakenUpToItsWholeLengthAndTheNextOneBeyond() {
        assertThat(step(SECOND)).isEqualTo((long) SECOND);
        assertThat(step(SECOND * 1.01)).isEqualTo((long) (2 * SECOND));
        assertThat(step(12 * HOUR)).isEqualTo((long) (12 * HOUR));
        assertThat(step(12.1 * HOUR)).isEqualTo((long) DAY);
        assertThat(step(DAY)).isEqualTo((long) DAY);
        assertThat(step(1.01 * DAY)).isEqualTo((long) (2 * DAY));
        assertThat(step(14 * DAY)).isEqualTo((long) (14 * DAY));
        assertThat(step(14.1 * DAY)).as("January").isEqualTo((long) (31 * DAY));
        assertThat(step(30 * DAY)).isEqualTo((long) (31 * DAY));
        assertThat(step(30.1 * DAY)).as("a quarter").isEqualTo((long) (90 * DAY));
        assertThat(step(359 * DAY)).as("a year").isEqualTo((long) (365 * DAY));
    }

    @Test
    void theUnitOfTheLabelsFollowsTheStep() {
        TimeScale seconds = new TimeScale(nanos("2026-09-15T08:00:00Z"), SECOND / 84, 1_000);
        assertThat(labels(TimeAxis.of(seconds, ZoneOffset.UTC).ticks())).startsWith("08:00:00", "08:00:01");
        TimeScale minutes = new TimeScale(nanos("2026-09-15T08:00:00Z"), 60 * SECOND / 84, 1_000);
        assertThat(labels(TimeAxis.of(minutes, ZoneOffset.UTC).ticks())).startsWith("08:00", "08:01");
        TimeScale milliseconds = new TimeScale(nanos("2026-09-15T08:00:00Z"), SECOND / 2 / 84, 1_000);
        assertThat(labels(TimeAxis.of(milliseconds, ZoneOffset.UTC).ticks())).startsWith("08:00:00.000",
                "08:00:00.500");
    }

    @Test
    void ticksBeginAtTheStartAndEndWithTheEndOfTheView() {
        TimeScale scale = new TimeScale(nanos("2026-09-15T08:00:00Z"), HOUR / 100, 200);
        TimeAxis axis = TimeAxis.of(scale, ZoneOffset.UTC);
        assertThat(labels(axis.ticks())).containsExactly("08:00", "09:00", "10:00");
        assertThat(labels(TimeAxis.of(scale.movedBy(1), ZoneOffset.UTC).ticks())).startsWith("08:00");
        TimeScale untilMidnight = new TimeScale(nanos("2026-09-15T22:00:00Z"), HOUR / 100, 200);
        assertThat(labels(TimeAxis.of(untilMidnight, ZoneOffset.UTC).days())).containsExactly("Tue 15 Sep 2026",
                "Wed 16 Sep 2026");
        assertThat(labels(TimeAxis.of(untilMidnight.movedBy(-1), ZoneOffset.UTC).days()))
                .containsExactly("Tue 15 Sep 2026");
    }

    @Test
    void daysAreNamedWithTheirMonthsAndTheirNightsAreRest() {
        TimeAxis axis = TimeAxis.of(view("2026-08-30T00:00:00Z", "2026-09-09T00:00:00Z"), ZoneOffset.UTC);
        assertThat(labels(axis.ticks())).contains("31 Aug", "1 Sep");
        assertThat(labels(axis.days())).containsExactly("Aug 2026", "Sep 2026");
        assertThat(axis.rest()).contains(
                new TimeAxis.Span(nanos("2026-08-31T18:00:00Z"), nanos("2026-09-01T08:00:00Z")),
                new TimeAxis.Span(nanos("2026-09-04T18:00:00Z"), nanos("2026-09-07T08:00:00Z")));
        assertThat(axis.days().get(1).time()).isEqualTo(nanos("2026-09-01T00:00:00Z"));
    }

    @Test
    void daysOfAMonthThatBeginsWithTheEndOfTheViewAreNamedToo() {
        TimeScale scale = new TimeScale(nanos("2026-08-22T00:00:00Z"), DAY / 100, 1_000);
        assertThat(labels(TimeAxis.of(scale, ZoneOffset.UTC).days())).containsExactly("Aug 2026", "Sep 2026");
        assertThat(TimeAxis.of(scale, ZoneOffset.UTC).ticks().getLast().time())
                .isEqualTo(nanos("2026-09-01T00:00:00Z"));
    }

    @Test
    void monthsAreNamedWithTheirYearsAndYearsAloneWithout() {
        TimeAxis months = TimeAxis.of(view("2025-03-01T00:00:00Z", "2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(labels(months.ticks())).contains("Apr 2025", "Jan 2026");
        assertThat(labels(months.days())).containsExactly("2025", "2026");
        assertThat(months.rest()).as("weekends alone").contains(
                new TimeAxis.Span(nanos("2025-03-08T00:00:00Z"), nanos("2025-03-10T00:00:00Z")))
                .allMatch(span -> span.to() - span.from() <= 2 * DAY);
        TimeAxis years = TimeAxis.of(view("2016-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(labels(years.ticks())).contains("2016", "2017", "2026");
        assertThat(years.days()).isEmpty();
        assertThat(years.rest()).isEmpty();
    }

    @Test
    void fridayIsWorkAndSaturdayIsRestFromMidnightToMidnight() {
        TimeAxis axis = TimeAxis.of(view("2026-09-18T12:00:00Z", "2026-09-19T12:00:00Z"), ZoneOffset.UTC);
        assertThat(axis.rest()).containsExactly(
                new TimeAxis.Span(nanos("2026-09-18T00:00:00Z"), nanos("2026-09-18T08:00:00Z")),
                new TimeAxis.Span(nanos("2026-09-18T18:00:00Z"), nanos("2026-09-20T00:00:00Z")));
    }

    @Test
    void aViewNearTheEndsOfTimeDoesNotFail() {
        for (long start : new long[] { Long.MIN_VALUE / 2, Long.MAX_VALUE / 2 }) {
            TimeScale scale = new TimeScale(start, 2e15, 1_600);
            assertThat(TimeAxis.of(scale, ZoneOffset.UTC).ticks()).hasSizeLessThan(40);
        }
    }

    @Test
    void nightsAreToldAsLongAsADayHasSevenPixelsAndDaysOffAsLongAsItCanBeSeen() {
        assertThat(TimeAxis.of(new TimeScale(nanos("2026-09-14T00:00:00Z"), DAY / 7.0, 100), ZoneOffset.UTC).rest())
                .anyMatch(span -> span.to() - span.from() < DAY);
        assertThat(TimeAxis.of(new TimeScale(nanos("2026-09-14T00:00:00Z"), DAY / 6.9, 100), ZoneOffset.UTC).rest())
                .allMatch(span -> span.to() - span.from() >= DAY);
        assertThat(TimeAxis.of(new TimeScale(nanos("2026-09-14T00:00:00Z"), DAY / 0.75, 100), ZoneOffset.UTC).rest())
                .isNotEmpty();
        assertThat(TimeAxis.of(new TimeScale(nanos("2026-09-14T00:00:00Z"), DAY / 0.74, 100), ZoneOffset.UTC).rest())
                .isEmpty();
    }

    @Test
    void theWorkingHoursAreThoseThatWereSet() {
        WorkingHours hours = WorkingHours.of("07:30-16:00 Sun-Thu").orElseThrow();
        assertThat(TimeAxis.of(view("2026-09-17T12:00:00Z", "2026-09-20T12:00:00Z"), ZoneOffset.UTC, hours).rest())
                .contains(new TimeAxis.Span(nanos("2026-09-17T16:00:00Z"), nanos("2026-09-20T07:30:00Z")));
        assertThat(WorkingHours.of(hours.words())).contains(hours);
        assertThat(WorkingHours.of("07:30-16:00 So-Do")).as("German").contains(hours);
        assertThat(WorkingHours.of("07:30-16:00 søndag-torsdag")).as("Danish").contains(hours);
        String german = Language.GERMAN.<String, RuntimeException> during(hours::words);
        assertThat(german).isNotEqualTo(hours.words());
        assertThat(WorkingHours.of(german)).contains(hours);
        assertThat(WorkingHours.of("8:00-18:00")).contains(WorkingHours.USUAL);
        for (String wrong : new String[] { "", "8-18", "18:00-08:00", "08:00-08:00", "08:00-25:00",
            "08:00-18:00 Mon-Foo" }) {
            assertThat(WorkingHours.of(wrong)).as(wrong).isEmpty();
        }
    }
}
