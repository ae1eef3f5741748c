package org.tokenlane.ingest.text;

/**
 * Reads what other tools make of JSON: Python's way to write an object ({@code {'a': None, 'b': True}}), which stands in
 * cells where a nested field was saved as text, and JSON whose quotation marks are written as HTML does.
 */
final class LooseJson {

    private final String text;
    private final StringBuilder json;
    private int at;

    private LooseJson(String text) {
        this.text = text;
        this.json = new StringBuilder(text.length() + 16);
    }

    /** The value, or a missing one where the text is neither. */
    static Value readOrMissing(String text) {
        if (text.contains("&quot;") || text.contains("&#34;")) {
            return JsonReader.readOrMissing(text.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#39;", "'")
                    .replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        if (text.contains("\\u0022") && text.indexOf('"') < 0) {
            return JsonReader.readOrMissing(text.replace("\\u0022", "\""));
        }
        if (text.indexOf('\'') < 0 && !text.contains("None") && !text.contains("undefined")) {
            return Value.MISSING;
        }
        LooseJson loose = new LooseJson(text);
        return loose.convert() ? JsonReader.readOrMissing(loose.json.toString()) : Value.MISSING;
    }

    private boolean convert() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                if (!string(c)) {
                    return false;
                }
            } else if (Character.isLetter(c)) {
                if (!word()) {
                    return false;
                }
            } else {
                json.append(c == '(' ? '[' : c == ')' ? ']' : c);
                at++;
            }
        }
        return true;
    }

    private boolean word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        String value = switch (word) {
        case "None", "nan", "NaN", "undefined", "null" -> "null";
        case "True", "true" -> "true";
        case "False", "false" -> "false";
        // the exponent of a number
        case "e", "E" -> "e";
        default -> null;
        };
        json.append(value);
        return value != null;
    }

    /** Copies a string in JSON's way of writing; false where it is not closed. */
    private boolean string(char quote) {
        json.append('"');
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                json.append('"');
                at++;
                return true;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                escape(text.charAt(at));
            } else {
                json.append(c == '"' ? "\\\"" : c);
            }
        }
        return false;
    }

    private void escape(char c) {
        switch (c) {
        case '\'' -> json.append('\'');
        case 'x' -> json.append("\\u00");
        case '"', '\\', '/', 'b', 'f', 'n', 'r', 't', 'u' -> json.append('\\').append(c);
        default -> json.append("\\\\").append(c);
        }
    }
}
