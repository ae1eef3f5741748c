package org.tokenlane.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.tokenlane.model.event.AuditEvent;

/** Ids and times of objects in exchange formats: they follow from the contents, so that the same case gives the same. */
public final class NamedId {

    /** For ids of this program's own objects. */
    private static final UUID OWN = UUID.fromString("5f0a2f0e-6f43-5d0b-9a6c-7f6f1d9c2a41");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private NamedId() {
    }

    /** The id of an own object. */
    public static UUID of(String content) {
        return of(OWN, content);
    }

    /** A UUID of version 5 (RFC 9562). */
    static UUID of(UUID space, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16).putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits()).array());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xF000L | 0x5000L,
                    hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A time with milliseconds, UTC; empty where there is none. */
    public static String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? ""
                : time(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L),
                        Math.floorMod(nanos, 1_000_000_000L)));
    }

    static String time(Instant time) {
        return MILLISECONDS.format(time.atOffset(ZoneOffset.UTC));
    }
}
