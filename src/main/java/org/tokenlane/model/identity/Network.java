package org.tokenlane.model.identity;

import org.jspecify.annotations.Nullable;

/** A network of addresses in CIDR notation. */
public record Network(byte[] address, int bits) {

    /** How much of an address is taken for its network where no autonomous system is known. */
    private static final int USUAL_IPV4 = 24;
    private static final int USUAL_IPV6 = 48;

    /** Gives the network written as {@code 203.0.113.0/24} or {@code 2001:db8::/32}, or null where the text is none. */
    public static @Nullable Network of(String text) {
        int slash = text.indexOf('/');
        byte[] address = slash < 0 ? null : bytes(text.substring(0, slash));
        if (address == null || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return null;
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        return bits > address.length * 8 ? null : new Network(address, bits);
    }

    /** The network that an address is usually in: its /24, or its /48 for IPv6; null where the text is no address. */
    public static @Nullable Network around(String ip) {
        byte[] address = bytes(ip);
        return address == null ? null : new Network(address, address.length == 4 ? USUAL_IPV4 : USUAL_IPV6);
    }

    /** Tells whether a normalised address lies in the network; other text never does. */
    public boolean contains(String ip) {
        byte[] other = bytes(ip);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** {@code 203.0.113.0/24}, {@code 2001:db8::/48}: the first address of the network, normalised, and its bits. */
    public String text() {
        byte[] first = address.clone();
        for (int bit = bits; bit < first.length * 8; bit++) {
            first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        if (first.length == 4) {
            return (first[0] & 0xff) + "." + (first[1] & 0xff) + "." + (first[2] & 0xff) + "." + (first[3] & 0xff) + "/"
                    + bits;
        }
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (first[2 * i] & 0xff) << 8 | first[2 * i + 1] & 0xff;
        }
        return IpAddress.compress(groups) + "/" + bits;
    }

    private static byte @Nullable [] bytes(String ip) {
        if (ip.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            String[] parts = ip.split("\\.");
            byte[] bytes = new byte[4];
            for (int i = 0; i < bytes.length; i++) {
                int part = Integer.parseInt(parts[i]);
                if (part > 255) {
                    return null;
                }
                bytes[i] = (byte) part;
            }
            return bytes;
        }
        int[] groups = ip.indexOf(':') < 0 ? null : Ipv6Text.groups(ip);
        if (groups == null) {
            return null;
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < groups.length; i++) {
            bytes[2 * i] = (byte) (groups[i] >> 8);
            bytes[2 * i + 1] = (byte) groups[i];
        }
        return bytes;
    }
}
