package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;

/** What external data says of an address. */
public interface AddressLookup {

    /** Knows nothing: only what the logs contain counts. */
    AddressLookup NOTHING = (ip, asn) -> Fact.UNKNOWN;

    /**
     * @param asn
     *            the number of its autonomous system, digits only, or null
     * @param name
     *            that system's name, or null
     * @param country
     *            two letters, or null
     * @param microsoft
     *            whether it is one of Microsoft's own networks
     * @param hosting
     *            whether the network is known for renting out servers, VPN or anonymity
     * @param mobile
     *            whether it is a mobile carrier's, whose customers' addresses change without their doing
     * @param countrySource
     *            the data that gives the country, by name and date; or null
     * @param systemSource
     *            the data that gives the system's number and name, likewise
     */
    record Fact(@Nullable String asn, @Nullable String name, @Nullable String country, boolean microsoft,
            boolean hosting, boolean mobile, @Nullable String countrySource, @Nullable String systemSource) {

        public static final Fact UNKNOWN = new Fact(null, null, null, false, false, false);

        public Fact(@Nullable String asn, @Nullable String name, @Nullable String country, boolean microsoft,
                boolean hosting, boolean mobile) {
            this(asn, name, country, microsoft, hosting, mobile, null, null);
        }
    }

    /**
     * @param ip
     *            normalised
     * @param asnInLog
     *            the number that the log gives, or null; it goes before any other
     */
    Fact of(String ip, @Nullable String asnInLog);
}
