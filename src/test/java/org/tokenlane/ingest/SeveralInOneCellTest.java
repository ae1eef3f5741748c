package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** A cell that holds several JSON objects: each is an event, or it is said that it was not read. */
class SeveralInOneCellTest {

    private static final String FIRST = record("00000701", "FileAccessed", "lea@contoso.example", 15);
    private static final String SECOND = record("00000702", "FileDownloaded", "max@contoso.example", 25);
    private static final String SIGN_IN = "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,2026-03-02T08:15:00Z,"
            + "lea@contoso.example,0e1f2a3b-0000-4000-8000-000000000004,Mail,192.0.2.44,";

    private static String record(String id, String operation, String user, int minute) {
        return "{\"CreationTime\":\"2026-03-02T08:" + minute + ":00\",\"Id\":\"5b1f2a3c-0000-4000-8000-0000" + id
                + "\",\"Operation\":\"" + operation + "\",\"RecordType\":6,\"Workload\":\"SharePoint\",\"UserId\":\""
                + user + "\"}";
    }

    private static String cell(String content) {
        return '"' + content.replace("\"", "\"\"") + '"';
    }

    private static String text(String content) {
        return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static void assertBoth(Reading read) {
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).extracting(event -> event.get(EventField.OPERATION))
                .containsExactly("FileAccessed", "FileDownloaded");
        assertThat(read.events()).extracting(event -> event.get(EventField.UPN))
                .containsExactly("lea@contoso.example", "max@contoso.example");
        assertThat(read.events()).extracting(SeveralInOneCellTest::time)
                .containsExactly("2026-03-02T08:15:00Z", "2026-03-02T08:25:00Z");
        assertThat(read.events()).extracting(AuditEvent::key).doesNotHaveDuplicates();
    }

    private static String time(AuditEvent event) {
        return Instant.ofEpochSecond(0, event.time()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "A\nB", "AB", "A\r\n\r\nB", "A,B", "A, B,", "A;B", "A | B", "[A,B]", "A\\nB", "[A]\n[B]",
        "\ufeffA\u00a0B", "[AB]" })
    void eachRecordOfAnAuditDataCellIsAnEvent(String written) {
        String content = written.replace("A", FIRST).replaceAll("B(?!\")(?=$|[^a-z])", SECOND);
        for (String columns : List.of("RecordId,CreationDate,RecordType,Operation,UserId,AuditData",
                "RecordType,CreationDate,UserIds,Operations,Identity,AuditData",
                "CreationDate,UserIds,Operations,Item Type,Extra,AuditData", "When,Who,What,Three,Four,AuditData")) {
            assertBoth(Reading.of(columns + "\n5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00,6,"
                    + "FileAccessed,lea@contoso.example," + cell(content) + "\n"));
        }
    }

