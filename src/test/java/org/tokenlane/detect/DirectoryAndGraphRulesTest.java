package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Severity;

/** Rules on changes in the directory, which weigh by what happened before, and on Graph calls. */
class DirectoryAndGraphRulesTest {

    private static final String BELA = "bela@contoso.example";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** Adele's session is phished at eight and replayed six minutes later. */
    private void takenOver() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
        scene.signIn(Scene.ADELE, "2026-09-15T08:06:00", Scene.SESSION).app(Scene.OFFICE)
                .from("203.0.113.200", "US", 64511).renewed("refreshToken");
    }

    private Severity severity(String rule) {
        return scene.findings(rule).stream().map(finding -> finding.severity())
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other).orElse(null);
    }

    @Test
    void persistenceSoonAfterATakeoverIsHigh() {
        takenOver();
        scene.change(Scene.ADELE, "2026-09-15T08:24:00", "User registered security info", "203.0.113.200");
        scene.change(Scene.ADELE, "2026-09-15T08:27:00", "Consent to application", "203.0.113.200");
        scene.change(Scene.ADELE, "2026-09-15T08:30:00", "Add member to role", "203.0.113.200");
        scene.change(Scene.ADELE, "2026-09-15T08:31:00", "Add service principal credentials", "203.0.113.200");
        scene.change(Scene.ADELE, "2026-09-15T08:32:00", "Register device", "203.0.113.200");
        for (String rule : List.of("mfa-method", "app-consent", "role-assigned", "app-credential",
                "device-registered")) {
            assertThat(severity(rule)).as(rule).isEqualTo(Severity.HIGH);
        }
        assertThat(scene.findings("mfa-method").getFirst().why()).endsWith(
                FactsText.AFTER_RISKY_SESSION_SAME_NETWORK.text("24 minutes", Scene.SESSION));
    }

    @Test
    void theSameByOthersOrLongAfterIsForInformation() {
        takenOver();
        scene.change(BELA, "2026-09-15T08:24:00", "User registered security info", "192.0.2.10");
        scene.change(Scene.ADELE, "2026-09-20T08:27:00", "Consent to application", "192.0.2.10");
        assertThat(severity("mfa-method")).isEqualTo(Severity.INFO);
        assertThat(severity("app-consent")).isEqualTo(Severity.INFO);
    }

    @Test
    void theAuditLogsSpellingOfAnActIsKnownToo() {
        takenOver();
        scene.audit(Scene.ADELE, "2026-09-15T08:27:00", "AzureActiveDirectory", "Consent to application.", null, null);
        assertThat(severity("app-consent")).isEqualTo(Severity.HIGH);
    }

    @Test
    void ordinaryChangesAreNone() {
        scene.change(BELA, "2026-09-15T08:24:00", "Update user", "192.0.2.10");
        assertThat(scene.findings("policy-changed")).isEmpty();
        assertThat(scene.findings("role-assigned")).isEmpty();
    }

    @Test
    void aKitsDeviceIsKnownByItsBuild() {
        scene.change(BELA, "2026-09-15T08:24:00", "Add device", "203.0.113.9").with("additionalDetails",
                List.of(Map.of("key", "DeviceOSVersion", "value", "10.0.19045.2006")));
        scene.change(BELA, "2026-09-15T08:25:00", "Add device", "203.0.113.9").with("additionalDetails",
                List.of(Map.of("key", "DeviceOSVersion", "value", "10.0.26100.1742")));
        assertThat(scene.findings("kit-device")).hasSize(1);
    }

    @Test
    void aDeviceSoonAfterADeviceCodeIsFoundAndLaterIsNot() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).with("originalTransferMethod",
                "deviceCodeFlow");
        scene.change(Scene.ADELE, "2026-09-15T08:50:00", "Register device", "192.0.2.10");
        scene.signIn(BELA, "2026-09-15T08:00:00", Scene.OTHER_SESSION).with("originalTransferMethod", "deviceCodeFlow");
        scene.change(BELA, "2026-09-15T09:10:00", "Register device", "192.0.2.10");
        assertThat(scene.findings("device-code-then-device")).singleElement()
                .satisfies(finding -> assertThat(finding.upn()).isEqualTo(Scene.ADELE));
    }

    private void calls(String uti, String... paths) {
        for (int i = 0; i < paths.length; i++) {
            scene.graph(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:%02d:00", 10 + i), "GET", paths[i],
                    Scene.SESSION, uti, "192.0.2.10");
        }
    }

    @Test
    void sixKindsOfThingsReadByOneTokenAreAnEnumerationAndFiveAreNot() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        calls(uti, "/users", "/groups", "/applications", "/organization", "/directoryRoles");
        assertThat(scene.findings("graph-enumeration")).isEmpty();
    }

    @Test
    void anEnumerationNamesItsCallsAsProof() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        calls(uti, "/users", "/groups", "/applications", "/organization", "/directoryRoles", "/domains",
                "/me/presence");
        assertThat(scene.findings("graph-enumeration")).singleElement().satisfies(finding -> {
            assertThat(finding.events()).as("presence is everybody's").hasSize(6);
            assertThat(finding.sessionId()).isEqualTo(Scene.SESSION);
        });
    }

    private void refusedCalls(int calls) {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        for (int i = 0; i < calls; i++) {
            scene.graph(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:10:%02d", i), "GET", "/users",
                    Scene.SESSION, uti, "192.0.2.10").with("responseStatusCode",
                            403);
        }
    }

    @Test
    void nineteenRefusedCallsAreNotMany() {
        refusedCalls(19);
        assertThat(scene.findings("graph-refused")).isEmpty();
    }

    @Test
    void refusedCallsAreCounted() {
        refusedCalls(20);
        assertThat(scene.findings("graph-refused")).singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("20 Microsoft Graph calls"));
    }

    @Test
    void rolesCredentialsAndDevicesByAdministratorsAtWorkAreForInformation() {
        takenOver();
        scene.change(BELA, "2026-09-15T08:30:00", "Add member to role", "192.0.2.10");
        scene.change(BELA, "2026-09-15T08:31:00", "Add service principal credentials", "192.0.2.10");
        scene.change(BELA, "2026-09-15T08:32:00", "Register device", "192.0.2.10");
        for (String rule : List.of("role-assigned", "app-credential", "device-registered")) {
            assertThat(severity(rule)).as(rule).isEqualTo(Severity.INFO);
        }
    }

    @Test
    void aPolicyThatIsChangedIsFound() {
        scene.change(BELA, "2026-09-15T08:24:00", "Update conditional access policy", "192.0.2.10");
        assertThat(scene.findings("policy-changed")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).hasSize(1));
    }

    @Test
    void aDeviceWithinMinutesOfARiskDetectionIsFoundAndOneOfSomebodyElseOrLaterIsNot() {
        scene.risk(scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION), "unfamiliarFeatures");
        scene.change(Scene.ADELE, "2026-09-15T08:14:00", "Register device", "192.0.2.10");
        scene.change(BELA, "2026-09-15T08:05:00", "Register device", "192.0.2.10");
        scene.risk(scene.signIn("carl@contoso.example", "2026-09-15T08:00:00", Scene.OTHER_SESSION),
                "unfamiliarFeatures");
        scene.change("carl@contoso.example", "2026-09-15T08:16:00", "Register device", "192.0.2.10");
        assertThat(scene.findings("risk-then-device")).singleElement()
                .satisfies(finding -> assertThat(finding.upn()).isEqualTo(Scene.ADELE));
    }

    @Test
    void aMethodAndThenAnInboxRuleWithinAnHourIsFoundAndTheOtherWayRoundItIsNot() {
        scene.change(Scene.ADELE, "2026-09-15T08:00:00", "User registered security info", "192.0.2.10");
        scene.audit(Scene.ADELE, "2026-09-15T08:50:00", "Exchange", "New-InboxRule", Scene.SESSION, null)
                .with("Parameters", Scene.pairs("Name", "x"));
        scene.audit(BELA, "2026-09-15T08:00:00", "Exchange", "New-InboxRule", Scene.OTHER_SESSION, null)
                .with("Parameters", Scene.pairs("Name", "x"));
        scene.change(BELA, "2026-09-15T08:10:00", "User registered security info", "192.0.2.10");
        assertThat(scene.findings("method-then-rule")).singleElement()
                .satisfies(finding -> assertThat(finding.upn()).isEqualTo(Scene.ADELE));
    }

    private void reads(String uti, int messages, String path) {
        for (int i = 0; i < messages; i++) {
            scene.graph(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:%02d:%02d", 10 + i / 60, i % 60), "GET",
                    path, Scene.SESSION, uti, "192.0.2.10");
        }
    }

    @Test
    void twoHundredMessagesReadThroughGraphByOneTokenAreMuchAndOneLessOrTheCalendarIsNot() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        reads(uti, 199, "/me/messages");
        reads(uti, 100, "/me/calendarView");
        assertThat(scene.findings("graph-mass-read")).isEmpty();
    }

    @Test
    void theTwoHundredthMessageMakesItMuch() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        reads(uti, 200, "/me/messages");
        assertThat(scene.findings("graph-mass-read")).singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("200 Microsoft Graph requests"));
    }
}
