package org.tokenlane.model.identity;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes GUIDs in the two byte orders that the logs use. */
public final class Guids {

    /** The letters of a GUID in its usual spelling. */
    public static final int LENGTH = 36;
    private static final int UNHYPHENATED = 32;
    private static final String URN = "urn:uuid:";
    private static final String OPENING = "{(\"'[<";
    private static final String CLOSING = "})\"']>";
    private static final boolean[] HEX = new boolean[128];

    static {
        "0123456789abcdefABCDEF".chars().forEach(c -> HEX[c] = true);
    }

    private Guids() {
    }

    /** Tells whether the text has the shape 8-4-4-4-12 of hexadecimal digits, in any case. */
    public static boolean isGuid(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return false;
        }
        if (text.charAt(8) != '-' || text.charAt(13) != '-' || text.charAt(18) != '-' || text.charAt(23) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isHex(text.charAt(i)) && i != 8 && i != 13 && i != 18 && i != 23) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c < HEX.length && HEX[c];
    }

    /**
     * Gives the GUID (lower-case, with hyphens) that a text is in any spelling, in braces, parentheses or quotes, with
     * {@code urn:uuid:} before it or without its hyphens; null for any other text.
     */
    public static @Nullable String inAnySpelling(String text) {
        if (isGuid(text) || text.length() < UNHYPHENATED) {
            return isGuid(text) ? text.toLowerCase(Locale.ROOT) : null;
        }
        String bare = text;
        while (bare.length() > UNHYPHENATED && !isGuid(bare)) {
            int kind = OPENING.indexOf(bare.charAt(0));
            if (bare.endsWith(";") || bare.endsWith(",")) {
                bare = bare.substring(0, bare.length() - 1).strip();
            } else if (kind >= 0 && bare.charAt(bare.length() - 1) == CLOSING.charAt(kind)) {
                bare = bare.substring(1, bare.length() - 1).strip();
            } else if (bare.regionMatches(true, 0, URN, 0, URN.length())) {
                bare = bare.substring(URN.length());
            } else {
                return null;
            }
        }
        if (bare.length() == UNHYPHENATED && bare.chars().allMatch(c -> isHex((char) c))) {
            bare = bare.substring(0, 8) + '-' + bare.substring(8, 12) + '-' + bare.substring(12, 16) + '-'
                    + bare.substring(16, 20) + '-' + bare.substring(20);
        }
        return isGuid(bare) ? bare.toLowerCase(Locale.ROOT) : null;
    }

    /**
     * Gives the 16 bytes as .NET's {@code Guid.ToByteArray()} does: the first three groups little-endian, the last
     * eight bytes as written.
     */
    public static byte[] toDotNetBytes(String guid) {
        UUID id = UUID.fromString(guid);
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        byte[] bytes = new byte[16];
        int[] order = { 3, 2, 1, 0, 5, 4, 7, 6 };
        for (int i = 0; i < 8; i++) {
            bytes[order[i]] = (byte) (high >>> 56 - 8 * i);
            bytes[8 + i] = (byte) (low >>> 56 - 8 * i);
        }
        return bytes;
    }

    /** The inverse of {@link #toDotNetBytes}; the text is lower-case. */
    public static String fromDotNetBytes(byte[] bytes) {
        int[] order = { 3, 2, 1, 0, 5, 4, 7, 6 };
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | bytes[order[i]] & 0xff;
            low = low << 8 | bytes[8 + i] & 0xff;
        }
        return new UUID(high, low).toString().toLowerCase(Locale.ROOT);
    }
}
