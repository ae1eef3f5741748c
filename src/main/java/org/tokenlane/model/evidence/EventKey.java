package org.tokenlane.model.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The first 128 bits of the SHA-256 of an event's key: equal for all records of one event, whatever export they come
 * from.
 */
public record EventKey(long high, long low) {

    public static EventKey of(String key) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)));
        return new EventKey(digest.getLong(), digest.getLong());
    }

    /** The event's id as people see it: the same in every case that holds the event, whatever the order of imports. */
    public static String id(long high) {
        return "e" + HexFormat.of().toHexDigits(high);
    }

    /**
     * The first half of the key that an event's id is made of.
     *
     * @throws NumberFormatException
     *             if the text is no event's id
     */
    public static long high(String id) {
        return Long.parseUnsignedLong(id.substring(1), 16);
    }
}
