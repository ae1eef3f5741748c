package org.tokenlane.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from keys of 128 well-mixed bits to numbers. While it is small it is an array; beyond that it is a
 * temporary file in the address space, which the operating system keeps in memory or on disk as it sees fit: what a
 * long import remembers of each event takes no heap. The zero key is never in it. Used by one thread.
 *
 * <p>
 * A key's place follows from its upper bits, so that a larger table has the keys in the same order, and growing reads
 * and writes both tables from front to back.
 */
final class KeyTable implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KeyTable.class.getName());
    private static final long MOST_BYTES_IN_HEAP = 8 << 20;
    private static final int FIRST_CAPACITY = 64;
    private static final int KEY_BYTES = 16;

    private final long mostBytesInHeap;
    private final int entryBytes;
    private Entries entries;
    private int size;

    /** A table without numbers: a set of keys. */
    static KeyTable ofKeys() {
        return new KeyTable(false, MOST_BYTES_IN_HEAP);
    }

    static KeyTable ofNumbers() {
        return new KeyTable(true, MOST_BYTES_IN_HEAP);
    }

    KeyTable(boolean hasNumbers, long mostBytesInHeap) {
        this.entryBytes = hasNumbers ? KEY_BYTES + Long.BYTES : KEY_BYTES;
        this.mostBytesInHeap = mostBytesInHeap;
        this.entries = room(FIRST_CAPACITY);
    }

    /** Where the entries are; the file is null for an array. */
    private record Entries(MemorySegment memory, long capacity, @Nullable Arena arena, @Nullable FileChannel file)
            implements
                AutoCloseable {

        @Override
        public void close() {
            if (arena != null && file != null) {
                arena.close();
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
        long place = place(entries, high, low);
        if (isKey(place)) {
            return false;
        }
        put(place, high, low);
        return true;
    }

    /** The number of a key; where it has none, this one, which it has from then on. */
    int numberOr(long high, long low, int other) {
        long place = place(entries, high, low);
        if (isKey(place)) {
            return (int) entries.memory().get(ValueLayout.JAVA_LONG, place + KEY_BYTES);
        }
        entries.memory().set(ValueLayout.JAVA_LONG, place + KEY_BYTES, other);
        put(place, high, low);
        return other;
    }

    private boolean isKey(long place) {
        MemorySegment memory = entries.memory();
        return (memory.get(ValueLayout.JAVA_LONG, place) | memory.get(ValueLayout.JAVA_LONG, place + Long.BYTES)) != 0;
    }

    private void put(long place, long high, long low) {
        entries.memory().set(ValueLayout.JAVA_LONG, place, high);
        entries.memory().set(ValueLayout.JAVA_LONG, place + Long.BYTES, low);
        size++;
        if (size >= entries.capacity() / 4 * 3) {
            grow();
        }
    }

    /** Where the key is, or the empty place where it would be. */
    private long place(Entries in, long high, long low) {
        MemorySegment memory = in.memory();
        long end = in.capacity() * entryBytes;
        long place = Math.unsignedMultiplyHigh(high, in.capacity()) * entryBytes;
        while (true) {
            long otherHigh = memory.get(ValueLayout.JAVA_LONG, place);
            long otherLow = memory.get(ValueLayout.JAVA_LONG, place + Long.BYTES);
            if (otherHigh == high && otherLow == low || (otherHigh | otherLow) == 0) {
                return place;
            }
            place += entryBytes;
            place = place == end ? 0 : place;
        }
    }

    private void grow() {
        Entries larger = room(entries.capacity() * 2);
        MemorySegment from = entries.memory();
        long end = entries.capacity() * entryBytes;
        for (long place = 0; place < end; place += entryBytes) {
            long high = from.get(ValueLayout.JAVA_LONG, place);
            long low = from.get(ValueLayout.JAVA_LONG, place + Long.BYTES);
            if ((high | low) != 0) {
                MemorySegment.copy(from, place, larger.memory(), place(larger, high, low), entryBytes);
            }
        }
        entries.close();
        entries = larger;
    }

    /** In a file where it is much; in an array also where no file can be made, or the disk has too little room for it. */
    private Entries room(long capacity) {
        long bytes = capacity * entryBytes;
        if (bytes > mostBytesInHeap) {
            try {
                Entries mapped = mapped(capacity, bytes);
                if (mapped != null) {
                    return mapped;
                }
            } catch (IOException noFile) {
                LOG.log(Level.WARNING, "no temporary file", noFile);
            }
        }
        return new Entries(MemorySegment.ofArray(new long[Math.toIntExact(bytes / Long.BYTES)]), capacity, null, null);
    }

    private static @Nullable Entries mapped(long capacity, long bytes) throws IOException {
        Path path = Files.createTempFile("tokenlane", ".keys");
        // what is written into a mapped file must find its place: there is no error to be caught later
        if (Files.getFileStore(path).getUsableSpace() < bytes * 2) {
            Files.delete(path);
            return null;
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        Arena arena = Arena.ofShared();
        return new Entries(file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena), capacity, arena, file);
    }

    @Override
    public void close() {
        entries.close();
    }
}
