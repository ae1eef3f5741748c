package org.tokenlane.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.SpillFile;

/**
 * A hash table from keys of 128 well-mixed bits to numbers, outside the heap: in memory while it is small, beyond that in
 * a temporary file that is mapped into memory, which the operating system keeps there or on disk as it sees fit. The zero key is never in it. Used by one thread.
 *
 * <p>
 * A key's place follows from its upper bits, so that a larger table has the keys in the same order, and growing reads
 * and writes both tables from front to back. It can have 50 million keys.
 */
final class KeyTable implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KeyTable.class.getName());
    private static final int MOST_BYTES_IN_MEMORY = 8 << 20;
    private static final int FIRST_CAPACITY = 64;
    private static final int LONGS_IN_KEY = 2;

    private final int mostBytesInMemory;
    /** How many longs an entry has: the key's, and one for its number. */
    private final int longs;
    private Entries entries;
    private int size;

    /** A table without numbers: a set of keys. */
    static KeyTable ofKeys() {
        return new KeyTable(false, MOST_BYTES_IN_MEMORY);
    }

    static KeyTable ofNumbers() {
        return new KeyTable(true, MOST_BYTES_IN_MEMORY);
    }

    KeyTable(boolean hasNumbers, int mostBytesInMemory) {
        this.longs = hasNumbers ? LONGS_IN_KEY + 1 : LONGS_IN_KEY;
        this.mostBytesInMemory = mostBytesInMemory;
        this.entries = room(FIRST_CAPACITY);
    }

    /** Where the entries are; the file is null where they are in memory. */
    private record Entries(LongBuffer memory, int capacity, Arena arena, @Nullable FileChannel file)
            implements
                AutoCloseable {

        static Entries of(MemorySegment memory, int capacity, Arena arena, @Nullable FileChannel file) {
            return new Entries(memory.asByteBuffer().order(ByteOrder.nativeOrder()).asLongBuffer(), capacity, arena,
                    file);
        }

        @Override
        public void close() {
            arena.close();
            if (file != null) {
                try {
                    file.close();
                } catch (IOException leftBehind) {
                    LOG.log(Level.WARNING, "temporary file left behind", leftBehind);
                }
            }
        }
    }

    int size() {
        return size;
    }

    /** Tells whether the entries are in a file. */
    boolean isInFile() {
        return entries.file() != null;
    }

    boolean contains(long high, long low) {
        return isKey(place(entries, high, low));
    }

    /** Adds a key; tells whether it was new. */
    boolean add(long high, long low) {
        int place = place(entries, high, low);
        if (isKey(place)) {
            return false;
        }
        put(place, high, low);
        return true;
    }

    /** The number of a key; where it has none, this one, which it has from then on. */
    int numberOr(long high, long low, int other) {
        int place = place(entries, high, low);
        if (isKey(place)) {
            return (int) entries.memory().get(place + LONGS_IN_KEY);
        }
        entries.memory().put(place + LONGS_IN_KEY, other);
        put(place, high, low);
        return other;
    }

    private boolean isKey(int place) {
        return (entries.memory().get(place) | entries.memory().get(place + 1)) != 0;
    }

    private void put(int place, long high, long low) {
        entries.memory().put(place, high).put(place + 1, low);
        size++;
        if (size >= entries.capacity() / 4 * 3) {
            grow();
        }
    }

    /** Where the key is, or the empty place where it would be. */
    private int place(Entries in, long high, long low) {
        LongBuffer memory = in.memory();
        int end = in.capacity() * longs;
        int place = (int) Math.unsignedMultiplyHigh(high, in.capacity()) * longs;
        while (true) {
            long otherHigh = memory.get(place);
            long otherLow = memory.get(place + 1);
            if (otherHigh == high && otherLow == low || (otherHigh | otherLow) == 0) {
                return place;
            }
            place += longs;
            place = place == end ? 0 : place;
        }
    }

    private void grow() {
        Entries larger = room(entries.capacity() * 2);
        LongBuffer from = entries.memory();
        for (int place = 0; place < entries.capacity() * longs; place += longs) {
            long high = from.get(place);
            long low = from.get(place + 1);
            if ((high | low) != 0) {
                int to = place(larger, high, low);
                for (int i = 0; i < longs; i++) {
                    larger.memory().put(to + i, from.get(place + i));
                }
            }
        }
        entries.close();
        entries = larger;
    }

    /** In a file where it is much; in memory also where no file can be made, or the disk has too little room for it. */
    private Entries room(int capacity) {
        int bytes = bytes(capacity, longs);
        if (bytes > mostBytesInMemory) {
            try {
                Entries mapped = mapped(capacity, bytes);
                if (mapped != null) {
                    return mapped;
                }
            } catch (IOException noFile) {
                LOG.log(Level.WARNING, "no temporary file", noFile);
            }
        }
        Arena arena = Arena.ofShared();
        try {
            return Entries.of(arena.allocate(bytes, Long.BYTES), capacity, arena, null);
        } catch (RuntimeException | Error noMemory) {
            arena.close();
            throw noMemory;
        }
    }

    /**
     * The size of a table.
     *
     * @throws CaseFileException
     *             when one buffer cannot hold it
     */
    static int bytes(int capacity, int longs) {
        long bytes = (long) capacity * longs * Long.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new CaseFileException(StoreText.TOO_MANY_KEYS.with(capacity / 2 / 4 * 3));
        }
        return (int) bytes;
    }

    private static @Nullable Entries mapped(int capacity, int bytes) throws IOException {
        FileChannel file = SpillFile.open(bytes);
        if (file == null) {
            return null;
        }
        Arena arena = Arena.ofShared();
        try {
            return Entries.of(file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena), capacity, arena, file);
        } catch (IOException | RuntimeException | Error failed) {
            arena.close();
            file.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        entries.close();
    }
}
