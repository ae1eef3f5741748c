package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                new TimeAxis.Span(nanos("2026-09-18T16:00:00Z"), nanos("2026-09-18T22:00:00Z")),
                new TimeAxis.Span(nanos("2026-09-18T22:00:00Z"), nanos("2026-09-19T22:00:00Z")));
    }
}
