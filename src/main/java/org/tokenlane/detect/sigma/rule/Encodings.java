package org.tokenlane.detect.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The modifiers that write a text in another way: UTF-16 and Base64. They take texts without wildcards. */
final class Encodings {

    /** How many characters at the beginning depend on what stands before, by offset. */
    private static final int[] BEFORE = { 0, 2, 3 };
    /** How many at the end depend on what follows, by length. */
    private static final int[] BEHIND = { 0, 3, 2 };

    private Encodings() {
    }

    static SigmaText utf16(SigmaText text, boolean littleEndian, boolean mark) {
        String plain = text.plainText();
        Charset charset = littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return SigmaText.ofBytes((mark ? "\ufeff" + plain : plain).getBytes(charset));
    }

    private static byte[] bytes(SigmaText text) {
        return text.plainText().getBytes(text.isBytes() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    static SigmaText base64(SigmaText text) {
        return SigmaText.plain(Base64.getEncoder().encodeToString(bytes(text)));
    }

    /**
     * What of the text can be recognised inside something longer that was encoded, for each of the three places at
     * which it may begin.
     */
    static List<SigmaText> base64AtAnyOffset(SigmaText text) {
        byte[] raw = bytes(text);
        List<SigmaText> variants = new ArrayList<>();
        for (int offset = 0; offset < BEFORE.length; offset++) {
            byte[] shifted = new byte[raw.length + offset];
            System.arraycopy(raw, 0, shifted, offset, raw.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            variants.add(SigmaText.plain(encoded.substring(BEFORE[offset],
                    Math.max(BEFORE[offset], encoded.length() - BEHIND[shifted.length % 3]))));
        }
        return variants;
    }
}
