package org.tokenlane.ui.details;

/**
 * Lays JSON out over indented lines, also inside a CSV row. Whatever the text is, only white space between its parts is
 * added, so that what is shown is what the evidence contains.
 */
final class PrettyJson {

    private static final int MOST = 400_000;

    private PrettyJson() {
    }

    static String of(String raw) {
        int start = raw.indexOf('{');
        if (start < 0 || raw.length() > MOST) {
            return raw;
        }
        // inside a CSV cell each quote is doubled
        boolean doubled = raw.startsWith("{\"\"", start);
        StringBuilder out = new StringBuilder(raw.length() * 2).append(raw, 0, start);
        if (start > 0) {
            out.append('\n');
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\' && i + 1 < raw.length()) {
                    out.append(raw.charAt(++i));
                } else if (c == '"' && (!doubled || i + 1 < raw.length() && raw.charAt(i + 1) == '"')) {
                    if (doubled) {
                        out.append(raw.charAt(++i));
                    }
                    quoted = false;
                }
            } else if (c == '"' && (!doubled || i + 1 < raw.length() && raw.charAt(i + 1) == '"')) {
                out.append(c);
                if (doubled) {
                    out.append(raw.charAt(++i));
                }
                quoted = true;
            } else if (c == '{' || c == '[') {
                boolean empty = i + 1 < raw.length() && (raw.charAt(i + 1) == '}' || raw.charAt(i + 1) == ']');
                out.append(c);
                if (empty) {
                    out.append(raw.charAt(++i));
                } else {
                    line(out, ++depth);
                }
            } else if (c == '}' || c == ']') {
                line(out, --depth);
                out.append(c);
            } else if (c == ',' && depth > 0) {
                out.append(c);
                line(out, depth);
            } else if (depth == 0 || !Character.isWhitespace(c)) {
                out.append(c);
                if (c == ':' && depth > 0) {
                    out.append(' ');
                }
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').repeat("  ", Math.clamp(depth, 0, 40));
    }
}
