package org.tokenlane.ingest.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The members of a ZIP archive, found by its table of contents or read from its beginning. */
final class Zip {

    private static final Charset OLD_ZIP_NAMES = Charset.forName("IBM437");

    /** Extra fields of ZIP archives that keep times in UTC (APPNOTE.TXT 4.5, Info-ZIP's extra fields). */
    private static final int UNIX_TIMES = 0x5455;
    private static final int NTFS_TIMES = 0x000a;

    private Zip() {
    }

    static boolean isOne(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /** The time of a member's last change where the archive keeps it in UTC; else it is in some local time. */
    static @Nullable Instant modified(ZipEntry entry) {
        byte[] extra = entry.getExtra();
        for (int at = 0; extra != null && at + 4 <= extra.length; at += 4
                + (extra[at + 2] & 0xff) + (extra[at + 3] & 0xff) * 256) {
            int id = (extra[at] & 0xff) + (extra[at + 1] & 0xff) * 256;
            if (id == UNIX_TIMES || id == NTFS_TIMES) {
                return entry.getLastModifiedTime().toInstant();
            }
        }
        return null;
    }

    /** Opens a member by its place in an archive that is read from its beginning. */
    static InputStream streamed(EvidenceFile packed, int number) throws IOException {
        long[] read = { 1 };
        ZipInputStream zip = new ZipInputStream(new FilterInputStream(packed.content().open()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                read[0] += Math.max(count, 0);
                return count;
            }
        }, StandardCharsets.UTF_8);
        try {
            for (int i = 0; i <= number; i++) {
                if (zip.getNextEntry() == null) {
                    throw new EOFException();
                }
            }
            return new Member(zip, zip, -1, () -> read[0]);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens a member of an archive on disk. */
    static InputStream member(Path path, String member) throws IOException {
        ZipFile zip = open(path);
        try {
            ZipEntry entry = zip.getEntry(member);
            return new Member(zip.getInputStream(entry), zip, entry.getCrc(),
                    () -> Math.max(entry.getCompressedSize(), 1));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens an archive whose names are UTF-8, or else in the encoding of old archives. */
    static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException badNames) {
            return new ZipFile(path.toFile(), OLD_ZIP_NAMES);
        }
    }
}
