package org.tokenlane.ingest.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** The members of a 7-Zip archive on disk. */
final class SevenZip {

    /** Archives may ask for any amount of memory; those that 7-Zip makes by itself need less than this. */
    private static final int MOST_MEMORY_KB = 256 << 10;

    private SevenZip() {
    }

    static boolean isOne(byte[] head) {
        return head.length >= 6 && head[0] == '7' && head[1] == 'z' && head[2] == (byte) 0xbc && head[3] == (byte) 0xaf
                && head[4] == 0x27 && head[5] == 0x1c;
    }

    /** The files in the archive whose names are wanted, in the order of their names. */
    static List<EvidenceFile> members(Path path, String sha256, Predicate<String> wanted) throws IOException {
        long packed = Math.max(1, Files.size(path));
        List<EvidenceFile> members = new ArrayList<>();
        try (SevenZFile archive = open(path)) {
            int number = 0;
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                int own = number++;
                if (!entry.isDirectory() && entry.getName() != null && wanted.test(entry.getName())) {
                    String name = entry.getName().replace('\\', '/');
                    members.add(new EvidenceFile(path + "!/" + name, name.substring(name.lastIndexOf('/') + 1),
                            entry.getSize(), sha256, () -> member(path, own, packed)));
                }
            }
        }
        members.sort((a, b) -> a.path().compareTo(b.path()));
        return members;
    }

    private static Member member(Path path, int number, long packed) throws IOException {
        SevenZFile archive = open(path);
        try {
            SevenZArchiveEntry entry = null;
            int at = 0;
            for (SevenZArchiveEntry one : archive.getEntries()) {
                if (at++ == number) {
                    entry = one;
                }
            }
            if (entry == null) {
                throw new IOException();
            }
            return new Member(archive.getInputStream(entry), archive, entry.getHasCrc() ? entry.getCrcValue() : -1,
                    () -> packed);
        } catch (IOException | RuntimeException | Error failed) {
            archive.close();
            throw failed;
        }
    }

    private static SevenZFile open(Path path) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            return SevenZFile.builder().setSeekableByteChannel(channel).setMaxMemoryLimitKiB(MOST_MEMORY_KB).get();
        } catch (IOException | Error failed) {
            channel.close();
            throw failed;
        } catch (RuntimeException damaged) {
            channel.close();
            throw new IOException(damaged);
        }
    }
}