    @Test
    void soIsEachRecordOfAFieldInJson() {
        assertBoth(Reading.of("{\"CreationDate\":\"2026-03-02T08:15:00\",\"UserIds\":\"lea@contoso.example\","
                + "\"Operations\":\"FileAccessed\",\"AuditData\":" + text(FIRST + "\n" + SECOND) + "}"));
        assertBoth(Reading.of("{\"AuditData\":[" + text(FIRST) + "," + text(SECOND) + "]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "A\nB", "AB", "[A,B]" })
    void soIsEachRecordThatDefenderHolds(String written) {
        String content = written.replace("A", FIRST).replaceAll("B(?!\")(?=$|[^a-z])", SECOND);
        assertBoth(Reading.of("Timestamp,ActionType,Application,AccountObjectId,RawEventData\n"
                + "2026-03-02T08:15:00Z,FileAccessed,Microsoft SharePoint Online,"
                + "0e1f2a3b-0000-4000-8000-000000000004," + cell(content) + "\n"));
    }

    @Test
    void soIsEachRecordThatSplunkHolds() {
        assertBoth(Reading.of("_time,_raw,_bkt\n2026-03-02T08:15:00Z," + cell(FIRST + "\n" + SECOND) + ",1\n"));
    }

    @Test
    void ofTwoRecordsOfWhichOneIsCutNeitherIsLost() {
        Reading read = Reading.of("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n"
                + "5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00,6,FileAccessed,lea@contoso.example,"
                + cell(FIRST + "\n" + SECOND.substring(0, SECOND.length() - 60)) + "\n");
        assertThat(read.events()).extracting(event -> event.get(EventField.OPERATION)).contains("FileAccessed");
        assertThat(read.events().size() + read.rejected().size()).isEqualTo(2);
        assertThat(read.events().getFirst().get(EventField.UPN)).isEqualTo("lea@contoso.example");
    }

    @Test
    void ofTwoRecordsOfWhichTheFirstIsCutTheSecondIsNotMixedWithIt() {
        Reading read = Reading.of("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n"
                + "5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00,6,FileAccessed,lea@contoso.example,"
                + cell(FIRST.substring(0, FIRST.indexOf("\"Workload\"")) + "\n" + SECOND) + "\n");
        assertThat(read.events().size() + read.rejected().size()).isEqualTo(2);
        assertThat(read.events().getLast().get(EventField.OPERATION)).isEqualTo("FileDownloaded");
        assertThat(read.events().getLast().get(EventField.UPN)).isEqualTo("max@contoso.example");
        assertThat(read.events().getLast().get(EventField.RECORD_ID)).endsWith("702");
    }

    @Test
    void whatIsNoRecordInAListOfRecordsIsRejected() {
        Reading read = Reading.of("AuditData,Note\n" + cell("[" + FIRST + ",\"gone\",null," + SECOND + "]") + ",x\n");
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejected()).hasSize(1);
    }

    @Test
    void ofSeveralObjectsInAnotherColumnItIsSaidThatTheyWereNotRead() {
        String head = "Id,CreatedDateTime,UserPrincipalName,AppId,AppDisplayName,IPAddress,Status\n";
        Reading read = Reading.of(head + SIGN_IN + cell("{\"errorCode\":0}\n{\"errorCode\":50126}") + "\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).extracting(reason -> reason.key()).containsExactly(IngestText.SEVERAL_OBJECTS);
        assertThat(read.rejected().getFirst().toString()).contains("Status");
        assertThat(Reading.of(head + SIGN_IN + cell("{\"errorCode\":50126},") + "\n").only()
                .get(EventField.RESULT_CODE)).isEqualTo("50126");
    }

    @Test
    void severalPropertiesOfOneDiagnosticRecordAreRejected() {
        String one = "{\"time\":\"2026-03-02T08:15:00Z\",\"category\":\"MicrosoftGraphActivityLogs\","
                + "\"operationName\":\"Microsoft Graph Activity\",\"properties\":PROPERTIES}";
        String call = "{\"requestId\":\"22608a25-1d9b-44b5-b0f2-cb94f06b2d00\",\"requestMethod\":\"GET\","
                + "\"requestUri\":\"https://graph.microsoft.com/v1.0/me\"}";
        Reading read = Reading.of(one.replace("PROPERTIES", call) + "\n"
                + one.replace("PROPERTIES", "[" + call + "," + call.replace("b2d00", "b2d01") + "]"));
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).extracting(reason -> reason.key()).containsExactly(IngestText.SEVERAL_WRAPPED);
    }

    @Test
    void aCellOfNothingButBracketsIsATextAndDoesNotTakeForEver() {
        for (String brackets : new String[] { "[".repeat(300_000) + "x" + "]".repeat(300_000),
            "{\"a\n".repeat(100_000), "[".repeat(300_000), "{\"a\":[\n".repeat(100_000) }) {
            Reading read = Reading.of("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n"
                    + "5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00,6,FileAccessed,lea@contoso.example,"
                    + cell(brackets) + "\n");
            assertThat(read.events()).hasSize(1);
        }
    }
}
