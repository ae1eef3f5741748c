package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** Records that stand in other text, or of which a query or a script left only a part. */
class WrappedRecordsTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String UTI = "JYpgIpsdtUSw8suU8GstAA";
    private static final String AUDIT = """
            {"CreationTime":"2026-03-02T08:15:00","Id":"5b1f2a3c-0000-4000-8000-000000000701",\
            "Operation":"FileAccessed","RecordType":6,"Workload":"SharePoint","UserId":"lea@contoso.example",\
            "AppAccessContext":{"AADSessionId":"7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f",\
            "UniqueTokenId":"JYpgIpsdtUSw8suU8GstAA"}}""";

    private static String quoted(String json) {
        return json.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<13>Mar  2 08:15:00 192.0.2.1 ", "<14>1 2026-03-02T08:15:00Z host o365 - - - ",
        "2026-03-02 08:15:00 INFO audit: " })
    void aRecordBehindTheWordsOfASystemLogIsOpenedInAnyField(String words) {
        for (String name : new String[] { "message", "Payload", "_raw", "anything" }) {
            AuditEvent event = Reading.of("{\"@timestamp\":\"2026-03-02T09:00:00Z\",\"" + name + "\":\""
                    + words + quoted(AUDIT) + "\"}").only();
            assertThat(event.get(EventField.SESSION_ID)).as(name).isEqualTo(SESSION);
            assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:00Z");
        }
        AuditEvent event = Reading.of("Start Time,Log Source,Payload\n\"Mar 2, 2026, 8:15:00 AM\",O365,\"" + words
                + AUDIT.replace("\"", "\"\"") + "\"\n").only();
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
    }

    @Test
    void aTextThatOnlyMentionsAnObjectIsNoCarrier() {
        assertThatThrownBy(() -> Reading.of("{\"message\":\"user said " + quoted(AUDIT) + " and left\"}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aQueryThatKeptSomeColumnsOfTheSignInTableGivesSignIns() {
        AuditEvent event = Reading.of("TimeGenerated [UTC],UserPrincipalName,AppDisplayName,IPAddress,ResultType,"
                + "SessionId\n\"3/2/2026, 8:15:00.000 AM\",lea@contoso.example,Mail,192.0.2.44,50126," + SESSION + "\n")
                .only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.timeQuality()).as("the time when it was taken in").isEqualTo(TimeQuality.FROM_OTHER_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "count_,SessionId", "count_,Country" })
    void aRowThatCountsSignInsIsNone(String columns) {
        assertThatThrownBy(() -> Reading.of("TimeGenerated [UTC],UserPrincipalName,AppDisplayName,IPAddress,ResultType,"
                + columns + "\n\"3/2/2026, 8:00:00.000 AM\",lea@contoso.example,Mail,192.0.2.44,0,7,x\n"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aCallHasItsStatusFromTheRecordAroundIt() {
        String call = "{\"time\":\"2026-03-02T08:15:00Z\",\"category\":\"MicrosoftGraphActivityLogs\","
                + "\"resultSignature\":\"403\",\"properties\":{\"requestId\":\"5b1f2a3c-0000-4000-8000-000000000702\","
                + "\"requestMethod\":\"GET\",\"requestUri\":\"https://graph.microsoft.com/v1.0/me\"}}";
        assertThat(Reading.of(call).only().get(EventField.RESULT_CODE)).isEqualTo("403");
        assertThat(Reading.of(call).only().result()).isEqualTo(EventResult.FAILURE);
        AuditEvent own = Reading.of(call.replace("\"requestId", "\"responseStatusCode\":200,\"requestId")).only();
        assertThat(own.get(EventField.RESULT_CODE)).isEqualTo("200");
        assertThat(Reading.of(call.replace("403", "None")).only().get(EventField.RESULT_CODE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { " ", "|", ", ", "; ", "\\n" })
    void propertiesThatAScriptJoinedIntoOneTextAreFound(String between) {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":"
                + "\"5b1f2a3c-0000-4000-8000-000000000703\",\"Operation\":\"UserLoggedIn\",\"RecordType\":15,"
                + "\"Workload\":\"AzureActiveDirectory\",\"UserId\":\"lea@contoso.example\",\"DeviceProperties\":"
                + "\"@{Name=OS; Value=Windows10}" + between + "@{Name=SessionId; Value=" + SESSION + "}\"}").only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = { "creationTime,operation,userId,appAccessContext,aadSessionId,uniqueTokenId",
        "creation_time,operation,user_id,app_access_context,aad_session_id,unique_token_id" })
    void auditDataWithNamesAsLibrariesOfOtherLanguagesWriteThemIsRead(String names) {
        String data = AUDIT;
        String[] microsofts = { "CreationTime", "Operation", "UserId", "AppAccessContext", "AADSessionId",
            "UniqueTokenId" };
        for (int i = 0; i < microsofts.length; i++) {
            data = data.replace('"' + microsofts[i] + '"', '"' + names.split(",")[i] + '"');
        }
        AuditEvent event = Reading.of("{\"id\":\"5b1f2a3c-0000-4000-8000-000000000701\",\"auditData\":" + data + "}")
                .only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("FileAccessed");
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { "```json\n[RECORD]\n```\n", "```\nRECORD\n```", "```JSON\r\n{\"value\":[RECORD]}\r\n```" })
    void whatWasCopiedFromATicketIsReadWithoutItsFences(String text) {
        assertThat(Reading.of(text.replace("RECORD", AUDIT)).only().get(EventField.SESSION_ID)).isEqualTo(SESSION);
    }

    @Test
    void theIdOfARecordIsOneKeyInLettersOfAnySizeAndInBraces() {
        String key = Reading.of(AUDIT).only().key();
        assertThat(keyOf("5B1F2A3C-0000-4000-8000-000000000701")).isEqualTo(key);
        assertThat(keyOf("{5B1F2A3C-0000-4000-8000-000000000701}")).isEqualTo(key);
    }

    @Test
    void anIdWithoutHyphensKeepsTheKeyThatOlderCasesHave() {
        assertThat(keyOf("5b1f2a3c000040008000000000000701")).endsWith(":5b1f2a3c000040008000000000000701");
    }

    private static String keyOf(String id) {
        return Reading.of(AUDIT.replace("5b1f2a3c-0000-4000-8000-000000000701", id)).only().key();
    }

    @Test
    void aTokensTimeOfIssueIsNotTheTimeOfACall() {
        String call = "TimeGenerated,RequestId,RequestMethod,RequestUri,ResponseStatusCode,UserId,AppId,"
                + "SignInActivityId,TokenIssuedAt,Type\nWHEN,5b1f2a3c-0000-4000-8000-000000000704,GET,"
                + "https://graph.microsoft.com/v1.0/me,200,8c9d0e1f-0000-4000-8000-000000000022,"
                + "8c9d0e1f-0000-4000-8000-000000000023," + UTI + ",2026-03-02T08:00:00Z,MicrosoftGraphActivityLogs\n";
        assertThat(Reading.of(call.replace("WHEN", "soon")).only().time()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(Instant.ofEpochSecond(0, Reading.of(call.replace("WHEN", "9:20 AM"), Map.of()).only().time()))
                .isEqualTo("2026-03-02T09:20:00Z");
    }
}
