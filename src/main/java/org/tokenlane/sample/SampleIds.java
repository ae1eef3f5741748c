package org.tokenlane.sample;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes ids and choices that are the same on every run and machine. */
final class SampleIds {

    private final SplittableRandom random;

    SampleIds(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A version 4 GUID. */
    String guid() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    /** A sign-in's request id, which ends in a zero byte as Entra's do. */
    String requestId() {
        return guid().substring(0, 34) + "00";
    }

    /** A session id of the newer kind, which begins with zeros and is no version 4 GUID. */
    String sessionId() {
        return "00" + guid().substring(2, 14) + "1" + guid().substring(15);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String hex(int digits) {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()).substring(0, digits);
    }
}
