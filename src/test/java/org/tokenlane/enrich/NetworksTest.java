package org.tokenlane.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The analyst's own network data: every maker's names for the same things, which file goes first, and files that cannot
 * be used.
 */
class NetworksTest {

    private static final long MARCH_2026 = 1_772_539_200;

    @TempDir
    private Path folder;

    private NetworkFact fact(Map<String, Object> record) {
        Path file = MmdbWriter.of("Test", MARCH_2026).with("203.0.113.0/24", record).write(folder.resolve("test.mmdb"));
        return Networks.open(List.of(file)).lookUp("203.0.113.9");
    }

    private static String words(NetworkFact fact) {
        return String.join(" | ", fact.wordsBySource().values());
    }

    @Test
    void theNamesOfAllKnownMakersAreRead() {
        assertThat(words(fact(Map.of("country", Map.of("iso_code", "DE", "names", Map.of("en", "Germany")),
                "registered_country", Map.of("iso_code", "US"), "city",
                Map.of("names", Map.of("de", "München", "en", "Munich"))))))
                .as("GeoLite2 City, DB-IP City").isEqualTo("DE, Munich");
        assertThat(
                words(fact(Map.of("autonomous_system_number", 64500, "autonomous_system_organization", "Example Net"))))
                .as("GeoLite2 ASN, DB-IP ASN")
                .isEqualTo("AS64500 Example Net");
        assertThat(words(
                fact(Map.of("country", "Germany", "country_code", "DE", "continent", "Europe", "asn", "AS64500",
                        "as_name", "Example Net", "as_domain", "n.example"))))
                .as("IPinfo Lite").isEqualTo("DE, AS64500 Example Net");
        assertThat(words(fact(Map.of("asn", "AS64500", "name", "Example Net", "country", "de")))).as("IPinfo, older")
                .isEqualTo("DE, AS64500 Example Net");
        assertThat(words(fact(Map.of("country_code", "DE", "city", "Berlin")))).as("ip-location-db")
                .isEqualTo("DE, Berlin");
        assertThat(words(fact(Map.of("traits",
                Map.of("autonomous_system_number", 64500, "autonomous_system_organization", "Example Net")))))
                .as("GeoIP2 Enterprise")
                .isEqualTo("AS64500 Example Net");
        assertThat(words(fact(Map.of("isp", "Example ISP", "organization", "Another")))).as("GeoIP2 ISP")
                .isEqualTo("Example ISP");
    }

    @Test
    void whereANetworkIsRegisteredIsNotWhereItIsUsed() {
        assertThat(fact(Map.of("registered_country", Map.of("iso_code", "US"), "asn", 64500)).country()).isNull();
    }

    @Test
    void ownFilesGoBeforeTheShippedOneFieldByField() {
        Path systems = MmdbWriter.of("GeoLite2-ASN", MARCH_2026)
                .with("193.0.0.0/16", Map.of("autonomous_system_number", 3333)).write(folder.resolve("a.mmdb"));
        Path both = MmdbWriter.of("ipinfo generic_lite.mmdb", 0)
                .with("193.0.0.0/16", Map.of("asn", "AS3333", "as_name", "RIPE NCC", "city", "Amsterdam"))
                .with("8.8.8.0/24", Map.of("country_code", "FR"))
                .with("2620:fe::/48", Map.of("asn", "AS64501", "as_name", "Other"))
                .write(folder.resolve("b.mmdb"));
        Networks networks = Networks.open(List.of(systems, both));
        NetworkFact fact = networks.lookUp("193.0.6.139");
        assertThat(fact.sentence()).isEqualTo(
                "by DB-IP Lite 2026-06-01: NL; by ipinfo generic_lite.mmdb, of unknown date: Amsterdam, RIPE NCC; "
                        + "by GeoLite2-ASN 2026-03-03: AS3333");
        assertThat(networks.lookUp("8.8.8.8").sentence()).isEqualTo("by ipinfo generic_lite.mmdb, of unknown date: FR");
        assertThat(networks.lookUp("2620:fe::fe").asName().text()).isEqualTo("Other");
        assertThat(networks.sources()).extracting(NetworkSource::name).containsExactly("GeoLite2-ASN",
                "ipinfo generic_lite.mmdb", "DB-IP Lite");
        assertThat(networks.sources().getFirst().attribution()).contains("MaxMind");
        assertThat(networks.sources().getFirst().file()).isEqualTo(systems);
    }

