package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tokenlane.report.ExposureTable;

/**
 * Fits lists of accessed data to the width of a page: columns that are empty, the same in every row, or said by the
 * columns beside them are left out; those of short words get the width that these need, and the others share the rest.
 */
final class ReportTables {

    private static final int LEAST = 4;
    private static final int MOST = 30;
    private static final float PADDING = 1.5f;
    /** What a sentence gets, so that it is not as high as a page. */
    private static final float SENTENCE = 22;
    /** How many letters of the smallest print a line of the page holds. */
    private static final int LINE = 128;
    /** Titles are bold. */
    private static final float BOLD = 1.3f;
    private static final float LETTER = 1.2f;
    /** What something was done to, which a sentence names. */
    private static final Set<ExposureTable.Column> OBJECTS = EnumSet.of(ExposureTable.Column.NAME,
            ExposureTable.Column.TARGET, ExposureTable.Column.PATH, ExposureTable.Column.SHARED_WITH,
            ExposureTable.Column.SUBJECT, ExposureTable.Column.RECIPIENTS, ExposureTable.Column.FORWARDS_TO,
            ExposureTable.Column.DESTINATION, ExposureTable.Column.FOLDER, ExposureTable.Column.ITEM,
            ExposureTable.Column.CONVERSATION);
    /** Of fewer rows each repeats what they have in common. */
    private static final int MANY = 3;

    /**
     * A list as it is laid out.
     *
     * @param common
     *            what all rows have in common, as a sentence; empty where there is nothing
     * @param more
     *            how many rows are left out
     */
    record Fitted(String common, ReportTable table, int more) {
    }

    private final int most;

    /** @param most how many rows of a list are shown */
    ReportTables(int most) {
        this.most = most;
    }

    Fitted of(ExposureTable list) {
        List<ExposureTable.Row> rows = list.rows().subList(0, Math.min(most, list.rows().size()));
        List<Integer> columns = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (int column = 0; column < list.columns().size(); column++) {
            ExposureTable.Column kind = list.columns().get(column);
            int number = column;
            List<String> values = rows.stream().map(row -> text(row, number)).distinct().limit(2).toList();
            if (values.size() == 1 && (values.getFirst().isEmpty() || values.getFirst().equals("0"))
                    || isLikeTheOneBefore(list, rows, column) || isEndOfTheOneBefore(list, rows, column)
                    || isSum(list, column) || isInTheSentence(list, rows, column)) {
                continue;
            }
            if (values.size() == 1 && rows.size() >= MANY && !kind.isCount()) {
                common.add(ReportText.COMMON_VALUE.text(kind.title(), values.getFirst()));
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            columns.add(0);
        }
        float[] widths = widths(
                columns.stream().map(column -> need(list.columns().get(column), rows, column)).toList());
        List<ReportTable.Column> shown = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            shown.add(new ReportTable.Column(list.columns().get(columns.get(i)).title(), widths[i]));
        }
        return new Fitted(common.isEmpty() ? "" : ReportText.COMMON.text(String.join("; ", common)),
                new ReportTable(shown, rows.stream()
                        .map(row -> new ReportTable.Row(columns.stream().map(column -> text(row, column)).toList()))
                        .toList()),
                list.rows().size() - rows.size());
    }

    /** The last time, where everything was done once. */
    private static boolean isLikeTheOneBefore(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        return list.columns().get(column) == ExposureTable.Column.LAST
                && rows.stream().allMatch(row -> text(row, column).equals(text(row, column - 1)));
    }

    private static String text(ExposureTable.Row row, int column) {
        String text = row.text(column);
        return row.cells().get(column) instanceof ExposureTable.Moment ? ReportTimes.plain(text) : text;
    }

    /** What was asked for, where the operation ends with it ("GET /users" and "/users"). */
    private static boolean isEndOfTheOneBefore(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        int operation = list.columns().indexOf(ExposureTable.Column.OPERATION);
        return list.columns().get(column) == ExposureTable.Column.ITEM && operation >= 0
                && rows.stream().allMatch(row -> text(row, operation).endsWith(" " + text(row, column)));
    }

