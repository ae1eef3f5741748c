package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON values that stand beside each other in one text, on lines of their own or with a comma or a blank between them,
 * as they do where a tool put several records into one cell. What is damaged among them stays a text.
 */
final class SideBySide {

    private static final String OPENING = "{[";
    private static final String BETWEEN = ",;|]\u00a0\ufeff\u200b";

    /** Each value that does not end, and each list that is none, was looked for in all that follows. */
    private static final int MOST_WITHOUT_END = 16;

    private final String text;
    private int at;
    private int withoutEnd;

    private SideBySide(String text) {
        this.text = text;
    }

    /**
     * The list of the values in a text that is no single JSON value; of one value with nothing but separators behind
     * it, that value. A missing value where the text holds no object or list that is whole.
     */
    static Value readOrMissing(String text) {
        SideBySide reader = new SideBySide(text);
        List<Value> found = new ArrayList<>();
        boolean any = false;
        for (reader.skipBetween(); reader.at < text.length(); reader.skipBetween()) {
            String piece = reader.next();
            if (piece == null) {
                return Value.MISSING;
            }
            Value value = whole(piece);
            if (value.isMissing() && piece.charAt(0) == '[' && piece.length() > 1) {
                if (++reader.withoutEnd > MOST_WITHOUT_END) {
                    return Value.MISSING;
                }
                // a list without commas
                reader.at -= piece.length() - 1;
                continue;
            }
            any |= !value.isMissing();
            found.addAll(value.isMissing() ? List.of(new ScalarValue(piece, true))
                    : value.isArray() ? value.items() : List.of(value));
        }
        return !any ? Value.MISSING : found.size() == 1 ? found.getFirst() : new ArrayValue(found, true);
    }

    private static Value whole(String piece) {
        Value value = JsonReader.readOrMissing(piece);
        Value read = value.isMissing() ? LooseJson.readOrMissing(piece) : value;
        return read.isObject() || read.isArray() ? read : Value.MISSING;
    }

    private void skipBetween() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || BETWEEN.indexOf(c) >= 0) {
                at++;
            } else if (c == '\\' && at + 1 < text.length() && "nrt".indexOf(text.charAt(at + 1)) >= 0) {
                at += 2;
            } else {
                return;
            }
        }
    }

    /**
     * The value that begins here; one that does not end goes on to the line that begins with another. Null where what
     * follows is neither.
     */
    private @Nullable String next() {
        if (OPENING.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        int end = JsonText.endOfValue(text, at);
        if (end < 0) {
            withoutEnd++;
            end = withoutEnd > MOST_WITHOUT_END ? text.length() : lineWithValue();
        }
        String piece = text.substring(at, end);
        at = end;
        return piece;
    }

    private int lineWithValue() {
        for (int i = text.indexOf('\n', at); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (text.startsWith("{\"", i + 1) || text.startsWith("[{", i + 1)) {
                return i;
            }
        }
        return text.length();
    }
}
