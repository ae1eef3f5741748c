package org.tokenlane.ingest.detail;

import java.util.Locale;
import org.tokenlane.ingest.text.Value;

/** Writes a value as JSON without white space, in the order in which it was written. */
final class CompactJson {

    private static final int MOST_LEVELS = 24;

    private CompactJson() {
    }

    static String of(Value value) {
        StringBuilder json = new StringBuilder();
        write(json, value, 0);
        return json.toString();
    }

    private static void write(StringBuilder json, Value value, int level) {
        if (value.isMissing() || level > MOST_LEVELS) {
            json.append("null");
        } else if (value.isArray()) {
            json.append('[');
            String before = "";
            for (Value item : value.items()) {
                write(json.append(before), item, level + 1);
                before = ",";
            }
            json.append(']');
        } else if (value.isObject()) {
            json.append('{');
            String before = "";
            for (String name : value.names()) {
                quote(json.append(before), name);
                write(json.append(':'), value.get(name), level + 1);
                before = ",";
            }
            json.append('}');
        } else if (value.isQuoted()) {
            quote(json, String.valueOf(value.text()));
        } else {
            json.append(value.text());
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ') {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
            }
        }
        json.append('"');
    }
}
