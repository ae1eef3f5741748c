package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;

/** What external data says of an address. */
public interface AddressLookup {

    /** Exits to the internet that many people share, far from where they are. */
    enum Exit {
        NONE,
        /** A web gateway of companies, which filters what their computers do. */
        GATEWAY,
        /** Of iCloud Private Relay, beside other services of the same operator. */
        RELAY
    }

    /** Knows nothing: only what the logs contain counts. */
    AddressLookup NOTHING = new AddressLookup() {

        @Override
        public Fact of(String ip, @Nullable String asnInLog) {
            return Fact.UNKNOWN;
        }

        @Override
        public String version() {
            return "nothing";
        }
    };

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
     * @param exit
     *            whether many people share it as their exit to the internet
     */
    record Fact(@Nullable String asn, @Nullable String name, @Nullable String country, boolean microsoft,
            boolean hosting, boolean mobile, @Nullable String countrySource, @Nullable String systemSource,
            Exit exit) {

        public static final Fact UNKNOWN = new Fact(null, null, null, false, false, false);

        public Fact(@Nullable String asn, @Nullable String name, @Nullable String country, boolean microsoft,
                boolean hosting, boolean mobile) {
            this(asn, name, country, microsoft, hosting, mobile, null, null, Exit.NONE);
        }

        public Fact(@Nullable String asn, @Nullable String name, @Nullable String country, boolean microsoft,
                boolean hosting, boolean mobile, @Nullable String countrySource, @Nullable String systemSource) {
            this(asn, name, country, microsoft, hosting, mobile, countrySource, systemSource, Exit.NONE);
        }

        boolean isSharedExit() {
            return exit != Exit.NONE;
        }
    }

    /**
     * @param ip
     *            normalised
     * @param asnInLog
     *            the number that the log gives, or null; it goes before any other
     */
    Fact of(String ip, @Nullable String asnInLog);

    /**
     * What distinguishes the data from any other that answers differently; null where that cannot be said, so that
     * nothing that follows from the answers may be kept.
     */
    default @Nullable String version() {
        return null;
    }
}
