package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Places labels in rows above what they are about. Each has a line from its row down to the lanes, and its text is on
 * one side of it, inside the picture. Texts never overlap. Where a text is over the line of another label, it has to
 * be above the row in which that line begins: an order of the rows follows from it, unless two labels are each over
 * the line of the other. Several ways to choose the sides are tried: all texts up to one are right of their lines and
 * the others left, and one of them may be on its other side. The one with the fewest lines through texts, then the
 * fewest rows, wins.
 */
final class LabelRows {

    /** Between two texts in a row, and between a line and a text. */
    static final double GAP = 4;

    /**
     * What is to be placed.
     *
     * @param x
     *            of what it is about
     * @param width
     *            of the text
     */
    record Label(double x, double width) {
    }

    /**
     * A label in its place.
     *
     * @param row
     *            counted from the top
     * @param left
     *            where the text begins
     */
    record Placed(Label label, int row, double left) {

        double right() {
            return left + label.width();
        }

        private Placed in(int other) {
            return new Placed(label, other, left);
        }

        /** Tells whether a vertical line runs through the text, or touches it. */
        boolean isOver(double x) {
            return x > left - GAP / 2 && x < right() + GAP / 2;
        }

        private boolean overlaps(Placed other) {
            return row == other.row && left < other.right() + GAP && other.left < right() + GAP;
        }

        private boolean isCrossedBy(Placed other) {
            return other.row <= row && isOver(other.label.x());
        }
    }

    private final List<Placed> aside;
    private final Placed[] placed;
    private int crossings;

    /**
     * @param aside
     *            the labels on their sides, in any row
     */
    private LabelRows(List<Placed> aside) {
        this.aside = aside;
        this.placed = new Placed[aside.size()];
    }

    /**
     * Places labels.
     *
     * @param labels
     *            from left to right
     * @param right
     *            the edge that no text may pass
     * @return in the same order
     */
    static List<Placed> of(List<Label> labels, double right) {
        Set<List<Placed>> ways = new LinkedHashSet<>();
        for (int rightOnes = labels.size(); rightOnes >= 0; rightOnes--) {
            for (int other = -1; other < labels.size(); other++) {
                List<Placed> way = new ArrayList<>();
                for (int i = 0; i < labels.size(); i++) {
                    way.add(aside(labels.get(i), i < rightOnes != (i == other), right));
                }
                ways.add(way);
            }
        }
        LabelRows best = null;
        for (List<Placed> way : ways) {
            LabelRows rows = new LabelRows(way);
            rows.place();
            best = best == null || rows.isBetterThan(best) ? rows : best;
        }
        return best == null ? List.of() : best.compacted();
    }

    /** On the wanted side where it fits there, else on the other, else as far left as it has to be. */
    private static Placed aside(Label label, boolean wantedRight, double right) {
        double rightOf = label.x() + GAP;
        double leftOf = label.x() - GAP - label.width();
        boolean fitsRight = rightOf + label.width() <= right;
        boolean fitsLeft = leftOf >= 0;
        double left = fitsRight && (wantedRight || !fitsLeft) ? rightOf
                : fitsLeft ? leftOf : Math.max(0, right - label.width());
        return new Placed(label, 0, left);
    }

    private boolean isBetterThan(LabelRows other) {
        return crossings != other.crossings ? crossings < other.crossings : rows() < other.rows();
    }

    private void place() {
        for (int count = 0; count < placed.length; count++) {
            int next = -1;
            for (int i = 0; i < placed.length && (next < 0 || !isNext(next)); i++) {
                next = placed[i] == null && (next < 0 || isNext(i)) ? i : next;
            }
            place(next);
        }
    }

    /** Tells whether nothing that is not placed yet has to be above it. */
    private boolean isNext(int number) {
        for (int i = 0; i < placed.length; i++) {
            if (i != number && placed[i] == null && aside.get(i).isOver(aside.get(number).label().x())) {
                return false;
            }
        }
        return true;
    }

    private void place(int number) {
        for (int row = 0; row < placed.length; row++) {
            Placed one = aside.get(number).in(row);
            if (others().noneMatch(other -> one.overlaps(other) || one.isCrossedBy(other) || other.isCrossedBy(one))) {
                placed[number] = one;
                return;
            }
        }
        int row = 0;
        while (isTaken(aside.get(number).in(row))) {
            row++;
        }
        Placed one = aside.get(number).in(row);
        crossings += (int) others().filter(other -> one.isCrossedBy(other) || other.isCrossedBy(one)).count();
        placed[number] = one;
    }

    private boolean isTaken(Placed one) {
        return others().anyMatch(one::overlaps);
    }

    private Stream<Placed> others() {
        return Arrays.stream(placed).filter(other -> other != null);
    }

    private int rows() {
        return (int) Arrays.stream(placed).mapToInt(Placed::row).distinct().count();
    }

    /** Without rows that nothing is in. */
    private List<Placed> compacted() {
        List<Integer> rows = Arrays.stream(placed).map(Placed::row).distinct().sorted().toList();
        return Arrays.stream(placed).map(one -> new Placed(one.label(), rows.indexOf(one.row()), one.left())).toList();
    }
}
