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
        "2001:0db8:0000:0000:0008:0800:200c:417a,2001:db8::8:800:200c:417a,-1", "' 203.0.113.7 ',203.0.113.7,-1",
        "<203.0.113.7>,203.0.113.7,-1", "(203.0.113.7),203.0.113.7,-1", "{203.0.113.7:443},203.0.113.7,443" })
    void everySpellingBecomesTheOne(String raw, String value, int port) {
        IpAddress address = IpAddress.of(raw);
        assertThat(address.value()).isEqualTo(value);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.isAddress()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = { "203.0.113.7, 198.51.100.3, 192.0.2.9>203.0.113.7>-1",
        "203.0.113.7;198.51.100.3>203.0.113.7>-1", "203.0.113.7:443,198.51.100.3>203.0.113.7>443",
        "unknown, 198.51.100.3>198.51.100.3>-1", "2001:db8::1, 198.51.100.3>2001:db8::1>-1",
        "[\"203.0.113.7\",\"198.51.100.3\"]>203.0.113.7>-1", "['203.0.113.7', '198.51.100.3']>203.0.113.7>-1",
        "[2001:db8::1]:443, 203.0.113.7>2001:db8::1>443" })
    void ofAListOfAddressesTheFirstCounts(String raw, String value, int port) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(value, port, true));
    }

    @ParameterizedTest
    @CsvSource({ "::ffff:203.0.113.7:51423,203.0.113.7,51423", "ffff:203.0.113.7,203.0.113.7,-1",
        ":ffff:203.0.113.7,203.0.113.7,-1", "::203.0.113.7,203.0.113.7,-1", "::FFFF:0:203.0.113.7,203.0.113.7,-1",
        "[::ffff:203.0.113.7,203.0.113.7,-1", "0:0:0:0:0:ffff:203.0.113.7,203.0.113.7,-1",
        "::ffff:cb00:7107,203.0.113.7,-1", "0000:0000:0000:0000:0000:FFFF:cb00:7107,203.0.113.7,-1",
        "64:ff9b::203.0.113.7,64:ff9b::cb00:7107,-1", "2001:db8::203.0.113.7,2001:db8::cb00:7107,-1" })
    void anIpv4AddressInsideAnIpv6OneIsTheIpv4OneWhereItIsMapped(String raw, String value, int port) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(value, port, true));
    }

    @ParameterizedTest
    @CsvSource({ "::,::", "::1,::1", "1::,1::", "fe80::1%eth0,fe80::1", "2001:db8:1:2:3:4:5:6,2001:db8:1:2:3:4:5:6" })
    void anIpv6AddressNeedsNoLookUp(String raw, String value) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(value, -1, true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "12345::1", "1:2:3:4:5:6:7::8", "::1.2.3", "1::g",
        ":1:2:3:4:5:6:7", "NOTANIPV4 (10.9000.0.1)", "a, b", "::ffff:203.0.113.7:99999" })
    void whatOnlyLooksLikeAnAddressIsKeptAsText(String raw) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(raw, -1, false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = { "\"203.0.113.7\">203.0.113.7",
        "{203.0.113.7}>203.0.113.7",
        "{\"203.0.113.7\"}>203.0.113.7", "{ '2001:db8::1' }>2001:db8::1", "203.0.113.7'>203.0.113.7",
        "203.0.113.7/32>203.0.113.7", "2001:db8::1/128>2001:db8::1", "{203.0.113.7/32}>203.0.113.7",
        "1:0:0:0:0:ffff:cb00:7107>1::ffff:cb00:7107", "0:0:0:0:1:ffff:cb00:7107>::1:ffff:cb00:7107" })
    void anAddressIsReadWithoutWhatAListOfOneLeavesAroundIt(String raw, String value) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(value, -1, true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "203.0.113.7/31", "2001:db8::1/32", "2001:db8::1/12", "{", "{203.0.113.7", "\"",
        "203.0.113.7}" })
    void aNetworkOfSeveralAndAHalfBracketAreKeptAsText(String raw) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress(raw, -1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = { "unknown", "NaN", "{none}", "\"undefined\"", "{}", "\"\"" })
    void aWordForNoneInBracketsIsNone(String raw) {
        assertThat(IpAddress.of(raw)).isNull();
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
