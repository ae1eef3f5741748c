package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the analyst allows: systems, addresses, networks and applications, in whatever spelling. */
class AllowListTest {

    private static AllowList networks(String... networks) {
        return new AllowList(List.of(networks), List.of());
    }

    @Test
    void aSystemIsAllowedByItsNumber() {
        assertThat(networks("as64511").hasNetwork("203.0.113.7", "64511")).isTrue();
        assertThat(networks("AS64511").hasNetwork("203.0.113.7", "6451")).isFalse();
        assertThat(networks("AS64511").hasNetwork("203.0.113.7", null)).isFalse();
    }

    @Test
    void anAddressIsAllowedInAnySpelling() {
        assertThat(networks(" 203.0.113.7 ").hasNetwork("203.0.113.7", null)).isTrue();
        assertThat(networks("203.0.113.7").hasNetwork("203.0.113.70", null)).isFalse();
        assertThat(networks("2001:DB8:0:0::7").hasNetwork("2001:db8::7", null)).isTrue();
        assertThat(networks("2001:db8::7").hasNetwork("2001:db8::8", null)).isFalse();
    }

    @Test
    void aNetworkIsAllowedWithAllItsAddresses() {
        assertThat(networks("203.0.113.64/26").hasNetwork("203.0.113.127", null)).isTrue();
        assertThat(networks("203.0.113.64/26").hasNetwork("203.0.113.128", null)).isFalse();
        assertThat(networks("2001:db8:40::/44").hasNetwork("2001:db8:4f:1::1", null)).isTrue();
        assertThat(networks("203.0.113.0/24").hasNetwork(null, "64511")).isFalse();
    }

    @Test
    void anApplicationIsAllowedByIdOrName() {
        AllowList list = new AllowList(List.of(), List.of(" Room Display", "04B07795-8ddb-461a-bbee-02f9e1bf7b46"));
        assertThat(list.hasApp("room display")).isTrue();
        assertThat(list.hasApp("04b07795-8ddb-461a-bbee-02f9e1bf7b46")).isTrue();
        assertThat(list.hasApp("Room")).isFalse();
        assertThat(list.hasApp(null)).isFalse();
    }

    @Test
    void whatIsNoNetworkIsKnownAsSuch() {
        for (String text : List.of("AS64511", "203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "2001:db8::1")) {
            assertThat(AllowList.isNetwork(text)).as(text).isTrue();
        }
        for (String text : List.of("", "the office", "64511", "AS", "203.0.113.0/33", "203.0.113", "999.0.113.7",
                "2001:db8::/129")) {
            assertThat(AllowList.isNetwork(text)).as(text).isFalse();
        }
    }
}
