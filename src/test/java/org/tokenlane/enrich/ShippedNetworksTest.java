package org.tokenlane.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The network data that ships with the program: what it is said to be, what it knows and what it must not claim to
 * know.
 */
class ShippedNetworksTest {

    private final Networks networks = Networks.shipped();

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Networks.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void theFileIsTheOneThatItsSidecarDescribes() throws IOException, NoSuchAlgorithmException {
        Properties about = new Properties();
        about.load(new java.io.StringReader(new String(resource("dbip-country.properties"), StandardCharsets.UTF_8)));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(resource(about.getProperty("file")));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(about.getProperty("sha256"));
        assertThat(about).containsKeys("name", "date", "licence", "attribution", "source");
    }

    @Test
    void theSourceGivesNameDateLicenceAndAttribution() {
        NetworkSource source = networks.sources().getLast();
        assertThat(source.label()).isEqualTo("DB-IP Lite 2026-06-01");
        assertThat(source.licence()).contains("CC BY 4.0");
        assertThat(source.attribution()).isEqualTo("IP Geolocation by DB-IP (https://db-ip.com)");
        assertThat(source.file()).isNull();
    }

    @Test
    void wellKnownPublicAddressesHaveACountry() {
        assertThat(country("193.0.6.139")).as("RIPE").isEqualTo("NL");
        assertThat(country("2001:67c:2e8:22::c100:68b")).as("RIPE").isEqualTo("NL");
        assertThat(country("8.8.8.8")).as("Google's name server").isEqualTo("US");
        assertThat(country("9.9.9.9")).as("Quad9").isEqualTo("US");
        assertThat(country("2620:fe::fe")).as("Quad9").isEqualTo("US");
        assertThat(country("[::ffff:193.0.6.139]:443")).as("another spelling").isEqualTo("NL");
    }

    @Test
    void everyValueComesWithItsSource() {
        assertThat(networks.lookUp("193.0.6.139").sentence()).isEqualTo("by DB-IP Lite 2026-06-01: NL");
        assertThat(networks.lookUp("193.0.6.139").asn()).as("not in this data").isNull();
    }

    @Test
    void specialAddressesAndGarbageGiveNothing() {
        for (String text : List.of("192.0.2.1", "198.51.100.7", "203.0.113.77", "2001:db8::1", "10.1.2.3", "172.16.0.1",
                "192.168.1.1", "100.64.0.1", "127.0.0.1",
                "169.254.1.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "2002:808:808::1",
                "2001:0:808:808::1", "64:ff9b::808:808", "",
                "example.org", "1.2.3", "1.2.3.4.5", "999.1.1.1", "8.8.8.8/24", "'; DROP TABLE", "\u202e8.8.8.8",
                "gggg::1")) {
            assertThat(networks.lookUp(text)).as(text).isEqualTo(NetworkFact.NOTHING);
        }
        assertThat(networks.lookUp(null)).isEqualTo(NetworkFact.NOTHING);
        assertThat(NetworkFact.NOTHING.isEmpty()).isTrue();
        assertThat(NetworkFact.NOTHING.sentence()).isEmpty();
    }

    private String country(String ip) {
        return networks.lookUp(ip).country().text();
    }
}
