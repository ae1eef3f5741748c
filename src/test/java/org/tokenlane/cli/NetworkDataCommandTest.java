package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.enrich.MmdbWriter;

/** What the commands tell of networks and applications beside the logs, on logs that do not tell it themselves. */
class NetworkDataCommandTest {

    private static final String TABLE = "Tokenlane's table of first-party applications 2026-11-23";

    @TempDir
    private static Path folder;

    private static Path file;
    private static Path own;

    @BeforeAll
    static void importAnExport() {
        file = folder.resolve("bare.tlcase");
        CommandRun.of("import", "--case", file, BareSignIns.write(folder.resolve("signins.json"))).isDone();
        own = MmdbWriter.of("GeoLite2-ASN", 1_772_539_200)
                .with("203.0.113.0/24",
                        Map.of("autonomous_system_number", 64500, "autonomous_system_organization",
                                "Example\u202e Hosting"))
                .write(folder.resolve("own.mmdb"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void aSessionNamesItsApplicationsByTheTableAndItsNetworksByTheDataWithDate() {
        String out = CommandRun.of("session", "--case", file, BareSignIns.SESSION).isDone().out();
        assertThat(out).contains("Microsoft Office (by table) → Microsoft Graph (by table)")
                .contains("  193.0.6.139 by DB-IP Lite 2026-06-01: NL\n")
                .contains(
                        "  193.0.6.139 by Tokenlane's table of autonomous systems 2026-11-23: AS14061 "
                                + "DigitalOcean: servers for rent\n")
                .contains(
                        "  52.97.10.1 by Microsoft 365 URLs and IP address ranges (worldwide) 2026-08-14: Exchange "
                                + "Online, a service of Microsoft 365\n")
                .doesNotContain("203.0.113.9 by");
    }

    @Test
    void ownDataGoesWithTheBuiltInOneAndHostileNamesAreShownPlainly() {
        String out = CommandRun.of("session", "--case", file, "--network-data", own, BareSignIns.SESSION).isDone()
                .out();
        assertThat(out).contains("  203.0.113.9 by GeoLite2-ASN 2026-03-03: AS64500 Example· Hosting\n")
                .contains("193.0.6.139 by DB-IP Lite 2026-06-01: NL");
    }

    @Test
    void jsonGivesEveryValueWithItsSourceInKeysOfTheirOwn() {
        Map<String, Object> session = CommandRun
                .of("session", "--case", file, "--json", "--network-data", own, BareSignIns.SESSION).isDone()
                .jsonObject();
        assertThat(session).containsEntry("countries", List.of());
        assertThat(list(session.get("networks"))).containsExactly(
                Map.of("ip", "193.0.6.139", "country", "NL", "countrySource", "DB-IP Lite 2026-06-01", "kind",
                        "servers for rent", "kindSource",
                        "Tokenlane's table of autonomous systems 2026-11-23"),
                Map.of("ip", "203.0.113.9", "asn", "64500", "asnSource", "GeoLite2-ASN 2026-03-03", "asName",
                        "Example\u202e Hosting", "asNameSource",
                        "GeoLite2-ASN 2026-03-03", "kind", "servers for rent", "kindSource",
                        "Tokenlane's table of autonomous systems 2026-11-23"),
                Map.of("ip", "52.97.10.1", "country", "BR", "countrySource", "DB-IP Lite 2026-06-01",
                        "microsoftService", "Exchange Online", "microsoftServiceSource",
                        "Microsoft 365 URLs and IP address ranges (worldwide) 2026-08-14"));
        Map<String, Object> token = list(session.get("tokens")).getFirst();
        assertThat(token).containsEntry("app", "d3590ed6-52b3-4102-aeff-aad2292ab01c")
                .containsEntry("appByTable", "Microsoft Office")
                .containsEntry("appTableSource", TABLE).containsEntry("resourceByTable", "Microsoft Graph");
    }

    @Test
    void aTokenTellsTheSame() {
        CommandRun text = CommandRun.of("token", "--case", file, BareSignIns.UTI).isDone();
        assertThat(text.out()).contains("Microsoft Office (by table) → Microsoft Graph (by table)")
                .contains("193.0.6.139 by DB-IP Lite 2026-06-01: NL");
        Map<String, Object> token = CommandRun.of("token", "--case", file, "--json", BareSignIns.UTI).isDone()
                .jsonObject();
        assertThat(list(token.get("networks"))).hasSize(1).first()
                .satisfies(entry -> assertThat(entry).containsEntry("country", "NL"));
    }

    @Test
    void filtersKeepMeaningWhatTheLogSays() {
        assertThat(CommandRun.of("events", "--case", file, "country:NL").isDone().out()).contains("0 events");
        assertThat(CommandRun.of("events", "--case", file, "asn:14061").isDone().out()).contains("1 event");
    }

    @Test
    void findingsUseTheDataAndSayWhichItIs() {
        assertThat(CommandRun.of("findings", "--case", file).isDone().out())
                .contains("193.0.6.139 (NL, AS14061 DigitalOcean)", "DB-IP Lite 2026-06-01", "Tokenlane's table");
    }

    @Test
    void aReportNamesTheDataAndItsLicence() throws IOException {
        Path report = folder.resolve("report.html");
        CommandRun.of("report", "--case", file, "--out", report, "--without", "method").isDone();
        assertThat(Files.readString(report)).contains("IP Geolocation by DB-IP (https://db-ip.com)")
                .contains("CC BY 4.0").contains("Microsoft Office (by table)");
    }

    @Test
    void aFileThatIsNoNetworkDataIsRefusedWithASentence() {
        CommandRun run = CommandRun.of("session", "--case", file, "--network-data", folder.resolve("signins.json"),
                BareSignIns.SESSION);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("signins.json").doesNotContain("Exception");
    }
}
