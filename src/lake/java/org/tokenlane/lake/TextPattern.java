package org.tokenlane.lake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.Uti;

/**
 * Texts to be found in raw records in any case and in any escaping that the exports use: JSON's {@code \"}, {@code \\},
 * {@code \/} and <code>\u00f8</code>, a table's
 * doubled quote, and these inside each other. Finds what the workbench finds.
 */
final class TextPattern {

    /** The only text, where it is written the same everywhere but for case; empty where it is not. */
    private final byte[] plainLower;
    private final byte[] plainUpper;
    private final Pattern inBytes;
    private final Pattern inChars;

    TextPattern(Collection<String> texts) {
        String only = texts.size() == 1 ? texts.iterator().next() : "";
        boolean plain = !only.isEmpty()
                && only.chars().allMatch(c -> c < 128 && c > ' ' && "\"\\/&'<>".indexOf(c) < 0);
        plainLower = (plain ? only.toLowerCase(Locale.ROOT) : "").getBytes(StandardCharsets.US_ASCII);
        plainUpper = (plain ? only.toUpperCase(Locale.ROOT) : "").getBytes(StandardCharsets.US_ASCII);
        inBytes = Pattern.compile(texts.stream().map(text -> regex(text, true)).collect(Collectors.joining("|")));
        inChars = Pattern.compile(texts.stream().map(text -> regex(text, false)).collect(Collectors.joining("|")));
    }

    /**
     * The spellings under which an id can stand in a record: a UTI also as the sign-in's request id and the other way
     * round. Other text has one spelling.
     */
    static Set<String> spellings(String text) {
        Set<String> all = new LinkedHashSet<>();
        String stripped = text.strip();
        all.add(stripped);
        Uti uti = Guids.isGuid(stripped) ? Uti.fromRequestId(stripped) : Uti.of(stripped);
        if (uti != null && uti.isOfSignIn()) {
            all.add(uti.value());
            all.add(uti.toRequestId());
        }
        return all;
    }

    /** Tells whether one of the texts stands in these bytes. */
    boolean isIn(byte[] bytes, int offset, int length, Charset charset) {
        if (charset != StandardCharsets.UTF_8) {
            return inChars.matcher(new String(bytes, offset, length, charset)).find();
        }
        return plainLower.length > 0 ? plainIn(bytes, offset, offset + length)
                : inBytes.matcher(new String(bytes, offset, length, StandardCharsets.ISO_8859_1)).find();
    }

    private boolean plainIn(byte[] bytes, int from, int to) {
        byte low = plainLower[0];
        byte up = plainUpper[0];
        int last = to - plainLower.length;
        for (int i = from; i <= last; i++) {
            if ((bytes[i] == low || bytes[i] == up) && matchesAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(byte[] bytes, int at) {
        for (int i = 1; i < plainLower.length; i++) {
            byte b = bytes[at + i];
            if (b != plainLower[i] && b != plainUpper[i]) {
                return false;
            }
        }
        return true;
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
