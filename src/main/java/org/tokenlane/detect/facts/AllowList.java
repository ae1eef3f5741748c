package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Network;

/**
 * Networks and applications that the analyst knows to be the organisation's own: rules do not take them for an
 * attacker's.
 */
public final class AllowList {

    /** Allows nothing. */
    public static final AllowList NONE = new AllowList(List.of(), List.of());

    private final Set<String> systems = new HashSet<>();
    private final List<Network> networks = new ArrayList<>();
    private final Set<String> apps = new HashSet<>();

    /**
     * @param networks
     *            autonomous systems ({@code AS64500}), addresses, and networks in CIDR notation
     * @param apps
     *            application ids or names
     */
    public AllowList(List<String> networks, List<String> apps) {
        for (String text : networks) {
            Network network = network(text.strip());
            if (network != null) {
                this.networks.add(network);
            } else if (isSystem(text.strip())) {
                systems.add(text.strip().substring(2));
            }
        }
        apps.forEach(app -> this.apps.add(app.strip().toLowerCase(Locale.ROOT)));
    }

    /** Tells whether the text is an autonomous system, an address or a network, so that it can be allowed. */
    public static boolean isNetwork(String text) {
        return network(text.strip()) != null || isSystem(text.strip());
    }

    private static boolean isSystem(String text) {
        return text.toUpperCase(Locale.ROOT).matches("AS\\d+");
    }

    /** A single address is the network of it alone, so that any spelling of it will do. */
    private static @Nullable Network network(String text) {
        return Network.of(text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') >= 0 ? "/128" : "/32"));
    }

    /** Tells whether nothing is allowed. */
    boolean isEmpty() {
        return systems.isEmpty() && networks.isEmpty() && apps.isEmpty();
    }

    /** Tells whether the address, or its autonomous system, is allowed. */
    public boolean hasNetwork(@Nullable String ip, @Nullable String asn) {
        return asn != null && systems.contains(asn)
                || ip != null && networks.stream().anyMatch(network -> network.contains(ip));
    }

    /** Tells whether an application of this id or name is allowed. */
    public boolean hasApp(@Nullable String idOrName) {
        return idOrName != null && !apps.isEmpty() && apps.contains(idOrName.toLowerCase(Locale.ROOT));
    }
}
