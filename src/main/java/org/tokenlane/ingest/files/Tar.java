package org.tokenlane.ingest.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the files in a tar archive (POSIX ustar, GNU's long names, pax paths). */
final class Tar {

    static final int BLOCK = 512;

    private static final int MARK = 257;
    private static final int LONGEST_NAME = 1 << 16;
    private static final Pattern PAX_PATH = Pattern.compile("\\d+ path=([^\\n]*)\\n");

    private Tar() {
    }

    /** A file in the archive and where its content begins. */
    record Entry(String name, long offset, long size, @Nullable Instant modified) {
    }

    /** When the file was changed last, in seconds since 1970 in octal digits. */
    private static @Nullable Instant modified(byte[] header) {
        String digits = new String(header, 136, 12, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
        return digits.matches("[0-7]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(digits, 8)) : null;
    }

    static boolean isTar(byte[] head) {
        return head.length >= BLOCK
                && new String(head, MARK, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** The files as far as the archive can be read. */
    static List<Entry> entries(InputStream in, int most) throws IOException {
        List<Entry> entries = new ArrayList<>();
        long at = 0;
        String longName = null;
        byte[] header = new byte[BLOCK];
        while (entries.size() < most && in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            at += BLOCK;
            long size = size(header);
            if (size < 0) {
                break;
            }
            char type = (char) header[156];
            long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
            if ((type == 'L' || type == 'x') && size <= LONGEST_NAME) {
                byte[] text = in.readNBytes((int) padded);
                String told = new String(text, 0, (int) Math.min(size, text.length), StandardCharsets.UTF_8);
                Matcher path = PAX_PATH.matcher(told);
                longName = type == 'L' ? told.replace("\0", "") : path.find() ? path.group(1) : longName;
            } else {
                if (type == '0' || type == 0 || type == '7') {
                    entries.add(new Entry(longName == null ? name(header) : longName, at, size, modified(header)));
                }
                longName = null;
                try {
                    in.skipNBytes(padded);
                } catch (EOFException theLastOneIsCut) {
                    break;
                }
            }
            at += padded;
        }
        return entries;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + '/' + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** The size in octal digits or, with the first bit set, in binary; -1 where it is neither. */
    private static long size(byte[] header) {
        long size = 0;
        if ((header[124] & 0x80) != 0) {
            for (int i = 128; i < 136; i++) {
                size = size << 8 | header[i] & 0xff;
            }
            return size;
        }
        for (int i = 124; i < 136; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                size = size << 3 | header[i] - '0';
            } else if (header[i] != 0 && header[i] != ' ') {
                return -1;
            }
        }
        return size;
    }

    /** The content of one file; it ends early where the archive does. */
    static InputStream open(InputStream archive, Entry entry) throws IOException {
        archive.skipNBytes(entry.offset());
        return new InputStream() {

            private long left = entry.size();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = archive.read(bytes, offset, (int) Math.min(length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                left -= read;
                return read;
            }

            @Override
            public void close() throws IOException {
                archive.close();
            }
        };
    }
}
