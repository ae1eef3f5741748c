package org.tokenlane.detect.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/**
 * A sentence for each operation that matters in a compromise, from records in the shapes of the logs: one case for all
 * of them, each record found by its id.
 */
class SentencesTest {

    private static final String LEA = "lea@contoso.example";
    private static final String SITE = "https://contoso.sharepoint.example/sites/finance/Shared Documents";

    @TempDir
    private static Path folder;
    private static final Records RECORDS = new Records();
    private static final Map<String, Integer> EVENTS = new HashMap<>();
    private static TestCase test;
    private static Sentences sentences;

    static {
        rules();
        mailboxes();
        settings();
        files();
        teams();
        directory();
    }

    @BeforeAll
    static void importAll() {
        test = new TestCase(folder);
        RECORDS.into(test);
        CaseEvents events = test.events();
        sentences = new Sentences(events,
                new EventDetails(events, test.caseFile().rawRecords(), new RecordDetails()));
        for (int event = 0; event < events.size(); event++) {
            String id = events.text(EventField.RECORD_ID, event);
            EVENTS.put(id == null ? String.valueOf(events.text(EventField.REQUEST_ID, event)) : id, event);
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    /** A test reads its own sentences only, so that a mutation run sees which tests reach which wording. */
    private static Text said(String id) {
        Integer event = EVENTS.get(RECORDS.id(id));
        assertThat(event).as(id).isNotNull();
        return sentences.of(event);
    }

    @Test
    void thereIsARecordForMoreThanAHundredKindsOfSentences() {
        assertThat(EVENTS.values().stream().map(event -> (WordingText) sentences.of(event).key()).distinct().count())
                .isGreaterThan(100);
    }

    private static void rules() {
        RECORDS.cmdlet("rule", "New-InboxRule", "True", "Name", "..", "MoveToFolder", "RSS Feeds", "MarkAsRead",
                "True", "StopProcessingRules", "True", "SubjectOrBodyContainsWords", "invoice;faktura;payment");
        RECORDS.cmdlet("rule failed", "New-InboxRule", "False", "Name", "x", "DeleteMessage", "True");
        RECORDS.cmdlet("rule unknown", "New-InboxRule", "True", "Name", "x", "DeleteMessage", "True",
                "MyNameInCcBox", "True", "ExceptIfFrom", "chief@contoso.example");
        RECORDS.cmdlet("rule off", "New-InboxRule", "True", "Name", "x", "DeleteMessage", "False", "MarkAsRead",
                "True");
        RECORDS.cmdlet("rule forwards", "Set-InboxRule", "True", "Identity", "max@contoso.example\\Sort",
                "ForwardTo", "smtp:collector@mailbox.example;second@mailbox.example", "From", "bank@partner.example",
                "DeleteMessage", "True");
        RECORDS.cmdlet("rule nothing", "Set-InboxRule", "True", "Identity", "lea\\Sort", "PinMessage", "True");
        RECORDS.cmdlet("rule removed", "Remove-InboxRule", "True", "Identity", "lea\\Sort");
        RECORDS.cmdlet("rule on", "Enable-InboxRule", "True", "Identity", "lea\\Sort");
        RECORDS.cmdlet("rule turned off", "Disable-InboxRule", "True", "Identity", "lea\\Sort");
        RECORDS.audit("rule outlook", "UpdateInboxRules", 2, "Exchange", """
                "MailboxOwnerUPN":"lea@contoso.example","OperationProperties":[{"Name":"RuleOperation",\
                "Value":"AddMailboxRule"},{"Name":"RuleName","Value":"pay"},{"Name":"RuleActions","Value":\
                "[{\\"ActionType\\":\\"Forward\\",\\"Recipients\\":[\\"collector@mailbox.example\\"]}]"}]""");
        RECORDS.cmdlet("flow", "New-TransportRule", "True", "Name", "All", "BlindCopyTo",
                "collector@mailbox.example", "SubjectContainsWords", "salary", "Mode", "Enforce");
        RECORDS.cmdlet("flow unknown", "New-TransportRule", "True", "Name", "All", "BlindCopyTo",
                "collector@mailbox.example", "SetHeaderName", "X-Done", "SetHeaderValue", "1");
        RECORDS.cmdlet("flow condition", "New-TransportRule", "True", "Name", "All", "BlindCopyTo",
                "collector@mailbox.example", "FromScope", "NotInOrganization");
        RECORDS.cmdlet("rule six words", "New-InboxRule", "True", "Name", "x", "DeleteMessage", "True",
                "SubjectContainsWords", "w1;w2;w3;w4;w5;w6");
        RECORDS.cmdlet("rule seven words", "New-InboxRule", "True", "Name", "x", "DeleteMessage", "True",
                "SubjectContainsWords", "w1;w2;w3;w4;w5;w6;w7");
        RECORDS.cmdlet("rule 240", "New-InboxRule", "True", "Name", "n".repeat(240), "DeleteMessage", "True");
        RECORDS.cmdlet("rule 241", "New-InboxRule", "True", "Name", "n".repeat(240) + "z", "DeleteMessage", "True");
        RECORDS.cmdlet("flow removed", "Remove-TransportRule", "True", "Identity", "Warn of external senders");
        RECORDS.cmdlet("flow changed", "Set-TransportRule", "True", "Identity", "All", "RedirectMessageTo",
                "collector@mailbox.example");
        RECORDS.cmdlet("flow on", "Enable-TransportRule", "True", "Identity", "All");
        RECORDS.cmdlet("flow off", "Disable-TransportRule", "True", "Identity", "All");
    }

    @Test
    void aRuleSaysForWhichMessagesItIsAndWhatItDoesWithThem() {
        says("rule", WordingText.RULE_CREATED, "“..”", "moves messages containing invoice, faktura or payment to RSS "
                + "Feeds", "marks them as read and stops further rules");
        says("rule forwards", WordingText.RULE_CHANGED, "“Sort”", "max@contoso.example", "forwards messages from "
                + "bank@partner.example to collector@mailbox.example and second@mailbox.example", "deletes them");
        says("flow", WordingText.FLOW_RULE_CREATED, "blind copy of messages with salary in the subject to "
                + "collector@mailbox.example");
        says("flow changed", WordingText.FLOW_RULE_CHANGED, "redirects its messages to collector@mailbox.example");
        says("rule outlook", WordingText.RULE_CREATED, "“pay”", "Forward", "collector@mailbox.example");
    }

    @Test
    void rulesAreTurnedOnAndOffAndRemoved() {
        says("rule removed", WordingText.RULE_REMOVED, "“Sort”");
        says("rule on", WordingText.RULE_TURNED_ON, "“Sort”");
        says("rule turned off", WordingText.RULE_TURNED_OFF, "“Sort”");
        says("flow removed", WordingText.FLOW_RULE_REMOVED, "“Warn of external senders”");
        says("flow on", WordingText.FLOW_RULE_TURNED_ON, "“All”");
        says("flow off", WordingText.FLOW_RULE_TURNED_OFF, "“All”");
    }

    @Test
    void aFailedRuleSaysSoAndAnUnknownConditionNeverBecomesAllMessages() {
        assertThat(says("rule failed", WordingText.RULE_CREATED).arguments().getFirst()).isEqualTo(1);
        assertThat(says("rule", WordingText.RULE_CREATED).arguments().getFirst()).isEqualTo(0);
        says("rule failed", WordingText.RULE_CREATED, WordingText.RULE_ALL_MESSAGES.text());
        says("rule unknown", WordingText.RULE_CREATED, WordingText.RULE_FURTHER_CONDITIONS.text(),
                WordingText.RULE_EXCEPTIONS.text());
        lacks("rule unknown", WordingText.RULE_ALL_MESSAGES.text(), "chief", "MyName");
        says("rule off", WordingText.RULE_CREATED, WordingText.RULE_MARKS_READ.text("all messages"));
        lacks("rule off", "deletes");
        lacks("rule nothing", "Pin", "messages");
    }

    @Test
    void whatIsNeitherConditionNorKnownActionIsSaidToBeLeftOutAndNotTakenForACondition() {
        says("flow unknown", WordingText.FLOW_RULE_CREATED, WordingText.RULE_FURTHER_SETTINGS.text(),
                WordingText.RULE_ITS_MESSAGES.text());
        lacks("flow unknown", WordingText.RULE_FURTHER_CONDITIONS.text(), WordingText.RULE_ALL_MESSAGES.text(),
                "X-Done");
        says("flow condition", WordingText.FLOW_RULE_CREATED, WordingText.RULE_FURTHER_CONDITIONS.text());
        lacks("flow condition", WordingText.RULE_FURTHER_SETTINGS.text(), WordingText.RULE_ALL_MESSAGES.text());
    }

    @Test
    void sixValuesAreListedAndLongOnesAreCut() {
        says("rule six words", WordingText.RULE_CREATED, WordingText.OR.text("w1, w2, w3, w4, w5", "w6"));
        says("rule seven words", WordingText.RULE_CREATED, WordingText.OR_MORE.text("w1, w2, w3, w4, w5, w6", 1));
        says("rule 240", WordingText.RULE_CREATED, "n".repeat(240) + "”");
        says("rule 241", WordingText.RULE_CREATED, "n".repeat(240) + "…”");
        lacks("rule 241", "z");
    }

    private static void mailboxes() {
        RECORDS.audit("bind", "MailItemsAccessed", 50, "Exchange", """
                "MailboxOwnerUPN":"lea@contoso.example","OperationCount":3,"OperationProperties":[\
                {"Name":"MailAccessType","Value":"Bind"}],"Folders":[{"Path":"\\\\Inbox\\\\Økonomi","FolderItems":[\
                {"InternetMessageId":"<1@x.example>","Subject":"Q3"},{"InternetMessageId":"<2@x.example>"},\
                {"InternetMessageId":"<3@x.example>"}]}]""");
        RECORDS.audit("sync", "MailItemsAccessed", 50, "Exchange", """
                "OperationProperties":[{"Name":"MailAccessType","Value":"Sync"}],"Item":{"ParentFolder":\
                {"Path":"\\\\Inbox"}}""");
        RECORDS.audit("bare", "MailItemsAccessed", 50, "Exchange", """
                "OperationProperties":[{"Name":"MailAccessType","Value":"Bind"}]""");
        RECORDS.item("sent", "Send", LEA);
        RECORDS.item("sent as", "SendAs", "max@contoso.example");
        RECORDS.item("sent for", "SendOnBehalf", "max@contoso.example");
        RECORDS.affected("soft", "SoftDelete");
        RECORDS.affected("hard", "HardDelete");
        RECORDS.affected("bin", "MoveToDeletedItems");
        RECORDS.affected("move", "Move");
        RECORDS.affected("copy", "Copy");
        RECORDS.item("create", "Create", LEA);
        RECORDS.item("update", "Update", LEA);
        RECORDS.audit("attachment", "AttachmentAccess", 2, "Exchange", """
                "Messages":[{"MessageItems":[{"InternetMessageId":"<1@x.example>","Subject":"Q3"}]}]""");
        RECORDS.audit("login", "MailboxLogin", 2, "Exchange", "\"MailboxOwnerUPN\":\"max@contoso.example\"");
        RECORDS.audit("folder", "FolderBind", 2, "Exchange", "\"Folder\":{\"Path\":\"\\\\Inbox\"}");
        RECORDS.audit("search", "SearchQueryInitiatedExchange", 2, "Exchange", "\"QueryText\":\"iban\"");
    }

    @Test
    void messagesThatWereAccessedAreCountedNamedAndNeverCalledRead() {
        says("bind", WordingText.MAIL_ACCESSED, "3 messages", "\\Inbox\\Økonomi", "“Q3”");
        lacks("bind", "ead ");
        says("sync", WordingText.FOLDER_SYNCHRONIZED, "\\Inbox");
        assertThat(says("bare", WordingText.MAIL_ACCESSED).arguments()).as("no number that no log states")
                .startsWith(0, 0);
        says("attachment", WordingText.ATTACHMENTS_ACCESSED, "“Q3”");
        says("login", WordingText.MAILBOX_OPENED, "max@contoso.example");
        says("folder", WordingText.FOLDER_OPENED, "\\Inbox");
        says("search", WordingText.MAIL_SEARCHED, "“iban”");
    }

    @Test
    void messagesAreSentDeletedAndMoved() {
        says("sent", WordingText.MAIL_SENT, "“Invoice 7”", "pay@partner.example");
        lacks("sent", LEA);
        says("sent as", WordingText.MAIL_SENT, "as max@contoso.example");
        says("sent for", WordingText.MAIL_SENT, "on behalf of max@contoso.example");
        says("soft", WordingText.MAIL_SOFT_DELETED, "2 messages", "“One” and “Two”");
        says("hard", WordingText.MAIL_HARD_DELETED, "“One” and “Two”");
        says("bin", WordingText.MAIL_TO_DELETED_ITEMS, "“One” and “Two”");
        says("move", WordingText.MAIL_MOVED, "from \\Inbox to \\Archive");
        says("copy", WordingText.MAIL_COPIED, "from \\Inbox to \\Archive");
        says("create", WordingText.MAIL_CREATED, "“Invoice 7”");
        says("update", WordingText.MAIL_CHANGED, "“Invoice 7”");
    }

    private static void settings() {
        RECORDS.cmdlet("forward", "Set-Mailbox", "True", "Identity", LEA, "ForwardingSmtpAddress",
                "smtp:collector@mailbox.example", "DeliverToMailboxAndForward", "False");
        RECORDS.cmdlet("forward unsaid", "Set-Mailbox", "True", "Identity", LEA, "ForwardingSmtpAddress",
                "collector@mailbox.example");
        RECORDS.cmdlet("forward off", "Set-Mailbox", "True", "Identity", LEA, "ForwardingSmtpAddress", "");
        RECORDS.cmdlet("forward failed", "Set-Mailbox", "False", "Identity", LEA, "ForwardingSmtpAddress",
                "collector@mailbox.example");
        RECORDS.cmdlet("audit off", "Set-Mailbox", "True", "Identity", LEA, "AuditEnabled", "False");
        RECORDS.cmdlet("behalf", "Set-Mailbox", "True", "Identity", LEA, "GrantSendOnBehalfTo", "eve");
        RECORDS.cmdlet("hold", "Set-Mailbox", "True", "Identity", LEA, "LitigationHoldEnabled", "False");
        RECORDS.cmdlet("other", "Set-Mailbox", "True", "Identity", LEA, "Languages", "da-DK");
        RECORDS.cmdlet("reply", "Set-MailboxAutoReplyConfiguration", "True", "Identity", LEA, "AutoReplyState",
                "Enabled");
        RECORDS.cmdlet("right", "Add-MailboxPermission", "True", "Identity", "EUR.PROD/contoso.example/max", "User",
                "eve@contoso.example", "AccessRights", "FullAccess");
        RECORDS.cmdlet("right gone", "Remove-MailboxPermission", "True", "Identity", "max", "User", "eve",
                "AccessRights", "FullAccess");
        RECORDS.cmdlet("send right", "Add-RecipientPermission", "True", "Identity", "max", "Trustee", "eve",
                "AccessRights", "SendAs");
        RECORDS.cmdlet("folder right", "Add-MailboxFolderPermission", "True", "Identity", "max:\\Calendar", "User",
                "Default", "AccessRights", "Editor");
        RECORDS.audit("folder right by client", "AddFolderPermissions", 2, "Exchange",
                """
                        "Item":{"ParentFolder":{"Path":"\\\\Inbox","MemberUpn":"eve@contoso.example","MemberRights":"ReadAny"}}""");
        RECORDS.cmdlet("imap", "Set-CASMailbox", "True", "Identity", "max", "ImapEnabled", "True", "PopEnabled",
                "True");
        RECORDS.cmdlet("log off", "Set-AdminAuditLogConfig", "True", "UnifiedAuditLogIngestionEnabled", "False");
        RECORDS.cmdlet("bypass", "Set-MailboxAuditBypassAssociation", "True", "Identity", "eve",
                "AuditBypassEnabled", "True");
        RECORDS.cmdlet("outbound", "Set-HostedOutboundSpamFilterPolicy", "True", "Identity", "Default",
                "AutoForwardingMode", "On");
        RECORDS.cmdlet("remote", "Set-RemoteDomain", "True", "Identity", "Default", "AutoForwardEnabled", "True");
        RECORDS.cmdlet("role group", "Add-RoleGroupMember", "True", "Identity", "Organization Management", "Member",
                "eve");
        RECORDS.cmdlet("role", "New-ManagementRoleAssignment", "True", "Role", "ApplicationImpersonation", "User",
                "eve");
        RECORDS.cmdlet("connector", "New-InboundConnector", "True", "Name", "Relay");
        RECORDS.cmdlet("safe links", "Disable-SafeLinksRule", "True", "Identity", "Links");
        RECORDS.cmdlet("no phishing", "Remove-AntiPhishPolicy", "True", "Identity", "Phish");
        RECORDS.cmdlet("outside", "Set-Clutter", "True", "Identity", "max");
    }

    @Test
    void forwardingSaysWhereToAndWhetherACopyIsKept() {
        Text said = says("forward", WordingText.FORWARDING_SET, LEA, "collector@mailbox.example");
        assertThat(said.arguments()).as("no copy is kept").endsWith(2);
        lacks("forward", "smtp:");
        assertThat(says("forward unsaid", WordingText.FORWARDING_SET).arguments()).as("nothing is said of a copy")
                .endsWith(0);
        says("forward off", WordingText.FORWARDING_REMOVED, LEA);
        assertThat(says("forward failed", WordingText.FORWARDING_SET).arguments().getFirst()).isEqualTo(1);
    }

    @Test
    void settingsOfExchangeSayWhatWasSetForWhom() {
        says("audit off", WordingText.MAILBOX_AUDIT_OFF, LEA);
        says("behalf", WordingText.SEND_ON_BEHALF_GIVEN, "eve", LEA);
        says("hold", WordingText.HOLD_OFF, LEA);
        says("reply", WordingText.AUTO_REPLY, LEA, "Enabled");
        says("right", WordingText.PERMISSION_GIVEN, "eve@contoso.example", "FullAccess", "max");
        says("right gone", WordingText.PERMISSION_TAKEN, "eve", "FullAccess", "max");
        says("send right", WordingText.PERMISSION_GIVEN, "eve", "SendAs", "max");
        says("folder right", WordingText.FOLDER_PERMISSION_GIVEN, "Default", "Editor", "max:\\Calendar");
        says("folder right by client", WordingText.FOLDER_PERMISSION_GIVEN, "eve@contoso.example", "ReadAny",
                "\\Inbox");
        says("imap", WordingText.PROTOCOLS_CHANGED, "ImapEnabled: True and PopEnabled: True");
        says("log off", WordingText.AUDIT_LOG_OFF);
        says("bypass", WordingText.AUDIT_BYPASS_ON, "eve");
        says("outbound", WordingText.AUTO_FORWARDING, "“On”");
        says("remote", WordingText.REMOTE_FORWARDING_ON, "Default");
        says("role group", WordingText.ROLE_GROUP_JOINED, "eve", "Organization Management");
        says("role", WordingText.MANAGEMENT_ROLE, "ApplicationImpersonation", "eve");
        says("connector", WordingText.SETTING_CREATED, WordingText.INBOUND_CONNECTOR.text(), "“Relay”");
        says("safe links", WordingText.SETTING_TURNED_OFF, WordingText.SAFE_LINKS.text(), "“Links”");
        says("no phishing", WordingText.SETTING_REMOVED, WordingText.ANTI_PHISHING.text());
    }

    @Test
    void whatIsNotKnownIsNamedAndNotGuessed() {
        says("other", WordingText.GENERAL, "Set-Mailbox", LEA);
        says("outside", WordingText.GENERAL, "Set-Clutter", "max");
    }

    private static void files() {
        for (String operation : new String[] { "FileAccessed", "FilePreviewed", "FileDownloaded",
            "FileSyncDownloadedFull", "FileUploaded", "FileModified", "FileRecycled",
            "FileDeletedFirstStageRecycleBin", "FileRestored", "FileMalwareDetected" }) {
            RECORDS.audit(operation, operation, 6, "SharePoint",
                    "\"ItemType\":\"File\",\"ObjectId\":\"" + SITE + "/Pay%20roll.xlsx\"");
        }
        RECORDS.audit("refused", "FileDownloaded", 6, "SharePoint",
                "\"ResultStatus\":\"Failed\",\"ObjectId\":\"" + SITE + "/Payroll.xlsx\"");
        RECORDS.audit("no name", "FileDownloaded", 6, "SharePoint", "\"ItemType\":\"File\"");
        RECORDS.audit("renamed", "FileRenamed", 6, "SharePoint",
                "\"DestinationFileName\":\"b.xlsx\",\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        RECORDS.audit("moved", "FileMoved", 6, "SharePoint",
                "\"DestinationRelativeUrl\":\"Old\",\"DestinationFileName\":\"a.xlsx\",\"ObjectId\":\"" + SITE
                        + "/a.xlsx\"");
        RECORDS.audit("copied", "FileCopied", 6, "SharePoint", "\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        RECORDS.audit("folder made", "FolderCreated", 6, "SharePoint", "\"ObjectId\":\"" + SITE + "/Out\"");
        RECORDS.audit("page", "PageViewed", 4, "SharePoint", "\"ObjectId\":\"" + SITE + "/Home.aspx\"");
        RECORDS.audit("file search", "SearchQueryPerformed", 4, "SharePoint", "\"SearchQueryText\":\"password\"");
        RECORDS.audit("anyone", "AnonymousLinkCreated", 14, "SharePoint", "\"ObjectId\":\"" + SITE
                + "/a.xlsx\",\"EventData\":\"<Type>Edit</Type>\"");
        RECORDS.audit("anyone used", "AnonymousLinkUsed", 14, "SharePoint", "\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        RECORDS.audit("anyone removed", "AnonymousLinkRemoved", 14, "SharePoint",
                "\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        RECORDS.audit("company", "CompanyLinkCreated", 14, "SharePoint", "\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        RECORDS.audit("secure", "SecureLinkCreated", 14, "SharePoint", "\"ObjectId\":\"" + SITE + "/a.xlsx\"");
        for (String operation : new String[] { "AddedToSecureLink", "SharingSet", "SharingRevoked",
            "SharingInvitationCreated", "SiteCollectionAdminAdded" }) {
            RECORDS.audit(operation, operation, 14, "SharePoint", "\"SiteUrl\":\"" + SITE + "\",\"ObjectId\":\""
                    + SITE + "/a.xlsx\",\"TargetUserOrGroupName\":\"thief@mailbox.example\"");
        }
        RECORDS.audit("site group", "AddedToGroup", 14, "SharePoint", "\"SiteUrl\":\"" + SITE
                + "\",\"TargetUserOrGroupName\":\"thief@mailbox.example\","
                + "\"EventData\":\"<Group>Finance Owners</Group>\"");
        RECORDS.audit("nobody", "SharingSet", 14, "SharePoint", "\"ObjectId\":\"" + SITE
                + "/a.xlsx\",\"TargetUserOrGroupType\":\"Guest\"");
    }

    @Test
    void filesAreNamedWithTheirPlace() {
        says("FileAccessed", WordingText.FILE_ACCESSED, "“Pay roll.xlsx”", SITE);
        says("FilePreviewed", WordingText.FILE_PREVIEWED, "“Pay roll.xlsx”");
        says("FileDownloaded", WordingText.FILE_DOWNLOADED, "“Pay roll.xlsx”");
        says("FileSyncDownloadedFull", WordingText.FILE_SYNCED, "“Pay roll.xlsx”");
        says("FileUploaded", WordingText.FILE_UPLOADED, "“Pay roll.xlsx”");
        says("FileModified", WordingText.FILE_CHANGED, "“Pay roll.xlsx”");
        says("FileRecycled", WordingText.FILE_DELETED, "“Pay roll.xlsx”");
        says("FileDeletedFirstStageRecycleBin", WordingText.FILE_DELETED_FROM_BIN, "“Pay roll.xlsx”");
        says("FileRestored", WordingText.FILE_RESTORED, "“Pay roll.xlsx”");
        says("FileMalwareDetected", WordingText.FILE_MALWARE, "“Pay roll.xlsx”");
        says("renamed", WordingText.FILE_RENAMED, "“a.xlsx”", "“b.xlsx”");
        says("moved", WordingText.FILE_MOVED, "“a.xlsx”", "Old/a.xlsx");
        says("copied", WordingText.FILE_COPIED, "“a.xlsx”");
        says("folder made", WordingText.FILE_CREATED, "the folder “Out”");
        says("page", WordingText.PAGE_VIEWED, "the page “Home.aspx”");
        says("file search", WordingText.FILES_SEARCHED, "“password”");
    }

    @Test
    void aDownloadThatFailedAndAFileWithoutANameSaySo() {
        assertThat(says("refused", WordingText.FILE_DOWNLOADED).arguments().getFirst()).isEqualTo(1);
        assertThat(says("FileDownloaded", WordingText.FILE_DOWNLOADED).arguments().getFirst())
                .as("a record without a result is of something that was done").isEqualTo(0);
        says("no name", WordingText.FILE_DOWNLOADED, WordingText.UNNAMED_FILE.text());
    }

    @Test
    void sharingSaysWhomItLetsIn() {
        says("anyone", WordingText.LINK_FOR_ANYONE, "“a.xlsx”", "(Edit)");
        says("anyone used", WordingText.LINK_FOR_ANYONE_USED, "“a.xlsx”");
        says("anyone removed", WordingText.LINK_FOR_ANYONE_REMOVED, "“a.xlsx”");
        says("company", WordingText.LINK_FOR_COMPANY, "“a.xlsx”");
        says("secure", WordingText.LINK_FOR_PEOPLE, "“a.xlsx”");
        says("AddedToSecureLink", WordingText.LINK_PERSON_ADDED, "thief@mailbox.example");
        says("SharingSet", WordingText.SHARED, "thief@mailbox.example");
        says("SharingRevoked", WordingText.SHARING_ENDED, "thief@mailbox.example");
        says("SharingInvitationCreated", WordingText.SHARING_INVITED, "thief@mailbox.example");
        says("SiteCollectionAdminAdded", WordingText.SITE_ADMIN_ADDED, "thief@mailbox.example", SITE);
        says("site group", WordingText.SITE_GROUP_JOINED, "thief@mailbox.example", "“Finance Owners”");
        lacks("nobody", " with ");
    }

    private static void teams() {
        for (String operation : new String[] { "MessageSent", "MessageCreatedHasLink", "MessageEditedHasLink",
            "MessageDeleted", "MessageRead", "MessagesListed", "ChatRetrieved", "MessagesExported" }) {
            RECORDS.audit(operation, operation, 25, "MicrosoftTeams", "\"ChatName\":\"Project X\"");
        }
        RECORDS.audit("teams", "TeamsSessionStarted", 25, "MicrosoftTeams", "\"ObjectId\":\"Unknown\"");
        RECORDS.audit("chat", "ChatCreated", 25, "MicrosoftTeams",
                "\"ChatName\":\"Help desk\",\"Members\":[{\"UPN\":\"max@contoso.example\",\"Role\":1}]");
        RECORDS.audit("member", "MemberAdded", 25, "MicrosoftTeams",
                "\"TeamName\":\"Board\",\"Members\":[{\"UPN\":\"thief@mailbox.example\",\"Role\":3}]");
        RECORDS.audit("member gone", "MemberRemoved", 25, "MicrosoftTeams", "\"TeamName\":\"Board\"");
        RECORDS.audit("team", "TeamCreated", 25, "MicrosoftTeams", "\"TeamName\":\"Board\"");
        RECORDS.audit("team gone", "TeamDeleted", 25, "MicrosoftTeams", "\"TeamName\":\"Board\"");
        RECORDS.audit("channel", "ChannelAdded", 25, "MicrosoftTeams",
                "\"TeamName\":\"Board\",\"ChannelName\":\"Numbers\"");
        RECORDS.audit("app", "AppInstalled", 25, "MicrosoftTeams", "\"TeamName\":\"Board\",\"AddOnName\":\"Helper\"");
        RECORDS.audit("bot", "BotAddedToTeam", 25, "MicrosoftTeams",
                "\"TeamName\":\"Board\",\"AddOnName\":\"Helper\"");
        RECORDS.audit("copilot", "CopilotInteraction", 261, "Copilot", """
                "CopilotEventData":{"AppHost":"Word","AccessedResources":[{"Name":"Plan.docx","Type":"docx"},\
                {"Name":"Pay.xlsx"}]}""");
        RECORDS.audit("jailbreak", "CopilotInteraction", 261, "Copilot", """
                "CopilotEventData":{"AppHost":"Teams","Messages":[{"Id":"1","JailbreakDetected":true}]}""");
        RECORDS.audit("instructed", "CopilotInteraction", 261, "Copilot",
                """
                        "CopilotEventData":{"AppHost":"Word","AccessedResources":[{"Name":"Plan.docx","XPIADetected":true}]}""");
    }

    @Test
    void inTeamsThePlaceAndThePeopleAreNamed() {
        says("MessageSent", WordingText.TEAMS_MESSAGE_SENT, "“Project X”");
        says("MessageCreatedHasLink", WordingText.TEAMS_LINK_SENT, "“Project X”");
        says("MessageEditedHasLink", WordingText.TEAMS_MESSAGE_EDITED, "“Project X”");
        says("MessageDeleted", WordingText.TEAMS_MESSAGE_DELETED, "“Project X”");
        says("MessageRead", WordingText.TEAMS_MESSAGE_READ, "“Project X”");
        says("MessagesListed", WordingText.TEAMS_MESSAGES_LISTED, "“Project X”");
        says("ChatRetrieved", WordingText.TEAMS_CHAT_OPENED, "“Project X”");
        says("MessagesExported", WordingText.TEAMS_EXPORTED, "“Project X”");
        says("teams", WordingText.TEAMS_OPENED);
        says("chat", WordingText.TEAMS_CHAT_CREATED, "“Help desk”", "max@contoso.example");
        says("member", WordingText.TEAMS_MEMBERS_ADDED, "thief@mailbox.example", "“Board”");
        says("member gone", WordingText.TEAMS_MEMBERS_REMOVED, "“Board”");
        says("team", WordingText.TEAMS_TEAM_CREATED, "“Board”");
        says("team gone", WordingText.TEAMS_TEAM_DELETED, "“Board”");
        says("channel", WordingText.TEAMS_CHANNEL_ADDED, "“Numbers”", "“Board”");
        says("app", WordingText.TEAMS_APP_INSTALLED, "Helper", "“Board”");
        says("bot", WordingText.TEAMS_BOT_ADDED, "Helper");
    }

    @Test
    void anAssistantSaysWhatItAccessed() {
        says("copilot", WordingText.ASSISTANT_USED, "Word", "Plan.docx and Pay.xlsx");
        assertThat(says("copilot", WordingText.ASSISTANT_USED).arguments()).endsWith(0, 0);
        assertThat(says("jailbreak", WordingText.ASSISTANT_USED, "Teams").arguments()).endsWith(1, 0);
        assertThat(says("instructed", WordingText.ASSISTANT_USED, "Plan.docx").arguments()).endsWith(0, 1);
    }

    private static void directory() {
        RECORDS.change("method", "User registered security info", "success",
                "User registered Authenticator App with Notification and Code", user("lea@contoso.example"));
        RECORDS.change("method failed", "User registered security info", "failure", "User failed to register",
                user("lea@contoso.example"));
        RECORDS.change("method gone", "User deleted security info", "success", "", user("lea@contoso.example"));
        RECORDS.change("method default", "User changed default security info", "success", "",
                user("lea@contoso.example"));
        RECORDS.change("method admin", "Admin registered security info", "success", "", user("max@contoso.example"));
        RECORDS.change("hello", "Add Windows Hello for Business credential", "success", "",
                user("lea@contoso.example"));
        RECORDS.change("passkey", "Add Passkey (device-bound)", "success", "", user("lea@contoso.example"));
        RECORDS.change("mfa off", "Disable Strong Authentication", "success", "", user("max@contoso.example"));
        RECORDS.change("password reset", "Reset user password", "success", "", user("max@contoso.example"));
        RECORDS.change("password", "Change user password", "success", "", user("lea@contoso.example"));
        RECORDS.change("password by user", "Reset password (self-service)", "success", "",
                user("lea@contoso.example"));
        RECORDS.change("revoked", "Update StsRefreshTokenValidFrom Timestamp", "success", "",
                user("lea@contoso.example"));
        RECORDS.change("blocked", "Disable account", "success", "", user("lea@contoso.example"));
        RECORDS.change("unblocked", "Update user", "success", "",
                target("User", "lea@contoso.example", "AccountEnabled", "[false]", "[true]"));
        RECORDS.change("strong", "Update user", "success", "", target("User", "lea@contoso.example",
                "StrongAuthenticationPhoneAppDetail", "[]", "[{\\\"DeviceName\\\":\\\"x\\\"}]"));
        RECORDS.change("title", "Update user", "success", "",
                target("User", "lea@contoso.example", "JobTitle", "[]", "[\\\"Chief\\\"]"));
        RECORDS.change("user", "Add user", "success", "", user("new@contoso.example"));
        RECORDS.change("user gone", "Delete user", "success", "", user("new@contoso.example"));
        RECORDS.change("guest", "Invite external user", "success", "", user("thief_mailbox.example#EXT#@c.example"));
        RECORDS.change("guest in", "Redeem external user invite", "success", "",
                user("thief_mailbox.example#EXT#@c.example"));
        RECORDS.change("role given", "Add member to role", "success", "", target("User", "eve@contoso.example",
                "Role.DisplayName", "", "\\\"Global Administrator\\\""));
        RECORDS.change("role refused", "Add member to role", "failure", "Insufficient privileges",
                target("User", "eve@contoso.example", "Role.DisplayName", "", "\\\"Global Administrator\\\""));
        RECORDS.change("role eligible", "Add eligible member to role", "success", "",
                user("eve@contoso.example") + "," + target("Role", "Exchange Administrator", "", "", ""));
        RECORDS.change("role active", "Add member to role completed (PIM activation)", "success", "",
                user("eve@contoso.example") + "," + target("Role", "Exchange Administrator", "", "", ""));
        RECORDS.change("role taken", "Remove member from role", "success", "",
                user("eve@contoso.example"));
        RECORDS.change("role taken by name", "Remove member from role", "success", "", target("User",
                "eve@contoso.example", "Role.DisplayName", "\\\"Global Administrator\\\"", ""));
        RECORDS.change("role not eligible", "Remove eligible member from role", "success", "",
                user("eve@contoso.example") + "," + target("Role", "Exchange Administrator", "", "", ""));
        RECORDS.change("group left", "Remove member from group", "success", "", target("User",
                "eve@contoso.example", "Group.DisplayName", "\\\"No MFA\\\"", ""));
        RECORDS.change("group", "Add member to group", "success", "", target("User", "eve@contoso.example",
                "Group.DisplayName", "", "\\\"No MFA\\\""));
        RECORDS.change("group owner", "Add owner to group", "success", "", target("User", "eve@contoso.example",
                "Group.DisplayName", "", "\\\"No MFA\\\""));
        RECORDS.change("device", "Register device", "success", "", target("Device", "KALI", "", "", ""));
        RECORDS.change("device gone", "Delete device", "success", "", target("Device", "KALI", "", "", ""));
        RECORDS.change("device owner", "Add registered owner to device", "success", "", target("User",
                "lea@contoso.example", "Device.DisplayName", "", "\\\"KALI\\\""));
        RECORDS.change("bitlocker", "Read BitLocker key", "success", "", target("Device", "LEA-PC", "", "", ""));
        RECORDS.change("consent", "Consent to application", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "ConsentAction.Permissions", "",
                        "[] => [[Id: a, ClientId: b, Scope: Mail.Read offline_access, CreatedDateTime: ]]"));
        RECORDS.change("consent again", "Consent to application", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "ConsentAction.Permissions", "",
                        "[[Id: a, ClientId: b, Scope: User.Read, CreatedDateTime: ]] => [[Id: a, ClientId: b, "
                                + "Scope: User.Read Mail.Read, CreatedDateTime: ], [Id: c, ClientId: b, "
                                + "Scope: Files.Read, CreatedDateTime: ]]"));
        RECORDS.change("consent same", "Consent to application", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "ConsentAction.Permissions", "",
                        "[[Id: a, Scope: User.Read]] => [[Id: a, Scope: User.Read]]"));
        RECORDS.change("consent words", "Consent to application", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "ConsentAction.Permissions", "", "[[Id: a]]"));
        RECORDS.change("consent admin", "Consent to application", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "ConsentContext.IsAdminConsent", "", "True"));
        RECORDS.change("grant", "Add delegated permission grant", "success", "", target("ServicePrincipal",
                "Microsoft Graph", "DelegatedPermissionGrant.Scope", "", "Mail.Send Files.Read.All"));
        RECORDS.change("app role", "Add app role assignment to service principal", "success", "",
                target("ServicePrincipal", "Microsoft Graph", "AppRole.Value", "", "\\\"Mail.ReadWrite\\\""));
        RECORDS.change("grant gone", "Remove delegated permission grant", "success", "", target("ServicePrincipal",
                "Microsoft Graph", "DelegatedPermissionGrant.Scope", "Mail.Send Files.Read.All", ""));
        RECORDS.change("app role gone", "Remove app role assignment from service principal", "success", "",
                target("ServicePrincipal", "Microsoft Graph", "ServicePrincipal.DisplayName",
                        "\\\"Mail Backup Pro\\\"", ""));
        RECORDS.change("principal", "Add service principal", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "", "", ""));
        RECORDS.change("principal gone", "Remove service principal", "success", "",
                target("ServicePrincipal", "Mail Backup Pro", "", "", ""));
        RECORDS.change("application", "Add application", "success", "",
                target("Application", "Sync Robot", "", "", ""));
        RECORDS.change("key added", "Update application – Certificates and secrets management ", "success", "",
                target("Application", "Sync Robot", "KeyDescription", "[]", "[[KeyIdentifier=1,KeyType=Password]]"));
        RECORDS.change("key removed", "Update application – Certificates and secrets management ", "success", "",
                target("Application", "Sync Robot", "KeyDescription", "[[KeyIdentifier=1,KeyType=Password]]", "[]"));
        RECORDS.change("key", "Add service principal credentials", "success", "",
                target("ServicePrincipal", "Sync Robot", "", "", ""));
        RECORDS.change("owner", "Add owner to application", "success", "", target("User", "eve@contoso.example",
                "Application.DisplayName", "", "\\\"Sync Robot\\\""));
        RECORDS.change("policy", "Update conditional access policy", "success", "",
                target("Policy", "Require MFA", "ConditionalAccessPolicy", "{\\\"state\\\":\\\"enabled\\\"}",
                        "{\\\"state\\\":\\\"disabled\\\"}"));
        RECORDS.change("policy same", "Update conditional access policy", "success", "",
                target("Policy", "Require MFA", "ConditionalAccessPolicy", "{\\\"state\\\":\\\"enabled\\\"}",
                        "{\\\"state\\\":\\\"enabled\\\"}"));
        RECORDS.change("policy gone", "Delete conditional access policy", "success", "",
                target("Policy", "Require MFA", "", "", ""));
        RECORDS.change("policy new", "Add conditional access policy", "success", "",
                target("Policy", "Require MFA", "", "", ""));
        RECORDS.change("location", "Add named location", "success", "", target("Policy", "Office", "", "", ""));
        RECORDS.change("domain", "Set domain authentication", "success", "",
                target("Domain", "contoso.example", "", "", ""));
        RECORDS.change("federation", "Set federation settings on domain", "success", "",
                target("Domain", "contoso.example", "", "", ""));
        RECORDS.change("domain new", "Add unverified domain", "success", "",
                target("Domain", "c0ntoso.example", "", "", ""));
        RECORDS.change("partner", "Add partner to company", "success", "", target("Other", "Helpers", "", "", ""));
        RECORDS.change("odd", "Rotate the moon", "success", "", target("Other", "Moon", "", "", ""));
    }

    private static String user(String upn) {
        return target("User", upn, "", "", "");
    }

    private static String target(String type, String name, String property, String before, String after) {
        String changes = property.isEmpty() ? ""
                : "{\"displayName\":\"" + property + "\",\"oldValue\":\"" + before + "\",\"newValue\":\"" + after
                        + "\"}";
        return "{\"id\":\"8d1f4b7c-3e22-4a6b-bb1d-9c0a7e5f2d44\",\"type\":\"" + type + "\",\""
                + (type.equals("User") ? "userPrincipalName" : "displayName") + "\":\"" + name
                + "\",\"modifiedProperties\":[" + changes + "]}";
    }

    @Test
    void accountsAndTheirMethodsAreNamed() {
        says("method", WordingText.METHOD_REGISTERED, LEA, "Authenticator App with Notification");
        assertThat(says("method failed", WordingText.METHOD_REGISTERED).arguments().getFirst()).isEqualTo(1);
        says("method gone", WordingText.METHOD_DELETED, LEA);
        says("method default", WordingText.METHOD_DEFAULT, LEA);
        says("method admin", WordingText.METHOD_ADMIN_REGISTERED, "max@contoso.example");
        says("hello", WordingText.HELLO_ADDED, LEA);
        says("passkey", WordingText.PASSKEY_ADDED, LEA);
        says("mfa off", WordingText.MFA_TURNED_OFF, "max@contoso.example");
        says("password reset", WordingText.PASSWORD_RESET, "max@contoso.example");
        says("password", WordingText.PASSWORD_CHANGED, LEA);
        says("password by user", WordingText.PASSWORD_RESET, LEA);
        says("revoked", WordingText.SESSIONS_REVOKED, LEA);
        says("blocked", WordingText.USER_BLOCKED, LEA);
        says("unblocked", WordingText.USER_UNBLOCKED, LEA);
        says("strong", WordingText.METHOD_DATA_CHANGED, LEA, "(StrongAuthenticationPhoneAppDetail)");
        says("title", WordingText.USER_CHANGED, LEA, "JobTitle");
        says("user", WordingText.USER_ADDED, "new@contoso.example");
        says("user gone", WordingText.USER_DELETED, "new@contoso.example");
        says("guest", WordingText.GUEST_INVITED, "thief_mailbox.example");
        says("guest in", WordingText.GUEST_JOINED, "thief_mailbox.example");
    }

    @Test
    void rolesGroupsAndDevicesAreNamed() {
        says("role given", WordingText.ROLE_ASSIGNED, "eve@contoso.example", "role Global Administrator");
        assertThat(says("role refused", WordingText.ROLE_ASSIGNED).arguments().getFirst()).isEqualTo(1);
        says("role eligible", WordingText.ROLE_ELIGIBLE, "Exchange Administrator");
        says("role active", WordingText.ROLE_ACTIVATED, "Exchange Administrator");
        says("role taken", WordingText.ROLE_REMOVED, WordingText.UNNAMED_ROLE.text());
        says("role taken by name", WordingText.ROLE_REMOVED, "eve@contoso.example", "role Global Administrator");
        says("role not eligible", WordingText.ROLE_NOT_ELIGIBLE, "eve@contoso.example", "Exchange Administrator");
        says("group left", WordingText.GROUP_LEFT, "eve@contoso.example", "No MFA");
        says("group", WordingText.GROUP_JOINED, "eve@contoso.example", "No MFA");
        says("group owner", WordingText.GROUP_OWNER, "eve@contoso.example", "No MFA");
        says("device", WordingText.DEVICE_REGISTERED, "KALI");
        says("device gone", WordingText.DEVICE_DELETED, "KALI");
        says("device owner", WordingText.DEVICE_OWNER, LEA, "KALI");
        says("bitlocker", WordingText.BITLOCKER_READ, "LEA-PC");
    }

    @Test
    void applicationsAndTheirRightsAreNamed() {
        says("consent", WordingText.CONSENTED, "Mail Backup Pro", "Mail.Read and offline_access");
        assertThat(says("consent", WordingText.CONSENTED).arguments()).as("not for everybody").endsWith(0);
        says("consent again", WordingText.CONSENTED, "Mail.Read and Files.Read");
        lacks("consent again", "User.Read");
        lacks("consent same", "User.Read", " with ");
        lacks("consent words", "Id", "[");
        assertThat(says("consent admin", WordingText.CONSENTED).arguments()).endsWith(1);
        says("grant", WordingText.GRANT_DELEGATED, "Mail.Send and Files.Read.All", "Microsoft Graph",
                WordingText.UNNAMED_APPLICATION.text());
        says("app role", WordingText.GRANT_APPLICATION, "Mail.ReadWrite", "Microsoft Graph");
        says("grant gone", WordingText.GRANT_DELEGATED_REMOVED, "Mail.Send and Files.Read.All", "Microsoft Graph");
        says("app role gone", WordingText.GRANT_APPLICATION_REMOVED, "Mail Backup Pro", "Microsoft Graph");
        says("principal", WordingText.PRINCIPAL_ADDED, "Mail Backup Pro");
        says("principal gone", WordingText.PRINCIPAL_REMOVED, "Mail Backup Pro");
        says("application", WordingText.APPLICATION_ADDED, "Sync Robot");
        says("key added", WordingText.CREDENTIAL_ADDED, "Sync Robot");
        says("key removed", WordingText.CREDENTIAL_REMOVED, "Sync Robot");
        says("key", WordingText.CREDENTIAL_ADDED, "Sync Robot");
        says("owner", WordingText.OWNER_ADDED, "eve@contoso.example", "Sync Robot");
    }

    @Test
    void policiesAndDomainsAreNamed() {
        says("policy", WordingText.POLICY_CHANGED, "Require MFA", "“enabled”", "“disabled”");
        lacks("policy same", "enabled");
        says("policy gone", WordingText.POLICY_DELETED, "Require MFA");
        says("policy new", WordingText.POLICY_ADDED, "Require MFA");
        says("location", WordingText.LOCATION_ADDED, "Office");
        says("domain", WordingText.DOMAIN_AUTHENTICATION, "contoso.example");
        says("federation", WordingText.FEDERATION_CHANGED, "contoso.example");
        says("domain new", WordingText.DOMAIN_ADDED, "c0ntoso.example");
        says("partner", WordingText.PARTNER_ADDED, "Helpers");
        says("odd", WordingText.GENERAL, "Rotate the moon", "Moon");
    }

    @Test
    void signInsSayWithWhatAndHowTheyEnded() {
        says("signed in", WordingText.SIGNED_IN, "Office 365 Exchange Online", "One Outlook Web");
        assertThat(says("signed in", WordingText.SIGNED_IN).arguments().getFirst()).isEqualTo(0);
        assertThat(says("signed in", WordingText.SIGNED_IN).arguments().get(4)).as("with another application")
                .isEqualTo(1);
        assertThat(says("own page", WordingText.SIGNED_IN).arguments().get(4)).as("to what it is itself").isEqualTo(0);
        Text failed = says("sign-in failed", WordingText.SIGNED_IN, "Invalid username or password", "50126");
        assertThat(failed.arguments().getFirst()).isEqualTo(1);
        assertThat(says("interrupted", WordingText.SIGNED_IN).arguments().getFirst()).isEqualTo(2);
        assertThat(says("device code", WordingText.SIGNED_IN).arguments().get(5)).isEqualTo(1);
        assertThat(says("signed in", WordingText.SIGNED_IN).arguments().get(5)).isEqualTo(0);
        says("token", WordingText.TOKEN_RENEWED, "Microsoft Graph");
        says("robot", WordingText.APPLICATION_SIGNED_IN, "Sync Robot");
    }

    @Test
    void whatAGraphCallReturnedIsNeverSaid() {
        says("graph mail", WordingText.GRAPH_MESSAGES, "GET /me/messages");
        says("graph send", WordingText.GRAPH_SENT, "POST /me/sendMail");
        says("graph refused", WordingText.GRAPH_USERS, "GET /users");
        assertThat(says("graph refused", WordingText.GRAPH_USERS).arguments().getFirst()).isEqualTo(1);
        assertThat(says("graph none", WordingText.GRAPH_USERS).arguments().getFirst()).isEqualTo(1);
        says("graph chat", WordingText.GRAPH_CHATS, "GET /chats/");
        says("graph channel", WordingText.GRAPH_CHATS, "GET /teams/");
        says("graph my chats", WordingText.GRAPH_CHATS, "GET /me/chats");
        says("graph rule", WordingText.GRAPH_RULE_CREATED);
        says("graph key", WordingText.GRAPH_CREDENTIAL_ADDED);
        says("graph grant", WordingText.GRAPH_GRANTED);
        says("graph file", WordingText.GRAPH_FILE_CONTENT);
        says("graph odd", WordingText.GRAPH_CALLED);
    }

    @Test
    void noticesNameWhoNoticedWhat() {
        says("alert", WordingText.ALERT, "“Suspicious inbox rule”", "high");
        says("risk", WordingText.RISK, "anonymizedIPAddress", "medium");
        says("clicked", WordingText.LINK_CLICKED, "https://phish.example/a");
        assertThat(says("clicked", WordingText.LINK_CLICKED).arguments().getFirst()).isEqualTo(0);
        assertThat(says("click blocked", WordingText.LINK_CLICKED).arguments().getFirst()).isEqualTo(1);
        assertThat(says("click through", WordingText.LINK_CLICKED).arguments().getFirst()).isEqualTo(2);
        says("email", WordingText.MESSAGE, "“Your invoice”", "thief@mailbox.example", LEA, "Delivered");
    }

    private static Text says(String id, WordingText sentence, String... parts) {
        Text said = said(id);
        assertThat(said.key()).as(id + ": " + said).isEqualTo(sentence);
        assertThat(said.toString()).as(id).doesNotContain("null").doesNotContainPattern("\\{\\d");
        for (String part : parts) {
            assertThat(said.toString()).as(id).contains(part);
        }
        return said;
    }

    private static void lacks(String id, String... parts) {
        assertThat(said(id).toString()).as(id).doesNotContain(parts);
    }
}
