package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.report.document.LabelRows.Label;
import org.tokenlane.report.document.LabelRows.Placed;

/** Where labels above a timeline are. */
class LabelRowsTest {

    private static final double RIGHT = 680;

    private static List<Placed> placed(Label... labels) {
        return LabelRows.of(List.of(labels), RIGHT);
    }

    private static void assertReadable(List<Placed> placed) {
        for (Placed one : placed) {
            assertThat(one.left()).isNotNegative();
            assertThat(one.right()).isLessThanOrEqualTo(RIGHT);
            for (Placed other : placed) {
                assertThat(one != other && one.row() == other.row() && one.left() < other.right()
                        && other.left() < one.right()).as("%s over %s", one, other).isFalse();
            }
        }
    }

    private static long crossings(List<Placed> placed) {
        return placed.stream().mapToLong(one -> placed.stream()
                .filter(other -> one != other && other.row() <= one.row() && one.isOver(other.label().x())).count())
                .sum();
    }

    @Test
    void noLabelsNeedNoRoom() {
        assertThat(placed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "106, 0", "105.9, 1" })
    void aLineThatIsHalfAGapBehindATextSharesItsRowAndANearerOneDoesNot(double x, int row) {
        List<Placed> placed = placed(new Label(0, 100), new Label(x, 200));
        assertThat(placed.getFirst().row()).isZero();
        assertThat(placed.getFirst().left()).isEqualTo(LabelRows.GAP);
        assertThat(placed.get(1).row()).isEqualTo(row);
        assertThat(placed.get(1).left()).isEqualTo(x + LabelRows.GAP);
    }

    @ParameterizedTest
    @CsvSource({ "576, 580", "576.1, 472.1" })
    void aTextThatEndsAtTheEdgeIsRightOfItsLineAndALongerOneLeft(double x, double left) {
        assertThat(placed(new Label(x, 100)).getFirst().left()).isEqualTo(left);
    }

    @Test
    void aTextThatFitsOnNeitherSideIsInsideThePicture() {
        assertReadable(placed(new Label(340, 500), new Label(341, 679)));
    }

    @Test
    void labelsOfOneMomentAreInRowsOfTheirOwnOnBothSidesOfTheLine() {
        List<Placed> placed = placed(IntStream.range(0, 14).mapToObj(i -> new Label(400, 120)).toArray(Label[]::new));
        assertReadable(placed);
        assertThat(crossings(placed)).isZero();
        assertThat(placed.stream().mapToInt(Placed::row).max()).hasValue(6);
    }

    @Test
    void aCrowdAtEachEndHasNoLineThroughAText() {
        List<Placed> placed = placed(new Label(165, 150), new Label(166, 170), new Label(200, 170), new Label(205, 90),
                new Label(640, 170), new Label(650, 90), new Label(655, 170), new Label(664, 170));
        assertReadable(placed);
        assertThat(crossings(placed)).isZero();
    }

    @Test
    void labelsAllOverAPictureHaveNoLineThroughATextWhereThereIsAWay() {
        double[] x = { 165, 165, 222, 229, 234, 353, 396, 425, 470, 546, 605, 605 };
        double[] wide = { 45, 165, 150, 145, 80, 100, 150, 170, 70, 80, 165, 230 };
        List<Placed> placed = placed(IntStream.range(0, x.length).mapToObj(i -> new Label(x[i], wide[i]))
                .toArray(Label[]::new));
        assertReadable(placed);
        assertThat(crossings(placed)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
    void whateverTheLabelsAreNoTextIsOverAnotherOrOutsideOfThePicture(long seed) {
        Random random = new Random(seed);
        assertReadable(LabelRows.of(IntStream.range(0, 14)
                .mapToObj(i -> new Label(150 + random.nextDouble() * 530, 20 + random.nextDouble() * 300))
                .sorted(Comparator.comparingDouble(Label::x)).toList(), RIGHT));
    }
}
