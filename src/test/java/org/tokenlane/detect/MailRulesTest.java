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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.finding.Severity;

/** Rules on mailboxes and files: hits, near misses, and ordinary things that look like them. */
class MailRulesTest {

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

    private Scene.Told cmdlet(String operation, String... parameters) {
        return scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", operation, Scene.SESSION, null)
                .with("Parameters", Scene.pairs(parameters));
    }

    @Test
    void aRuleThatMovesMailWhereNobodyLooksIsFoundWithWhatItDoes() {
        cmdlet("New-InboxRule", "Name", "Newsletter", "MoveToFolder", "RSS Feeds", "MarkAsRead", "True");
        assertThat(scene.findings("inbox-rule-hides")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.sessionId()).isEqualTo(Scene.SESSION);
            assertThat(finding.events()).hasSize(1);
            assertThat(finding.why()).contains("MoveToFolder: RSS Feeds", "192.0.2.10");
        });
    }

    @Test
    void aRuleThatSortsNewslettersIsNone() {
        cmdlet("New-InboxRule", "Name", "Newsletter", "MoveToFolder", "Newsletters", "From", "news@contoso.example");
        assertThat(scene.findings("inbox-rule-hides")).isEmpty();
        assertThat(scene.findings("inbox-rule-forwards")).isEmpty();
    }

    @Test
    void aRuleWhoseNameIsOnlyDotsIsFound() {
        cmdlet("Set-InboxRule", "Name", "...", "MoveToFolder", "Notes");
        assertThat(scene.findings("inbox-rule-hides")).hasSize(1);
    }

    @Test
    void aRuleOfOutlookItselfIsReadFromItsActions() {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "UpdateInboxRules", Scene.SESSION, null).with(
                "OperationProperties",
                Scene.pairs("RuleOperation", "AddMailboxRule", "RuleName", "x1", "RuleActions",
                        "[{\"ActionType\":\"Forward\",\"Recipients\":[\"a@mailbox.example\"]}]"));
        assertThat(scene.findings("inbox-rule-forwards")).hasSize(1);
        assertThat(scene.findings("inbox-rule-hides")).isEmpty();
    }

    @Test
    void forwardingOfAMailboxIsFoundAndItsRemovalIsNot() {
        cmdlet("Set-Mailbox", "Identity", "adele", "ForwardingSmtpAddress", "smtp:collector@mailbox.example");
        cmdlet("Set-Mailbox", "Identity", "adele", "ForwardingSmtpAddress", "");
        cmdlet("Set-Mailbox", "Identity", "adele", "DisplayName", "Adele");
        assertThat(scene.findings("mailbox-forwarding")).singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("collector@mailbox.example"));
    }

    @Test
    void auditSwitchedOffIsFoundAndSwitchedOnIsNot() {
        cmdlet("Set-MailboxAuditBypassAssociation", "Identity", "adele", "AuditBypassEnabled", "True");
        cmdlet("Set-MailboxAuditBypassAssociation", "Identity", "bela", "AuditBypassEnabled", "False");
        cmdlet("Set-AdminAuditLogConfig", "UnifiedAuditLogIngestionEnabled", "True");
        assertThat(scene.findings("audit-switched-off")).hasSize(1);
    }

    private void sends(int mails, int from) {
        for (int i = 0; i < mails; i++) {
            scene.audit(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:%02d:00", from + i), "Exchange", "Send",
                    Scene.SESSION, null);
        }
    }

    @Test
    void mailSentSoonAfterARuleIsFoundFromTheThirdOn() {
        cmdlet("New-InboxRule", "Name", "x", "MoveToFolder", "Archive");
        sends(2, 12);
        assertThat(scene.findings("sent-after-rule")).isEmpty();
    }

    @Test
    void threeMailsAfterARuleAreTheOrderOfMailFraud() {
        sends(3, 1);
        cmdlet("New-InboxRule", "Name", "x", "MoveToFolder", "Archive");
        sends(3, 12);
        assertThat(scene.findings("sent-after-rule")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).as("the rule and what came after it").hasSize(4));
    }

    private void downloads(int files) {
        for (int i = 0; i < files; i++) {
            scene.audit(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:%02d:%02d", 10 + i / 60, i % 60),
                    "SharePoint", "FileDownloaded", Scene.SESSION, null)
                    .with("ObjectId", "https://contoso.sharepoint.example/sites/x/Document " + i + ".docx");
        }
    }

    @Test
    void manyDownloadsAreFoundFromTheThresholdOn() {
        downloads(99);
        assertThat(scene.findings("mass-download")).isEmpty();
    }

    @Test
    void aHundredDifferentFilesWithinAnHourAreMany() {
        downloads(100);
        assertThat(scene.findings("mass-download")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.why()).contains("100 files", "Document 0.docx");
            assertThat(finding.events()).hasSize(100);
        });
    }

    @Test
    void mailIsCountedByItsItemsAndThrottlingIsTold() {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, null)
                .with("OperationCount", 499)
                .with("OperationProperties", Scene.pairs("MailAccessType", "Bind", "IsThrottled", "False"));
        scene.audit(Scene.ADELE, "2026-09-15T08:20:00", "Exchange", "MailItemsAccessed", Scene.SESSION, null)
                .with("OperationCount", 1)
                .with("OperationProperties", Scene.pairs("MailAccessType", "Bind", "IsThrottled", "True"));
        assertThat(scene.findings("mass-mail-access")).singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("500 mail items"));
        assertThat(scene.findings("mail-access-throttled")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void foldersThatWereSynchronizedAreNotCountedAsItemsAndAreNamed(int folders) {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, null)
                .with("OperationCount", 500)
                .with("OperationProperties", Scene.pairs("MailAccessType", "Bind"));
        for (int i = 0; i < folders; i++) {
            scene.audit(Scene.ADELE, "2026-09-15T08:2" + i + ":00", "Exchange", "MailItemsAccessed", Scene.SESSION,
                    null).with("OperationProperties", Scene.pairs("MailAccessType", "Sync"));
        }
        assertThat(scene.findings("mass-mail-access")).singleElement().satisfies(finding -> {
            assertThat(finding.events()).hasSize(1 + folders);
            assertThat(finding.why()).contains("500 mail items");
            assertThat(finding.why().contains("synchronized a folder as a whole")).isEqualTo(folders == 1);
            assertThat(finding.why().contains("as a whole in 2 records")).isEqualTo(folders == 2);
        });
    }

    @ParameterizedTest
    @CsvSource({ "1,498,0", "1,499,1", "2,498,1" })
    void aFolderThatWasSynchronizedWeighsAsOneItem(int folders, int items, int findings) {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, null)
                .with("OperationCount", items)
                .with("OperationProperties", Scene.pairs("MailAccessType", "Bind"));
        for (int i = 0; i < folders; i++) {
            scene.audit(Scene.ADELE, "2026-09-15T08:2" + i + ":00", "Exchange", "MailItemsAccessed", Scene.SESSION,
                    null).with("OperationProperties", Scene.pairs("MailAccessType", "Sync"));
        }
        assertThat(scene.findings("mass-mail-access")).hasSize(findings);
    }

    @Test
    void aDesktopProgramThatSynchronisesIsNoFindingInAnOrdinarySession() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).device("d1");
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, null).with(
                "OperationProperties",
                Scene.pairs("MailAccessType", "Sync", "IsThrottled", "False"));
        assertThat(scene.findings("mailbox-sync")).isEmpty();
    }

    @Test
    void aNoticeOfANewMethodThatIsDeletedIsFound() {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "HardDelete", Scene.SESSION, null).with(
                "AffectedItems",
                List.of(Map.of("Subject", "Your security info was updated")));
        scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "Exchange", "HardDelete", Scene.SESSION, null)
                .with("AffectedItems", List.of(Map.of("Subject", "Lunch?")));
        assertThat(scene.findings("mfa-notice-deleted")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).hasSize(1));
    }

    @Test
    void aLinkForAnybodyIsFoundAndOneForAColleagueIsNot() {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "SharePoint", "AnonymousLinkCreated", Scene.SESSION, null);
        scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "SharePoint", "AddedToSecureLink", Scene.SESSION, null);
        assertThat(scene.findings("anonymous-link")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).hasSize(1));
    }

    /** Adele's session is phished at eight and replayed six minutes later. */
    private void takenOver() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
        scene.signIn(Scene.ADELE, "2026-09-15T08:06:00", Scene.SESSION).app(Scene.OFFICE)
                .from("203.0.113.200", "US", 64511).renewed("refreshToken");
    }

    @Test
    void accessToAMailboxGivenInATakenSessionWeighsAndByTheHelpDeskIsForInformation() {
        takenOver();
        cmdlet("Add-MailboxPermission", "Identity", "adele", "User", "mallory", "AccessRights", "FullAccess");
        scene.audit("desk@contoso.example", "2026-09-15T08:12:00", "Exchange", "Add-MailboxPermission",
                Scene.OTHER_SESSION, null).with("Parameters",
                        Scene.pairs("Identity", "bela", "User", "carl", "AccessRights", "FullAccess"));
        scene.audit("NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)", "2026-09-15T08:13:00", "Exchange",
                "Add-MailboxPermission", null, null);
        scene.audit(Scene.ADELE, "2026-09-15T08:14:00", "Exchange", "Remove-MailboxPermission", Scene.SESSION, null);
        assertThat(scene.findings("mailbox-permission")).extracting(finding -> finding.severity() + " " + finding.upn())
                .containsExactlyInAnyOrder("MEDIUM " + Scene.ADELE, "INFO desk@contoso.example");
    }

    @Test
    void aTransportRuleThatIsMadeOrRemovedIsFoundAndOneThatIsOnlyReadIsNot() {
        cmdlet("New-TransportRule", "Name", "x", "BlindCopyTo", "a@mailbox.example");
        cmdlet("Get-TransportRule", "Name", "x");
        cmdlet("Remove-TransportRule", "Name", "x");
        assertThat(scene.findings("transport-rule")).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.events()).hasSize(1);
        });
    }

    private void deletes(String operation, int items) {
        for (int i = 0; i < items; i++) {
            scene.audit(Scene.ADELE, String.format(Locale.ROOT, "2026-09-15T08:%02d:%02d", 10 + i / 60, i % 60),
                    "Exchange", operation, Scene.SESSION, null);
        }
    }

    @Test
    void aHundredDeletionsWithinAnHourAreManyAndAHundredMovesAreNone() {
        deletes("SoftDelete", 99);
        deletes("Move", 100);
        assertThat(scene.findings("mass-deletion")).isEmpty();
    }

    @Test
    void theHundredthDeletionMakesItMany() {
        deletes("HardDelete", 100);
        assertThat(scene.findings("mass-deletion")).singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("100 items"));
    }

    @Test
    void fiveDeletionsAreEnoughInATakenSession() {
        takenOver();
        deletes("SoftDelete", 5);
        assertThat(scene.findings("mass-deletion")).hasSize(1);
    }

    @Test
    void mailMovedAwayAfterRuleAndSendingIsFoundAndWithoutSendingOrMuchLaterItIsNot() {
        cmdlet("New-InboxRule", "Name", "x", "MoveToFolder", "Archive");
        scene.audit(Scene.ADELE, "2026-09-15T09:50:00", "Exchange", "Send", Scene.SESSION, null);
        scene.audit(Scene.ADELE, "2026-09-15T09:51:00", "Exchange", "SoftDelete", Scene.SESSION, null);
        scene.audit(Scene.ADELE, "2026-09-15T09:52:00", "Exchange", "SoftDelete", Scene.SESSION, null);
        assertThat(scene.findings("rule-then-mail-moved")).as("an hour and forty minutes after the rule").isEmpty();
    }

    @Test
    void ruleSendingAndDeletionWithinNinetyMinutesAreTheOrderOfPayrollFraud() {
        cmdlet("New-InboxRule", "Name", "x", "MoveToFolder", "Archive");
        scene.audit(Scene.ADELE, "2026-09-15T08:50:00", "Exchange", "Send", Scene.SESSION, null);
        scene.audit(Scene.ADELE, "2026-09-15T08:51:00", "Exchange", "SoftDelete", Scene.SESSION, null);
        scene.audit(Scene.ADELE, "2026-09-15T08:52:00", "Exchange", "Move", Scene.SESSION, null);
        assertThat(scene.findings("rule-then-mail-moved")).singleElement()
                .satisfies(finding -> assertThat(finding.events()).hasSize(4));
    }

    private void reads(String upn, String time, String app, String ip) {
        Scene.from(scene.audit(upn, time, "Exchange", "MailItemsAccessed", Scene.SESSION, null), ip).with("AppId", app)
                .with("OperationProperties",
                        Scene.pairs("MailAccessType", "Bind", "IsThrottled", "False"));
    }

    @Test
    void aRareApplicationThatBeginsToReadAMailboxFromElsewhereIsFound() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        reads(Scene.ADELE, "2026-09-10T08:00:00", "00000000-0000-0000-0000-00000000aaaa", "192.0.2.10");
        reads(Scene.ADELE, "2026-09-15T08:10:00", "00000000-0000-0000-0000-00000000bbbb", "203.0.113.200");
        assertThat(scene.findings("mailbox-new-client")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.LOW);
            assertThat(finding.why()).contains("203.0.113.200");
        });
    }

    @Test
    void anApplicationThatManyReadMailWithOrThatComesFromTheUsersOwnNetworkIsNoNews() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        reads(Scene.ADELE, "2026-09-10T08:00:00", "00000000-0000-0000-0000-00000000aaaa", "192.0.2.10");
        reads(Scene.ADELE, "2026-09-15T08:10:00", "00000000-0000-0000-0000-00000000cccc", "192.0.2.10");
        for (int user = 0; user < 4; user++) {
            reads("user" + user + "@contoso.example", "2026-09-09T08:00:00", "00000000-0000-0000-0000-00000000bbbb",
                    "192.0.2.10");
        }
        reads(Scene.ADELE, "2026-09-15T08:10:00", "00000000-0000-0000-0000-00000000bbbb", "203.0.113.200");
        assertThat(scene.findings("mailbox-new-client")).isEmpty();
    }
}
