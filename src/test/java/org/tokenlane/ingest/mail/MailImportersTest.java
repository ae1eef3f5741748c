package org.tokenlane.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.WarningKind;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.FilterParser;

/** How somebody got in by mail: the message, its links, the click, and what became of it. */
class MailImportersTest {

    private static final String NETWORK = "5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd";
    private static final String INTERNET = "<a8f3.2217@mail.kit.example>";
    private static final String ADELE = "adele.vogel@contoso.example";

    private static Importer importer(String shape) {
        return MailImporters.all().stream().filter(each -> each.shape().id().equals(shape)).findFirst().orElseThrow();
    }

    private static List<AuditEvent> events(String shape, String file) {
        return Fixture.events(importer(shape), Fixture.file("mail/" + file), file);
    }

    private static AuditEvent first(String table, String form) {
        return events(table + (form.equals("csv") ? "-table" : "-stream"),
                table + (form.equals("csv") ? ".csv" : "-stream.jsonl")).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "stream" })
    void anEmailIsAMessageToOneRecipient(String form) {
        AuditEvent event = first("emailevents", form);
        assertThat(event.kind()).isEqualTo(EventKind.MESSAGE);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T07:40:12.3456789Z"));
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Inbound email");
        assertThat(event.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo(NETWORK);
        assertThat(event.get(EventField.INTERNET_MESSAGE_ID)).isEqualTo(INTERNET);
        assertThat(event.get(EventField.SENDER)).isEqualTo("billing@kit.example");
        assertThat(event.get(EventField.RECIPIENT)).isEqualTo(ADELE);
        assertThat(event.get(EventField.MAILBOX)).isEqualTo(ADELE);
        assertThat(event.get(EventField.TARGET)).isEqualTo("Invoice, overdue");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.77");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Inbox/folder");
        assertThat(event.get(EventField.UPN)).as("a sender's address proves nobody").isNull();
        assertThat(event.get(EventField.ACTOR)).isNull();
    }

    @Test
    void aStreamedRowTellsTheTenantAndWhenItArrived() {
        AuditEvent event = first("emailevents", "stream");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T08:03:00.5Z"));
        assertThat(event.key()).isEqualTo(first("emailevents", "csv").key());
    }

    @Test
    void theHiddenColumnOfLogAnalyticsTellsWhenARowArrived() {
        Value row = Fixture.text("TimeGenerated [UTC],_TimeReceived [UTC],NetworkMessageId,RecipientEmailAddress,"
                + "EmailDirection,SenderFromAddress,Type\n2026-09-10T07:40:12Z,2026-09-10T07:44:00Z," + NETWORK + ","
                + ADELE + ",Outbound,a@contoso.example,EmailEvents\n").getFirst();
        AuditEvent event = Fixture.events(importer("emailevents-table"), List.of(row), "x.csv").getFirst();
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T07:44:00Z"));
        assertThat(event.get(EventField.MAILBOX)).isEqualTo("a@contoso.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "stream" })
    void aLinkAnAttachmentAndAnActionAfterwardsBelongToTheMessage(String form) {
        AuditEvent link = first("emailurlinfo", form);
        assertThat(link.get(EventField.TARGET)).isEqualTo("https://login.kit.example/o?c=1");
        assertThat(link.get(EventField.RESULT_TEXT)).isEqualTo("QRCode");
        AuditEvent attachment = first("emailattachmentinfo", form);
        assertThat(attachment.get(EventField.TARGET)).isEqualTo("invoice.html");
        assertThat(attachment.get(EventField.RESULT_TEXT)).startsWith("Phish; abab");
        AuditEvent after = first("emailpostdeliveryevents", form);
        assertThat(after.get(EventField.OPERATION)).isEqualTo("Phish ZAP");
        assertThat(after.get(EventField.TARGET)).isEqualTo("Moved to quarantine");
        assertThat(after.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(List.of(link, attachment, after)).allSatisfy(
                event -> assertThat(event.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo(NETWORK))
                .extracting(AuditEvent::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "stream" })
    void aClickIsTheUsers(String form) {
        AuditEvent event = first("urlclickevents", form);
        assertThat(event.kind()).isEqualTo(EventKind.LINK_CLICK);
        assertThat(event.get(EventField.UPN)).isEqualTo(ADELE);
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
        assertThat(event.get(EventField.IP)).isEqualTo("198.51.100.24");
        assertThat(event.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo(NETWORK);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({ "ClickAllowed,0,SUCCESS", "ClickBlocked,0,FAILURE", "ClickBlocked,1,SUCCESS",
        "ClickBlocked,true,SUCCESS", "ClickBlockedByTenantPolicy,false,FAILURE", "UrlScanInProgress,0,UNKNOWN" })
    void aBlockedLinkThatWasFollowedAllTheSameWasFollowed(String action, String through, EventResult result) {
        Value row = Fixture.text("Timestamp,Url,ActionType,AccountUpn,IsClickedThrough\n2026-09-10T07:58:41Z,https://x,"
                + action + ",a@contoso.example," + through + "\n").getFirst();
        assertThat(Fixture.events(importer("urlclickevents-table"), List.of(row), "x").getFirst().result())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "stream" })
    void aTeamsMessageHasItsRecipients(String form) {
        AuditEvent event = first("messageevents", form);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Teams message");
        assertThat(event.get(EventField.SENDER)).isEqualTo(ADELE);
        assertThat(event.get(EventField.RECIPIENT)).isEqualTo("bela@contoso.example cleo@contoso.example");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Finance");
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "stream" })
    void aTeamsMessagesLinksAndWhatWasDoneWithItLaterHaveItsId(String form) {
        AuditEvent link = first("messageurlinfo", form);
        assertThat(link.get(EventField.TARGET)).isEqualTo("https://login.kit.example/t");
        AuditEvent after = first("messagepostdeliveryevents", form);
        assertThat(after.get(EventField.OPERATION)).isEqualTo("Phish ZAP");
        assertThat(after.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(after.get(EventField.RESULT_TEXT)).isEqualTo("ZAP; Quarantine; Phish");
        assertThat(List.of(link, after)).extracting(event -> event.get(EventField.RECORD_ID))
                .containsOnly("19:a1@thread.v2;1");
    }

    @Test
    void aMessageTraceIsTheSameMessageInEveryExport() {
        List<AuditEvent> csv = events("messagetrace-summary", "messagetrace-v2.csv");
        AuditEvent json = events("messagetrace-summary", "messagetrace-v2.json").getFirst();
        AuditEvent graph = events("messagetrace-summary", "messagetrace-graph.json").getFirst();
        for (AuditEvent event : List.of(csv.getFirst(), json, graph)) {
            assertThat(event.time()).isEqualTo(nanos("2026-09-10T07:40:10Z"));
            assertThat(event.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo(NETWORK);
            assertThat(event.get(EventField.INTERNET_MESSAGE_ID)).isEqualTo(INTERNET);
            assertThat(event.get(EventField.SENDER)).isEqualTo("billing@kit.example");
            assertThat(event.get(EventField.RECIPIENT)).isEqualTo(ADELE);
            assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
            assertThat(event.key()).isEqualTo(graph.key());
        }
        assertThat(csv.get(1).result()).isEqualTo(EventResult.FAILURE);
    }

    @Test
    void theStepsOfATraceAreEventsOfTheirOwn() {
        List<AuditEvent> steps = events("messagetrace-detail", "messagetrace-detail.csv");
        assertThat(steps).extracting(event -> event.get(EventField.OPERATION)).containsExactly("Receive", "Deliver");
        assertThat(steps).extracting(AuditEvent::key).doesNotHaveDuplicates();
        List<AuditEvent> transport = events("messagetrace-events", "messagetrace-events.csv");
        assertThat(transport).extracting(event -> event.get(EventField.OPERATION)).containsExactly("SMTP; RECEIVE",
                "STOREDRIVER; DELIVER");
        assertThat(transport).extracting(AuditEvent::key).doesNotHaveDuplicates();
        assertThat(transport.getFirst().get(EventField.IP)).isEqualTo("203.0.113.77");
        assertThat(transport.get(1).result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void aHistoricalReportHasAllRecipientsInOneRow() {
        List<AuditEvent> events = events("messagetrace-report", "messagetrace-report.csv");
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Inbound email");
        assertThat(event.get(EventField.RECIPIENT)).isEqualTo(ADELE + " bela@contoso.example");
        assertThat(event.result()).as("delivered to one, failed for the other").isEqualTo(EventResult.UNKNOWN);
        assertThat(event.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo(NETWORK);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T07:40:10.123Z"));
        assertThat(events.get(1).get(EventField.OPERATION)).isEqualTo("Outbound email");
        assertThat(events.get(1).result()).isEqualTo(EventResult.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({ "Delivered,SUCCESS", "Junked,SUCCESS", "Blocked,FAILURE", "Quarantined,FAILURE",
        "FilteredAsSpam,FAILURE", "Filtered as spam,FAILURE", "Pending,UNKNOWN", "Replaced,UNKNOWN", ",UNKNOWN" })
    void aDeliverysWordIsItsResult(String word, EventResult result) {
        assertThat(Delivery.result(word)).isEqualTo(result);
    }

    @Test
    void rowsOfAUnionAreEachReadAsTheirTableWhateverTheColumns() {
        String columns = "Timestamp,NetworkMessageId,RecipientEmailAddress,EmailDirection,Url,UrlDomain,ActionType,"
                + "FileName,AccountUpn,IsClickedThrough,UrlChain\n";
        List<Value> rows = Fixture.text(columns + "2026-09-10T07:40:12Z," + NETWORK + "," + ADELE + ",Inbound,,,,,,,\n"
                + "2026-09-10T07:40:12Z," + NETWORK + ",,,https://x,x,,,,,\n" + "2026-09-10T07:40:12Z," + NETWORK + ","
                + ADELE + ",,,,,a.html,,,\n" + "2026-09-10T07:40:12Z," + NETWORK + "," + ADELE + ",,,,Phish ZAP,,,,\n"
                + "2026-09-10T07:40:12Z," + NETWORK + ",,,https://x,,ClickAllowed,," + ADELE + ",0,[]\n");
        assertThat(rows).extracting(row -> MailImporters.all().stream().filter(each -> each.accepts(row))
                .map(each -> each.shape().id()).toList()).containsExactly(List.of("emailevents-table"),
                        List.of("emailurlinfo-table"), List.of("emailattachmentinfo-table"),
                        List.of("emailpostdeliveryevents-table"), List.of("urlclickevents-table"));
    }

    @Test
    void whatWasDoneWithAMessageIsFoundByItsIds(@TempDir Path folder) throws Exception {
        try (TestCase test = new TestCase(folder)) {
            for (String file : List.of("emailevents.csv", "urlclickevents.csv", "messagetrace-v2.csv",
                    "messagetrace-v2.json", "messagetrace-graph.json")) {
                try (var in = getClass().getResourceAsStream("/ingest/mail/" + file)) {
                    Evidence evidence = test.loadOne(test.write(file, in.readAllBytes()));
                    assertThat(evidence.stored() + evidence.duplicates() + evidence.rejected())
                            .isEqualTo(evidence.records());
                }
            }
            test.loadOne(test.write("audit.json", ("{\"CreationTime\":\"2026-09-10T08:20:00\",\"Id\":"
                    + "\"5b1f2a3c-0000-4000-8000-000000000051\",\"Operation\":\"MailItemsAccessed\",\"RecordType\":50,"
                    + "\"Workload\":\"Exchange\",\"UserId\":\"" + ADELE + "\",\"Folders\":[{\"Path\":\"\\\\Inbox\","
                    + "\"FolderItems\":[{\"InternetMessageId\":\"<other@x.example>\"},{\"InternetMessageId\":\""
                    + INTERNET + "\"}]}]}").getBytes(StandardCharsets.UTF_8)));
            CaseEvents events = test.events();
            assertThat(events.size()).as("the three traces of one message are one event").isEqualTo(5);
            assertThat(found(events, "message:a8f3.2217@mail.kit.example"))
                    .containsExactlyInAnyOrder("Email", "Inbound email", "MailItemsAccessed");
            assertThat(found(events, "message:" + NETWORK)).containsExactlyInAnyOrder("Email", "Inbound email",
                    "ClickAllowed");
            assertThat(found(events, "sender:kit.example kind:message source:messages")).hasSize(2);
        }
    }

    @Test
    void thatAMessageHasNoUserIsNothingToWarnOf(@TempDir Path folder) throws Exception {
        try (TestCase test = new TestCase(folder);
                var in = getClass()
                        .getResourceAsStream("/ingest/mail/messagetrace-v2.csv")) {
            assertThat(test.load(test.write("trace.csv", in.readAllBytes())).warnings())
                    .extracting(ImportWarning::kind).doesNotContain(WarningKind.WITHOUT_ACTOR);
        }
    }

    private static List<String> found(CaseEvents events, String filter) throws Exception {
        return new FilterEvaluator(events).events(FilterParser.parse(filter)).stream()
                .mapToObj(event -> events.operation(event)).toList();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
