package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.LogSource;

/** What is counted as read where records are aggregated, cut, doubled or leave things out. */
class MailExposureTest {

    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";
    private static final String CONTEXT = "'AppAccessContext':{'AADSessionId':'" + SESSION
            + "','UniqueTokenId':'G3oMXtKTSEyPYbJ9njoEAA'},";

    @TempDir
    private Path folder;

    private TestCase test;
    private final StringBuilder lines = new StringBuilder();
    private int number;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private MailExposureTest record(String operation, int type, String rest) {
        return at("2026-09-10T08:%02d:00".formatted(number), operation, type, CONTEXT + rest);
    }

    private MailExposureTest at(String time, String operation, int type, String rest) {
        lines.append(
                ("{'CreationTime':'%s','Id':'10000000-0000-4000-8000-%012d','Operation':'%s',"
                        + "'OrganizationId':'75243ab2-44f8-435c-a7a6-b479385df6d4',"
                        + "'RecordType':%d,'Workload':'Exchange','UserId':'adele@contoso.example',"
                        + "'MailboxOwnerUPN':'adele@contoso.example',%s}")
                        .formatted(time, number, operation,
                                type, rest)
                        .replace('\'', '"'))
                .append('\n');
        number++;
        return this;
    }

    private static String items(String folder, int count, String... ids) {
        StringBuilder items = new StringBuilder();
        for (String id : ids) {
            items.append(items.isEmpty() ? "" : ",").append("{'InternetMessageId':'").append(id).append("'}");
        }
        return "'OperationProperties':[{'Name':'MailAccessType','Value':'Bind'}],'OperationCount':" + count
                + ",'Folders':[{'Path':'" + folder + "','FolderItems':["
                + items
                + "]}]";
    }

    private Exposure exposure(String filter) {
        test.load(test.write("audit.jsonl", lines.toString()));
        return new ExposureOf(test.caseFile()).filter(filter);
    }

