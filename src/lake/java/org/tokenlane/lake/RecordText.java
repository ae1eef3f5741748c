package org.tokenlane.lake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tokenlane.model.filter.RawText;

/** Looks for texts in records whose files' encoding is not at hand. Made once for each task. */
final class RecordText {

    private static final ThreadLocal<RecordText> LAST = new ThreadLocal<>();

    private final List<String> texts;
    private final RawText pattern;

    private RecordText(List<String> texts) {
        this.texts = texts;
        this.pattern = new RawText(texts);
    }

    static RecordText of(List<String> texts) {
        RecordText last = LAST.get();
        if (last == null || !last.texts.equals(texts)) {
            last = new RecordText(texts);
            LAST.set(last);
        }
        return last;
    }

    boolean isIn(byte[] record) {
        return pattern.isIn(record, 0, record.length, charset(record));
    }

    /** Records are text without NUL, so that NUL beside a letter of ASCII is half of a unit of UTF-16. */
    private static Charset charset(byte[] record) {
        if (record.length < 2 || record[0] != 0 && record[1] != 0) {
            return StandardCharsets.UTF_8;
        }
        return record[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}
