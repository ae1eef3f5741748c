package org.tokenlane.detect.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists as one line of text: values divided by commas; a value with a comma or a quotation mark in it is put in
 * quotation marks, and its own are doubled.
 */
public final class ListText {

    private ListText() {
    }

    public static String of(List<?> values) {
        return values.stream().map(String::valueOf).map(ListText::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String value) {
        boolean plain = value.indexOf(',') < 0 && !value.startsWith("\"") && value.equals(value.strip())
                && !value.isEmpty();
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /**
     * Reads what {@link #of} writes, and what people type; empty values are left out.
     *
     * @throws RuleException
     *             where a quotation mark is never closed
     */
    public static List<String> read(String text) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            StringBuilder value = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at = quotedValue(text, at + 1, value);
            }
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            // blanks inside of the marks are the value's own
            value.append(text.substring(at, end).strip());
            if (!value.toString().isBlank()) {
                values.add(value.toString());
            }
            at = end + 1;
        }
        return values;
    }

    /** Gives the place behind the closing mark. */
    private static int quotedValue(String text, int from, StringBuilder value) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                value.append(text.charAt(at++));
            } else if (text.startsWith("\"\"", at)) {
                value.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new RuleException(RulesText.UNREADABLE_LIST.with(text));
    }
}
