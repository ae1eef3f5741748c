package org.tokenlane.query;

import java.util.LinkedHashMap;
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
        int at = segments.indexOf(row);
        Segments.Segment segment = segments.all().get(at);
        String[] texts = kept.computeIfAbsent((long) at << 32 | field.ordinal(), key -> segment.texts(field));
        return texts[row - segment.firstRow()];
    }
}
