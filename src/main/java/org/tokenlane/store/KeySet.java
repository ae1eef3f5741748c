package org.tokenlane.store;

import org.tokenlane.model.evidence.EventKey;

/**
 * A set of event keys in two flat arrays: a million keys take 32 MB at the most and no objects. The zero key is never
 * in it.
 */
final class KeySet {

    private long[] highs = new long[1 << 12];
    private long[] lows = new long[1 << 12];
    private int size;

    /** Adds the key; tells whether it was new. */
    boolean add(long high, long low) {
        if (size * 2 >= highs.length) {
            grow();
        }
        int place = place(high, low);
        if (highs[place] != 0 || lows[place] != 0) {
            return false;
        }
        highs[place] = high;
        lows[place] = low;
        size++;
        return true;
    }

    boolean add(EventKey key) {
        return add(key.high(), key.low());
    }

    boolean contains(EventKey key) {
        int place = place(key.high(), key.low());
        return highs[place] != 0 || lows[place] != 0;
    }

    int size() {
        return size;
    }

    private int place(long high, long low) {
        int mask = highs.length - 1;
        int place = (int) (high ^ low >>> 32) & mask;
        while ((highs[place] != 0 || lows[place] != 0) && (highs[place] != high || lows[place] != low)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldHighs.length * 2];
        for (int i = 0; i < oldHighs.length; i++) {
            if (oldHighs[i] != 0 || oldLows[i] != 0) {
                int place = place(oldHighs[i], oldLows[i]);
                highs[place] = oldHighs[i];
                lows[place] = oldLows[i];
            }
        }
    }
}
