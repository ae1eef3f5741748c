package org.tokenlane.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTenantTest {

    @TempDir
    private Path folder;

    @Test
    void theExportsAreTheSameBytesOnEveryRunInEveryLocaleAndZone() throws IOException {
        SampleTenant.write(folder.resolve("first"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            SampleTenant.write(folder.resolve("second"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(contents(folder.resolve("second"))).isEqualTo(contents(folder.resolve("first")));
    }

    private static Map<String, String> contents(Path exports) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(exports)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(),
                        Integer.toHexString(Files.readString(file).hashCode()) + " " + Files.size(file));
            }
        }
        return contents;
    }

    @Test
    void theStoryIsTold() throws IOException {
        SampleAnswers answers = SampleTenant.write(folder);
        assertThat(answers.exchangeOperations().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(59);
        assertThat(answers.exchangeOperations()).containsEntry("New-InboxRule", 1).containsEntry("MailItemsAccessed",
                37);
        assertThat(answers.sessions()).hasSizeGreaterThan(300).containsKeys(answers.aitmSession(),
                answers.deviceCodeSession());
        assertThat(answers.files().stream().map(SampleAnswers.File::shape).distinct()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(answers.victimTokens()).doesNotContainAnyElementsOf(answers.attackerTokens());
        assertThat(answers.damaged()).isEqualTo(1);
        String purview = Files.readString(folder.resolve("purview-audit.csv"));
        assertThat(purview.split(answers.exchangeToken(), -1).length - 1).as("records that give the token")
                .isEqualTo(59);
    }

    @Test
    void everythingPlantedSaysWhoseItIsWhatItIsAndWhoDidIt() throws IOException {
        SampleAnswers answers = SampleTenant.write(folder);
        assertThat(answers.planted()).allSatisfy(each -> {
            assertThat(each.what()).isNotBlank();
            assertThat(each.upn()).contains("@");
            if (!each.sessionId().isEmpty()) {
                assertThat(answers.sessions().get(each.sessionId()).upn()).isEqualTo(each.upn());
            }
        });
        assertThat(answers.planted()).extracting(SampleAnswers.Planted::scene).contains("registered-computer",
                "residential-proxy", "revocation", "used-after-revocation", "phish-mail", "copilot-read", "gdap",
                "traveller", "web-gateway", "private-relay", "new-phone", "mfa-again", "clean-up",
                "forwarding-inside", "administrator", "developer", "shared-mailbox");
        assertThat(answers.hostileSessions()).contains(answers.aitmSession(), answers.deviceCodeSession())
                .isSubsetOf(answers.sessions().keySet());
        assertThat(answers.silent()).isNotEmpty();
        assertThat(answers.silent().values()).filteredOn(session -> !session.isEmpty())
                .isSubsetOf(answers.sessions().keySet());
        assertThat(answers.plantedJson()).startsWith("{\"attackedSessions\":[").contains("\"scene\":\"traveller\"");
    }

    @Test
    void theTablesHoldAsManyRowsAsTheAnswersSayUnderTheirRealHeaders() throws IOException {
        SampleAnswers answers = SampleTenant.write(folder);
        for (SampleAnswers.File file : answers.files()) {
            if (file.name().endsWith(".csv")) {
                String text = Files.readString(folder.resolve(file.name()));
                String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
                try (CSVParser parser = CSVParser.parse(
                        plain.startsWith("#TYPE") ? plain.substring(plain.indexOf('\n') + 1) : plain,
                        CSVFormat.RFC4180)) {
                    assertThat(parser.getRecords()).as(file.name()).hasSize(file.records() + 1);
                }
            }
        }
        byte[] portal = Files.readAllBytes(folder.resolve("InteractiveSignIns_2026-09-01_2026-09-30.csv"));
        assertThat(new String(portal, 0, 60, StandardCharsets.UTF_8))
                .startsWith("\ufeff\"Date (UTC)\",\"Request ID\",\"User agent\"");
        List<String> header = CSVParser
                .parse(Files.readString(folder.resolve("InteractiveSignIns_2026-09-01_2026-09-30.csv")).substring(1),
                        CSVFormat.RFC4180)
                .getRecords()
                .getFirst().toList();
        assertThat(header).hasSize(57).contains("Application ID ", "Autonomous system  number");
        assertThat(header.stream().filter("Incoming token type"::equals)).hasSize(2);
        assertThat(Files.readString(folder.resolve("SigninLogs.csv"))).contains("\"9/15/2026, 8:12:00.");
        assertThat(Files.readString(folder.resolve("PT1H.json"))).contains("}\r\n{");
    }
}