    /** What was done, and to what, where the sentence names it in every row. */
    private static boolean isInTheSentence(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        ExposureTable.Column kind = list.columns().get(column);
        int sentence = list.columns().indexOf(ExposureTable.Column.SENTENCE);
        return sentence >= 0 && (OBJECTS.contains(kind) || kind.isOperation())
                && rows.stream().allMatch(row -> text(row, sentence).contains(text(row, column)));
    }

    /** The number of calls, beside those that succeeded and those that were refused. */
    private static boolean isSum(ExposureTable list, int column) {
        return list.columns().get(column) == ExposureTable.Column.COUNT
                && list.columns().contains(ExposureTable.Column.SUCCEEDED)
                && list.columns().contains(ExposureTable.Column.REFUSED);
    }

    /**
     * What a column needs, in letters with its padding.
     *
     * @param whole
     *            so that no word of it is broken
     * @param parts
     *            so that words are broken between their parts at least, as a mail address is behind its dots
     * @param firm
     *            of times and numbers, which are not broken where the width does not hold what all need
     */
    private record Need(float whole, float parts, boolean firm) {
    }

    private static Need need(ExposureTable.Column column, List<ExposureTable.Row> rows, int number) {
        if (column == ExposureTable.Column.SENTENCE) {
            return new Need(SENTENCE, SENTENCE, false);
        }
        float title = Math.max(LEAST, longestWord(column.title()) * BOLD);
        float word = title;
        float part = title;
        boolean firm = true;
        for (ExposureTable.Row row : rows) {
            String text = text(row, number);
            word = Math.max(word, longestWord(text));
            part = Math.max(part, Math.min(PartedWord.WHOLE, PartedWord.longestPart(text)) * widthOf(text));
            firm &= widthOf(text) < LETTER;
        }
        return new Need(Math.min(MOST, word) + PADDING, Math.min(MOST, part) + PADDING, firm);
    }

    /** Letters are wider than the digits of times and numbers. */
    private static float widthOf(String text) {
        return text.chars().anyMatch(Character::isLetter) ? LETTER : 1;
    }

    /**
     * The shares of the columns in the width. Those that need least get it, and the rest is shared by the others: a
     * long id is broken rather than a number or a time. No column gets less than its parts need, and a sentence has its
     * width in any case.
     */
    private static float[] widths(List<Need> needs) {
        float[] widths = new float[needs.size()];
        List<Integer> open = new ArrayList<>(IntStream.range(0, widths.length).boxed().toList());
        float left = LINE;
        while (!open.isEmpty()) {
            float share = left / open.size();
            Integer next = open.stream().filter(column -> needs.get(column).parts() >= share).findFirst()
                    .or(() -> open.stream().filter(column -> needs.get(column).whole() <= share).findFirst())
                    .orElse(open.getFirst());
            widths[next] = Math.max(needs.get(next).parts(), Math.min(needs.get(next).whole(), share));
            left -= widths[next];
            open.remove(next);
        }
        float firm = 0;
        float others = 0;
        for (int i = 0; i < widths.length; i++) {
            if (needs.get(i).firm()) {
                firm += widths[i];
            } else {
                others += widths[i];
            }
        }
        boolean tooMuch = firm + others > LINE && firm < LINE && others > 0;
        for (int i = 0; i < widths.length; i++) {
            if (!tooMuch) {
                widths[i] /= firm + others;
            } else {
                widths[i] *= needs.get(i).firm() ? 1f / LINE : (LINE - firm) / others / LINE;
            }
        }
        return widths;
    }

    /** The share of the width that the words of a title need, from 0 to 1. */
    static float shareOf(String title) {
        return (Math.max(LEAST, longestWord(title) * BOLD) + PADDING) / LINE;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, i - begin);
                begin = i + 1;
            }
        }
        return longest;
    }
}
