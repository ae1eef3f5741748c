package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The numbers at which reports cut, group and leave out, each with the one beside it. */
class ReportEdgesTest {

    @Test
    void aCellOfEightHundredLettersIsWholeAndOneMoreIsCutAndCounted() {
        assertThat(ReportTable.Row.of("x".repeat(800)).cells()).containsExactly("x".repeat(800));
        assertThat(ReportTable.Row.of("x".repeat(801)).cells())
                .containsExactly(ReportText.CAPPED.text("x".repeat(800), 801));
        assertThat(ReportTable.Row.of("x".repeat(799) + "😀y").cells()).as("no half letter")
                .containsExactly(ReportText.CAPPED.text("x".repeat(799), 802));
    }

    private static CoverageDays.Line days(long last, Long... with) {
        return new CoverageDays.Line("log", "", 1, List.of(with), 1, last);
    }

    @Test
    void thirtyOneDaysHaveASquareEachAndThirtyTwoShareThem() {
        assertThat(days(31, 1L).each()).isEqualTo(1);
        assertThat(days(31, 1L).strip()).isEqualTo("■" + "□".repeat(30));
        assertThat(days(32, 1L).each()).isEqualTo(2);
        assertThat(days(32, 32L).strip()).isEqualTo("□".repeat(15) + "■");
    }

    /** Every second day has an event, so that each gap is one day. */
    private static String gaps(int number) {
        return days(2L * number + 1, LongStream.rangeClosed(0, number).map(i -> 2 * i + 1).boxed()
                .toArray(Long[]::new)).without();
    }

    @Test
    void sixGapsAreListedAndOfSevenTheLastIsCounted() {
        List<String> dates = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> java.time.LocalDate.ofEpochDay(2L * i).toString()).toList();
        assertThat(gaps(6)).isEqualTo(ReportText.DAYS_MISSING.text(6, 13, String.join(", ", dates), 0));
        assertThat(gaps(7)).isEqualTo(ReportText.DAYS_MISSING.text(7, 15, String.join(", ", dates), 1));
    }

    @Test
    void eightAccountsAreListedOnTheFirstPageAndTheNinthIsCounted() {
        List<String> accounts = new ArrayList<>(Collections.nCopies(TitlePage.MOST_OPEN, "a"));
        assertThat(accounts).hasSize(8);
        String eight = String.join("; ", accounts);
        assertThat(TitlePage.listed(accounts, TitlePage.MOST_OPEN)).isEqualTo(ReportText.SENTENCE.text(eight));
        accounts.add("b");
        assertThat(TitlePage.listed(accounts, TitlePage.MOST_OPEN))
                .isEqualTo(ReportText.AND_MORE_ACCOUNTS.text(eight, 1));
    }
}
