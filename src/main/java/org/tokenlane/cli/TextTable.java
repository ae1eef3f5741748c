package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/**
 * A table for the terminal: columns as wide as their widest cell, long cells cut with an ellipsis, numbers to the
 * right. Control characters in cells are shown as {@code ·}.
 */
final class TextTable {

    private static final int WIDEST = 60;

    private final String[] header;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(TextKey... columns) {
        this(Arrays.stream(columns).map(TextKey::text).toList());
    }

    /** With columns that have their titles already. */
    TextTable(List<String> titles) {
        this.header = titles.toArray(String[]::new);
    }

    void row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> shown(cell == null ? "" : cell.toString())).toArray(String[]::new));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A text on one line, as long as it is. */
    static String whole(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown
                .appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c));
        return shown.toString();
    }

    static String shown(String text) {
        String shown = whole(text);
        return shown.codePointCount(0, shown.length()) <= WIDEST ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    void print(Output output) {
        lines().forEach(output::value);
    }

    List<String> lines() {
        int[] widths = new int[header.length];
        boolean[] numbers = new boolean[header.length];
        Arrays.fill(numbers, !rows.isEmpty());
        for (int column = 0; column < header.length; column++) {
            widths[column] = width(header[column]);
            for (String[] row : rows) {
                widths[column] = Math.max(widths[column], width(row[column]));
                numbers[column] &= row[column].matches("[0-9,.]*");
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, numbers));
        lines.add("-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
        rows.forEach(row -> lines.add(line(row, widths, numbers)));
        return lines;
    }

    private static String line(String[] cells, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            String padding = " ".repeat(widths[column] - width(cells[column]));
            line.append(column == 0 ? "" : "  ")
                    .append(numbers[column] ? padding + cells[column] : cells[column] + padding);
        }
        return line.toString().stripTrailing();
    }

    /** The number of terminal cells: East Asian wide characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                return 0;
            }
            return c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3
                    || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f
                    || c >= 0xff00 && c <= 0xff60 || c >= 0x1f300 && c <= 0x1faff ? 2 : 1;
        }).sum();
    }
}
