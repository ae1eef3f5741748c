package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** Documents of Elastic's integrations, which have the record's fields in other places and not the record itself. */
class ElasticDocumentTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String UTI = "JYpgIpsdtUSw8suU8GstAA";
    private static final String PLACES = "\"source\":{\"ip\":\"192.0.2.44\",\"address\":\"192.0.2.44\"},"
            + "\"client\":{\"ip\":\"192.0.2.44\"},\"user_agent\":{\"original\":\"Mozilla/5.0\",\"name\":\"Edge\"},"
            + "\"geo\":{\"city_name\":\"Bonn\",\"country_iso_code\":\"DE\"}";
    private static final String SIGN_IN = "{\"@timestamp\":\"2026-03-02T08:20:00.000Z\",\"azure\":{\"correlation_id\":"
            + "\"c1\",\"tenant_id\":\"2c3d4e5f-0000-4000-8000-00000000000a\",\"signinlogs\":{\"category\":"
            + "\"NonInteractiveUserSignInLogs\",\"operation_name\":\"Sign-in activity\",\"result_type\":\"50126\","
            + "\"properties\":{\"id\":\"22608a25-1d9b-44b5-b0f2-cb94f06b2d00\",\"created_at\":"
            + "\"2026-03-02T08:15:00.1234567+00:00\",\"session_id\":\"" + SESSION + "\",\"unique_token_identifier\":\""
            + UTI
            + "\",\"user_principal_name\":\"lea@contoso.example\",\"app_id\":\"0e1f2a3b-0000-4000-8000-000000000004\","
            + "\"app_display_name\":\"Mail\",\"device_detail\":{\"device_id\":\"d-1\"},\"status\":{\"error_code\":50126},"
            + "\"incoming_token_type\":\"refreshToken\"}}},\"event\":{\"action\":\"Sign-in activity\",\"ingested\":"
            + "\"2026-03-02T08:30:00Z\"},\"user\":{\"id\":\"9d0e1f2a-0000-4000-8000-000000000003\",\"full_name\":\"Lea\"},"
            + PLACES + "}";
    private static final String CALL = "{\"@timestamp\":\"2026-03-02T08:15:00.000Z\",\"azure\":{\"graphactivitylogs\":"
            + "{\"category\":\"MicrosoftGraphActivityLogs\",\"properties\":{\"app_id\":\"0e1f2a3b-0000-4000-8000-000000000004\","
            + "\"c_sid\":\"" + SESSION
            + "\",\"time_generated\":\"2026-03-02T08:15:00.123Z\"%s}}},\"http\":{\"request\":"
            + "{\"id\":\"5b1f2a3c-0000-4000-8000-000000000703\",\"method\":\"GET\"},\"response\":{\"status_code\":403}},"
            + "\"url\":{\"original\":\"https://graph.microsoft.com/v1.0/me/messages\",\"path\":\"/v1.0/me/messages\"},"
            + "\"token\":{\"id\":\"" + UTI + "\"},\"user\":{\"id\":\"9d0e1f2a-0000-4000-8000-000000000003\"}," + PLACES
            + "}";
    private static final String AUDIT = "{\"@timestamp\":\"2026-03-02T08:15:00.000Z\",\"o365\":{\"audit\":{\"RecordType\":\"15\","
            + "\"UserId\":\"lea@contoso.example\",\"ResultStatus\":\"Succeeded\",\"ExtendedProperties\":{\"RequestType\":"
            + "\"Cmsi:Cmsi\"},\"DeviceProperties\":{\"OS\":\"Windows 10\",\"SessionId\":\"" + SESSION
            + "\"},\"IntraSystemId\":"
            + "\"22608a25-1d9b-44b5-b0f2-cb94f06b2d00\"}},\"event\":{\"action\":\"UserLoggedIn\",\"provider\":"
            + "\"AzureActiveDirectory\",\"code\":\"AzureActiveDirectoryStsLogon\",\"id\":"
            + "\"5b1f2a3c-0000-4000-8000-000000000701\",\"outcome\":\"success\"},\"organization\":{\"id\":"
            + "\"2c3d4e5f-0000-4000-8000-00000000000a\"}," + PLACES + "}";

    private static void assertLinked(AuditEvent event) {
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.44");
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0");
        assertThat(Instant.ofEpochSecond(event.time() / 1_000_000_000L)).isEqualTo("2026-03-02T08:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { "%s", "{\"_index\":\"a\",\"_id\":\"1\",\"_source\":%s}",
        "{\"took\":1,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_id\":\"1\",\"_source\":%s}]}}" })
    void aSignInIsReadFromTheFieldsOfItsDocument(String carrier) {
        AuditEvent event = Reading.of(carrier.formatted(SIGN_IN)).only();
        assertLinked(event);
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Lea");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("DE");
        assertThat(event.get(EventField.CITY)).isEqualTo("Bonn");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("d-1");
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("2c3d4e5f-0000-4000-8000-00000000000a");
    }

    @Test
    void aCallIsReadFromTheFieldsOfItsDocument() {
        AuditEvent event = Reading.of(CALL.formatted("")).only();
        assertLinked(event);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /me/messages");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("403");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("9d0e1f2a-0000-4000-8000-000000000003");
        assertThat(event.get(EventField.ACTOR)).isEqualTo(ActorKind.USER.word());
    }

    @Test
    void theUserOfAnApplicationsCallIsTheApplication() {
        AuditEvent event = Reading
                .of(CALL.formatted(",\"service_principal_id\":\"9d0e1f2a-0000-4000-8000-000000000003\""))
                .only();
        assertThat(event.get(EventField.ACTOR)).isEqualTo(ActorKind.APPLICATION.word());
    }

    @Test
    void aRecordOfTheUnifiedAuditLogIsReadFromTheFieldsOfItsDocument() {
        AuditEvent event = Reading.of(AUDIT).only();
        assertLinked(event);
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_INTERACTIVE);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("UserLoggedIn");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("AzureActiveDirectory");
        assertThat(event.get(EventField.RECORD_ID)).isEqualTo("5b1f2a3c-0000-4000-8000-000000000701");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("2c3d4e5f-0000-4000-8000-00000000000a");
    }

    @Test
    void aRecordThatIsKeptAsItCameIsReadFromThere() {
        String original = "{\\\"CreationTime\\\":\\\"2026-03-02T08:15:00\\\",\\\"Id\\\":\\\"5b1f2a3c-0000-4000-8000-000000000709\\\","
                + "\\\"Operation\\\":\\\"Send\\\",\\\"RecordType\\\":2,\\\"Workload\\\":\\\"Exchange\\\",\\\"UserId\\\":\\\"lea\\\"}";
        AuditEvent event = Reading.of(AUDIT.replace("\"event\":{", "\"event\":{\"original\":\"" + original + "\","))
                .only();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Send");
    }

    @Test
    void timesThatKibanaShowsAreOfTheBrowsersZoneAndNeverTakenForUtc() {
        String table = "@timestamp,event.action,event.provider,event.code,event.id,o365.audit.UserId,"
                + "o365.audit.AppAccessContext.AADSessionId,o365.audit.AppAccessContext.UniqueTokenId,client.ip,"
                + "user_agent.original\n\"Mar 2, 2026 @ 09:15:00.000\",FileAccessed,SharePoint,SharePointFileOperation,"
                + "5b1f2a3c-0000-4000-8000-000000000701,lea@contoso.example," + SESSION + "," + UTI
                + ",192.0.2.44,Mozilla/5.0\n";
        AuditEvent undated = Reading.of(table).only();
        assertThat(undated.timeQuality()).isEqualTo(TimeQuality.UNDATED);
        assertThat(undated.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertLinked(Reading.of(table, Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")).only());
        assertLinked(Reading.of(table.replace("Mar 2, 2026 @ 09:15:00.000", "2026-03-02T08:15:00.000Z")).only());
    }

    @Test
    void aDirectoryAuditIsReadFromTheFieldsOfItsDocument() {
        AuditEvent event = Reading
                .of("{\"@timestamp\":\"2026-03-02T08:20:00.000Z\",\"azure\":{\"auditlogs\":{\"category\":"
                        + "\"AuditLogs\",\"properties\":{\"activity_datetime\":\"2026-03-02T08:15:00+00:00\",\"activity_display_name\":"
                        + "\"Update user\",\"id\":\"Directory_1\",\"initiated_by\":{\"user\":{\"id\":"
                        + "\"9d0e1f2a-0000-4000-8000-000000000003\",\"userPrincipalName\":\"lea@contoso.example\",\"ipAddress\":"
                        + "\"192.0.2.44\"}},\"result\":\"success\",\"target_resources\":{\"0\":{\"id\":\"t\",\"user_principal_name\":"
                        + "\"max@contoso.example\"}}}}}}")
                .only();
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.TARGET)).isEqualTo("max@contoso.example");
        assertThat(Instant.ofEpochSecond(event.time() / 1_000_000_000L)).isEqualTo("2026-03-02T08:15:00Z");
    }

    @Test
    void theFieldsOfAHitAreListsOfOneValue() {
        AuditEvent event = Reading.of("{\"_index\":\"a\",\"fields\":{\"@timestamp\":[\"2026-03-02T08:15:00.000Z\"],"
                + "\"event.action\":[\"FileAccessed\"],\"event.provider\":[\"SharePoint\"],\"o365.audit.UserId\":"
                + "[\"lea@contoso.example\"],\"client.ip\":[\"192.0.2.44\"],\"user_agent.original\":[\"Mozilla/5.0\"],"
                + "\"o365.audit.AppAccessContext.AADSessionId\":[\"" + SESSION + "\"],"
                + "\"o365.audit.AppAccessContext.UniqueTokenId\":[\"" + UTI + "\"],\"empty\":[]}}").only();
        assertLinked(event);
    }

    private static String activity(String category, String identity, String properties) {
        return "{\"@timestamp\":\"2026-03-02T08:15:00.000Z\",\"azure\":{\"activitylogs\":{\"category\":\"" + category
                + "\",\"event_category\":\"Administrative\",\"identity\":" + identity + ",\"operation_name\":"
                + "\"MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE\",\"result_signature\":\"Accepted.\",\"result_type\":"
                + "\"Success\",\"properties\":" + properties + "},\"correlation_id\":\"c1\",\"resource\":{\"id\":"
                + "\"/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES/V\"}}," + PLACES
                + "}";
    }

    @Test
    void aRecordOfAzuresActivityLogIsRead() {
        AuditEvent event = Reading.of(activity("Action", "{\"authorization\":{\"action\":\"x\"},\"claims\":{\"uti\":\""
                + UTI + "\",\"sid\":\"" + SESSION + "\",\"http://schemas_xmlsoap_org/ws/2005/05/identity/claims/upn\":"
                + "\"lea@contoso.example\",\"http://schemas_microsoft_com/identity/claims/objectidentifier\":"
                + "\"9d0e1f2a-0000-4000-8000-000000000003\"}}", "{\"status_code\":\"Accepted\"}")).only();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("9d0e1f2a-0000-4000-8000-000000000003");
        assertThat(event.get(EventField.TARGET)).endsWith("/VIRTUALMACHINES/V");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.44");
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:00Z");
    }

    @Test
    void aSignInThatCameThroughTheSameHubIsASignIn() {
        AuditEvent event = Reading.of(activity("NonInteractiveUserSignInLogs", "\"Lea\"",
                "{\"id\":\"22608a25-1d9b-44b5-b0f2-cb94f06b2d00\",\"createdDateTime\":\"2026-03-02T08:15:00Z\","
                        + "\"appId\":\"0e1f2a3b-0000-4000-8000-000000000004\",\"status\":{\"errorCode\":0}}"))
                .only();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo("22608a25-1d9b-44b5-b0f2-cb94f06b2d00");
    }

    @Test
    void aRowOfDefendersTablesIsRead() {
        AuditEvent event = Reading.of("{\"@timestamp\":\"2026-03-02T08:15:00.000Z\",\"m365_defender\":{\"event\":{"
                + "\"category\":\"AdvancedHunting-CloudAppEvents\",\"tenant\":{\"id\":"
                + "\"2c3d4e5f-0000-4000-8000-00000000000a\"},\"action\":{\"type\":\"FileDownloaded\"},"
                + "\"application\":\"Microsoft SharePoint Online\",\"account\":{\"object_id\":"
                + "\"9d0e1f2a-0000-4000-8000-000000000003\"},\"ip_address\":\"192.0.2.44\",\"raw_event_data\":{"
                + "\"Id\":\"5b1f2a3c-0000-4000-8000-000000000701\",\"Operation\":\"FileDownloaded\",\"RecordType\":6,"
                + "\"Workload\":\"SharePoint\",\"UserId\":\"lea@contoso.example\",\"AppAccessContext\":{"
                + "\"AADSessionId\":\"" + SESSION + "\",\"UniqueTokenId\":\"" + UTI + "\"}}}}," + PLACES + "}").only();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("FileDownloaded");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.44");
        AuditEvent mail = Reading.of("{\"@timestamp\":\"2026-03-02T08:15:00.000Z\",\"m365_defender\":{\"event\":{"
                + "\"category\":\"AdvancedHunting-EmailEvents\",\"network_message_id\":"
                + "\"5b1f2a3c-0000-4000-8000-000000000702\",\"recipient\":{\"email_address\":\"lea@contoso.example\"},"
                + "\"sender\":{\"from_address\":\"x@mailbox.example\"},\"subject\":\"Pay\"}}}").only();
        assertThat(mail.get(EventField.RECIPIENT)).isEqualTo("lea@contoso.example");
        assertThat(mail.get(EventField.NETWORK_MESSAGE_ID)).isEqualTo("5b1f2a3c-0000-4000-8000-000000000702");
        assertThat(Instant.ofEpochSecond(0, mail.time())).isEqualTo("2026-03-02T08:15:00Z");
    }
}
