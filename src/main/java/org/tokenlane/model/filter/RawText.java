package org.tokenlane.model.filter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts to be found in raw records in any case and in any escaping that the exports use: JSON's {@code \"}, {@code \\},
 * {@code \/} and <code>\u00f8</code>, a table's
 * doubled quote, and these inside each other.
 */
public final class RawText {

    private final List<Sought> sought;
    private final Pattern inChars;

    public RawText(Collection<String> texts) {
        sought = texts.stream().map(Sought::of).toList();
        inChars = Pattern.compile(texts.stream().map(text -> regex(text, false)).collect(Collectors.joining("|")));
    }

    /**
     * One of the texts in UTF-8.
     *
     * @param literal
     *            its longest part that is written the same everywhere but for case
     * @param whole
     *            whether this is all of it
     * @param pattern
     *            all of it
     */
    private record Sought(Literal literal, boolean whole, Pattern pattern) {

        static Sought of(String text) {
            int start = 0;
            int longest = 0;
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || !isWrittenTheSame(text.charAt(i))) {
                    if (i - from > longest) {
                        longest = i - from;
                        start = from;
                    }
                    from = i + 1;
                }
            }
            return new Sought(new Literal(text.substring(start, start + longest)), longest == text.length(),
                    Pattern.compile(regex(text, true)));
        }

        private static boolean isWrittenTheSame(char c) {
            return c < 128 && c > ' ' && "\"\\/&'<>".indexOf(c) < 0;
        }

        boolean mayBeIn(byte[] bytes, int from, int to) {
            return literal.length() == 0 || literal.isIn(bytes, from, to);
        }

        boolean isIn(byte[] bytes, int from, int to) {
            return mayBeIn(bytes, from, to) && (whole && literal.length() > 0 || pattern
                    .matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)).find());
        }
    }

    /** Tells whether one of the texts stands in these bytes. */
    public boolean isIn(byte[] bytes, int offset, int length, Charset charset) {
        if (charset != StandardCharsets.UTF_8) {
            return inChars.matcher(new String(bytes, offset, length, charset)).find();
        }
        for (Sought text : sought) {
            if (text.isIn(bytes, offset, offset + length)) {
                return true;
            }
        }
        return false;
    }

    /** Tells by a quick look at a block whether one of its records may hold one of the texts. */
    public boolean mayBeIn(byte[] block, Charset charset) {
        return charset != StandardCharsets.UTF_8
                || sought.stream().anyMatch(text -> text.mayBeIn(block, 0, block.length));
    }

    private static String regex(String text, boolean asUtf8Bytes) {
        return text.codePoints().mapToObj(c -> {
            if (c == '"') {
                return "(?:\\\\{0,7}\"{1,2})";
            }
            if (c == '\\') {
                return "\\\\{1,8}";
            }
            if (c == '/') {
                return "\\\\{0,4}/";
            }
            if (c == ' ') {
                return "\\s";
            }
            if (c == '\'' || c == '<' || c == '>' || c == '&') {
                return "(?:" + literal(c, asUtf8Bytes) + "|\\\\{1,4}u" + anyCase(String.format(Locale.ROOT, "%04x", c))
                        + ")";
            }
            if (c < 128) {
                return Character.isLetter(c)
                        ? "[" + Character.toString(Character.toLowerCase(c))
                                + Character.toString(Character.toUpperCase(c)) + "]"
                        : Pattern.quote(Character.toString(c));
            }
            int lower = Character.toLowerCase(c);
            int upper = Character.toUpperCase(c);
            return "(?:" + literal(lower, asUtf8Bytes) + "|" + literal(upper, asUtf8Bytes) + "|" + escaped(lower) + "|"
                    + escaped(upper) + ")";
        }).collect(Collectors.joining());
    }

    private static String literal(int codePoint, boolean asUtf8Bytes) {
        String character = Character.toString(codePoint);
        return Pattern
                .quote(asUtf8Bytes ? new String(character.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                        : character);
    }

    private static String escaped(int codePoint) {
        return Character.toString(codePoint).chars()
                .mapToObj(unit -> "\\\\{1,4}u" + anyCase(String.format(Locale.ROOT, "%04x", unit)))
                .collect(Collectors.joining());
    }

    private static String anyCase(String hex) {
        return hex.chars()
                .mapToObj(c -> Character.isLetter(c) ? "[" + (char) c + (char) Character.toUpperCase(c) + "]"
                        : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
