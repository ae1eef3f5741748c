package org.tokenlane.enrich;

import java.net.InetAddress;

/** A block of addresses written as {@code 203.0.113.0/24} or {@code 2001:db8::/32}. */
record AddressBlock(byte[] address, int bits) {

    /** @throws IllegalArgumentException where the text is no block; all of them are the program's own */
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        return new AddressBlock(InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (bytes[i] != address[i]) {
                return false;
            }
        }
        int mask = 0xff00 >> bits % 8 & 0xff;
        return mask == 0 || (bytes[whole] & mask) == (address[whole] & mask);
    }
}
