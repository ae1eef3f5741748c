package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a splitter finds in a text. */
final class Pieces {

    private Pieces() {
    }

    static List<String> of(RecordSplitter splitter, String text) {
        return of(splitter, text, Integer.MAX_VALUE);
    }

    /** @param step so many more bytes are offered each time, as a stream gives them */
    static List<String> of(RecordSplitter splitter, String text, int step) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int limit = Math.min(bytes.length, step);
        splitter.save();
        while (true) {
            boolean atEnd = limit == bytes.length;
            if (splitter.next(bytes, from, limit, atEnd)) {
                if (splitter.start < from || splitter.end <= splitter.start || splitter.end > limit) {
                    throw new AssertionError("from " + splitter.start + " to " + splitter.end + " after " + from);
                }
                pieces.add(new String(bytes, splitter.start, splitter.end - splitter.start, StandardCharsets.UTF_8));
                from = splitter.end;
                splitter.save();
            } else if (atEnd) {
                return pieces;
            } else {
                splitter.restore();
                limit += Math.min(step, bytes.length - limit);
            }
        }
    }
}
