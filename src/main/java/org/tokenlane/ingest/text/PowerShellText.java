package org.tokenlane.ingest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PowerShell writes for an object that lies too deep, {@code @{Name=IsThrottled; Value=False}}, or that shows itself
 * as a text.
 */
final class PowerShellText {

    /** Between two members; a semicolon in a text is followed by something else. */
    private static final Pattern NEXT = Pattern.compile("; [A-Za-z_][\\w.@-]*=");

    /** How AzureADPreview's objects show themselves, a member a line. */
    private static final Pattern CLASS = Pattern.compile("class \\w+ \\{\\s*\\n");
    private static final Pattern CLASS_MEMBER = Pattern.compile("\\s*(\\w+): ?(.*?)\\s*");

    private PowerShellText() {
    }

    static boolean isObject(String text) {
        return text.startsWith("@{") && text.endsWith("}")
                || text.startsWith("class ") && CLASS.matcher(text).lookingAt() && text.stripTrailing().endsWith("}");
    }

    /** The object, whose values are texts; they may be such texts again. */
    static Value read(String text, Value otherwise) {
        StringBuilder json = new StringBuilder("{");
        if (text.startsWith("class ")) {
            text.lines().skip(1).map(CLASS_MEMBER::matcher).filter(Matcher::matches)
                    .forEach(line -> member(json, line.group(1) + '=' + line.group(2)));
            return Value.ofJson(json.append('}').toString());
        }
        int start = 2;
        int depth = 0;
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i == text.length() - 1;
            if (last || c == ';' && depth == 0 && NEXT.matcher(text).region(i, text.length()).lookingAt()) {
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
            return otherwise;
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
