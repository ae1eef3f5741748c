package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.report.document.KeyEventChoice.Candidate;

/** Which events a picture names where more deserve it than there is room for. */
class KeyEventChoiceTest {

    private static Candidate candidate(int rank, long time, int event) {
        return new Candidate(rank, new KeyEvent(time, PictureSide.ATTACKER, "l" + event, "w", List.of(event)), false);
    }

    private static List<Integer> events(List<Candidate> candidates) {
        return KeyEventChoice.of(candidates).events().stream().map(one -> one.events().getFirst()).toList();
    }

    @ParameterizedTest
    @CsvSource({ "0, 0, 0", "9, 9, 0", "10, 10, 0", "11, 10, 1" })
    void tenAreNamedAndWhatIsBeyondThemIsCounted(int all, int named, int more) {
        KeyEventChoice.Chosen chosen = KeyEventChoice
                .of(IntStream.range(0, all).mapToObj(i -> candidate(i, i, i)).toList());
        assertThat(chosen.events()).hasSize(named);
        assertThat(chosen.more()).isEqualTo(more);
    }

    @Test
    void theOneOfTheHighestRankNumberIsLeftOutEvenWhereItIsTheFirst() {
        List<Candidate> eleven = new ArrayList<>(
                IntStream.range(0, 10).mapToObj(i -> candidate(i, 100 + i, i)).toList());
        eleven.add(candidate(10, 1, 77));
        assertThat(events(eleven)).doesNotContain(77).hasSize(10);
    }

    @Test
    void theFirstOfEachRankComesBeforeTheSecondOfAny() {
        List<Candidate> all = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> candidate(0, 1_000 * i, i)).toList());
        all.add(candidate(5, 1, 50));
        all.add(candidate(6, 2, 60));
        assertThat(events(all)).contains(50, 60).hasSize(10);
    }

    @Test
    void roomThatIsLeftGoesToWhatIsFarthestInTime() {
        List<Candidate> all = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> candidate(i, i, i)).toList());
        all.add(candidate(0, 20, 20));
        all.add(candidate(0, 500, 500));
        all.add(candidate(0, 490, 490));
        assertThat(events(all)).contains(500).doesNotContain(20, 490);
    }

    @Test
    void ofTwoThatAreEquallyFarTheEarlierIsNamed() {
        List<Candidate> all = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> candidate(i, 100, i)).toList());
        all.add(candidate(0, 150, 20));
        all.add(candidate(0, 50, 30));
        // the first of rank 0 is now the one of 50
        assertThat(events(all)).contains(30, 20).doesNotContain(0);
        all.add(candidate(0, 200, 40));
        assertThat(events(all)).contains(30, 40).doesNotContain(20);
    }

    @Test
    void theOrderInWhichTheyAreGivenDoesNotMatter() {
        List<Candidate> all = new ArrayList<>(
                IntStream.range(0, 40).mapToObj(i -> candidate(i % 4, i / 8, i)).toList());
        List<KeyEvent> chosen = KeyEventChoice.of(all).events();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(all, new Random(seed));
            assertThat(KeyEventChoice.of(all).events()).isEqualTo(chosen);
        }
        assertThat(chosen).isSortedAccordingTo((one, other) -> Long.compare(one.time(), other.time()));
    }

    @Test
    void theLastActIsNothingOfItsOwnWhereAnotherOfALowerRankHasItsEvent() {
        KeyEvent last = new KeyEvent(5, PictureSide.ATTACKER, "last", "w", List.of(1));
        assertThat(events(List.of(candidate(3, 5, 1), new Candidate(4, last, true)))).containsExactly(1);
        assertThat(events(List.of(candidate(3, 5, 2), new Candidate(4, last, true)))).containsExactly(2, 1);
        assertThat(events(List.of(candidate(5, 5, 1), new Candidate(4, last, true)))).containsExactly(1, 1);
        assertThat(events(List.of(candidate(3, 5, 1), new Candidate(4, last, false)))).containsExactly(1, 1);
    }
}
