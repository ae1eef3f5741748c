package org.tokenlane.query;

import java.net.InetAddress;

/** A network of addresses in CIDR notation. */
public record Network(byte[] address, int bits) {

    /** Gives the network written as {@code 203.0.113.0/24} or {@code 2001:db8::/32}, or null where the text is none. */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] address = slash < 0 ? null : bytes(text.substring(0, slash));
        if (address == null || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return null;
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        return bits > address.length * 8 ? null : new Network(address, bits);
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

    private static byte[] bytes(String ip) {
        boolean isV4 = ip.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!isV4 && ip.indexOf(':') < 0) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(ip).getAddress();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
