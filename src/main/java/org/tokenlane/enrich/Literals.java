package org.tokenlane.enrich;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.IpAddress;

/** Addresses as they are written; a name is never looked up. */
final class Literals {

    /**
     * Blocks without one place in the public internet (RFC 6890 and its followers): private, documentation,
     * translation, multicast and the like.
     */
    private static final List<AddressBlock> SPECIAL = Stream
            .of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23",
                    "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(AddressBlock::of).toList();
    private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

    private Literals() {
    }

    /** The address, or null where the text is none. */
    static @Nullable InetAddress of(@Nullable String text) {
        IpAddress ip = text == null ? null : IpAddress.of(text);
        return ip == null || !ip.isAddress() ? null : InetAddress.ofLiteral(ip.value());
    }

    /** Tells whether an address belongs to one place in the public internet. */
    static boolean isPublic(InetAddress address) {
        return (address.getAddress().length == 4 || GLOBAL_V6.contains(address))
                && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }
}
