package org.tokenlane.detect.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The modifiers that encode a text: UTF-16 and Base64. They need a text without wildcards. */
final class Encodings {

    /** How many characters at the beginning depend on what is before, by offset. */
    private static final int[] BEFORE = { 0, 2, 3 };
    /** How many at the end depend on what follows, by length. */
    private static final int[] AFTER = { 0, 3, 2 };

    private Encodings() {
    }

    static WildcardText utf16(WildcardText text, boolean littleEndian, boolean mark) {
        String plain = text.plainText();
        Charset charset = littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return WildcardText.ofBytes((mark ? "\ufeff" + plain : plain).getBytes(charset));
    }

    private static byte[] bytes(WildcardText text) {
        return text.plainText().getBytes(text.isBytes() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    static WildcardText base64(WildcardText text) {
        return WildcardText.plain(Base64.getEncoder().encodeToString(bytes(text)));
    }

    /** What can be recognised of the text inside a longer encoded text, for each of its three possible offsets. */
    static List<WildcardText> base64AtAnyOffset(WildcardText text) {
        byte[] raw = bytes(text);
        List<WildcardText> variants = new ArrayList<>();
        for (int offset = 0; offset < BEFORE.length; offset++) {
            byte[] shifted = new byte[raw.length + offset];
            System.arraycopy(raw, 0, shifted, offset, raw.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            String recognised = encoded.substring(BEFORE[offset],
                    Math.max(BEFORE[offset], encoded.length() - AFTER[shifted.length % 3]));
            // of a single character nothing is left at some offsets, and nothing would be found everywhere
            if (!recognised.isEmpty() || raw.length == 0) {
                variants.add(WildcardText.plain(recognised));
            }
        }
        return variants;
    }
}
