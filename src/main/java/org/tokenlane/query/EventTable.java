package org.tokenlane.query;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;

/**
 * All events of a case, numbered from 0 in the order of their time (undated ones last), as columns. A shared field's
 * value is a code into that field's dictionary;
 * code 0 means "none".
 */
public interface EventTable {

    int size();

    /** The code of a shared field's value, 0 for none. */
    int code(EventField shared, int event);

    /** The codes of a shared field by event. Not to be changed. */
    default IntColumn codes(EventField shared) {
        IntColumn codes = new IntColumn(size());
        for (int event = 0; event < codes.size(); event++) {
            codes.set(event, code(shared, event));
        }
        return codes;
    }

    /** A shared field's values by code; that of 0 is null. */
    TextColumn dictionary(EventField shared);

    /** Any field's text, or null. Fields that are not shared are read from the case on demand. */
    @Nullable
    String text(EventField field, int event);

    /** The operation's name, empty where the record has none. */
    default String operation(int event) {
        String name = text(EventField.OPERATION, event);
        return name == null ? "" : name;
    }

    /** Nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}. */
    long time(int event);

    EventKind kind(int event);

    EventResult result(int event);

    LogSource source(int event);

    /** The events one of whose raw records holds the text, in any case and in any escaping that the exports use. */
    default BitSet withRawText(String text) {
        return withRawText(text, () -> {
        });
    }

    /**
     * The same, of a case with many records, for as long as it is wanted.
     *
     * @param check
     *            is run between records, by several threads, and ends the search with an exception where it is not
     *            wanted any more
     */
    BitSet withRawText(String text, Watch check);

    /** The events that newer evidence files show otherwise than the case had them before. */
    BitSet compared(Filter.Compared with);

    /** The events that have one of these ids. */
    BitSet withIds(List<String> ids);

    /** The events that marks of the analyst hold for. None where the marks are not known here. */
    default BitSet marked(Filter.Marked marked) {
        return new BitSet();
    }
}
