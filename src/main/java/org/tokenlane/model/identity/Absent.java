package org.tokenlane.model.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the spellings by which exports say "no value" from values. */
public final class Absent {

    private static final int LONGEST_ERROR = 12;
    private static final int LONGEST_NO_ID = 40;
    private static final char LEFT_TO_RIGHT_OVERRIDE = '\u202d';
    private static final char RIGHT_TO_LEFT_OVERRIDE = '\u202e';
    private static final int LONGEST_SHORTENED = 28;
    private static final Pattern SHORTENED = Pattern.compile("-?\\d(?:[.,]\\d+)?E\\+\\d{1,3}");
    private static final int LONGEST_REDACTED = 24;
    /** Asterisks and what divides the parts of an id, with nothing of the id left but a few letters at one end. */
    private static final Pattern MASK = Pattern
            .compile("[\\w.-]{0,4}[*.:{}\\-]*\\*{2}[*.:{}\\-]*[\\w.-]{0,4}|[xX]{3,}(?:[-.:][xX]+)*");
    private static final Pattern REDACTED = Pattern
            .compile("(?i)[\\[<({*#]{0,3}\\s*(?:redacted|masked|hidden|anonymi[sz]ed|pii[ _-]?removed|removed)\\s*"
                    + "[\\]>)}*#]{0,3}");
    private static final int LONGEST_WORD = "System.Object[]".length();
    /** What tools write for a missing id, without blanks: as a name or a text, some of these words mean something. */
    private static final Set<String> NO_ID = Set.of("nan", "nat", "nil", "none", "undefined", "unknown", "notavailable",
            "notapplicable", "notset", "empty", "(blank)", "(empty)", "<none>", "<empty>", "<unset>", "[]", "{}", "()",
            "''", "\"\"", "0", "-1", "false", "--", "---", "?", "*", "n.a.",
            "(unknown)", "<unknown>", "nichtverf\u00fcgbar", "unbekannt", "inconnu",
            "ukendt", "[list]", "[record]", "[object]", "[objectobject]", "00000000-0000-0000-0000-000000000000");

    private Absent() {
    }

    /**
     * Gives the text without surrounding white space and without a spreadsheet's leading apostrophe, or null where it
     * stands for nothing.
     */
    public static @Nullable String clean(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = stripped(raw);
        if (text.startsWith("'") && text.length() > 1) {
            text = stripped(text.substring(1));
        }
        if (text.length() > LONGEST_WORD) {
            return isTypeName(text) ? null : text;
        }
        return switch (text) {
        case "", "-", "null", "NULL", "Null", "<null>", "<NULL>", "None", "N/A", "n/a", "(null)", "(NULL)", "\\N",
                "<NA>", "#N/A", "Not Available", "System.Object[]" ->
            null;
        default -> isSpreadsheetError(text) ? null : text;
        };
    }

    /**
     * Gives the text of an id, of an account or of an address, or null where it stands for nothing. Records that have
     * no id must not look as if they had the same.
     */
    public static @Nullable String cleanId(@Nullable String raw) {
        String text = clean(raw);
        if (text == null || isShortened(text) || isMasked(text) || text.length() <= LONGEST_NO_ID
                && NO_ID.contains(text.toLowerCase(Locale.ROOT).replace(" ", ""))) {
            return null;
        }
        return text;
    }

    /**
     * Tells whether an id was made unreadable before the export was handed on ({@code ****-****}, {@code [REDACTED]}):
     * then all ids of the export may look alike.
     */
    private static boolean isMasked(String text) {
        char first = text.charAt(0);
        return (first == 'x' || first == 'X' || text.indexOf('*') >= 0) && MASK.matcher(text).matches()
                || text.length() <= LONGEST_REDACTED && REDACTED.matcher(text).matches();
    }

    /** The text without the brackets that reports put around dots, so that nobody follows an address by mistake. */
    static String withoutBrackets(String text) {
        return text.contains("[.]") || text.contains("[@]") ? text.replace("[.]", ".").replace("[@]", "@") : text;
    }

    /**
     * Tells whether this is a number of which a spreadsheet kept only the first digits ({@code 1.23E+15}): as ids, many
     * would be the same.
     */
    public static boolean isShortened(String text) {
        return text.length() <= LONGEST_SHORTENED && text.indexOf("E+") > 0 && SHORTENED.matcher(text).matches();
    }

    /** Without white space at both ends, and without the marks that cannot be seen, which copies of pages have there. */
    private static String stripped(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isNoLetter(raw.charAt(start))) {
            start++;
        }
        while (end > start && isNoLetter(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    /** Marks that turn the order of letters around are none of these: a text behind them is not what it looks like. */
    private static boolean isNoLetter(char c) {
        return c <= ' ' || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT && c != LEFT_TO_RIGHT_OVERRIDE
                        && c != RIGHT_TO_LEFT_OVERRIDE);
    }

    /**
     * What a spreadsheet saves of a value that begins with a minus and so is no formula it knows, or of a formula that
     * failed: {@code #NAME?}, {@code #VALUE!}, in each language another word.
     */
    private static boolean isSpreadsheetError(String text) {
        return text.charAt(0) == '#' && "?!".indexOf(text.charAt(text.length() - 1)) >= 0
                && text.length() <= LONGEST_ERROR
                && text.equals(text.toUpperCase(Locale.ROOT))
                && text.indexOf(' ') < 0;
    }

    /** What PowerShell's Export-Csv writes of an object that was not flattened, beside {@code System.Object[]}. */
    private static boolean isTypeName(String text) {
        return text.startsWith("Microsoft.Graph.") && text.contains("PowerShell.Models.");
    }
}
