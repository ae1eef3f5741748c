package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are, as shares of the width of a page. Everything is counted in letters of the
 * smallest print, with the padding of a cell.
 */
final class ColumnWidths {

    /** How many letters a line of the page holds. */
    private static final int LINE = 128;
    private static final int LEAST = 4;
    private static final int MOST = 30;
    /** A time with all digits that a log gives it stays whole. */
    private static final int TIME = 16;
    private static final float PADDING = 1.5f;
    /** What a sentence gets, so that it is not as high as a page; in a list of events, where there are many of them. */
    private static final float SENTENCE = 22;
    private static final float SENTENCE_OF_EVENT = 36;
    /** Titles are bold. */
    private static final float BOLD = 1.3f;
    /** Letters are wider than the digits of times and numbers. */
    private static final float LETTER = 1.2f;
    /** A column so many times as wide as its title needs has width to give. */
    private static final float WIDE = 1.6f;
    /** Halving the line so often ends far below a hundredth of a letter. */
    private static final int HALVINGS = 24;
    /** The rows of a long list are much alike: so many of them tell what its columns need. */
    private static final int TELLING = 1_000;

    private ColumnWidths() {
    }

    /**
     * What a column needs.
     *
     * @param whole
     *            so that no word of it is broken
     * @param parts
     *            so that words are broken between their parts at least, as a mail address is behind its dots; not more
     *            than {@code whole}
     * @param firm
     *            of times and numbers, which are not broken where the line does not hold what all need
     * @param sentence
     *            whether it holds sentences, which take whatever width there is
     */
    record Need(float whole, float parts, boolean firm, boolean sentence) {

        static final Need OF_SENTENCE = new Need(SENTENCE, SENTENCE, false, true);
        static final Need OF_EVENT = new Need(SENTENCE_OF_EVENT, SENTENCE_OF_EVENT, false, true);

        static Need of(String title, List<String> cells) {
            float word = lettersOf(title);
            float part = word;
            boolean firm = true;
            for (String cell : cells) {
                boolean letters = cell.chars().anyMatch(Character::isLetter);
                word = Math.max(word, longestWord(cell));
                part = Math.max(part, letters ? Math.min(PartedWord.WHOLE, PartedWord.longestPart(cell)) * LETTER
                        : Math.min(TIME, PartedWord.longestPart(cell)));
                firm &= !letters;
            }
            return new Need(Math.min(MOST, Math.max(word, part)) + PADDING, Math.min(MOST, part) + PADDING, firm,
                    false);
        }

        /** The width where each column may have so many letters. */
        private float within(float letters) {
            return Math.clamp(letters, parts, whole);
        }
    }

    /**
     * The shares of the columns, whose sum is 1. All columns may have the same number of letters, as many as the line
     * holds; what some do not need is there for the others, and none gets less than its parts need. What nobody needs is
     * the sentences', or everybody's where there are none. Where the line does not even hold the parts of all, times and
     * numbers keep theirs.
     */
    static List<Float> shared(List<Need> needs) {
        float parts = sum(needs, 0);
        float firm = sum(needs.stream().filter(Need::firm).toList(), 0);
        if (parts > LINE && firm < LINE) {
            float others = (LINE - firm) / (parts - firm);
            return needs.stream().map(need -> need.parts() * (need.firm() ? 1 : others) / LINE).toList();
        }
        float letters = lettersThatFit(needs);
        float all = sum(needs, letters);
        long sentences = needs.stream().filter(Need::sentence).count();
        float more = sentences == 0 ? 0 : Math.max(0, LINE - all) / sentences;
        return needs.stream().map(need -> (need.within(letters) + (need.sentence() ? more : 0))
                / (all + more * sentences)).toList();
    }

    private static float lettersThatFit(List<Need> needs) {
        float fits = 0;
        float step = LINE;
        for (int i = 0; i < HALVINGS; i++) {
            if (sum(needs, fits + step) <= LINE) {
                fits += step;
            }
            step /= 2;
        }
        return fits;
    }

    private static float sum(List<Need> needs, float letters) {
        float sum = 0;
        for (Need need : needs) {
            sum += need.within(letters);
        }
        return sum;
    }

    /** The rows that tell what the columns of a list need. */
    static <T> List<T> telling(List<T> rows) {
        return rows.subList(0, Math.min(TELLING, rows.size()));
    }

    /**
     * A table whose columns are as wide as their cells need; a column without any text is left out.
     *
     * @param titles
     *            of the columns
     * @param sentence
     *            the number of the column that holds sentences, from 0
     */
    static ReportTable fitted(List<String> titles, int sentence, List<ReportTable.Row> rows) {
        List<ReportTable.Row> telling = telling(rows);
        List<Integer> shown = IntStream.range(0, titles.size())
                .filter(column -> rows.isEmpty()
                        || rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty()))
                .boxed().toList();
        List<Float> shares = shared(shown.stream().map(column -> column == sentence ? Need.OF_EVENT
                : Need.of(titles.get(column), telling.stream().map(row -> row.cells().get(column)).toList())).toList());
        List<ReportTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            columns.add(new ReportTable.Column(titles.get(shown.get(i)), shares.get(i)));
        }
        return new ReportTable(columns, shown.size() == titles.size() ? rows
                : rows.stream().map(row -> new ReportTable.Row(shown.stream().map(row.cells()::get).toList()))
                        .toList());
    }

    /**
     * The same columns with room for the words of their titles, which are not broken in any language: what one lacks is
     * taken from the widest others. Where these have too little to give, nothing is changed.
     */
    static List<ReportTable.Column> withRoomForTitles(List<ReportTable.Column> columns) {
        float lacking = 0;
        float spare = 0;
        for (ReportTable.Column column : columns) {
            lacking += Math.max(0, least(column) - column.share());
            spare += spare(column);
        }
        if (lacking <= 0 || lacking > spare) {
            return List.copyOf(columns);
        }
        List<ReportTable.Column> roomy = new ArrayList<>();
        for (ReportTable.Column column : columns) {
            roomy.add(new ReportTable.Column(column.title(),
                    Math.max(least(column), column.share() - spare(column) * lacking / spare)));
        }
        return roomy;
    }

    /** The share that the words of the title need. */
    private static float least(ReportTable.Column column) {
        return (lettersOf(column.title()) + PADDING) / LINE;
    }

    private static float spare(ReportTable.Column column) {
        return Math.max(0, column.share() - WIDE * least(column));
    }

    private static float lettersOf(String title) {
        return Math.max(LEAST, longestWord(title) * BOLD);
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
