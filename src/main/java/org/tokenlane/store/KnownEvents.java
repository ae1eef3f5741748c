package org.tokenlane.store;

import org.tokenlane.model.evidence.MappedRecord;

/**
 * Tells new events from duplicates. An event is known by its key; a record that has only a weak key is the same event
 * as any record with that weak key. The number of
 * distinct events does not depend on the order in which records come: it is that of the keys, plus that of the weak
 * keys that no record with a key has. One record is
 * counted too many only where an event's weak key comes with a later record of it, after both its key and that weak key
 * had come alone.
 */
final class KnownEvents implements AutoCloseable {

    private final KeyTable keys = KeyTable.ofKeys();
    /** Weak keys of records that also have a key. */
    private final KeyTable weakWithKey = KeyTable.ofKeys();
    /** Weak keys of records that have no other. */
    private final KeyTable weakAlone = KeyTable.ofKeys();
    private int size;

    static KnownEvents of(Segments segments) {
        KnownEvents known = new KnownEvents();
        try {
            known.addAll(segments);
            return known;
        } catch (RuntimeException | Error unreadable) {
            known.close();
            throw unreadable;
        }
    }

    private void addAll(Segments segments) {
        for (Segments.Segment segment : segments.all()) {
            long[] high = segment.longs(RowColumn.KEY_HIGH);
            long[] low = segment.longs(RowColumn.KEY_LOW);
            long[] weakHigh = segment.longs(RowColumn.WEAK_KEY_HIGH);
            long[] weakLow = segment.longs(RowColumn.WEAK_KEY_LOW);
            int[] isWeak = segment.ints(RowColumn.KEY_IS_WEAK);
            for (int row = 0; row < segment.rows(); row++) {
                add(high[row], low[row], weakHigh[row], weakLow[row], isWeak[row] == 1);
            }
        }
    }

    /** Takes the record in; tells whether it is the first of its event. */
    boolean add(MappedRecord record) {
        return add(record.key().high(), record.key().low(), record.weakKey() == null ? 0 : record.weakKey().high(),
                record.weakKey() == null ? 0 : record.weakKey().low(),
                record.event().keyIsWeak());
    }

    /** The number of distinct events. */
    int size() {
        return size;
    }

    @Override
    public void close() {
        keys.close();
        weakWithKey.close();
        weakAlone.close();
    }

    private boolean add(long high, long low, long weakHigh, long weakLow, boolean isWeak) {
        boolean isNew = isNew(high, low, weakHigh, weakLow, isWeak);
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean isNew(long high, long low, long weakHigh, long weakLow, boolean isWeak) {
        if (isWeak) {
            boolean isNew = weakAlone.add(weakHigh, weakLow);
            return isNew && !weakWithKey.contains(weakHigh, weakLow);
        }
        boolean isNewKey = keys.add(high, low);
        if (weakHigh == 0 && weakLow == 0) {
            return isNewKey;
        }
        if (!isNewKey) {
            if (!weakAlone.contains(weakHigh, weakLow)) {
                weakWithKey.add(weakHigh, weakLow);
            }
            return false;
        }
        boolean firstWithKey = weakWithKey.add(weakHigh, weakLow);
        boolean takesOver = firstWithKey && weakAlone.contains(weakHigh, weakLow);
        return !takesOver;
    }
}
