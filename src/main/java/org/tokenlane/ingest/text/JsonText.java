package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A cell of UTF-8 that begins as JSON does. Most are read as what they hold, so that their text is never made. */
final class JsonText extends ScalarValue {

    private final byte[] utf8;

    JsonText(byte[] utf8) {
        super(null, true);
        this.utf8 = utf8;
    }

    /** Tells whether these bytes are worth it: the beginning of an object or a list, and not that of UTF-16. */
    static boolean begins(byte[] bytes, int from, int end) {
        return end - from > 1 && (bytes[from] == '{' || bytes[from] == '[') && bytes[from + 1] != 0;
    }

    /** The place behind the object or list that begins here, or -1 where it does not end. */
    static int endOfValue(String text, int from) {
        char open = text.charAt(from);
        char close = open == '{' ? '}' : ']';
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == open || c == close)) {
                depth += c == open ? 1 : -1;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    @Override
    public @Nullable String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isMissing() {
        return false;
    }

    @Override
    Value open() {
        try {
            Value inner = JsonReader.read(utf8, 0, utf8.length);
            return inner.isMissing() ? this : inner;
        } catch (DamagedRecordException damaged) {
            return super.open();
        }
    }
}
