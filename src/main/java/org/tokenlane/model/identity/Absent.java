package org.tokenlane.model.identity;

/** Tells the spellings by which exports say "no value" from values. */
public final class Absent {

    private Absent() {
    }

    /** Gives the text without surrounding white space and without a spreadsheet's leading apostrophe, or null where it stands for nothing. */
    public static String clean(String raw) {
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        if (text.startsWith("'") && text.length() > 1) {
            text = text.substring(1).strip();
        }
        return switch (text) {
        case "", "-", "null", "<null>", "None", "N/A", "n/a", "(null)", "Not Available", "System.Object[]" -> null;
        default -> text;
        };
    }
}
