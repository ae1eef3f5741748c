package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PowerShell writes for an object that lies too deep, {@code @{Name=IsThrottled; Value=False}}, or that shows itself
 * as a text.
 */
final class PowerShellText {

    /** Between two members; a semicolon in a text is followed by something else. */
    private static final Pattern NEXT = Pattern.compile("; [A-Za-z_][\\w.@-]*=");

    private static final Pattern NEXT_OBJECT = Pattern.compile("\\}[\\s|,;]{1,5}@\\{");

    /** How AzureADPreview's objects show themselves, a member a line. */
    private static final Pattern CLASS = Pattern.compile("class \\w+ \\{\\s*\\n");
    private static final Pattern CLASS_MEMBER = Pattern.compile("\\s*(\\w+): ?(.*?)\\s*");

    private PowerShellText() {
    }

    static boolean isObject(String text) {
        return text.startsWith("@{") && text.endsWith("}")
                || text.startsWith("class ") && CLASS.matcher(text).lookingAt() && text.stripTrailing().endsWith("}");
    }

    /** The object, or the list of objects, whose values are texts; they may be such texts again. */
    static Value read(String text, Value otherwise) {
        if (text.startsWith("class ")) {
            StringBuilder json = new StringBuilder("{");
            text.lines().skip(1).map(CLASS_MEMBER::matcher).filter(Matcher::matches)
                    .forEach(line -> member(json, line.group(1) + '=' + line.group(2)));
            return Value.ofJson(json.append('}').toString());
        }
        List<Value> several = several(text);
        return several.isEmpty() ? one(text, otherwise) : new ArrayValue(several);
    }

    /**
     * The objects that stand one behind the other, as where a list was put into a text ({@code "$($_.Parameters)"}, {@code
     * -join '|'}); none where there is only one.
     */
    private static List<Value> several(String text) {
        Matcher next = NEXT_OBJECT.matcher(text);
        if (!next.find()) {
            return List.of();
        }
        List<Value> objects = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : 0;
            if (c == '}' && --depth == 0) {
                boolean last = i == text.length() - 1;
                if (!last && !next.region(i, text.length()).lookingAt()) {
                    return List.of();
                }
                String object = text.substring(start, i + 1);
                objects.add(one(object, new ScalarValue(object, true)));
                start = last ? i : next.end() - 2;
                i = last ? i : start - 1;
            }
        }
        return depth == 0 && objects.size() > 1 ? objects : List.of();
    }

    private static Value one(String text, Value otherwise) {
        StringBuilder json = new StringBuilder("{");
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
