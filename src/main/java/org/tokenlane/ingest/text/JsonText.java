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

    @Override
    public @Nullable String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isMissing() {
        return false;
    }

    @Override
    public Value opened() {
        try {
            Value inner = JsonReader.read(utf8, 0, utf8.length);
            return inner.isMissing() ? this : inner;
        } catch (DamagedRecordException damaged) {
            return super.opened();
        }
    }
}