    @Test
    void aSubjectIsTakenFromAnotherRecordOfTheSameMessageAlsoFromAnothersMailbox() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 2, "<1@x>", "<2@x>"));
        at("2026-09-01T08:00:00", "Send", 2, "'Item':{'InternetMessageId':'<2@x>','Subject':'Payroll 2026'}");
        Exposure found = exposure("session:" + SESSION);
        assertThat(found.mailItems()).hasSize(2).anySatisfy(item -> {
            assertThat(item.internetMessageId()).isEqualTo("<2@x>");
            assertThat(item.subject()).isEqualTo("Payroll 2026");
            assertThat(item.subjectFromElsewhere()).isTrue();
        }).anySatisfy(item -> assertThat(item.subject()).isNull());
        assertThat(found.sent()).as("the sending is not of this session").isEmpty();
    }

    @Test
    void aMessageReadAgainIsOneItemWithItsTimes() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 1, "<1@x>"));
        record("MailItemsAccessed", 50, items("\\\\Inbox", 2, "<1@x>", "<1@x>"));
        record("AttachmentAccess", 50, "'Messages':[{'MessageItems':[{'InternetMessageId':'<1@x>'}]}]");
        assertThat(exposure("").mailItems()).singleElement().satisfies(item -> {
            assertThat(item.use().times()).isEqualTo(4);
            assertThat(item.use().events()).hasSize(3);
            assertThat(item.how()).containsExactlyInAnyOrder("read", "attachment");
            assertThat(item.use().last() - item.use().first()).isEqualTo(120_000_000_000L);
        });
    }

    @Test
    void itemsThatAreCountedButNotNamedAreSaid() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 40, "<1@x>", "<2@x>"));
        record("MailItemsAccessed", 50, "'OperationProperties':[{'Name':'MailAccessType','Value':'Bind'}]");
        Exposure found = exposure("");
        assertThat(found.mailItems()).hasSize(2);
        assertThat(found.unnamedItems()).isEqualTo(38);
        assertThat(found.unnamed().getFirst().uncounted()).isEqualTo(1);
        assertThat(found.limits())
                .contains(ExposureText.UNNAMED.text(38, "adele@contoso.example"),
                        ExposureText.UNCOUNTED.text(1, "adele@contoso.example"));
    }

    @Test
    void theWholeOfTwoExportsNamesWhatTheCutOneLost() {
        String whole = ("{'CreationTime':'2026-09-10T08:00:00','Id':'10000000-0000-4000-8000-000000000000',"
                + "'Operation':'MailItemsAccessed','RecordType':50,"
                + "'Workload':'Exchange','UserId':'adele@contoso.example','MailboxOwnerUPN':'adele@contoso.example',"
                + items("\\\\Inbox", 3, "<1@x>", "<2@x>", "<3@x>") + "}").replace('\'', '"');
        String cut = whole.substring(0, whole.indexOf("<2@x>"));
        test.load(test.write("cut.csv",
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,"
                        + "AssociatedAdminUnitsNames\r\n"
                        + "10000000-0000-4000-8000-000000000000,2026-09-10T08:00:00.0000000Z ,50,MailItemsAccessed,"
                        + "adele@contoso.example,\""
                        + cut.replace("\"", "\"\"")
                        + "\",,\r\n"));
        assertThat(new ExposureOf(test.caseFile()).everything().mailItems()).as("the cut record names none").isEmpty();
        test.load(test.write("whole.jsonl", whole + "\n"));
        Exposure both = new ExposureOf(test.caseFile()).everything();
        assertThat(both.mailItems()).extracting(Exposure.MailItem::internetMessageId).containsExactly("<1@x>", "<2@x>",
                "<3@x>");
        assertThat(both.unnamed()).isEmpty();
    }

    @Test
    void readingThatNamesNoSessionIsNotCountedButSaid() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 1, "<1@x>"));
        at("2026-09-10T08:01:30", "MailItemsAccessed", 50, items("\\\\Inbox", 5, "<5@x>"));
        number++;
        record("MailItemsAccessed", 50, items("\\\\Inbox", 1, "<2@x>"));
        Exposure found = exposure("session:" + SESSION);
        assertThat(found.mailItems()).hasSize(2);
        assertThat(found.limits()).contains(ExposureText.WITHOUT_IDS.text(1, 5));
    }

    @Test
    void readingWithoutASessionCountsFromTheFirstToTheLastOperationAndNotASecondBeside() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 1, "<1@x>"));
        record("MailItemsAccessed", 50, items("\\\\Inbox", 1, "<2@x>"));
        at("2026-09-10T07:59:59", "MailItemsAccessed", 50, items("\\\\Inbox", 1, "<3@x>"));
        at("2026-09-10T08:00:00", "MailItemsAccessed", 50, items("\\\\Inbox", 1, "<4@x>"));
        at("2026-09-10T08:01:00", "MailItemsAccessed", 50, items("\\\\Inbox", 1, "<5@x>"));
        at("2026-09-10T08:01:01", "MailItemsAccessed", 50, items("\\\\Inbox", 1, "<6@x>"));
        Exposure found = exposure("session:" + SESSION);
        assertThat(found.operations()).isEqualTo(2);
        assertThat(found.limits()).contains(ExposureText.WITHOUT_IDS.text(2, 2));
    }

    @Test
    void daysOfThePeriodWithoutAnyEventsAreStated() {
        at("2026-09-01T23:59:59", "Send", 2, "'Item':{'InternetMessageId':'<1@x>'}");
        at("2026-09-02T00:00:00", "Send", 2, "'Item':{'InternetMessageId':'<2@x>'}");
        at("2026-09-04T00:00:00", "Send", 2, "'Item':{'InternetMessageId':'<3@x>'}");
        assertThat(exposure("").limits())
                .contains(
                        ExposureText.DAYS.text(LogSource.UNIFIED_AUDIT_LOG.title(), 1, 4, "2026-09-01", "2026-09-04"));
    }

    @Test
    void otherMailboxOperationsWithoutAnyReadingAreSaid() {
        record("Send", 2, "'Item':{'InternetMessageId':'<1@x>','Subject':'a'}");
        Exposure found = exposure("");
        assertThat(found.limits()).contains(
                ExposureText.NO_MAIL_ITEMS_ACCESSED.text("adele@contoso.example"));
        assertThat(found.sent()).singleElement().satisfies(mail -> assertThat(mail.subject()).isEqualTo("a"));
    }

    @Test
    void movedMailNamesBothFolders() {
        record("Move", 3,
                "'AffectedItems':[{'InternetMessageId':'<1@x>','Subject':'a','ParentFolder':{'Path':'\\\\Inbox'}}],"
                        + "'DestFolder':{'Path':'\\\\RSS Feeds'}");
        assertThat(exposure("").mailChanges()).singleElement().satisfies(mail -> {
            assertThat(mail.folder()).isEqualTo("\\Inbox");
            assertThat(mail.destination()).isEqualTo("\\RSS Feeds");
        });
    }

    @Test
    void anOutlookRuleIsSaidWithItsForwarding() {
        record("UpdateInboxRules", 2,
                "'OperationProperties':[{'Name':'RuleOperation','Value':'AddMailboxRule'},{'Name':'RuleName',"
                        + "'Value':'x'},"
                        + "{'Name':'RuleActions','Value':'[{\\\"ActionType\\\":\\\"Forward\\\","
                        + "\\\"Recipients\\\":[\\\"thief@mailbox.example\\\"]}]'}]");
        assertThat(exposure("").inboxRules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("x");
            assertThat(rule.forwardsTo()).containsExactly("thief@mailbox.example");
        });
    }

    @Test
    void senderRecipientsAndAttachmentsAreTakenFromTheLogsOfMessages() {
        record("MailItemsAccessed", 50, items("\\\\Inbox", 2, "<1@x>", "<2@x>"));
        test.load(test.write("EmailEvents.jsonl", ("{'Timestamp':'2026-09-01T08:00:00Z','NetworkMessageId':"
                + "'7c1b2a3d-0000-4000-8000-000000000001','InternetMessageId':'<2@x>','SenderFromAddress':"
                + "'boss@contoso.example','RecipientEmailAddress':'adele@contoso.example','Subject':'Payroll 2026',"
                + "'EmailDirection':'Inbound','DeliveryAction':'Delivered','ReportId':'r1'}\n").replace('\'', '"')));
        Exposure found = exposure("session:" + SESSION);
        assertThat(found.mailItems()).hasSize(2).anySatisfy(item -> {
            assertThat(item.internetMessageId()).isEqualTo("<2@x>");
            assertThat(item.envelope().from()).isEqualTo("boss@contoso.example");
            assertThat(item.envelope().to()).containsExactly("adele@contoso.example");
        }).anySatisfy(item -> assertThat(item.envelope()).isEqualTo(Exposure.Envelope.NONE));
    }

    @Test
    void whatAnAssistantReadIsAListOfItsOwnWithItsFlags() {
        record("CopilotInteraction", 261, "'AgentName':'Researcher','CopilotEventData':{'AppHost':'Teams',"
                + "'AccessedResources':[{'SiteUrl':'https://contoso.sharepoint.example/Payroll.xlsx'}],"
                + "'Messages':[{'Id':'1','isPrompt':true,'JailbreakDetected':true}]}");
        Exposure found = exposure("");
        assertThat(found.others()).isEmpty();
        assertThat(found.assistants()).singleElement().satisfies(use -> {
            assertThat(use.what()).isEqualTo("Researcher");
            assertThat(use.read()).containsExactly("https://contoso.sharepoint.example/Payroll.xlsx");
            assertThat(use.isFlagged()).isTrue();
            assertThat(use.isScheduled()).isFalse();
        });
    }
}
