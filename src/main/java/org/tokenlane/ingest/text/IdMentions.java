package org.tokenlane.ingest.text;

import java.util.Arrays;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.MentionHash;

/**
 * Finds ids (GUIDs and UTIs) that stand in a record where no field of the event holds them, because workloads place
 * session and token ids inconsistently. They are kept
 * as hashes, by which a search finds the record.
 */
public final class IdMentions {

    private static final int[] NONE = {};
    private static final int GUID = 36;
    private static final int UTI = 22;
    private static final boolean[] PART_OF_ID = new boolean[256];
    private static final boolean[] HEX = new boolean[128];
    private static final EventField[] ID_FIELDS = { EventField.SESSION_ID, EventField.UTI, EventField.REQUEST_ID,
        EventField.CORRELATION_ID, EventField.RECORD_ID,
        EventField.USER_OBJECT_ID, EventField.TENANT_ID, EventField.APP_ID, EventField.RESOURCE_ID,
        EventField.DEVICE_ID };

    static {
        "0123456789abcdefABCDEF".chars().forEach(c -> HEX[c] = true);
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars().forEach(c -> PART_OF_ID[c] = true);
    }

    private int[] found = new int[64];
    private int size;

    private IdMentions() {
    }

    /**
     * The hashes of the ids in the record's text that are none of the event's fields, each once, in ascending order.
     */
    public static int[] in(byte[] text, int offset, int length, AuditEvent event) {
        IdMentions mentions = new IdMentions();
        int end = offset + length;
        int start = offset;
        // from the end of the shortest id backwards: what is no part of an id lets all before it be skipped
        int known = offset;
        while (start <= end - UTI) {
            int at = start + UTI - 1;
            while (at >= known && isPartOfId(text[at])) {
                at--;
            }
            if (at >= known) {
                known = start + UTI;
                start = at + 1;
            } else {
                int stop = start + UTI;
                while (stop < end && isPartOfId(text[stop])) {
                    stop++;
                }
                mentions.run(text, start, stop);
                start = stop + 1;
                known = start;
            }
        }
        return mentions.without(event);
    }

    private static boolean isPartOfId(byte b) {
        return PART_OF_ID[b & 0xff];
    }

    private void run(byte[] text, int start, int end) {
        int length = end - start;
        if (length == UTI) {
            if ("AQgw".indexOf(text[end - 1]) >= 0) {
                add(MentionHash.of(text, start, end, false));
            }
        } else if (length == GUID) {
            guid(text, start);
        } else if (length > GUID) {
            guid(text, start);
            guid(text, end - GUID);
        }
    }

    private void guid(byte[] text, int start) {
        if (text[start + 8] != '-' || text[start + 13] != '-' || text[start + 18] != '-' || text[start + 23] != '-') {
            return;
        }
        for (int i = start; i < start + GUID; i++) {
            if (!HEX[text[i]] && i != start + 8 && i != start + 13 && i != start + 18 && i != start + 23) {
                return;
            }
        }
        add(MentionHash.of(text, start, start + GUID, true));
    }

    private void add(int hash) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = hash;
    }

    private int[] without(AuditEvent event) {
        if (size == 0) {
            return NONE;
        }
        int[] own = new int[ID_FIELDS.length];
        for (int i = 0; i < own.length; i++) {
            String id = event.get(ID_FIELDS[i]);
            own[i] = id == null ? 0 : MentionHash.of(id);
        }
        Arrays.sort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int hash = found[i];
            if (kept > 0 && found[kept - 1] == hash) {
                continue;
            }
            boolean isOwn = false;
            for (int id : own) {
                isOwn |= id == hash;
            }
            if (!isOwn) {
                found[kept++] = hash;
            }
        }
        return Arrays.copyOf(found, kept);
    }
}
