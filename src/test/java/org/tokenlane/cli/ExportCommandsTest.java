package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.Indicators;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/** What other programs get of the sample tenant: raw records, Timesketch, STIX, KQL, timelines. */
class ExportCommandsTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void copyTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    private static CommandRun run(Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    @Test
    void rawRecordsComeOnDemandAsTheyStandInTheEvidence() {
        Map<String, Object> line = run("events", "--format", "jsonl-raw", "op:New-InboxRule",
                "session:" + answers.aitmSession()).isDone().jsonLines().getFirst();
        assertThat((List<?>) line.get("raw")).isNotEmpty()
                .allSatisfy(raw -> assertThat(raw.toString()).contains("New-InboxRule"));
        assertThat(run("events", "--json", "op:New-InboxRule").isDone().jsonLines().getFirst())
                .doesNotContainKey("raw");
    }

    @Test
    void timesketchGetsItsFieldsInBothFormsAndNoValueLongerThanItTakes() throws IOException {
        Path csv = folder.resolve("out.timesketch.csv");
        run("events", "--out", csv, "session:" + answers.aitmSession()).isDone();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).startsWith("message,datetime,timestamp,timestamp_desc,");
        assertThat(lines).hasSize(1 + run("events", "--format", "timesketch", "session:" + answers.aitmSession())
                .isDone().jsonLines().size());
        assertThat(run("log").isDone().out()).contains("events exported: ", "out.timesketch.csv");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(CommandRun run) {
        return (List<Map<String, Object>>) run.isDone().jsonObject().get("objects");
    }

    @Test
    void theStixBundleNamesAddressesSessionsAndTokensAndAllItsReferencesResolve() {
        CommandRun bundle = run("events", "--format", "stix", "session:" + answers.aitmSession());
        List<Map<String, Object>> objects = objects(bundle);
        assertThat(bundle.jsonObject().get("id").toString())
                .matches("bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        Set<Object> ids = new HashSet<>();
        for (Map<String, Object> object : objects) {
            assertThat(object).containsEntry("spec_version", "2.1");
            assertThat(object.get("id").toString()).startsWith(object.get("type") + "--")
                    .matches("[a-z0-9-]+--[0-9a-f-]{36}");
            assertThat(ids.add(object.get("id"))).as("no id twice").isTrue();
            if (object.containsKey("modified")) {
                assertThat(object.get("created").toString())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
                        .isEqualTo(object.get("modified"));
            }
            if (object.get("type").equals("indicator")) {
                assertThat(object).containsEntry("pattern_type", "stix").containsKeys("pattern", "valid_from");
            }
        }
        for (Map<String, Object> object : objects) {
            if (object.get("object_refs") instanceof List<?> references) {
                assertThat(ids.containsAll(references)).isTrue();
            }
        }
        assertThat(objects).extracting(object -> object.get("pattern")).contains("[ipv4-addr:value = '203.0.113.77']",
                "[x-entra-session:session_id = '" + answers.aitmSession() + "']");
        assertThat(run("events", "--format", "stix", "session:" + answers.aitmSession()).out())
                .as("the same events, the same bundle").isEqualTo(bundle.out());
    }

    @Test
    void theBundleNamesNothingOfTheOfficeAndTheTechniquesOfTheFindings() throws IOException {
        Path file = folder.resolve("incident.json");
        run("indicators", "--format", "stix", "--out", file).isDone();
        String bundle = Files.readString(file);
        assertThat(bundle).contains("TLP:AMBER", "attack-pattern", "mitre-attack", "\"confidence\"",
                "email-addr:value = 'collector@mailbox.example'", "identity_class")
                .doesNotContain("198.51.100.240", "anomalous-activity");
        assertThat(FormatRules.stix(bundle)).isEmpty();
        String listed = run("indicators").isDone().out();
        assertThat(listed).contains("203.0.113.77", "collector@mailbox.example").doesNotContain("198.51.100.240");
        assertThat(run("indicators", "--format", "stix").exitCode()).isEqualTo(2);
        assertThat(run("indicators", "--format", "nothing", "--out", file).exitCode()).isEqualTo(2);
    }

    @Test
    void verdictsAndTagsAreTagsInTimesketch() {
        String event = run("events", "--json", "ip:203.0.113.77").isDone().jsonLines().getFirst().get("eventId")
                .toString();
        run("mark", "--event", event, "--verdict", "malicious", "--tag", "exfil, now").isDone();
        Map<String, Object> line = run("events", "--format", "timesketch", "event:" + event).isDone().jsonLines()
                .getFirst();
        assertThat(line.get("tag")).isEqualTo(List.of("verdict:malicious", "exfil, now"));
        assertThat(run("events", "--format", "timesketch-csv", "event:" + event).isDone().out())
                .contains("\"verdict:malicious,exfil  now\"");
        run("mark", "--undo").isDone();
    }

    @Test
    void queriesNameTheSessionItsTokensAndTheirTimeAndAHostileIdCannotEndItsString() {
        String kql = run("kql", "--session", answers.aitmSession().toUpperCase(java.util.Locale.ROOT)).isDone().out();
        assertThat(kql).contains("let sessions = dynamic([\"" + answers.aitmSession() + "\"]);",
                "datetime(2026-09-14T08:", "SigninLogs",
                "AADNonInteractiveUserSignInLogs", "OfficeActivity",
                "MicrosoftGraphActivityLogs", "EntraIdSignInEvents", "CloudAppEvents", "GraphApiAuditEvents");
        String token = run("events", "--json", "session:" + answers.aitmSession(), "op:MailItemsAccessed").isDone()
                .jsonLines().getFirst().get("token").toString();
        assertThat(kql).contains('"' + token + '"');
        assertThat(run("kql", "--token", token).isDone().out()).contains("let tokens = dynamic([\"" + token + "\"]);",
                "let sessions = dynamic([]);");
        assertThat(run("kql").exitCode()).isEqualTo(2);
        assertThat(org.tokenlane.report.KqlText.of(org.tokenlane.report.KqlSubject.of(
                List.of("x\"]); externaldata() //\n\\"), List.of(), List.of(),
                org.tokenlane.model.event.AuditEvent.NO_TIME, 0)))
                .contains("dynamic([\"x\\u0022]); externaldata() //\\u000a\\u005c\"])");
    }

    @Test
    void queriesOfTheWholeIncidentSearchForWhatIsHostileAndNotForTheOffice() {
        CommandRun run = run("kql", "--incident").isDone();
        String kql = run.out();
        assertThat(kql).contains("let addresses = dynamic([", "\"203.0.113.77\"",
                "let forwarding = dynamic([\"collector@mailbox.example\"", "AuditLogs");
        assertThat(run.err()).as("the consent's record names the object in the directory, not the application")
                .contains(Indicators.Reason.NO_ID.text());
        assertThat(kql).as("the office's address is in it").doesNotContain("198.51.100.240");
        assertThat(run("kql", "--incident", "--token", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void theTimelineIsDrawnAsVectorsAndAsAPicture() throws IOException {
        Path svg = folder.resolve("line.svg");
        run("timeline", "--session", answers.aitmSession(), "--lanes", "token", "--out", svg).isDone();
        assertThat(Files.readString(svg)).startsWith("<svg xmlns=").contains("<rect").doesNotContain("<script");
        Path png = folder.resolve("line.png");
        run("timeline", "--session", answers.aitmSession(), "--out", png).isDone();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2_040);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).as("the colours of two origins")
                .contains(0xFF000000 | java.awt.Color.decode("#1f2328").getRGB() & 0xFFFFFF).hasSizeGreaterThan(8);
        assertThat(run("timeline", "--session", answers.aitmSession(), "--out", png).err())
                .contains(CliText.FILE_EXISTS.text(png));
        assertThat(run("timeline", "--session", answers.aitmSession(), "--out", folder.resolve("x.gif")).exitCode())
                .isEqualTo(2);
    }
}
