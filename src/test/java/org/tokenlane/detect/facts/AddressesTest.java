package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.Origins;

/** When two addresses are of different networks or countries, and how an address is written. */
class AddressesTest {

    private static Addresses.Address address(String ip, String country, String asn) {
        return new Addresses.Address(ip, asn == null ? Origins.prefix(ip) : "AS" + asn, country, asn,
                AddressLookup.Fact.UNKNOWN, true, false);
    }

    private static Addresses.Address at(String ip, String country, String asn, AddressLookup.Fact fact) {
        boolean inLog = !"FR".equals(country);
        return new Addresses.Address(ip, Origins.prefix(ip), country, asn, fact, inLog, false);
    }

    @Test
    void networksDifferByTheirSystems() {
        assertThat(Addresses.differ(address("192.0.2.1", "DK", "1"), address("198.51.100.1", "DK", "2"))).isTrue();
        assertThat(Addresses.differ(address("192.0.2.1", "DK", "1"), address("198.51.100.1", "DK", "1"))).isFalse();
        assertThat(Addresses.differ(null, address("192.0.2.1", "DK", "1"))).isFalse();
        assertThat(Addresses.differ(address("192.0.2.1", "DK", "1"), null)).isFalse();
    }

    @Test
    void insideASystemThatRentsOutServersOnlyCountriesDiffer() {
        AddressLookup.Fact hoster = new AddressLookup.Fact(null, null, null, false, true, false);
        assertThat(Addresses.differ(at("192.0.2.1", "NL", "1", hoster), at("198.51.100.1", "US", "1", hoster)))
                .isTrue();
        assertThat(Addresses.differ(at("192.0.2.1", "NL", "1", hoster), at("198.51.100.1", "NL", "1", hoster)))
                .isFalse();
    }

    @Test
    void withoutASystemTheyDifferByPrefixAndVersionsOnlyByCountry() {
        assertThat(Addresses.differ(address("192.0.2.1", null, null), address("192.0.2.200", null, "1"))).isFalse();
        assertThat(Addresses.differ(address("192.0.2.1", null, null), address("198.51.100.1", null, "1"))).isTrue();
        assertThat(Addresses.differ(address("192.0.2.1", "DK", null), address("2001:db8::1", "DK", null))).isFalse();
        assertThat(Addresses.differ(address("192.0.2.1", "DK", null), address("2001:db8::1", "SE", null))).isTrue();
        assertThat(Addresses.differ(address("192.0.2.1", "DK", "1"), address("2001:db8::1", "DK", "2"))).isTrue();
    }

    @Test
    void countriesAreComparedOnlyWhereBothAreKnown() {
        Addresses.Address danish = address("192.0.2.1", "DK", null);
        Addresses.Address unknown = address("192.0.2.2", null, null);
        assertThat(Addresses.inOtherCountry(danish, address("192.0.2.3", "SE", null))).isTrue();
        assertThat(Addresses.inOtherCountry(danish, address("192.0.2.3", "dk", null))).isFalse();
        assertThat(Addresses.inOtherCountry(danish, unknown)).isFalse();
        assertThat(Addresses.inOtherCountry(unknown, danish)).isFalse();
        assertThat(Addresses.inOtherCountry(null, danish)).isFalse();
        assertThat(Addresses.inOtherCountry(danish, null)).isFalse();
        assertThat(Addresses.inSameCountry(danish, address("192.0.2.3", "dk", null))).isTrue();
        assertThat(Addresses.inSameCountry(danish, address("192.0.2.3", "SE", null))).isFalse();
        assertThat(Addresses.inSameCountry(unknown, danish)).isFalse();
        assertThat(Addresses.inSameCountry(null, danish)).isFalse();
        assertThat(Addresses.inSameCountry(danish, null)).isFalse();
    }

    @Test
    void onlyACarriersAddressIsMobile() {
        AddressLookup.Fact carrier = new AddressLookup.Fact(null, null, null, false, false, true);
        assertThat(Addresses.isMobile(at("192.0.2.1", "DK", "1", carrier))).isTrue();
        assertThat(Addresses.isMobile(address("192.0.2.1", "DK", "1"))).isFalse();
        assertThat(Addresses.isMobile(null)).isFalse();
    }

    @Test
    void anAddressIsWrittenWithWhatIsKnownAndTheSourceOfWhatNoLogContains() {
        AddressLookup.Fact named = new AddressLookup.Fact("64500", "Example", "FR", false, false, false, "Countries 1",
                "Systems 2");
        AddressLookup.Fact numbered = new AddressLookup.Fact("64500", null, null, false, false, false, null,
                "Systems 2");
        assertThat(Addresses.words(null)).isEqualTo(FactsText.UNKNOWN_ADDRESS.text());
        assertThat(Addresses.words(address("192.0.2.1", null, null))).isEqualTo("192.0.2.1");
        assertThat(Addresses.words(address("192.0.2.1", "DK", null))).isEqualTo("192.0.2.1 (DK)");
        assertThat(Addresses.words(address("192.0.2.1", null, "64500"))).isEqualTo("192.0.2.1 (AS64500)");
        assertThat(Addresses.words(address("192.0.2.1", "DK", "64500"))).isEqualTo("192.0.2.1 (DK, AS64500)");
        assertThat(Addresses.words(at("192.0.2.1", "FR", "64500", named)))
                .isEqualTo("192.0.2.1 (FR, AS64500 Example)");
        assertThat(Addresses.sources(at("192.0.2.1", "FR", "64500", named))).containsExactly("Countries 1",
                "Systems 2");
        assertThat(Addresses.words(at("192.0.2.1", "DK", "64500", numbered)))
                .isEqualTo("192.0.2.1 (DK, AS64500)");
        assertThat(Addresses.sources(at("192.0.2.1", "DK", "64500", numbered))).containsExactly("Systems 2");
        assertThat(Addresses.words(at("192.0.2.1", "DK", "64501", numbered)))
                .as("the log gives another number than the data").isEqualTo("192.0.2.1 (DK, AS64501)");
        assertThat(Addresses.sources(at("192.0.2.1", "DK", "64501", numbered))).isEmpty();
        assertThat(Addresses.sources(null)).isEmpty();
    }
}
