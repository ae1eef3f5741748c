package org.tokenlane.ingest.shape;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.ReadTime;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.time.DateOrder;

/** Says why records have no time although something stands in their columns for it. */
public final class Undated {

    private static final TimeReader TIMES = new TimeReader(DateOrder.MONTH_FIRST, false);

    private Undated() {
    }

    /** Tells whether one of these records gives only the day on which it happened. */
    public static boolean byDateOnly(List<Value> records) {
        return any(records, text -> {
            ReadTime read = TIMES.read(text);
            return read != null && read.dateOnly();
        });
    }

    /** Tells whether one of these records gives a time in a zone whose name is not understood, or is that of several. */
    public static boolean byZone(List<Value> records) {
        return any(records, text -> TIMES.read(text) == null && TIMES.isOfUnknownZone(text));
    }

    private static boolean any(List<Value> records, Predicate<String> is) {
        for (Value record : records) {
            if (holds(record, is) || record.innerObjects().stream().anyMatch(inner -> holds(inner, is))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Value record, Predicate<String> is) {
        for (String name : EventTime.COLUMNS) {
            String text = text(record.find(name));
            if (text != null && is.test(text)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String text(Value value) {
        return value.isLocalTime() ? null : value.text();
    }
}
