package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** Nested fields as columns, cells as spreadsheets save them, and rows of several tables in one file. */
class FlattenedFieldsTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String UTI = "JYpgIpsdtUSw8suU8GstAA";
    private static final String NAMES = "CreationTime,Id,Operation,OrganizationId,RecordType,Workload,UserId,"
            + "AppAccessContext.AADSessionId,AppAccessContext.UniqueTokenId";
    private static final String CELLS = "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000021,FileAccessed,"
            + "2c3d4e5f-0000-4000-8000-00000000000a,6,SharePoint,lea@contoso.example," + SESSION + "," + UTI;

    private static Instant time(AuditEvent event) {
        return event.time() == AuditEvent.NO_TIME ? null : Instant.ofEpochSecond(event.time() / 1_000_000_000L);
    }

    private static void assertLinked(AuditEvent event) {
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(time(event)).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
    }

    @Test
    void aPathAsAColumnsNameLeadsToTheNestedField() {
        assertLinked(Reading.of(NAMES + "\n" + CELLS).only());
        assertLinked(Reading.of(NAMES.replace('.', '_') + "\n" + CELLS).only());
        assertLinked(Reading.of(NAMES.replace(".", "/") + "\n" + CELLS).only());
    }

    @ParameterizedTest
    @ValueSource(strings = { "AuditData.", "Column1.", "_source.", "data.office365.", "result.", "RawEventData_" })
    void aPrefixOfAllColumnsIsThePathToTheRecord(String prefix) {
        String header = prefix + NAMES.replace(",", "," + prefix);
        assertLinked(Reading.of(header + "\n" + CELLS).only());
    }

    @Test
    void typesBehindTheNamesOfCustomTablesAreNoPartOfThem() {
        assertLinked(Reading.of("CreationTime_t,Id_g,Operation_s,OrganizationId_g,RecordType_d,Workload_s,UserId_s,"
                + "AppAccessContext_AADSessionId_g,AppAccessContext_UniqueTokenId_s\n" + CELLS).only());
    }

    @Test
    void pathsAsNamesInJsonLeadThereToo() {
        String[] names = NAMES.split(",");
        String[] cells = CELLS.split(",");
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < names.length; i++) {
            json.append(i == 0 ? "" : ",").append('"').append(names[i]).append("\":\"").append(cells[i]).append('"');
        }
        assertLinked(Reading.of(json + "}").only());
        assertLinked(Reading.of(json.toString().replace("AppAccessContext.", "AppAccessContext_") + "}").only());
    }

    @ParameterizedTest
    @ValueSource(strings = { "_0_Name,ExtendedProperties_0_Value,ExtendedProperties_1_Name,ExtendedProperties_1_Value",
        ".0.Name,ExtendedProperties.0.Value,ExtendedProperties.1.Name,ExtendedProperties.1.Value",
        "[0].Name,ExtendedProperties[0].Value,ExtendedProperties[1].Name,ExtendedProperties[1].Value" })
    void numbersInAPathAreTheElementsOfAList(String columns) {
        AuditEvent event = Reading.of("CreationTime,Operation,RecordType,Workload,OrganizationId,ExtendedProperties"
                + columns + "\n2026-03-02T08:15:00,UserLoggedIn,15,AzureActiveDirectory,"
                + "2c3d4e5f-0000-4000-8000-00000000000a,RequestType,Login,UserAgent,Browser 7").only();
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Browser 7");
    }

    @Test
    void linesOfACellAreTheElementsOfAListWhereSplunkSaysSo() {
        AuditEvent event = Reading.of("CreationTime,Operation,RecordType,Workload,OrganizationId,"
                + "ExtendedProperties{}.Name,ExtendedProperties{}.Value\n2026-03-02T08:15:00,UserLoggedIn,15,"
                + "AzureActiveDirectory,2c3d4e5f-0000-4000-8000-00000000000a,\"RequestType\nUserAgent\","
                + "\"Login\nBrowser 7\"").only();
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Browser 7");
    }

    @Test
    void theTextThatPowerShellWritesForAnObjectIsOpenedAnywhere() {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-03-02T08:15:00\",\"Operation\":\"FileAccessed\","
                + "\"RecordType\":6,\"Workload\":\"SharePoint\",\"UserId\":\"lea@contoso.example\","
                + "\"AppAccessContext\":\"@{AADSessionId=" + SESSION + "; UniqueTokenId=" + UTI + "}\"}").only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        AuditEvent signIn = Reading.of("Id,CreatedDateTime,AppDisplayName,DeviceDetail,Status\n"
                + "8c9d0e1f-0000-4000-8000-000000000022,2026-03-02T08:15:00Z,Mail,\"@{DisplayName=PC-4}\","
                + "\"@{ErrorCode=50126; FailureReason=Wrong}\"").only();
        assertThat(signIn.get(EventField.DEVICE_NAME)).isEqualTo("PC-4");
        assertThat(signIn.result()).isEqualTo(EventResult.FAILURE);
    }

    @Test
    void cellsThatAreJsonValuesLoseTheirQuotes() {
        String quoted = "\"\"\"" + String.join("\"\"\",\"\"\"", CELLS.split(",")) + "\"\"\"";
        assertLinked(Reading.of(NAMES + "\n" + quoted.replace("\"\"\"6\"\"\"", "6")).only());
        assertThat(Reading.of(NAMES + "\n" + CELLS.replace("FileAccessed", "\"\"\"FileAccessed\"\"\"")).only()
                .get(EventField.OPERATION)).as("one cell in quotes makes no JSON").isEqualTo("\"FileAccessed\"");
    }

    @ParameterizedTest
    @CsvSource({ "TRUE,SUCCESS", "True,SUCCESS", "FALSE,FAILURE", "SUCCEEDED,SUCCESS", "failed,FAILURE", "WAHR,SUCCESS",
        "FALSCH,FAILURE", "PartiallySucceeded,SUCCESS", "maybe,UNKNOWN", "'',UNKNOWN" })
    void outcomesAreReadInAnyCaseAndAsSpreadsheetsSaveThem(String word, EventResult result) {
        assertThat(Reading.of(NAMES + ",ResultStatus\n" + CELLS + "," + word).only().result()).isEqualTo(result);
    }

    @Test
    void aHeaderThatIsRepeatedIsNoRecordWhateverStandsBeforeIt() {
        String other = CELLS.replace("000000000021", "000000000022");
        for (String again : List.of(NAMES, "\ufeff" + NAMES, "\ufeff\"" + NAMES.replace(",", "\",\"") + '"',
                NAMES.toLowerCase(java.util.Locale.ROOT))) {
            Reading read = Reading.of("\ufeff" + NAMES + "\n" + CELLS + "\n" + again + "\n" + other);
            assertThat(read.events()).as(again).hasSize(2);
            assertThat(read.rejected()).containsExactly(ReadingText.HEADER_AGAIN.with());
        }
        Reading mapped = Reading.of(NAMES.replace("UserId", "Benutzer") + "\n" + CELLS + "\n"
                + NAMES.replace("UserId", "Benutzer") + "\n", Map.of("Benutzer", "UserId"));
        assertThat(mapped.events()).hasSize(1);
        assertThat(mapped.rejected()).containsExactly(ReadingText.HEADER_AGAIN.with());
    }

    @Test
    void localTimesAreNeverTakenForUtc() {
        String table = "TenantId,TimeGenerated [Local Time],Operation,OfficeWorkload,RecordType,UserId,OfficeId,Type\n"
                + "t,\"3/2/2026, 9:15:00.000 AM\",FileAccessed,SharePoint,6,lea@contoso.example,"
                + "5b1f2a3c-0000-4000-8000-000000000021,OfficeActivity\n";
        assertThat(time(Reading.of(table).only())).isNull();
        AuditEvent berlin = Reading.of(table, Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")).only();
        assertThat(time(berlin)).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(time(Reading.of(table.replace("Local Time", "UTC")).only()))
                .isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource({ "1:59:59,2026-03-29T00:59:59Z,READ", "2:00:00,,UNDATED", "2:59:59,,UNDATED",
        "3:00:00,2026-03-29T01:00:00Z,READ" })
    void anHourThatTheClocksLeftOutIsNoTime(String clock, Instant time, TimeQuality quality) {
        assertLocal("3/29/2026, " + clock + ".000 AM", time, quality);
    }

    @ParameterizedTest
    @CsvSource({ "1:59:59,2026-10-24T23:59:59Z,READ", "2:00:00,2026-10-25T00:00:00Z,ORDER_CHOSEN",
        "2:59:59,2026-10-25T00:59:59Z,ORDER_CHOSEN", "3:00:00,2026-10-25T02:00:00Z,READ" })
    void ofAnHourThatTheClocksShowedTwiceTheFirstIsChosen(String clock, Instant time, TimeQuality quality) {
        assertLocal("10/25/2026, " + clock + ".000 AM", time, quality);
    }

    private static void assertLocal(String local, Instant time, TimeQuality quality) {
        AuditEvent event = Reading.of("TimeGenerated [Local Time],Operation,OfficeWorkload,UserId,OfficeId\n\"" + local
                + "\",FileAccessed,SharePoint,lea@contoso.example,5b1f2a3c-0000-4000-8000-000000000021\n",
                Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")).only();
        assertThat(time(event)).isEqualTo(time);
        assertThat(event.timeQuality()).isEqualTo(quality);
    }

    @Test
    void aSignInInLocalTimeIsDatedByItsFirstStep() {
        AuditEvent event = Reading.of("TimeGenerated [Local Time],CreatedDateTime [Local Time],Id,ResultType,"
                + "AppDisplayName,AuthenticationDetails,Type\n\"3/2/2026, 9:16:00.000 AM\",\"3/2/2026, 9:15:00.000 "
                + "AM\","
                + "8c9d0e1f-0000-4000-8000-000000000022,0,Mail,"
                + "\"[{\"\"authenticationStepDateTime\"\":\"\"2026-03-02T08:14:59Z\"\"}]\",SigninLogs\n").only();
        assertThat(time(event)).isEqualTo(Instant.parse("2026-03-02T08:14:59Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
    }

    @Test
    void rowsOfOtherTablesInAUnionAreNotTheUnifiedAuditLogs() {
        Reading read = Reading.of("Timestamp,ActionType,RawEventData,DeviceName,Application,AccountObjectId\n"
                + "2026-03-02T08:15:00Z,ProcessCreated,,pc4,,\n"
                + "2026-03-02T08:16:00Z,FileAccessed,\"{\"\"Operation\"\":\"\"FileAccessed\"\"}\",,,\n"
                + "2026-03-02T08:17:00Z,Impersonated,,,Exchange,9d0e1f2a-0000-4000-8000-000000000003\n");
        assertThat(read.events()).extracting(event -> event.get(EventField.OPERATION)).containsExactly("FileAccessed",
                "Impersonated");
        assertThat(read.rejected()).hasSize(1);
        Reading union = Reading.of("TimeGenerated [UTC],Type,Operation,OfficeWorkload,OfficeId,Id,ResultType,AppId\n"
                + "2026-03-02T08:15:00Z,OfficeActivity,Send,Exchange,5b1f2a3c-0000-4000-8000-000000000021,,,\n"
                + "2026-03-02T08:16:00Z,SigninLogs,,,,8c9d0e1f-0000-4000-8000-000000000022,0,a\n"
                + "2026-03-02T08:17:00Z,Heartbeat,,,,,,\n");
        assertThat(union.shapes()).containsExactly("officeactivity-csv", "signin-loganalytics");
        assertThat(union.rejected()).hasSize(1);
    }

    @Test
    void tablesWithoutTheColumnThatNamesThemOrTheirTimeAreKnownByTheirContent() {
        AuditEvent azure = Reading.of("OperationName,ActivityStatus,Caller,EventDataId,TimeGenerated [UTC]\n"
                + "Write VM,Failed,lea@contoso.example,6c2a3b4d-0000-4000-8000-000000000031,2026-03-02T08:15:00Z\n")
                .only();
        assertThat(time(azure)).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(azure.result()).isEqualTo(EventResult.FAILURE);
        Reading signIn = Reading.of("CreatedDateTime [UTC],Id,ResultType,AppDisplayName,UserPrincipalName\n"
                + "2026-03-02T08:15:00Z,8c9d0e1f-0000-4000-8000-000000000022,50126,Mail,lea@contoso.example\n");
        assertThat(signIn.shapes()).containsExactly("signin-loganalytics");
        AuditEvent enriched = Reading.of("{\"TimeGenerated\":\"2026-03-02T08:15:00Z\",\"Operation\":\"FileAccessed\","
                + "\"RecordType\":6,\"Workload\":\"SharePoint\","
                + "\"OrganizationId\":\"2c3d4e5f-0000-4000-8000-00000000000a\","
                + "\"ClientIp\":\"192.0.2.44\",\"Type\":\"EnrichedMicrosoft365AuditLogs\"}").only();
        assertThat(time(enriched)).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(enriched.get(EventField.IP)).isEqualTo("192.0.2.44");
    }

    @Test
    void whatTheRecordDoesNotSayIsTakenFromItsEnvelope() {
        String record = "{\"time\":\"2026-03-02T08:16:00Z\",\"category\":\"SignInLogs\",\"resultType\":\"50126\","
                + "\"callerIpAddress\":\"192.0.2.44\",\"correlationId\":\"6c2a3b4d-0000-4000-8000-000000000041\","
                + "\"location\":\"NL\",\"identity\":\"Lea\",\"properties\":{\"id\":"
                + "\"8c9d0e1f-0000-4000-8000-000000000022\",\"createdDateTime\":\"2026-03-02T08:15:00Z\"%s}}";
        AuditEvent event = Reading.of(record.formatted("")).only();
        assertThat(
                List.of(event.get(EventField.CORRELATION_ID), event.get(EventField.COUNTRY), event.get(EventField.IP),
                        event.get(EventField.RESULT_CODE), event.get(EventField.USER_NAME)))
                .containsExactly("6c2a3b4d-0000-4000-8000-000000000041", "NL", "192.0.2.44", "50126", "Lea");
        AuditEvent own = Reading.of(record.formatted(",\"correlationId\":\"7d3b4c5e-0000-4000-8000-000000000042\","
                + "\"location\":{\"countryOrRegion\":\"DE\"},\"status\":{\"errorCode\":0}")).only();
        assertThat(own.get(EventField.CORRELATION_ID)).isEqualTo("7d3b4c5e-0000-4000-8000-000000000042");
        assertThat(own.get(EventField.COUNTRY)).isEqualTo("DE");
        assertThat(own.result()).isEqualTo(EventResult.SUCCESS);
    }

    /** Custom tables of Log Analytics have the type behind each name, and the zone behind that. */
    @ParameterizedTest
    @ValueSource(strings = { "SigninLogs_CL", "Signins_CL", "EntraExport_CL" })
    void aCustomTableIsKnownByItsColumns(String table) {
        AuditEvent event = Reading.of("TimeGenerated [UTC],Id_g,CreatedDateTime_t [UTC],UserPrincipalName_s,"
                + "AppDisplayName_s,SessionId_g,ResultType_s,Type\n"
                + "\"3/2/2026, 8:20:00.000 AM\",8c9d0e1f-0000-4000-8000-000000000951,\"3/2/2026, 8:00:01.000 AM\","
                + "lea@contoso.example,Office,7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f,0," + table + "\n").only();
        assertThat(event.time()).isEqualTo(
                java.time.Instant.parse("2026-03-02T08:00:01Z").getEpochSecond() * 1_000_000_000L);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
    }

    @Test
    void aTimeWithItsTypeAndZoneBehindItsNameIsTheTimeOfTheEvent() {
        AuditEvent event = Reading.of("TimeGenerated [UTC],CreationTime_t [UTC],Id_g,Operation_s,RecordType_d,"
                + "Workload_s,UserId_s\n\"3/2/2026, 8:20:00.000 AM\",\"3/2/2026, 8:15:01.000 AM\","
                + "5b1f2a3c-0000-4000-8000-000000000952,Send,2,Exchange,lea@contoso.example\n").only();
        assertThat(event.time()).isEqualTo(
                java.time.Instant.parse("2026-03-02T08:15:01Z").getEpochSecond() * 1_000_000_000L);
    }
}
