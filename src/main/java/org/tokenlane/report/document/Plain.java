package org.tokenlane.report.document;

/**
 * Makes what logs hold harmless to readers: control characters and those that turn the direction of writing are shown,
 * not obeyed.
 */
public final class Plain {

    private Plain() {
    }

    /** The text in one line; an empty one for null. */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n' || c == '\t' || c == '\r') {
                plain.append(' ');
            } else if (Character.isISOControl(c) || type == Character.FORMAT && c != 0x200d
                    || type == Character.UNASSIGNED || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE || c == 0xfffe || c == 0xffff) {
                plain.append('·');
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /** Tells whether a text is of the letters of ASCII alone, as most are. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** No more than so many letters of a text, and how many it has; what is left out is in the attached facts. */
    static String capped(String text, int most) {
        return text.length() <= most ? text
                : ReportText.CAPPED.text(text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1
                        : most), text.length());
    }

    /** The same for a place inside markup. */
    public static String markup(String text) {
        String line = line(text);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
