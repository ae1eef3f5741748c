package org.tokenlane.model.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** ASCII that is looked for in bytes, in any case. */
final class Literal {

    private final byte[] lower;
    private final byte[] upper;
    /** By a byte of the text, how far its end can be from the end of a place where the literal is. */
    private final int[] shifts = new int[256];

    Literal(String text) {
        lower = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        upper = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(shifts, lower.length);
        for (int i = 0; i < lower.length - 1; i++) {
            shifts[lower[i]] = lower.length - 1 - i;
            shifts[upper[i]] = lower.length - 1 - i;
        }
    }

    int length() {
        return lower.length;
    }

    /** Horspool's search: a byte that is not in the literal lets as many be skipped as the literal has. */
    boolean isIn(byte[] bytes, int from, int to) {
        int last = lower.length - 1;
        int end = from + last;
        while (end < to) {
            byte b = bytes[end];
            if ((b == lower[last] || b == upper[last]) && isAt(bytes, end - last)) {
                return true;
            }
            end += shifts[b & 0xff];
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < lower.length; i++) {
            byte b = bytes[at + i];
            if (b != lower[i] && b != upper[i]) {
                return false;
            }
        }
        return true;
    }
}
