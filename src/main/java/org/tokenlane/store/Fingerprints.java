package org.tokenlane.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes 122 bits of a text, by which it is known again. They are the values of the polynomial that the text's UTF-8 is
 * the coefficients of, at two secret random points, modulo the prime 2^61 - 1: for any two texts, also such as somebody
 * thought out, the chance to have the same is (length / 2^61)^2. The points differ from run to run. Used by one thread.
 */
final class Fingerprints {

    private static final long PRIME = (1L << 61) - 1;
    /** What fits into a coefficient, which has to be smaller than the prime. */
    private static final int BYTES_IN_COEFFICIENT = 7;

    private final long first;
    private final long second;
    private long high;
    private long low;

    Fingerprints() {
        SecureRandom random = new SecureRandom();
        first = random.nextLong(1L << 32, PRIME);
        second = random.nextLong(1L << 32, PRIME);
    }

    /** Makes the text's fingerprint, which {@link #high} and {@link #low} then give. */
    void take(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long atFirst = utf8.length + 1L;
        long atSecond = atFirst;
        long coefficient = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (i % BYTES_IN_COEFFICIENT == 0) {
                atFirst = times(atFirst + coefficient, first);
                atSecond = times(atSecond + coefficient, second);
                coefficient = 0;
            }
            coefficient = coefficient << Byte.SIZE | utf8[i] & 0xff;
        }
        high = times(atFirst + coefficient, first) << 3 | 1;
        low = times(atSecond + coefficient, second);
    }

    /** One half of the fingerprint; never 0. */
    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** The product modulo the prime, or that plus the prime, for factors that are hardly larger than the prime. */
    private static long times(long a, long b) {
        long product = a * b;
        long sum = (product & PRIME) + (product >>> 61 | Math.multiplyHigh(a, b) << 3);
        return sum >= PRIME ? sum - PRIME : sum;
    }
}
