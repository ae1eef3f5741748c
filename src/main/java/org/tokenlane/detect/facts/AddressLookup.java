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
     */
    record Fact(String asn, String name, String country, boolean microsoft, boolean hosting, boolean mobile) {

        public static final Fact UNKNOWN = new Fact(null, null, null, false, false, false);
    }

    /**
     * @param ip
     *            normalised
     * @param asnInLog
     *            the number that the log gives, or null; it goes before any other
     */
    Fact of(String ip, String asnInLog);
}
