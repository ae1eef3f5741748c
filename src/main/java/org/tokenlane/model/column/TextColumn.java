package org.tokenlane.model.column;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts by their codes; that of code 0 is null and stands for none. Few texts are an array of them; many are a temporary
 * file that is mapped into memory, outside the heap, from which each is made when it is asked for. Several threads may
 * read it.
 */
public final class TextColumn implements Iterable<String> {

    /** A column of more texts is a file where there may be one. */
    public static final int MOST_IN_HEAP = 1 << 20;
    private static final int MOST_BYTES_MAPPED = 1 << 30;

    private final String @Nullable [] heap;
    private final int size;
    /** Where each text of a file begins, and behind the last one, where it ends. */
    private final LongColumn starts;
    /** The file in parts, each of which begins where a text does. */
    private final List<Part> parts;

    private record Part(long start, ByteBuffer bytes) {
    }

    private TextColumn(String @Nullable [] heap, int size, LongColumn starts, List<Part> parts) {
        this.heap = heap;
        this.size = size;
        this.starts = starts;
        this.parts = parts;
    }

    /** A column of these texts; the first has to be null. */
    public static TextColumn of(String... texts) {
        return new TextColumn(texts, texts.length, new LongColumn(0), List.of());
    }

    /** The number of codes, 0 among them. */
    public int size() {
        return size;
    }

    /** Tells whether the texts are outside the heap. */
    boolean isInFile() {
        return heap == null;
    }

    /** The text of a code; null only for code 0, which callers that may have it know to be none. */
    @SuppressWarnings("NullAway") // as with an element of an array
    public String get(int code) {
        if (heap != null) {
            return heap[code];
        }
        if (code == 0) {
            return null;
        }
        long start = starts.get(code);
        byte[] text = new byte[(int) (starts.get(code + 1) - start)];
        Part part = part(start);
        part.bytes().get((int) (start - part.start()), text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private Part part(long start) {
        int at = parts.size() - 1;
        while (parts.get(at).start() > start) {
            at--;
        }
        return parts.get(at);
    }

    /** The texts by their codes, null first. */
    public Stream<String> stream() {
        return IntStream.range(0, size).mapToObj(this::get);
    }

    @Override
    public Iterator<String> iterator() {
        return stream().iterator();
    }

    /** All texts by their codes, in the heap. */
    public String[] toArray() {
        return stream().toArray(String[]::new);
    }

    /** Collects texts in the order of their codes; used by one thread. */
    public static final class Builder {

        private static final int BYTES_OF_A_TEXT = 64;

        private final String @Nullable [] heap;
        private final int size;
        private final int mostMapped;
        private final @Nullable FileChannel file;
        private final LongColumn starts;
        private final List<Long> parts = new ArrayList<>(List.of(0L));
        private int next = 1;
        private long end;

        /**
         * @param size
         *            the number of codes, 0 among them
         */
        public Builder(int size) {
            this(size, MOST_IN_HEAP, MOST_BYTES_MAPPED);
        }

        /** As many texts as wanted, none of which is written into a temporary file, which others might read. */
        public static Builder inHeap(int size) {
            return new Builder(size, Integer.MAX_VALUE, MOST_BYTES_MAPPED);
        }

        Builder(int size, int mostInHeap, int mostMapped) {
            this.size = size;
            this.mostMapped = mostMapped;
            file = size > mostInHeap ? SpillFile.open((long) size * BYTES_OF_A_TEXT) : null;
            heap = file == null ? new String[size] : null;
            starts = new LongColumn(file == null ? 0 : size + 1);
        }

        /** Adds the next texts, of which there may be no more than codes. */
        public void add(String[] texts) {
            Objects.checkFromIndexSize(next, texts.length, size);
            if (heap != null) {
                System.arraycopy(texts, 0, heap, next, texts.length);
                next += texts.length;
                return;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                if (end + bytes.length - parts.getLast() > mostMapped) {
                    parts.add(end);
                }
                starts.set(next++, end);
                all.writeBytes(bytes);
                end += bytes.length;
            }
            write(ByteBuffer.wrap(all.toByteArray()));
        }

        private void write(ByteBuffer bytes) {
            try {
                while (bytes.hasRemaining()) {
                    Objects.requireNonNull(file).write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The texts that were added, and nothing for the other codes. */
        public TextColumn build() {
            if (file == null) {
                return new TextColumn(heap, size, starts, List.of());
            }
            for (int code = next; code <= size; code++) {
                starts.set(code, end);
            }
            List<Part> mapped = new ArrayList<>();
            try (file) {
                for (int i = 0; i < parts.size(); i++) {
                    long start = parts.get(i);
                    long length = (i + 1 < parts.size() ? parts.get(i + 1) : end) - start;
                    mapped.add(new Part(start, file.map(FileChannel.MapMode.READ_ONLY, start, length)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new TextColumn(null, size, starts, mapped);
        }
    }
}
