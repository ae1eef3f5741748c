package org.tokenlane.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.disk.FilePathDisk;

/**
 * What the database writes to a file, write by write; so a test can look at the file as it would be if the process had
 * been killed after any of them, or in the middle of it.
 */
final class RecordedWrites {

    /** The system does not divide the memory page that is written to a file. */
    private static final int BLOCK = 4096;

    private final Path file;
    private final Path before;
    private final List<Write> writes = new ArrayList<>();

    private RecordedWrites(Path file, Path before) {
        this.file = file;
        this.before = before;
    }

    /**
     * Does the work and records what it writes to this file, which the database must not have open yet.
     *
     * @param folder
     *            for a copy of the file as it is now
     */
    static RecordedWrites of(Path file, Path folder, Runnable work) throws IOException {
        RecordedWrites recorded = new RecordedWrites(file, folder.resolve("before"));
        Files.copy(file, recorded.before, StandardCopyOption.REPLACE_EXISTING);
        FilePath.register(recorded.new Disk());
        try {
            work.run();
        } finally {
            FilePath.register(new FilePathDisk());
        }
        return recorded;
    }

    /**
     * Leaves the file as it was in the middle of a write and after it, and looks at it each time: of the first write,
     * the last one and every so many between them, in their order.
     */
    void eachKill(Path left, int every, Runnable look) throws IOException {
        Path whole = before.resolveSibling("whole");
        Files.copy(before, whole, StandardCopyOption.REPLACE_EXISTING);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            if (i % every != 0 && i != writes.size() - 1) {
                write.to(whole);
                continue;
            }
            if (write.bytes().length > BLOCK) {
                Files.copy(whole, left, StandardCopyOption.REPLACE_EXISTING);
                write.half().to(left);
                look(look, "killed in write " + (i + 1) + " of " + writes);
            }
            write.to(whole);
            Files.copy(whole, left, StandardCopyOption.REPLACE_EXISTING);
            look(look, "killed after write " + (i + 1) + " of " + writes);
        }
    }

    private static void look(Runnable look, String when) {
        try {
            look.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(when, e);
        }
    }

    /** Bytes at a position; none, where the file was cut there. */
    private record Write(long position, byte[] bytes) {

        /** Half of its blocks. */
        Write half() {
            return new Write(position, Arrays.copyOf(bytes, bytes.length / 2 / BLOCK * BLOCK));
        }

        @Override
        public String toString() {
            return bytes.length == 0 ? "cut at " + position : bytes.length + " bytes at " + position;
        }

        void to(Path file) throws IOException {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                if (bytes.length == 0) {
                    out.setLength(position);
                } else {
                    out.seek(position);
                    out.write(bytes);
                }
            }
        }
    }

    private final class Disk extends FilePathDisk {

        @Override
        public FilePathDisk getPath(String path) {
            Disk disk = new Disk();
            disk.name = translateFileName(path);
            return disk;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            FileChannel channel = super.open(mode);
            return mode.equals("r") || !Path.of(name).equals(file) ? channel : new Recorded(channel);
        }
    }

    private final class Recorded extends FileBase {

        private final FileChannel channel;

        Recorded(FileChannel channel) {
            this.channel = channel;
        }

        private void add(long position, ByteBuffer source, int from) {
            byte[] bytes = new byte[source.position() - from];
            source.duplicate().get(from, bytes);
            if (bytes.length > 0) {
                writes.add(new Write(position, bytes));
            }
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int from = source.position();
            int written = channel.write(source, position);
            add(position, source, from);
            return written;
        }

        @Override
        public synchronized int write(ByteBuffer source) throws IOException {
            int from = source.position();
            long position = channel.position();
            int written = channel.write(source);
            add(position, source, from);
            return written;
        }

        @Override
        public synchronized FileChannel truncate(long size) throws IOException {
            if (size < channel.size()) {
                writes.add(new Write(size, new byte[0]));
            }
            channel.truncate(size);
            return this;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
