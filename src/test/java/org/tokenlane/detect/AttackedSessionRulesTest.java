package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Rules on everyday acts that only count in the attacker's hands. */
@Counted("Scenes: ordinary acts")
class AttackedSessionRulesTest {

    private static final String HOME = "198.18.1.10";

    @TempDir
    private Path folder;

    private Scene scene;
    private Stage stolen;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        stolen = new Stage(scene, 1, true);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Scene.Told atHome(String workload, String operation) {
        return Scene.from(scene.audit(stolen.upn(), "2026-09-15T09:00:00", workload, operation, null, null), HOME);
    }

    @ParameterizedTest
    @CsvSource({ "message-sent, Exchange, Send, MEDIUM", "content-read, Exchange, MailItemsAccessed, LOW",
        "content-read, SharePoint, FileAccessed, LOW", "file-planted, SharePoint, FileUploaded, MEDIUM",
        "mailbox-items-changed, Exchange, HardDelete, MEDIUM",
        "shared-in-attacked-session, SharePoint, CompanyLinkCreated, MEDIUM",
        "inbox-rule-changed, Exchange, UpdateInboxRules, MEDIUM" })
    void whatTheUserDoesAtHomeMeanwhileIsNotTheAttackers(String rule, String workload, String operation,
            Severity severity) {
        stolen.audit(workload, operation);
        atHome(workload, operation);
        List<Finding> found = scene.findings(rule);
        assertThat(found).singleElement().extracting(Finding::severity).isEqualTo(severity);
        assertThat(found.getFirst().events()).as("the attacker's alone").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "message-sent, Exchange, Send", "content-read, Exchange, MailItemsAccessed",
        "content-read, SharePoint, FileAccessed", "file-planted, SharePoint, FileUploaded",
        "mailbox-items-changed, Exchange, Update", "shared-in-attacked-session, SharePoint, SharingSet",
        "inbox-rule-changed, Exchange, UpdateInboxRules" })
    void everydayActsOfOthersAreNoFindings(String rule, String workload, String operation) {
        new Stage(scene, 2, false).audit(workload, operation);
        stolen.cmdlet("Set-Mailbox", "Identity", "user", "Office", "2");
        assertThat(scene.findings(rule)).isEmpty();
    }

    @Test
    void aFailedAttemptToSendIsNoMessage() {
        stolen.audit("Exchange", "Send").with("ResultStatus", "Failed");
        assertThat(scene.findings("message-sent")).isEmpty();
    }

    @Test
    void guestsWorkForPartnersOutsideAttackedSessions() {
        new Stage(scene, 2, false).signIn().with("crossTenantAccessType", "b2bCollaboration");
        assertThat(scene.findings("other-tenant-sign-in")).isEmpty();
    }

    @Test
    void anAdministratorsDevicesAreInformational() {
        Stage administrator = new Stage(scene, 2, false);
        administrator.intune("Create DeviceManagementScript", "update.ps1");
        administrator.intune("wipe ManagedDevice", "LAPTOP-1");
        administrator.intune("Patch DeviceCompliancePolicy", "Windows");
        for (String rule : List.of("device-command", "device-wiped", "device-policy-changed")) {
            assertThat(scene.findings(rule)).as(rule).singleElement().extracting(Finding::severity)
                    .isEqualTo(Severity.INFO);
        }
    }

    @Test
    void onlyTheAttackersRevocationIsAFinding() {
        scene.change(stolen.upn(), "2026-09-15T09:00:00", "Update StsRefreshTokenValidFrom Timestamp", HOME);
        scene.change("admin@contoso.example", "2026-09-15T09:05:00", "Update StsRefreshTokenValidFrom Timestamp",
                "192.0.2.5");
        assertThat(scene.findings("sessions-revoked")).isEmpty();
    }
}