    @Test
    void theNameOfASystemIsNeverPutToAnothersNumber() {
        Path mine = MmdbWriter.of("A", MARCH_2026).with("203.0.113.0/24", Map.of("asn", 64500))
                .write(folder.resolve("a.mmdb"));
        Path other = MmdbWriter.of("B", MARCH_2026).with("203.0.113.0/24", Map.of("asn", 64501, "as_name", "Another"))
                .write(folder.resolve("b.mmdb"));
        NetworkFact fact = Networks.open(List.of(mine, other)).lookUp("203.0.113.9");
        assertThat(fact.asn().text()).isEqualTo("64500");
        assertThat(fact.asName()).isNull();
    }

    @Test
    void anOwnFileMayKnowTheOrganisationsPrivateNetworks() {
        Path mine = MmdbWriter.of("Contoso sites", MARCH_2026).with("10.1.0.0/16", Map.of("city", "Oslo, head office"))
                .write(folder.resolve("sites.mmdb"));
        assertThat(Networks.open(List.of(mine)).lookUp("10.1.2.3").sentence())
                .isEqualTo("by Contoso sites 2026-03-03: Oslo, head office");
    }

    @Test
    void aFileOfIpv4OnlyIsNotAskedForIpv6() {
        Path mine = MmdbWriter.ofV4Only("V4", MARCH_2026).with("203.0.113.0/24", Map.of("country_code", "NO"))
                .write(folder.resolve("v4.mmdb"));
        Networks networks = Networks.open(List.of(mine));
        assertThat(networks.lookUp("2620:fe::fe").country().text()).isEqualTo("US");
        assertThat(networks.lookUp("203.0.113.9").country().text()).isEqualTo("NO");
        assertThat(networks.own().getFirst().isBroken()).isFalse();
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedWithASentenceOnWhatToDo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mmdb"), "this is not network data");
        assertThatThrownBy(() -> NetworkFile.open(text)).isInstanceOf(NetworkFileException.class)
                .hasMessage(EnrichText.NOT_NETWORK_DATA.text("notes.mmdb"));
        Path empty = Files.createFile(folder.resolve("empty.mmdb"));
        assertThatThrownBy(() -> NetworkFile.open(empty)).isInstanceOf(NetworkFileException.class);
        assertThatThrownBy(() -> NetworkFile.open(folder.resolve("gone.mmdb"))).isInstanceOf(NetworkFileException.class)
                .hasMessage(EnrichText.NO_FILE.text(folder.resolve("gone.mmdb").toString()));
        Path whole = MmdbWriter.of("Test", MARCH_2026).with("203.0.113.0/24", Map.of("country_code", "DE"))
                .write(folder.resolve("whole.mmdb"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int cut = 0; cut < bytes.length; cut += 7) {
            Path damaged = Files.write(folder.resolve("cut.mmdb"),
                    java.util.Arrays.copyOfRange(bytes, cut, bytes.length));
            try {
                assertThat(Networks.open(List.of(damaged)).lookUp("203.0.113.9")).isNotNull();
            } catch (NetworkFileException refused) {
                assertThat(refused).hasMessageContaining("cut.mmdb");
            }
        }
    }

    @Test
    void aFileWithNothingThatIsLookedForIsRefused() {
        Path file = MmdbWriter.of("Test", MARCH_2026).with("203.0.113.0/24", Map.of("is_anonymous", "yes"))
                .write(folder.resolve("anonymous.mmdb"));
        assertThatThrownBy(() -> NetworkFile.open(file)).isInstanceOf(NetworkFileException.class)
                .hasMessage(EnrichText.NOTHING_KNOWN.text("anonymous.mmdb"));
    }

    @Test
    void namesThatAreTooLongAreCut() {
        assertThat(fact(Map.of("asn", 64500, "as_name", "x".repeat(200))).asName().text()).hasSize(121);
    }
}
