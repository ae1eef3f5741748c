package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.ingest.TestCase;

/** The same exposure from whatever export shape the records come in. */
class ExposureShapesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/ingest");

    @TempDir
    private Path folder;

    private Exposure exposure(String fixture) {
        try (TestCase test = new TestCase(folder)) {
            test.load(FIXTURES.resolve(fixture));
            return new ExposureOf(test.caseFile()).everything();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ual/purview.csv", "ual/officeactivity.csv", "ual/cloudappevents.csv",
        "ual/cloudappevents.jsonl", "ual/search-ual.csv",
        "ual/management-api.json" })
    void mailItemsHaveTheirFolders(String fixture) {
        Exposure found = exposure(fixture);
        assertThat(found.mailItems()).extracting(item -> item.internetMessageId() + " in " + item.folder()).contains(
                "<a1@contoso.example> in \\Inbox",
                "<a2@contoso.example> in \\Inbox", "<a3@contoso.example> in \\Finance\\Invoices");
        assertThat(found.unnamedItems()).isZero();
        assertThat(found.throttled()).isTrue();
    }

    @Test
    void aPurviewExportTellsOfRulesFilesTeamsAndConsents() {
        Exposure found = exposure("ual/purview.csv");
        assertThat(found.inboxRules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo(".");
            assertThat(rule.actions()).isEqualTo(ExposureText.RULE_DELETES.text());
            assertThat(rule.conditions()).isEqualTo("subject or body contains words: invoice;bank");
        });
        assertThat(found.files()).singleElement().satisfies(file -> {
            assertThat(file.site()).isEqualTo("https://contoso-my.sharepoint.example/personal/adele");
            assertThat(file.actions()).containsOnlyKeys(FileAction.DOWNLOADED);
        });
        assertThat(found.teams()).singleElement().satisfies(use -> assertThat(use.action()).isEqualTo("sent"));
        assertThat(found.consents()).singleElement().satisfies(consent -> {
            assertThat(consent.target()).contains("Mail Backup Pro");
            assertThat(consent.targetId()).isEqualTo("8899aabb-ccdd-4eef-8011-223344556677");
            assertThat(consent.what()).contains("ConsentContext.IsAdminConsent: False");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "entra/diraudit-portal.csv", "entra/diraudit-graph.json",
        "entra/diraudit-loganalytics.csv" })
    void directoryAuditsTellRolesWithTheirObjectIds(String fixture) {
        Exposure found = exposure(fixture);
        assertThat(found.changes(ChangeKind.ROLE)).anySatisfy(change -> {
            assertThat(change.target()).isEqualTo("helpdesk2@contoso.example");
            assertThat(change.targetId()).isEqualTo("8d1f4b7c-3e22-4a6b-bb1d-9c0a7e5f2d44");
            assertThat(change.what()).contains("Role.DisplayName: Global Administrator");
            assertThat(change.failed()).isFalse();
        });
        assertThat(found.changes(ChangeKind.APP_CREDENTIAL)).anySatisfy(change -> {
            assertThat(change.failed()).isTrue();
            assertThat(change.targetId()).isEqualToIgnoringCase("6d0e9a52-aaaa-4bbb-8ccc-111122223333");
        });
        assertThat(found.limits()).contains(ExposureText.NO_AUDIT_LOG.text());
    }

    @Test
    void anOldMailboxAuditLogCountsItemsItDoesNotNameAndLeavesOutWhatFailed() {
        Exposure found = exposure("ual/mailbox-audit-log.csv");
        assertThat(found.unnamedItems()).isEqualTo(4);
        assertThat(found.throttled()).isTrue();
        assertThat(found.mailChanges()).as("the move failed").isEmpty();
        assertThat(found.limits())
                .contains(ExposureText.UNNAMED.text(4, "adele@contoso.example"), ExposureText.REFUSED.text(1));
    }

    @Test
    void messageIdsOfACollectorsTableAreMailItems() {
        assertThat(exposure("ual/mes-message-ids.csv").mailItems()).extracting(Exposure.MailItem::internetMessageId)
                .contains("<a1@contoso.example>");
    }

    @Test
    void graphCallsAreListedByResourceWithWhatWasRefused() {
        Exposure found = exposure("graph/graph-loganalytics.csv");
        assertThat(found.graph()).isNotEmpty()
                .allSatisfy(use -> assertThat(use.succeeded() + use.refused()).isEqualTo(use.use().times()));
        assertThat(found.graph())
                .allSatisfy(use -> assertThat(use.item()).doesNotContain("https://").doesNotContain("?"));
    }

    @Test
    void aChangeThatTwoLogsTellOfIsCountedOnce() {
        try (TestCase test = new TestCase(folder)) {
            test.load(test.write("audit.jsonl",
                    """
                            {"CreationTime":"2026-09-15T08:39:00","Id":"10000000-0000-4000-8000-000000000001","Operation":"Consent to application.","RecordType":8,\
                            "Workload":"AzureActiveDirectory","UserId":"adele@contoso.example","ResultStatus":"Success","ObjectId":"ServicePrincipal_7b978ab3-234b-4064-a82d-f478d43bcdb6",\
                            "Target":[{"ID":"Mail Backup Pro","Type":1}]}
                            {"CreationTime":"2026-09-15T08:45:00","Id":"10000000-0000-4000-8000-000000000002","Operation":"Consent to application.","RecordType":8,\
                            "Workload":"AzureActiveDirectory","UserId":"adele@contoso.example","ResultStatus":"Success","ObjectId":"ServicePrincipal_7b978ab3-234b-4064-a82d-f478d43bcdb6",\
                            "Target":[{"ID":"Mail Backup Pro","Type":1}]}
                            """));
            test.load(test.write("directory.json",
                    """
                            {"value":[{"id":"Directory_1","category":"ApplicationManagement","correlationId":"aa11bb22-0000-4000-8000-000000000077","result":"success",
                            "activityDisplayName":"Consent to application","activityDateTime":"2026-09-15T08:39:01.25Z","loggedByService":"Core Directory","initiatedBy":{"user":{
                            "id":"2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10","userPrincipalName":"adele@contoso.example","ipAddress":"203.0.113.200"}},"targetResources":[{
                            "id":"7b978ab3-234b-4064-a82d-f478d43bcdb6","type":"ServicePrincipal","displayName":"Mail Backup Pro","modifiedProperties":[{
                            "displayName":"ConsentAction.Permissions","oldValue":null,"newValue":"Mail.Read offline_access"}]}],"additionalDetails":[]}]}
                            """));
            assertThat(new ExposureOf(test.caseFile()).everything().consents()).as("the later one is another")
                    .hasSize(2).first().satisfies(consent -> {
                        assertThat(consent.use().events()).hasSize(2);
                        assertThat(consent.what()).contains("Mail.Read offline_access");
                    });
        }
    }
}
