package org.tokenlane.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address in all the spellings of the logs is one address. */
class IpAddressTest {

    @ParameterizedTest
    @CsvSource({ "203.0.113.7,203.0.113.7,-1", "203.0.113.7:51423,203.0.113.7,51423",
        "[203.0.113.7]:443,203.0.113.7,443", "::ffff:203.0.113.7,203.0.113.7,-1",
        "[::ffff:203.0.113.7]:443,203.0.113.7,443", "2001:DB8:0:0:0:0:0:1,2001:db8::1,-1",
        "[2001:db8::1],2001:db8::1,-1", "[2001:db8::1]:51423,2001:db8::1,51423",
        "2001:0db8:0000:0000:0008:0800:200c:417a,2001:db8::8:800:200c:417a,-1", "' 203.0.113.7 ',203.0.113.7,-1" })
    void everySpellingBecomesTheOne(String raw, String value, int port) {
        IpAddress address = IpAddress.of(raw);
        assertThat(address.value()).isEqualTo(value);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.isAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<null>", "", "-" })
    void whatStandsForNothingIsNone(String raw) {
        assertThat(IpAddress.of(raw)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "999.1.2.3", "localhost-proxy", "2001:db8::1::2" })
    void textThatIsNoAddressIsKeptAsItIs(String raw) {
        assertThat(IpAddress.of(raw).isAddress()).isFalse();
        assertThat(IpAddress.of(raw).value()).isEqualTo(raw);
    }

    @Test
    void anyAddressOfSixteenBytesIsTheSameInItsLongAndItsShortForm() throws UnknownHostException {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            bytes[0] = 0x20;
            for (int group = 1; group < 8; group++) {
                if (random.nextInt(3) == 0) {
                    bytes[group * 2] = 0;
                    bytes[group * 2 + 1] = 0;
                }
            }
            String whole = InetAddress.getByAddress(bytes).getHostAddress();
            IpAddress address = IpAddress.of(whole);
            assertThat(IpAddress.of(address.value())).as("normalising twice changes nothing").isEqualTo(address);
            assertThat(InetAddress.getByName(address.value()).getAddress()).isEqualTo(bytes);
        }
    }
}
