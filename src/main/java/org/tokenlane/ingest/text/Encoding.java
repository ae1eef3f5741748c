package org.tokenlane.ingest.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells a text's encoding by its first bytes, and refuses what is no text. */
final class Encoding {

    /** A text has fewer control characters than one in so many. */
    private static final int CONTENT_PER_CONTROL = 50;

    private Encoding() {
    }

    /** UTF-8 or one of both UTF-16, told by the mark at the beginning or by where NUL bytes stand. */
    static Charset of(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int zeroEven = 0;
        int zeroOdd = 0;
        int looked = Math.min(head.length, 2000) / 2 * 2;
        for (int i = 0; i < looked; i += 2) {
            zeroEven += head[i] == 0 ? 1 : 0;
            zeroOdd += head[i + 1] == 0 ? 1 : 0;
        }
        // a text that begins otherwise had something in UTF-16 appended to it
        if (looked >= 4 && zeroOdd > looked / 3 && zeroEven < looked / 20 && (head[1] == 0 || head[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return looked >= 4 && zeroEven > looked / 3 && zeroOdd < looked / 20 && (head[0] == 0 || head[2] == 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /** The length in bytes of the mark at the beginning, 0 where there is none. */
    static int bom(byte[] head, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            return head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf ? 3
                    : 0;
        }
        return head.length >= 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe ? 2 : 0;
    }

    /** Refuses text of which each letter takes four bytes, told by the mark at the beginning or by its NUL bytes. */
    static void refuseWide(byte[] head) throws UnreadableFileException {
        int looked = Math.min(head.length, 2000) / 4 * 4;
        int little = 0;
        int big = 0;
        for (int i = 0; i < looked; i += 4) {
            little += isText(head[i]) && head[i + 2] == 0 && head[i + 3] == 0 ? 1 : 0;
            big += isText(head[i + 3]) && head[i] == 0 && head[i + 1] == 0 ? 1 : 0;
        }
        if (looked > 0 && Math.max(little, big) == looked / 4) {
            throw new UnreadableFileException(ReadingText.UTF_32.with());
        }
    }

    private static boolean isText(byte b) {
        return b < 0 || b >= '\t';
    }

    /**
     * Refuses what is no text. Runs of NUL bytes alone make no file binary: disks and tools leave them between the
     * lines of a log.
     */
    static void refuseBinary(byte[] head) throws UnreadableFileException {
        if (head.length >= 4 && head[0] == (byte) 0xd0 && head[1] == (byte) 0xcf) {
            throw new UnreadableFileException(ReadingText.OLD_EXCEL.with());
        }
        String kind = BinaryKind.of(head);
        if (kind != null) {
            throw new UnreadableFileException(
                    (BinaryKind.isPacked(kind) ? ReadingText.PACKED : ReadingText.KNOWN_BINARY).with(kind));
        }
        int controls = 0;
        int content = 0;
        for (byte b : head) {
            content += b == 0 ? 0 : 1;
            controls += b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a ? 1 : 0;
        }
        if (head.length > 0 && content == 0 || controls * CONTENT_PER_CONTROL > content) {
            throw new UnreadableFileException(ReadingText.BINARY.with());
        }
    }
}
