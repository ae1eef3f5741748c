package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of rows as RFC 4180 describes them, with any delimiter and any line break. Empty lines are no rows, and blanks
 * are allowed behind a closing quotation mark.
 */
final class CsvText {

    private static final char QUOTE = '"';

    private final String text;
    private final char delimiter;
    private int at;
    private int columns = 8;
    private boolean damaged;

    CsvText(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Tells whether {@link #next} ended because a quoted cell goes on behind its end, or does not end. */
    boolean isDamaged() {
        return damaged;
    }

    /** The cells of the next row; null where there is none, or where it is damaged. */
    String @Nullable [] next() {
        while (at < text.length() && isBreak(text.charAt(at))) {
            at++;
        }
        if (at == text.length() || damaged) {
            return null;
        }
        List<String> cells = new ArrayList<>(columns);
        boolean more = true;
        while (more) {
            String cell = at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain();
            if (cell == null) {
                damaged = true;
                return null;
            }
            cells.add(cell);
            more = at < text.length() && text.charAt(at) == delimiter;
            at += more ? 1 : 0;
        }
        columns = cells.size();
        return cells.toArray(String[]::new);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean isInCell(int place) {
        return place < text.length() && text.charAt(place) != delimiter && !isBreak(text.charAt(place));
    }

    private String plain() {
        int from = at;
        while (isInCell(at)) {
            at++;
        }
        return text.substring(from, at);
    }

    private @Nullable String quoted() {
        int from = at + 1;
        int end = text.indexOf(QUOTE, from);
        StringBuilder before = null;
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == QUOTE) {
            before = before == null ? new StringBuilder() : before;
            before.append(text, from, end + 1);
            from = end + 2;
            end = text.indexOf(QUOTE, from);
        }
        if (end < 0) {
            return null;
        }
        for (at = end + 1; isInCell(at); at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return null;
            }
        }
        return before == null ? text.substring(from, end) : before.append(text, from, end).toString();
    }
}
