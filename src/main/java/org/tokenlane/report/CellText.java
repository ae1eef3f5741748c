package org.tokenlane.report;

/** Makes texts from logs harmless as cells of a table that a spreadsheet may open. */
final class CellText {

    /**
     * What a formula begins with; the wide forms are taken for the plain ones by spreadsheets in East Asian languages.
     */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {
    }

    /**
     * The text with an apostrophe before it where a spreadsheet would run it as a formula, also behind blanks or
     * invisible letters that are dropped on reading. Control
     * characters but tab and line ends, which end the text early in some readers, become U+FFFD.
     */
    static String harmless(String text) {
        StringBuilder cell = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                cell = cell == null ? new StringBuilder(text) : cell;
                cell.setCharAt(i, '\uFFFD');
            }
        }
        String plain = cell == null ? text : cell.toString();
        return runs(plain) ? "'" + plain : plain;
    }

    private static boolean runs(String text) {
        if (text.isEmpty() || "\t\r\n".indexOf(text.charAt(0)) >= 0) {
            return !text.isEmpty();
        }
        int first = 0;
        while (first < text.length() && isDropped(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isDropped(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
                || c == '\uFFFD';
    }
}
