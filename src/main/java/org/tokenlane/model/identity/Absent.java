package org.tokenlane.model.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the spellings by which exports say "no value" from values. */
public final class Absent {

    private static final int LONGEST_ERROR = 12;
    private static final int LONGEST_WORD = "System.Object[]".length();

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
        String text = raw.strip();
        if (text.startsWith("'") && text.length() > 1) {
            text = text.substring(1).strip();
        }
        if (text.length() > LONGEST_WORD) {
            return isTypeName(text) ? null : text;
        }
        return switch (text) {
        case "", "-", "null", "<null>", "None", "N/A", "n/a", "(null)", "Not Available", "System.Object[]" -> null;
        default -> isSpreadsheetError(text) ? null : text;
        };
    }

    /**
     * What a spreadsheet saves of a value that begins with a minus and so is no formula it knows: {@code #NAME?}, in
     * each language another word.
     */
    private static boolean isSpreadsheetError(String text) {
        return text.charAt(0) == '#' && text.charAt(text.length() - 1) == '?' && text.length() <= LONGEST_ERROR
                && text.equals(text.toUpperCase(Locale.ROOT))
                && text.indexOf(' ') < 0;
    }

    /** What PowerShell's Export-Csv writes of an object that was not flattened, beside {@code System.Object[]}. */
    private static boolean isTypeName(String text) {
        return text.startsWith("Microsoft.Graph.") && text.contains("PowerShell.Models.");
    }
}
