package org.tokenlane.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({ "192.0.2.1, 192.0.2.0/24", "192.0.2.255, 192.0.2.0/24", "192.0.3.0, 192.0.3.0/24",
        "2001:db8::1, 2001:db8::/48", "2001:db8:0:1::, 2001:db8::/48", "2001:db8:1::, 2001:db8:1::/48",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48", "2001::1, 2001::/48", "::1, ::/48", "fe80::1:2:3, fe80::/48",
        "2001:0:5::7, 2001:0:5::/48", "0:1:2:3:4:5:6:7, 0:1:2::/48" })
    void theUsualNetworkOfAnAddressIsItsFirst24Or48Bits(String ip, String network) {
        assertThat(Network.around(ip).text()).isEqualTo(network);
        assertThat(Network.around(ip).contains(ip)).isTrue();
        assertThat(Network.of(network).contains(ip)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "host", "1.2.3", "1.2.3.256", "12:30", "2001:db8::g", "1:2:3:4:5:6:7:8:9" })
    void aTextThatIsNoAddressHasNone(String text) {
        assertThat(Network.around(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "203.0.113.0/24, 203.0.113.0, true", "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false", "203.0.113.0/24, 203.0.112.255, false",
        "203.0.113.128/25, 203.0.113.127, false", "203.0.113.128/25, 203.0.113.128, true",
        "203.0.113.7/32, 203.0.113.7, true", "203.0.113.7/32, 203.0.113.6, false", "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false", "2001:db8::/32, 2001:db8:ffff::, true", "2001:db8::/32, 2001:db9::, false",
        "::/0, 2001:db8::1, true", "2001:db8::1/128, 2001:db8::1, true", "2001:db8::1/128, 2001:db8::2, false",
        "203.0.113.0/24, host, false" })
    void anAddressIsInANetworkWhereItsFirstBitsAreTheNetworks(String network, String ip, boolean contains) {
        assertThat(Network.of(network).contains(ip)).isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(strings = { "203.0.113.0", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/x", "2001:db8::/129",
        "/24", "host/24", "203.0.113.0/-1", "203.0.113.0/1000" })
    void aTextThatIsNoNetworkIsNone(String text) {
        assertThat(Network.of(text)).isNull();
    }

    @Test
    void aNetworkIsWrittenWithItsFirstAddress() {
        assertThat(Network.of("203.0.113.77/25").text()).isEqualTo("203.0.113.0/25");
        assertThat(Network.of("2001:DB8:0::5/128").text()).isEqualTo("2001:db8::5/128");
    }
}
