package org.tokenlane.model.identity;

import java.util.Locale;

/**
 * The short hash by which an id that stands anywhere in a record is looked up; a hit has to be confirmed in the record
 * itself.
 */
public final class MentionHash {

    private MentionHash() {
    }

    /** The hash of a GUID (any case) or of a UTI (case kept). */
    public static int of(String id) {
        String text = Guids.isGuid(id) ? id.toLowerCase(Locale.ROOT) : id;
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return mix(hash);
    }

    /** The hash of the id in these bytes of ASCII; a GUID's letters count as lower-case. */
    public static int of(byte[] text, int start, int end, boolean guid) {
        int hash = 0x811c9dc5;
        for (int i = start; i < end; i++) {
            int c = text[i];
            hash = (hash ^ (guid && c >= 'A' && c <= 'F' ? c + 32 : c)) * 0x01000193;
        }
        return mix(hash);
    }

    private static int mix(int hash) {
        int h = hash * 0x85ebca6b;
        return (h ^ h >>> 15) * 0xc2b2ae35 ^ h >>> 13;
    }
}
