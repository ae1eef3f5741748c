package org.tokenlane.store;

import java.security.SecureRandom;

/**
 * Makes 122 bits of a text, by which it is known again. They are the values of the polynomial that the text's
 * characters are the coefficients of, at two secret random points, modulo the prime 2^61 - 1: for any two texts, also
 * such as somebody thought out, the chance to have the same is (length / 2^61)^2. The points differ from run to run.
 */
final class Fingerprints {

    private static final long PRIME = (1L << 61) - 1;
    private static final int CHARS_IN_STEP = 3;

    private final long first;
    private final long second;

    Fingerprints() {
        SecureRandom random = new SecureRandom();
        first = random.nextLong(1L << 32, PRIME);
        second = random.nextLong(1L << 32, PRIME);
    }

    /** One half of the fingerprint; never 0. */
    long high(String text) {
        return of(text, first) << 3 | 1;
    }

    long low(String text) {
        return of(text, second);
    }

    private static long of(String text, long point) {
        long value = text.length() + 1L;
        int at = 0;
        for (; at + CHARS_IN_STEP <= text.length(); at += CHARS_IN_STEP) {
            value = times(value, point)
                    + ((long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2));
        }
        for (; at < text.length(); at++) {
            value = times(value, point) + text.charAt(at);
        }
        return times(value, point);
    }

    /** The product modulo the prime, or that plus the prime, for factors that are hardly larger than the prime. */
    private static long times(long a, long b) {
        long low = a * b;
        long sum = (low & PRIME) + (low >>> 61 | Math.multiplyHigh(a, b) << 3);
        return sum >= PRIME ? sum - PRIME : sum;
    }
}
