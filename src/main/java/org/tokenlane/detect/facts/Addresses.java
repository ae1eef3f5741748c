package org.tokenlane.detect.facts;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * Where events came from, as rules compare it: by network and country, Microsoft's own and allowed networks set apart.
 * Safe for several threads.
 */
public final class Addresses {

    /**
     * What is known of one address.
     *
     * @param network
     *            {@code AS64500}, else the prefix of the address; always the prefix where servers are rented out, as
     *            strangers share such a system
     * @param countryInLog
     *            whether a log gives the country, not external data
     * @param allowed
     *            whether the analyst allowed it, or it is Microsoft's own: it does not show who used a token
     */
    public record Address(String ip, String network, @Nullable String country, @Nullable String asn,
            AddressLookup.Fact fact, boolean countryInLog, boolean allowed) {

        boolean isV6() {
            return ip.indexOf(':') >= 0;
        }
    }

    private final CaseEvents events;
    private final AddressLookup lookup;
    private final AllowList allowList;
    private final IntColumn ips;
    private final int[] asnOfIp;
    private final int[] countryOfIp;
    private final @Nullable Address[] known;

    public Addresses(CaseEvents events, AddressLookup lookup, AllowList allowList) {
        this.events = events;
        this.lookup = lookup;
        this.allowList = allowList;
        ips = events.codes(EventField.IP);
        IntColumn systems = events.codes(EventField.ASN);
        IntColumn countries = events.codes(EventField.COUNTRY);
        asnOfIp = new int[events.dictionary(EventField.IP).size()];
        countryOfIp = new int[asnOfIp.length];
        known = new Address[asnOfIp.length];
        for (int event = 0; event < ips.size(); event++) {
            if (systems.get(event) != 0) {
                asnOfIp[ips.get(event)] = systems.get(event);
            }
            if (countries.get(event) != 0) {
                countryOfIp[ips.get(event)] = countries.get(event);
            }
        }
    }

    /** The event's address, or null where it has none. */
    public @Nullable Address of(int event) {
        int code = ips.get(event);
        return code == 0 ? null : at(code);
    }

    /**
     * The event's address unless it does not show who acted: Microsoft's own networks, and the networks and
     * applications that the analyst allowed.
     */
    public @Nullable Address telling(int event) {
        Address address = of(event);
        return address == null || address.allowed() || isOfAllowedApp(event) ? null : address;
    }

    boolean isOfAllowedApp(int event) {
        return !allowList.isEmpty() && (allowList.hasApp(events.text(EventField.APP_ID, event))
                || allowList.hasApp(events.text(EventField.APP_NAME, event)));
    }

    private Address at(int code) {
        // an address never changes, so it does no harm if two threads look it up at once
        Address address = known[code];
        if (address == null) {
            String ip = events.dictionary(EventField.IP).get(code);
            String logged = asnOfIp[code] == 0 ? null : events.dictionary(EventField.ASN).get(asnOfIp[code]);
            AddressLookup.Fact fact = lookup.of(ip, logged);
            String asn = logged != null ? logged : fact.asn();
            String country = countryOfIp[code] == 0 ? fact.country()
                    : events.dictionary(EventField.COUNTRY).get(countryOfIp[code]);
            address = new Address(ip,
                    asn == null || fact.hosting() && !fact.isSharedExit() ? Origins.prefix(ip) : "AS" + asn, country,
                    asn,
                    fact, countryOfIp[code] != 0,
                    fact.microsoft() || allowList.hasNetwork(ip, asn));
            known[code] = address;
        }
        return address;
    }

    /**
     * Tells whether two addresses are of different networks. An IPv4 and an IPv6 address whose systems are not known
     * may belong to one device, which changes between
     * them on its own; then only different countries count. The same applies inside one system that rents out servers.
     */
    public static boolean differ(@Nullable Address one, @Nullable Address other) {
        if (one == null || other == null || one.network().equals(other.network())) {
            return false;
        }
        if (one.asn() != null && one.asn().equals(other.asn())) {
            return inOtherCountry(one, other);
        }
        boolean unknown = one.asn() == null || other.asn() == null;
        if (unknown && Origins.prefix(one.ip()).equals(Origins.prefix(other.ip()))) {
            return false;
        }
        return !unknown || one.isV6() == other.isV6() || inOtherCountry(one, other);
    }

    /** Tells whether both countries are known and differ. */
    public static boolean inOtherCountry(@Nullable Address one, @Nullable Address other) {
        return one != null && other != null && one.country() != null && other.country() != null
                && !one.country().equalsIgnoreCase(other.country());
    }

    /** Tells whether the address is a mobile carrier's. */
    public static boolean isMobile(@Nullable Address address) {
        return address != null && address.fact().mobile();
    }

    /** Tells whether both countries are known and the same. */
    public static boolean inSameCountry(@Nullable Address one, @Nullable Address other) {
        return one != null && other != null && one.country() != null && one.country().equalsIgnoreCase(other.country());
    }

    /** {@code 203.0.113.200 (US, AS64511)}; {@link #sources} names the data for what no log contains. */
    public static String words(@Nullable Address address) {
        if (address == null) {
            return FactsText.UNKNOWN_ADDRESS.text();
        }
        StringBuilder more = new StringBuilder();
        if (address.country() != null) {
            more.append(address.country());
        }
        String system = system(address);
        if (!system.isEmpty()) {
            more.append(more.isEmpty() ? "" : ", ").append(system);
        }
        return address.ip() + (more.isEmpty() ? "" : " (" + more + ")");
    }

    private static String system(Address address) {
        String number = address.asn() == null ? "" : "AS" + address.asn();
        String name = address.fact().name();
        return (number + " " + (name == null ? "" : name)).strip();
    }

    /** The data, by name and date, for what the words on an address state but no log contains. */
    public static Set<String> sources(@Nullable Address address) {
        Set<String> sources = new LinkedHashSet<>();
        if (address == null) {
            return sources;
        }
        String country = address.fact().countrySource();
        if (address.country() != null && !address.countryInLog() && country != null) {
            sources.add(country);
        }
        boolean fromData = address.fact().name() != null
                || address.asn() != null && address.asn().equals(address.fact().asn());
        String system = address.fact().systemSource();
        if (fromData && system != null) {
            sources.add(system);
        }
        return sources;
    }
}
