package org.tokenlane.detect.containment;

/** Writes texts from logs into PowerShell so that they stay texts, whatever an attacker named things. */
public final class PowerShellText {

    /**
     * PowerShell ends a text in single quotes at any of these, and takes two of them for one that belongs to the text.
     */
    private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

    private PowerShellText() {
    }

    /**
     * The text as one argument in single quotes: nothing in it is expanded, control and direction characters are taken
     * out.
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        plain(text).codePoints().forEach(point -> {
            quoted.appendCodePoint(point);
            if (QUOTES.indexOf(point) >= 0) {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('\'').toString();
    }

    /** A filter of Graph that compares a property with a text, as one argument. */
    public static String filter(String property, String text) {
        return quoted(property + " eq '" + plain(text).replace("'", "''") + "'");
    }

    /** A remark, which takes the rest of its line. */
    public static String remark(String text) {
        return "# " + plain(text);
    }

    /** Tells whether nothing is taken out of the text, so that what it names is found by it. */
    static boolean isPlain(String text) {
        return plain(text).equals(text);
    }

    /** The text on one line: without control, direction and other invisible characters and unpaired surrogates. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean hidden = switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                true;
            default -> false;
            };
            if (!hidden) {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
