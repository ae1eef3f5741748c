package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Into which list of the exposure an operation belongs. */
class OperationKindTest {

    private final StringBuilder log = new StringBuilder();
    private final Map<String, OperationKind> expected = new TreeMap<>();

    private void expected(int type, String workload, OperationKind kind, String... operations) {
        for (String operation : operations) {
            expected.put(operation, kind);
            log.append("{\"CreationTime\":\"2026-09-10T06:31:07\",\"Id\":\"").append(expected.size())
                    .append("\",\"Operation\":\"").append(operation)
                    .append("\",\"OrganizationId\":\"7b1d2c94-0a3e-4f58-9c6d-2e8f1a4b5c6d\",\"RecordType\":")
                    .append(type).append(",\"Workload\":\"").append(workload)
                    .append("\",\"UserId\":\"lea@contoso.example\"}\n");
        }
    }

    @Test
    void anOperationIsListedByItsNameAndWorkload(@TempDir Path folder) {
        expected(6, "SharePoint", OperationKind.SHARING, "SharingSet", "AnonymousLinkCreated", "CompanyLinkDeleted",
                "AddedToSecureLink", "AddedToSharingLinks", "AddedToGroup", "RemovedFromSecureLink",
                "SiteCollectionAdminAdded");
        expected(6, "SharePoint", OperationKind.FILE, "AnonymousLinkUsed", "ListItemViewed", "ClientViewSignaled",
                "PageViewed");
        expected(6, "SharePoint", OperationKind.OTHER, "AddedToGroups", "RemovedFromGroup", "ListViewed", "MyAIApp");
        expected(6, "OneDrive", OperationKind.FILE, "FileDownloaded", "FolderCreated");
        expected(6, "SharePoint", OperationKind.SEARCH, "SearchQueryPerformed");
        expected(1, "Exchange", OperationKind.RULE, "New-InboxRule", "UpdateInboxRules", "Disable-TransportRule");
        expected(1, "Exchange", OperationKind.EXCHANGE_CHANGE, "Get-InboxRule", "Set-Mailbox");
        expected(1, "Exchange", OperationKind.MAIL_SENT, "Send");
        expected(1, "Exchange", OperationKind.MAIL_READ, "MailItemsAccessed");
        expected(1, "Exchange", OperationKind.MAIL_CHANGED, "HardDelete");
        expected(261, "Copilot", OperationKind.ASSISTANT, "CopilotInteraction");
        expected(6, "SharePoint", OperationKind.ASSISTANT, "AIAppInteraction", "ConnectedAIAppInteraction");
        expected(25, "MicrosoftTeams", OperationKind.TEAMS, "MessageSent");
        try (TestCase testCase = new TestCase(folder)) {
            testCase.loadOne(testCase.write("audit.jsonl", log.toString()));
            CaseEvents events = testCase.events();
            Map<String, OperationKind> found = new HashMap<>();
            for (int event = 0; event < events.size(); event++) {
                found.put(events.text(EventField.OPERATION, event), OperationKind.of(events, event));
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
