package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.MmdbWriter;
import org.tokenlane.enrich.Networks;

/** What rules learn of addresses beside the logs. */
class KnownNetworksTest {

    @TempDir
    private Path folder;

    private final AddressLookup shipped = new KnownNetworks(Enrichment.of(Networks.shipped()));

    @Test
    void theSystemThatTheLogGivesTellsTheKindOfNetwork() {
        assertThat(shipped.of("193.0.6.139", "14061")).isEqualTo(
                new AddressLookup.Fact(null, "DigitalOcean", "NL", false, true, false, "DB-IP Lite 2026-06-01",
                        "Tokenlane's table of autonomous systems 2026-11-23"));
        assertThat(shipped.of("193.0.6.139", "21928").mobile()).isTrue();
        assertThat(shipped.of("203.0.113.9", null)).isEqualTo(AddressLookup.Fact.UNKNOWN);
    }

    @Test
    void addressesOfMicrosoftsServicesAreItsOwnButARentedServerInAzureIsNot() {
        assertThat(shipped.of("52.97.10.1", "8075").microsoft()).isTrue();
        assertThat(shipped.of("20.50.1.1", "8069").microsoft()).isTrue();
        AddressLookup.Fact azure = shipped.of("20.50.1.1", "8075");
        assertThat(azure.microsoft()).isFalse();
        assertThat(azure.name()).contains("Azure, where anyone can rent servers");
    }

    @Test
    void ownNetworkDataNamesTheSystemUnlessTheLogGivesAnother() {
        Path file = MmdbWriter.of("Test", 1_772_539_200)
                .with("203.0.113.0/24", Map.of("asn", 64500, "as_name", "Example Hosting", "country_code", "DE"))
                .write(folder.resolve("test.mmdb"));
        AddressLookup lookup = new KnownNetworks(Enrichment.of(Networks.open(List.of(file))));
        assertThat(lookup.of("203.0.113.9", null))
                .isEqualTo(new AddressLookup.Fact("64500", "Example Hosting", "DE", false, true, false,
                        "Test 2026-03-03", "Test 2026-03-03"));
        assertThat(lookup.of("203.0.113.9", "64501").name()).isNull();
        assertThat(lookup.of("203.0.113.9", "64501").hosting()).isFalse();
    }
}
