package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tokenlane.detect.Scene;
import org.tokenlane.store.QuickKeys;

/** What other programs get of an attacker, by commands, and what is said where there is none. */
@ExtendWith(QuickKeys.class)
class AttackerCommandsTest {

    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String ATTACKER = "203.0.113.200";

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("test.tlcase");
        try (Scene scene = new Scene(folder)) {
            String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511)
                    .uti();
            Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "New-InboxRule", Scene.SESSION, uti)
                    .with("Parameters", Scene.pairs("Name", "x", "ForwardTo", "collector@mailbox.example")), ATTACKER);
            scene.facts();
        }
    }

    private CommandRun run(Object command, Object... more) {
        return in(file, command, more);
    }

    private static CommandRun in(Path file, Object command, Object... more) {
        List<Object> all = new java.util.ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private void mark() {
        run("mark", "--session", Scene.SESSION, "--verdict", "malicious").isDone();
    }

    private Path written(String format, String name) {
        Path out = folder.resolve(name);
        run("indicators", "--format", format, "--out", out).isDone();
        return out;
    }

    @Test
    void withoutAnAttackerNothingIsWrittenAndThatIsSaid() {
        assertThat(run("kql", "--incident")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(CliText.NO_ATTACKER.text());
        });
        for (String form : List.of("sentinel", "stix", "misp", "navigator")) {
            Path out = folder.resolve(form);
            assertThat(run("indicators", "--format", form, "--out", out).err()).contains(CliText.NO_ATTACKER.text());
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void queriesThatExistAreNotOverwritten() throws IOException {
        mark();
        Path hunts = written("sentinel", "hunts");
        Path query;
        try (var files = Files.list(hunts)) {
            query = files.sorted().findFirst().orElseThrow();
        }
        Files.writeString(query, "mine");
        CommandRun again = run("indicators", "--format", "sentinel", "--out", hunts);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(Files.readString(query)).isEqualTo("mine");
    }

    @Test
    void theNavigatorsLayerNamesTheTechniquesOfTheFindings() throws IOException {
        mark();
        Map<?, ?> layer = (Map<?, ?>) CommandRun.json(Files.readString(written("navigator", "layer.json")));
        assertThat(layer.get("domain")).isEqualTo("enterprise-attack");
        assertThat((List<?>) layer.get("techniques")).allSatisfy(
                technique -> assertThat(((Map<?, ?>) technique).get("techniqueID").toString()).matches("T\\d{4}.*"));
    }

    @Test
    void eachFormatIsAsItsDescriptionDemands() throws IOException {
        mark();
        assertThat(FormatRules.navigator(Files.readString(written("navigator", "layer.json")))).isEmpty();
        assertThat(FormatRules.misp(Files.readString(written("misp", "misp.json")))).isEmpty();
        assertThat(FormatRules.stix(Files.readString(written("stix", "stix.json")))).isEmpty();
    }

    @Test
    void whatIsOtherwiseIsFound() throws IOException {
        mark();
        String stix = Files.readString(written("stix", "stix.json"));
        for (String change : List.of("\"spec_version\" : \"2.1|\"spec_version\" : \"2.0",
                "\"pattern_type|\"pattern_kind",
                "\"target_ref\" : \"attack|\"target_ref\" : \"no-attack", "\"confidence\" : 90|\"confidence\" : 101",
                "\"context\" : \"suspicious|\"context\" : \"very-suspicious",
                "\"definition_type\" : \"tlp|\"definition_type\" : \"TLP")) {
            assertThat(FormatRules.stix(changed(stix, change))).as(change).isNotEmpty();
        }
        String misp = Files.readString(written("misp", "misp.json"));
        for (String change : List.of("\"threat_level_id\" : \"2\"|\"threat_level_id\" : 2",
                "\"category\" : \"Other\"|\"category\" : \"Others\"", "\"to_ids\" : true|\"to_ids\" : \"yes\"")) {
            assertThat(FormatRules.misp(changed(misp, change))).as(change).isNotEmpty();
        }
        String layer = Files.readString(written("navigator", "layer.json"));
        for (String change : List.of("\"layer\" : \"4.5|\"layer\" : \"4.4", "\"techniqueID|\"technique",
                "\"domain\" : \"enterprise|\"domain\" : \"our")) {
            assertThat(FormatRules.navigator(changed(layer, change))).as(change).isNotEmpty();
        }
    }

    private static String changed(String text, String change) {
        String written = change.substring(0, change.indexOf('|'));
        assertThat(text).contains(written);
        return text.replace(written, change.substring(written.length() + 1));
    }

    /** The fields of hunting queries in "Azure Sentinel: query style guide" (Azure/Azure-Sentinel). */
    @Test
    void eachHuntingQueryHasItsFields() throws IOException {
        mark();
        try (var files = Files.list(written("sentinel", "hunts"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> {
                Map<?, ?> hunt = (Map<?, ?>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(file));
                assertThat(hunt.get("id").toString()).matches(UUID_FORM);
                assertThat(hunt.get("name").toString()).isNotBlank();
                assertThat(hunt.get("description").toString()).isNotBlank();
                assertThat(hunt.get("query").toString()).isNotBlank();
                assertThat((List<?>) hunt.get("requiredDataConnectors")).isNotNull();
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(Path misp) throws IOException {
        return (Map<String, Object>) ((Map<?, ?>) CommandRun.json(Files.readString(misp))).get("Event");
    }

    @Test
    void twoCasesWithTheSameIndicatorsShareNoIdOfTheirOwn(@TempDir Path second) throws IOException {
        mark();
        Path other = second.resolve("other.tlcase");
        in(other, "import", folder.resolve("signins.json"), folder.resolve("audit.jsonl")).isDone();
        in(other, "mark", "--session", Scene.SESSION, "--verdict", "malicious").isDone();
        Path otherMisp = second.resolve("misp.json");
        in(other, "indicators", "--format", "misp", "--out", otherMisp).isDone();
        Map<String, Object> one = event(written("misp", "misp.json"));
        Map<String, Object> two = event(otherMisp);
        assertThat(one.get("uuid")).isNotEqualTo(two.get("uuid"));
        assertThat(one.get("date")).isEqualTo("2026-09-15");
        assertThat(uuids(one)).hasSameSizeAs(uuids(two)).hasSizeGreaterThan(2).doesNotContainAnyElementsOf(uuids(two));
        assertThat(event(written("misp", "again.json"))).as("the same case, the same ids").isEqualTo(one);
        Path otherStix = second.resolve("stix.json");
        in(other, "indicators", "--format", "stix", "--out", otherStix).isDone();
        List<Map<String, Object>> objects = objects(written("stix", "stix.json"));
        List<Map<String, Object>> others = objects(otherStix);
        for (Map<String, Object> object : objects) {
            for (Map<String, Object> another : others) {
                if (object.get("id").equals(another.get("id"))) {
                    assertThat(object).as("one id, one object").isEqualTo(another);
                    assertThat(object.get("type")).isNotEqualTo("indicator");
                }
            }
        }
    }

    private static List<Object> uuids(Map<String, Object> event) {
        return ((List<?>) event.get("Attribute")).stream().map(one -> (Object) ((Map<?, ?>) one).get("uuid")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Path bundle) throws IOException {
        return (List<Map<String, Object>>) ((Map<?, ?>) CommandRun.json(Files.readString(bundle))).get("objects");
    }

    @Test
    void anIndicatorWithoutATimeIsNotDatedToTheBeginningOfTime(@TempDir Path undated) throws IOException {
        try (Scene scene = new Scene(undated)) {
            scene.signIn(Scene.ADELE, "not a time", Scene.SESSION).from(ATTACKER, "US", 64511);
            scene.facts();
        }
        Path of = undated.resolve("test.tlcase");
        in(of, "mark", "--session", Scene.SESSION, "--verdict", "malicious").isDone();
        for (String form : List.of("stix", "misp")) {
            Path out = undated.resolve(form);
            in(of, "indicators", "--format", form, "--out", out).isDone();
            assertThat(Files.readString(out)).contains(ATTACKER).doesNotContain("1970-01-01")
                    .doesNotContain("\"observed-data\"").doesNotContain("first_seen");
        }
    }

    private static String pseudonymized(Path folder, String kinds) throws IOException {
        Path csv = folder.resolve(kinds + ".csv");
        in(folder.resolve("test.tlcase"), "events", "--out", csv, "--pseudonyms", kinds, "--key",
                folder.resolve("key.json")).isDone();
        return Files.readString(csv);
    }

    @Test
    void whereNoEventHasASignInNameTheOrganizationsOwnValuesCannotBeTold(@TempDir Path nameless) {
        try (Scene scene = new Scene(nameless)) {
            Scene.Told signIn = scene.signIn("nobody@contoso.example", "2026-09-15T08:00:00", null);
            List.of("userPrincipalName", "userId", "sessionId").forEach(signIn.fields()::remove);
            signIn.with("signInEventTypes", List.of("servicePrincipal"))
                    .with("servicePrincipalId", "5b000000-0000-4000-8000-000000000001")
                    .with("servicePrincipalName", "Mail Backup Pro");
            scene.facts();
        }
        Path out = nameless.resolve("events.csv");
        CommandRun run = in(nameless.resolve("test.tlcase"), "events", "--out", out, "--pseudonyms", "ours", "--key",
                nameless.resolve("key.json"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(CliText.NO_OWN_DOMAINS.text());
        assertThat(out).doesNotExist();
    }

    @Test
    void theOrganizationsDomainsAreThoseOfAllItsAccountsInAuditLogsToo(@TempDir Path audited) throws IOException {
        try (Scene scene = new Scene(audited)) {
            for (int i = 0; i < 20; i++) {
                scene.audit("user" + i + "@contoso.example", "2026-09-15T08:00:00", "Exchange", "MailItemsAccessed",
                        null, null);
            }
            scene.audit("rare@subsidiary.example", "2026-09-15T08:10:00", "Exchange", "New-InboxRule", null, null)
                    .with("Parameters", Scene.pairs("Name", "x", "ForwardTo", "collector@mailbox.example"));
            scene.facts();
        }
        String csv = pseudonymized(audited, "ours");
        assertThat(csv).doesNotContainIgnoringCase("contoso").doesNotContainIgnoringCase("subsidiary")
                .doesNotContain("rare@");
    }
}
