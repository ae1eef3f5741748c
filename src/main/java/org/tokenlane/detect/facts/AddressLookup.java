package org.tokenlane.detect.facts;

/** Tells what is known of an address beside the logs. */
public interface AddressLookup {

    /** Knows nothing: only what the logs tell counts. */
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
     *            whether it is a mobile carrier's, whose customers change addresses by themselves
     * @param countrySource
     *            the data that gives the country, by name and date; or null
     * @param systemSource
     *            the data that gives the system's number and name, likewise
     */
    record Fact(String asn, String name, String country, boolean microsoft, boolean hosting, boolean mobile,
            String countrySource, String systemSource) {

        public static final Fact UNKNOWN = new Fact(null, null, null, false, false, false);

        public Fact(String asn, String name, String country, boolean microsoft, boolean hosting, boolean mobile) {
            this(asn, name, country, microsoft, hosting, mobile, null, null);
        }
    }

    /**
     * @param ip
     *            normalised
     * @param asnInLog
     *            the number that the log gives, or null; it goes before any other
     */
    Fact of(String ip, String asnInLog);
}
