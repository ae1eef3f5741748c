package org.tokenlane.correlate;

import java.util.BitSet;
import java.util.Locale;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.EventTable;

/** Finds the events that have one value exactly, without the wildcards and spellings that filters know. */
final class EntityEvents {

    private EntityEvents() {
    }

    /**
     * The events that have the whole value in one of the field's columns.
     *
     * @param field
     *            one whose values events share
     * @param value
     *            in any case; a token's case counts
     */
    static BitSet with(EventTable events, FilterField field, String value) {
        BitSet found = new BitSet(events.size());
        for (EventField one : field.fields()) {
            BitSet codes = codes(events, one, value);
            if (!codes.isEmpty()) {
                IntColumn ofEvent = events.codes(one);
                for (int event = 0; event < ofEvent.size(); event++) {
                    if (codes.get(ofEvent.get(event))) {
                        found.set(event);
                    }
                }
            }
        }
        return found;
    }

    private static BitSet codes(EventTable events, EventField field, String value) {
        TextColumn values = events.dictionary(field);
        String lower = value.toLowerCase(Locale.ROOT);
        BitSet codes = new BitSet();
        for (int code = 1; code < values.size(); code++) {
            if (field == EventField.UTI ? values.get(code).equals(value)
                    : values.get(code).length() == value.length()
                            && values.get(code).toLowerCase(Locale.ROOT).equals(lower)) {
                codes.set(code);
            }
        }
        return codes;
    }
}
