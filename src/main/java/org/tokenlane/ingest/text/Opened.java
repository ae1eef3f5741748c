package org.tokenlane.ingest.text;

/**
 * Opens what stands as text where an object is meant: JSON in a string, and the text {@code @{Name=IsThrottled;
 * Value=False}} that PowerShell's
 * ConvertTo-Json writes for what lies deeper than its depth limit.
 */
public final class Opened {

    private Opened() {
    }

    /** The object or array that a value stands for, or the value itself. */
    public static Value of(Value value) {
        String text = value.text();
        if (text == null) {
            return value;
        }
        return text.startsWith("@{") && text.endsWith("}") ? powerShellObject(value, text) : value.opened();
    }

    private static Value powerShellObject(Value value, String text) {
        StringBuilder json = new StringBuilder("{");
        int start = 2;
        int depth = 0;
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i == text.length() - 1;
            if (last || c == ';' && depth == 0 && text.startsWith("; ", i)) {
                member(json, text.substring(start, i).strip());
                start = i + 1;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
        }
        try {
            return JsonReader.read(json.append('}').toString());
        } catch (DamagedRecordException notAsExpected) {
            return value;
        }
    }

    private static void member(StringBuilder json, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            json.append(json.length() == 1 ? "" : ",");
            quote(json, pair.substring(0, equals));
            quote(json.append(':'), pair.substring(equals + 1));
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
