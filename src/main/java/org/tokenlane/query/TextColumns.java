package org.tokenlane.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.EventField;
import org.tokenlane.store.Segments;

/** Reads the fields that are not shared, a segment at a time, and keeps the segments that were used last. */
final class TextColumns {

    private static final int KEPT = 96;

    private final Segments segments;
    private final Map<Long, String[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String[]> eldest) {
            return size() > KEPT;
        }
    };

    TextColumns(Segments segments) {
        this.segments = segments;
    }

    synchronized String text(EventField field, int row) {
        List<Segments.Segment> all = segments.all();
        int from = 0;
        int to = all.size();
        while (to - from > 1) {
            int middle = from + to >>> 1;
            if (all.get(middle).firstRow() <= row) {
                from = middle;
            } else {
                to = middle;
            }
        }
        Segments.Segment segment = all.get(from);
        String[] texts = kept.computeIfAbsent((long) from << 32 | field.ordinal(), key -> segment.texts(field));
        return texts[row - segment.firstRow()];
    }
}
