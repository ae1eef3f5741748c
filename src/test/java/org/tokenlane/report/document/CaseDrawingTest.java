package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.OriginStyle;

class CaseDrawingTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long START = 1_789_459_200L * 1_000_000_000L;

    private static CaseDrawing.Account account(String name, Party... parties) {
        return new CaseDrawing.Account(name, IntStream.range(0, parties.length).mapToLong(i -> START + i * HOUR)
                .toArray(), parties);
    }

    private static CaseDrawing drawing(List<CaseDrawing.Account> accounts, long contained, int moments) {
        return new CaseDrawing(accounts,
                List.of(new CaseDrawing.Mark("Begin", "It began", START, true),
                        new CaseDrawing.Mark("End", "It ended", contained, false)),
                IntStream.range(0, moments).mapToObj(i -> new Moment(START + HOUR + i, "Rule",
                        "Rule " + (char) ('A' + i) + " was made", true, "", List.of(i))).toList());
    }

    private static String svg(CaseDrawing drawing) {
        return TimelineSvg.markup(drawing).toString();
    }

    private static String box(Party party, String height) {
        return "height=\"" + height + "\" fill=\"" + OriginStyle.of(party).color(false) + "\"";
    }

    @Test
    void whoActedIsToldByHeightAndPatternAsWellAsByColor() {
        String svg = svg(drawing(List.of(account("ann@contoso.example", Party.ATTACKER, Party.USER, Party.UNCLEAR)),
                START + 3 * HOUR, 0));
        assertThat(svg).contains("ann@contoso.example", box(Party.ATTACKER, "14.00"), box(Party.USER, "7.00"),
                box(Party.UNCLEAR, "4.00") + " fill-opacity=\"0.20\"");
        assertThat(svg.split("stroke=\"" + OriginStyle.of(Party.UNCLEAR).color(false) + "\"", -1)).as("frames")
                .hasSize(2 * 4 + 1);
        assertThat(svg).as("stripes").contains("stroke=\"" + PictureTheme.LIGHT.background() + "\"");
    }

    @Test
    void numbersOfKeyEventsDoNotOverlapAndStayInThePicture() {
        CaseDrawing drawing = drawing(List.of(account("ann", Party.ATTACKER)), START + HOUR + 7, 8);
        List<Double> places = new ArrayList<>();
        drawing.draw(new TimelineDrawing.Pen() {

            @Override
            public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
                assertThat(x + width).isLessThanOrEqualTo(TimelineDrawing.WIDTH);
            }

            @Override
            public void line(double fromX, double fromY, double toX, double toY, String colour) {
                assertThat(toX).isLessThanOrEqualTo(TimelineDrawing.WIDTH);
            }

            @Override
            public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
                if (text.length() == 1 && x > 342) {
                    places.add(x);
                }
            }
        });
        assertThat(places).hasSize(8).isSorted().allMatch(x -> x + 8 <= TimelineDrawing.WIDTH);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(8 - 1e-6);
        }
    }

    @Test
    void theWordsGiveTheTimesOfTheMarksTheAccountsAndTheKeyEvents() {
        assertThat(drawing(List.of(account("ann@contoso.example", Party.ATTACKER, Party.ATTACKER, Party.USER)),
                START + 3 * HOUR, 1).words())
                .contains("It began", "It ended", "Rule A was made", ReportText.CASE_DRAWING_ACCOUNT.text(
                        "ann@contoso.example", ReportTimes.span(START, START + HOUR),
                        org.tokenlane.model.text.Count.EVENTS.of(2), 1, 0));
    }

    @Test
    void whatHasNoTimeIsInTheWordsAndNoLine() {
        List<CaseDrawing.Account> accounts = List.of(account("ann@contoso.example", Party.ATTACKER));
        CaseDrawing open = drawing(accounts, AuditEvent.NO_TIME, 0);
        assertThat(open.words()).contains("It ended");
        assertThat(svg(open)).contains(">Begin 20").doesNotContain(">End ");
        assertThat(svg(drawing(accounts, START + HOUR, 0))).contains(">Begin 20", ">End 20");
    }

    @ParameterizedTest
    @CsvSource({ "6, 0", "7, 1" })
    void sixAccountsHaveALaneAndTheOthersAreCounted(int accounts, int more) {
        String svg = svg(drawing(IntStream.range(0, accounts).mapToObj(i -> account("user" + i, Party.ATTACKER))
                .toList(), START + HOUR, 0));
        assertThat(svg).contains("user5").doesNotContain("user6");
        assertThat(svg.contains(">" + ReportText.MORE_LANES.text(1) + "<")).isEqualTo(more > 0);
    }

    @ParameterizedTest
    @CsvSource({ "7, false", "8, true", "9, true" })
    void theFirstEightKeyEventsAreNamed(int moments, boolean eighth) {
        String svg = svg(drawing(List.of(account("ann", Party.ATTACKER)), START + 3 * HOUR, moments));
        assertThat(svg).contains("  Rule G was made").doesNotContain("  Rule I was made");
        assertThat(svg.contains("  Rule H was made")).isEqualTo(eighth);
    }

    @Test
    void aCaseOfOneMomentIsDrawn() {
        assertThat(svg(drawing(List.of(account("ann", Party.ATTACKER)), START, 0)))
                .contains(box(Party.ATTACKER, "14.00"));
    }
}
