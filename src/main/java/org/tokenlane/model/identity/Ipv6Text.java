package org.tokenlane.model.identity;

import org.jspecify.annotations.Nullable;

/** Reads an IPv6 address as it is written, without any look-up of names. */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {
    }

    /** The eight groups of the address, or null where the text is no IPv6 address. */
    static int @Nullable [] groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = new int[GROUPS];
            return read(text, all) == GROUPS ? all : null;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] head = new int[GROUPS];
        int[] tail = new int[GROUPS];
        int before = read(text.substring(0, gap), head);
        int behind = read(text.substring(gap + 2), tail);
        if (before < 0 || behind < 0 || before + behind >= GROUPS || text.substring(0, gap).indexOf('.') >= 0) {
            return null;
        }
        System.arraycopy(tail, 0, head, GROUPS - behind, behind);
        return head;
    }

    /** Reads groups that colons divide, the last perhaps a dotted IPv4 address; gives their number, or -1. */
    private static int read(String text, int[] groups) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        int start = 0;
        while (true) {
            int colon = text.indexOf(':', start);
            String part = text.substring(start, colon < 0 ? text.length() : colon);
            if (part.indexOf('.') >= 0) {
                long quad = colon < 0 && count <= GROUPS - 2 ? quad(part) : -1;
                if (quad < 0) {
                    return -1;
                }
                groups[count] = (int) (quad >> 16);
                groups[count + 1] = (int) quad & 0xffff;
                return count + 2;
            }
            int group = count < GROUPS ? group(part) : -1;
            if (group < 0) {
                return -1;
            }
            groups[count++] = group;
            if (colon < 0) {
                return count;
            }
            start = colon + 1;
        }
    }

    private static int group(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The four bytes of a dotted address as a number, or -1. */
    static long quad(String text) {
        long all = 0;
        int parts = 1;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && value >= 0) {
                all = all << 8 | value;
                parts++;
                value = -1;
            } else if (c < '0' || c > '9' || value == 0) {
                return -1;
            } else {
                value = Math.max(value, 0) * 10 + c - '0';
                if (value > 255) {
                    return -1;
                }
            }
        }
        return parts == 4 && value >= 0 ? all << 8 | value : -1;
    }
}
