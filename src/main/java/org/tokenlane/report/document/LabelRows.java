package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places labels in rows above what they are about. Each has a line from its row down to the lanes, and its text is on one
 * side of it, inside the picture. Texts never overlap. Nor does a line run through a text, as far as there is a way to
 * avoid it: several orders of placing them are tried, and the one with the fewest such lines, then the fewest rows, wins.
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

    private final double right;
    private final boolean leftFirst;
    private final Placed[] placed;
    private int crossings;

    private LabelRows(int labels, double right, boolean leftFirst) {
        this.right = right;
        this.leftFirst = leftFirst;
        this.placed = new Placed[labels];
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
        List<Integer> forward = IntStream.range(0, labels.size()).boxed().toList();
        List<Integer> fitting = forward.stream().filter(i -> fits(labels.get(i), right)).toList();
        List<Integer> others = forward.reversed().stream().filter(i -> !fits(labels.get(i), right)).toList();
        List<LabelRows> tried = new ArrayList<>();
        for (List<List<Integer>> order : List.of(List.of(forward), List.of(fitting, others), List.of(others, fitting),
                List.of(forward.reversed()))) {
            for (boolean leftFirst : new boolean[] { false, true }) {
                LabelRows rows = new LabelRows(labels.size(), right, leftFirst);
                order.forEach(part -> part.forEach(i -> rows.place(i, labels.get(i))));
                tried.add(rows);
            }
        }
        return tried.stream().min(Comparator.<LabelRows> comparingInt(rows -> rows.crossings)
                .thenComparingInt(LabelRows::rows)).orElseThrow().compacted();
    }

    private static boolean fits(Label label, double right) {
        return label.x() + GAP + label.width() <= right;
    }

    private void place(int number, Label label) {
        List<Double> lefts = new ArrayList<>();
        if (fits(label, right)) {
            lefts.add(label.x() + GAP);
        }
        if (label.x() - GAP - label.width() >= 0) {
            lefts.add(leftFirst ? 0 : lefts.size(), label.x() - GAP - label.width());
        }
        if (lefts.isEmpty()) {
            lefts.add(Math.max(0, right - label.width()));
        }
        for (int row = 0; row < placed.length; row++) {
            for (double left : lefts) {
                Placed one = new Placed(label, row, left);
                if (others().noneMatch(other -> one.overlaps(other) || one.isCrossedBy(other)
                        || other.isCrossedBy(one))) {
                    placed[number] = one;
                    return;
                }
            }
        }
        int row = 0;
        while (isTaken(new Placed(label, row, lefts.getFirst()))) {
            row++;
        }
        Placed one = new Placed(label, row, lefts.getFirst());
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
