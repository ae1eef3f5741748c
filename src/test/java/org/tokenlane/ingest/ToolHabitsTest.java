package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** What Python, PowerShell, spreadsheets and databases make of records on their way. */
class ToolHabitsTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String UTI = "JYpgIpsdtUSw8suU8GstAA";
    private static final String AUDIT = """
            {"CreationTime":"2026-03-02T08:15:00","Id":"5b1f2a3c-0000-4000-8000-000000000701",\
            "Operation":"FileAccessed","RecordType":6,"Workload":"SharePoint","UserId":"lea@contoso.example",\
            "AppAccessContext":{"AADSessionId":"7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f",\
            "UniqueTokenId":"JYpgIpsdtUSw8suU8GstAA"}}""";
    private static final String SIGN_INS = "Date (UTC),Request ID,Username,Application ID ,Status,Sign-in error code,"
            + "Session ID\n";

    private static void assertLinked(AuditEvent event) {
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(time(event)).isEqualTo("2026-03-02T08:15:00Z");
    }

    private static String time(AuditEvent event) {
        return event.time() == AuditEvent.NO_TIME ? null : Instant.ofEpochSecond(0, event.time()).toString();
    }

    private static String other(String record) {
        return record.replace("000000000701", "000000000702");
    }

    private static String python(String json) {
        return json.replace('"', '\'').replace("}}", "}, 'a': None, 'b': True, 'c': (1, False)}");
    }

    @Test
    void recordsAsPythonPrintsThemAreRead() {
        Reading read = Reading.of(python(AUDIT) + "\n" + other(python(AUDIT)) + "\n");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).hasSize(2).allSatisfy(ToolHabitsTest::assertLinked);
    }

    @Test
    void objectsThatPythonWroteIntoCellsAreOpened() {
        Reading read = Reading
                .of("Id,CreatedDateTime,UserPrincipalName,AppId,AppDisplayName,IPAddress,Status,Location\n"
                        + "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,2026-03-02T08:15:00Z,lea@contoso.example,"
                        + "0e1f2a3b-0000-4000-8000-000000000004,Mail,192.0.2.44,"
                        + "\"{'errorCode': 50126, 'failureReason': \"\"It's wrong\"\", 'additionalDetails': None}\","
                        + "\"{'city': 'Bonn', 'countryOrRegion': 'DE'}\"\n");
        assertThat(read.only().result()).isEqualTo(EventResult.FAILURE);
        assertThat(read.only().get(EventField.RESULT_TEXT)).isEqualTo("It's wrong");
        assertThat(read.only().get(EventField.COUNTRY)).isEqualTo("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"AUDIT\":1}", "{'CreationTime': datetime.now()}", "{'Operation': 'a}", "[1 None" })
    void whatIsOnlyNearlyPythonIsNotRead(String text) {
        assertThatThrownBy(() -> Reading.of(text)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aTableThatIsWrittenColumnByColumnHasItsRows() {
        String names = "\"CreationTime\":X2026-03-02T08:15:00|2026-03-02T08:15:00Y,\"Id\":X"
                + "5b1f2a3c-0000-4000-8000-000000000701|5b1f2a3c-0000-4000-8000-000000000702Y,"
                + "\"Operation\":XFileAccessed|SendY,\"RecordType\":X6|2Y,\"Workload\":XSharePoint|ExchangeY,"
                + "\"UserId\":Xlea@contoso.example|lea@contoso.exampleY";
        String lists = names.replace("X", "[\"").replace("|", "\",\"").replace("Y", "\"]");
        String objects = names.replace("X", "{\"0\":\"").replace("|", "\",\"1\":\"").replace("Y", "\"}");
        for (String table : new String[] { '{' + lists + '}', '{' + objects + '}' }) {
            Reading read = Reading.of(table);
            assertThat(read.rejected()).as(table).isEmpty();
            assertThat(read.events()).extracting(event -> event.get(EventField.OPERATION)).as(table)
                    .containsExactlyInAnyOrder("FileAccessed", "Send");
            assertThat(read.events()).allSatisfy(event -> assertThat(time(event)).isEqualTo("2026-03-02T08:15:00Z"));
        }
    }

    @Test
    void allListsOfAnExportAreRead() {
        Reading read = Reading.of("{\"by\":\"lea\",\"case\":7,\"auditLog\":{\"page1\":[" + AUDIT + "],\"page2\":["
                + other(AUDIT) + "]}}");
        assertThat(read.events()).extracting(event -> event.get(EventField.RECORD_ID)).containsExactlyInAnyOrder(
                "5b1f2a3c-0000-4000-8000-000000000701", "5b1f2a3c-0000-4000-8000-000000000702");
    }

    @Test
    void severalPackedRecordsInBase64AreOpened() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((AUDIT + "\n" + other(AUDIT) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(
                Reading.of("{\"data\":\"" + Base64.getEncoder().encodeToString(packed.toByteArray()) + "\"}").events())
                .hasSize(2).allSatisfy(ToolHabitsTest::assertLinked);
    }

    @ParameterizedTest
    @ValueSource(strings = { "// a comment\n[RECORD,\n/* another\n */ OTHER]", "# of a script\n\nRECORD\nOTHER",
        "[RECORD,OTHER,]", "[\n// between\nRECORD\n# and\n,OTHER\n// behind\n]" })
    void commentsAndCommasTooManyAreNoRecords(String file) {
        Reading read = Reading.of(file.replace("RECORD", AUDIT.replace("}}", "},}")).replace("OTHER", other(AUDIT)));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).hasSize(2).allSatisfy(ToolHabitsTest::assertLinked);
    }

    @Test
    void aRecordInACommentIsNotLeftOutSilently() {
        Reading read = Reading.of("[" + AUDIT + ",\n// " + other(AUDIT) + "\n]");
        assertThat(read.events().size() + read.rejected().size()).isGreaterThan(1);
    }

    @Test
    void jsonInHtmlsMarksIsOpened() {
        assertLinked(Reading.of("CreationDate,UserIds,Operations,AuditData\n2026-03-02T08:15:00Z,lea,FileAccessed,\""
                + AUDIT.replace("\"", "&quot;") + "\"\n").only());
    }

    @Test
    void aColumnOfRecordsWithoutItsNameIsRead() {
        String row = "\"" + AUDIT.replace("\"", "\"\"") + "\"\r\n";
        Reading read = Reading.of(row + other(row));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).hasSize(2).allSatisfy(ToolHabitsTest::assertLinked);
    }

    @Test
    void aRecordThatIsEncodedThreeTimesIsOpened() {
        String once = '"' + AUDIT.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        String twice = '"' + once.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        assertThat(Reading.of(twice + "\n" + other(once) + "\n").events()).hasSize(2)
                .allSatisfy(ToolHabitsTest::assertLinked);
    }

    @Test
    void aDatabasesObjectsForTimesAndNumbersAreTheTimesAndNumbers() {
        assertLinked(
                Reading.of(AUDIT.replace("\"2026-03-02T08:15:00\"", "{\"$date\":{\"$numberLong\":\"1772439300000\"}}")
                        .replace(":6,", ":{\"$numberInt\":\"6\"},")).only());
        assertLinked(
                Reading.of(AUDIT.replace("\"2026-03-02T08:15:00\"", "{\"$date\":\"2026-03-02T08:15:00Z\"}")).only());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[{\"AADSessionId\":\"S\",\"UniqueTokenId\":\"T\"}]",
        "{\"aadSessionId\":\"S\",\"uniqueTokenId\":\"T\"}", "{\"aadsessionid\":\"S\",\"uniquetokenid\":\"T\"}",
        "[{\"Name\":\"AADSessionId\",\"Value\":\"S\"},{\"Name\":\"UniqueTokenId\",\"Value\":\"T\"}]",
        "\"{'AADSessionId': 'S', 'UniqueTokenId': 'T', 'APIId': None}\"",
        "\"@{AADSessionId=S; UniqueTokenId=T; APIId=}\"" })
    void theContextOfATokenIsReadInAnyForm(String context) {
        assertLinked(Reading.of(AUDIT.replaceFirst("\\{\"AAD.*\\}\\}",
                context.replace("S\"", SESSION + '"').replace("'S'", "'" + SESSION + "'")
                        .replace("=S;", "=" + SESSION + ";")
                        .replace("T\"", UTI + '"').replace("'T'", "'" + UTI + "'").replace("=T;", "=" + UTI + ";")
                        + "}"))
                .only());
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"AADSessionId\":\"S\",\"UniqueTokenIdentifier\":\"T\"}",
        "\"ExchangeMetaData\":{\"SessionId\":\"S\"},\"UniqueTokenId\":\"T\"}" })
    void idsInOtherPlacesOfARecordAreItsOwn(String members) {
        assertLinked(Reading
                .of(AUDIT.replaceFirst("\"AppAccess.*", members.replace("S\"", SESSION + '"').replace("T\"", UTI + '"'))
                        .replace("SharePoint", "Exchange").replace(":6,", ":2,"))
                .only());
    }

    @Test
    void aSemicolonInATextOfPowerShellDoesNotEndIt() {
        AuditEvent event = Reading.of(AUDIT.replace("FileAccessed", "UserLoggedIn").replace(":6,", ":15,")
                .replaceFirst("\"AppAccess.*",
                        "\"ExtendedProperties\":[\"@{Name=UserAgent; Value=Mozilla/5.0 (Windows NT "
                                + "10.0; Win64; x64)}\",\"@{Name=SessionId; Value=" + SESSION + "}\"]}"))
                .only();
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
    }

    @Test
    void whatTheSdkPutsAsideIsReadToo() {
        AuditEvent event = Reading.of("[{\"Id\":\"8c9d0e1f-0000-4000-8000-000000000002\",\"CreatedDateTime\":"
                + "\"/Date(1772439300000)/\",\"UserPrincipalName\":\"lea@contoso.example\",\"AppId\":\"a\","
                + "\"AppDisplayName\":\"Mail\",\"IPAddress\":\"192.0.2.44\",\"IsInteractive\":true,\"Status\":"
                + "\"@{AdditionalDetails=; ErrorCode=0; FailureReason=Other.}\",\"AdditionalProperties\":{\"sessionId\":\""
                + SESSION + "\",\"uniqueTokenIdentifier\":\"" + UTI + "\",\"userAgent\":\"Mozilla/5.0\","
                + "\"incomingTokenType\":\"refreshToken\"}}]").only();
        assertLinked(event);
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0");
        assertThat(event.get(EventField.INCOMING_TOKEN_TYPE)).isEqualTo("refreshToken");
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({ "Success,,SUCCESS,", "Unterbrochen,,INTERRUPTED,", "Afbrudt,,INTERRUPTED,", "Avbruten,,INTERRUPTED,",
        "Interrumpido,,INTERRUPTED,", "Onderbroken,,INTERRUPTED,", ",Success,SUCCESS,Success",
        ",Failure,FAILURE,Failure",
        ",0.0,SUCCESS,0", ",50126.0,FAILURE,50126", ",AADSTS50126,FAILURE,50126", ",50126: wrong,FAILURE,50126",
        ",50074.0,INTERRUPTED,50074", "Success,perhaps,SUCCESS,perhaps", ",perhaps,UNKNOWN,perhaps" })
    void theResultOfASignInIsReadAsACodeOrAsAWord(String status, String code, String result, String kept) {
        AuditEvent event = Reading.of(SIGN_INS + "2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea,a,"
                + (status == null ? "" : status) + ',' + (code == null ? "" : code) + ',').only();
        assertThat(event.result().name()).isEqualTo(result);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo(kept);
    }

    @Test
    void theCodeOfALogonOrACallMayBeWrittenAsAFraction() {
        AuditEvent logon = Reading
                .of("CreationTime,Id,Operation,RecordType,Workload,UserId,ErrorNumber\n2026-03-02T08:15:00,"
                        + "5b1f2a3c-0000-4000-8000-000000000701,UserLoginFailed,15.0,AzureActiveDirectory,lea,50074.0\n")
                .only();
        assertThat(logon.result()).isEqualTo(EventResult.INTERRUPTED);
        assertThat(logon.get(EventField.RESULT_CODE)).isEqualTo("50074");
        AuditEvent call = Reading.of("TimeGenerated [UTC],RequestId,AppId,RequestMethod,RequestUri,ResponseStatusCode,"
                + "SignInActivityId\n2026-03-02T08:15:00Z,5b1f2a3c-0000-4000-8000-000000000703,a,GET,"
                + "https://graph.microsoft.com/v1.0/me,403.0," + UTI + "\n").only();
        assertThat(call.result()).isEqualTo(EventResult.FAILURE);
        assertThat(call.get(EventField.RESULT_CODE)).isEqualTo("403");
    }

    @Test
    void recordsWithoutAnIdAreNotTakenForTheSame() {
        String row = "2026-03-02T08:15:0%d,%s,lea@contoso.example,a,Success,0,%s\n";
        Reading read = Reading.of(SIGN_INS + row.formatted(1, "NULL", "NULL") + row.formatted(2, "NULL", "nan"));
        assertThat(read.events()).hasSize(2).allSatisfy(event -> {
            assertThat(event.get(EventField.SESSION_ID)).isNull();
            assertThat(event.get(EventField.REQUEST_ID)).isNull();
        });
        assertThat(read.events().getFirst().key()).isNotEqualTo(read.events().getLast().key());
    }

    @Test
    void theDateAndTheTimeOfDayMayBeInTwoColumns() {
        Reading read = Reading
                .of("Date,Time,Request ID,Username,Application ID ,Status,Session ID\n2026-03-02,08:15:00,"
                        + "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea@contoso.example,a,Success," + SESSION + "\n");
        assertLinked(read.only());
        assertThat(read.only().timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(
                time(Reading.of("Date,Time,Request ID,Username,Application ID ,Status\n2026-03-02T10:00:00Z,08:15:00,"
                        + "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea,a,Success\n").only()))
                .isEqualTo("2026-03-02T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"=\"\"X\"\"\"", "=\"X\"", "\u00a0X\u00a0", "\u200bX\u200e", "'X" })
    void whatSpreadsheetsAndPagesPutAroundACellIsNoPartOfIt(String cell) {
        String row = String.join(",", List.of("2026-03-02T08:15:00Z", "22608a25-1d9b-44b5-b0f2-cb94f06b2d00",
                "lea@contoso.example", "a", "Success", "0", SESSION).stream().map(text -> cell.replace("X", text))
                .toList());
        AuditEvent event = Reading.of(SIGN_INS + row + "\n").only();
        assertLinked(event);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void aTotalBelowATableIsNoSignIn() {
        Reading read = Reading
                .of(SIGN_INS + "2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea,a,Success,0,\n"
                        + ",,,,,,\nTotal,1,,,,,\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).hasSize(1);
    }

    @Test
    void theLineBelowTheHeaderOfATableOfTextIsNoRecord() {
        Reading read = Reading
                .of("| CreationTime | Operation | UserId | RecordType | Workload |\n|---|:--|---|---|---|\n"
                        + "| 2026-03-02T08:15:00 | FileAccessed | lea@contoso.example | 6 | SharePoint |\n");
        assertThat(time(read.events().getFirst())).isEqualTo("2026-03-02T08:15:00Z");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).containsExactly(ReadingText.NOT_A_ROW.with());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\nRecordType   : SharePoint\nCreationDate : 02.03.2026\nUserIds      : lea\nAuditData    :\n",
        "\nRecordType CreationDate\n---------- ------------\nSharePoint 02.03.2026\n" })
    void whatPowerShellShowsOnAScreenIsRefusedByName(String text) {
        assertThatThrownBy(() -> Reading.read(text, Map.of())).isInstanceOf(UnreadableFileException.class)
                .hasMessage(ReadingText.SHOWN_BY_POWERSHELL.with().toString());
    }

    @Test
    void aCountBelowATableIsNoRecordOfTheUnifiedAuditLog() {
        Reading read = Reading.of("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n"
                + "5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00Z,6,FileAccessed,lea,\nCount,1,,,,\n"
                + "5b1f2a3c-0000-4000-8000-000000000702,,,,,\n,2026-03-02,,,,\n,2026,,,,\n");
        assertThat(read.events()).hasSize(3);
        assertThat(read.rejected()).hasSize(2);
    }

    @Test
    void whatPowerQueryDidNotExpandIsNothing() {
        String names = "CreationTime,Id,Operation,RecordType,Workload,UserId,AppAccessContext,"
                + "AppAccessContext.AADSessionId,AppAccessContext.UniqueTokenId";
        String cells = ",2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000701,FileAccessed,6,SharePoint,"
                + "lea@contoso.example,[Record]," + SESSION + "," + UTI + "\n";
        String prefixed = ",AuditData." + names.replace(",", ",AuditData.") + "\n";
        assertLinked(Reading
                .of("CreationDate,UserIds,Operations" + prefixed + "2026-03-02T08:15:00Z,lea,FileAccessed" + cells)
                .only());
        assertLinked(Reading.of("CreationDate,UserIds,Operations,AuditData" + prefixed
                + "2026-03-02T08:15:00Z,lea,FileAccessed,[Record]" + cells).only());
    }

    @ParameterizedTest
    @ValueSource(strings = { "CreationDate,UserIds,Operations,AuditData|2026-03-02T08:15:00Z,lea,FileAccessed,RECORD",
        "CreationDate,UserIds,Operations,AuditData|2026-03-02T08:15:00Z,lea,FileAccessed,'RECORD'",
        "CreationDate,AuditData,UserIds,Operations|2026-03-02T08:15:00Z,RECORD,lea,FileAccessed",
        "CreationDate,AuditData,UserIds,Operations|2026-03-02T08:15:00Z,'RECORD',\"lea, x\",",
        "CreationDate;UserIds;AuditData;Operations|2026-03-02T08:15:00Z;lea;RECORD;FileAccessed" })
    void jsonInAnyColumnNeedsNoQuotationMarks(String table) {
        Reading read = Reading.of(table.replace("|", "\n").replace("RECORD", AUDIT) + "\n");
        assertLinked(read.only());
        assertThat(read.only().get(EventField.OPERATION)).isEqualTo("FileAccessed");
    }

    @Test
    void numbersThatASpreadsheetGroupedAreTheNumbers() {
        AuditEvent event = Reading.of("Date (UTC),Request ID,Username,Application ID ,Status,Sign-in error code,"
                + "Autonomous system  number\n2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea,a,Failure,"
                + "50.126,64.496\n").only();
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50126");
        assertThat(event.get(EventField.ASN)).isEqualTo("64496");
    }

    @Test
    void severalRecordsInOneCellAreRead() {
        String cell = "5b1f2a3c-0000-4000-8000-000000000701,2026-03-02T08:15:00Z,6,FileAccessed,lea,\"["
                + AUDIT.replace("\"", "\"\"") + ",%s]\"\n";
        String header = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n";
        Reading read = Reading.of(header + cell.formatted(other(AUDIT).replace("\"", "\"\"")));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).hasSize(2).allSatisfy(ToolHabitsTest::assertLinked);
        Reading one = Reading.of(header + cell.replace(",%s]", "]"));
        assertLinked(one.only());
        assertThat(one.shapes()).containsExactly("purview-csv");
    }

    @Test
    void aListOfRecordsBelowATableIsNoRow() {
        Reading read = Reading.of("CreationDate,UserIds,Operations,AuditData\n2026-03-02T08:15:00Z,lea,Send,{}\n["
                + AUDIT + "]\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).containsExactly(ReadingText.JSON_IN_TABLE.with());
    }

    @Test
    void anObjectOfAzureAdPreviewThatShowsItselfIsOpened() {
        AuditEvent event = Reading
                .of("Id,CreatedDateTime,UserPrincipalName,AppId,AppDisplayName,IpAddress,Status,Location\n"
                        + "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,2026-03-02T08:15:00Z,lea,a,Mail,192.0.2.44,"
                        + "\"class SignInStatus {\n  ErrorCode: 50126\n  FailureReason: Invalid: x\n  AdditionalDetails:\n}\n\","
                        + "\"class SignInLocation {\n  City: Bonn\n  CountryOrRegion: DE\n}\"\n")
                .only();
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50126");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Invalid: x");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("DE");
    }

    @Test
    void aRequestIdWithoutHyphensIsTheSameSignIn() {
        String row = "2026-03-02T08:15:00Z,%s,lea@contoso.example,a,Success,0,\n";
        Reading read = Reading.of(SIGN_INS + row.formatted("22608a251d9b44b5b0f2cb94f06b2d00")
                + row.formatted("{22608A25-1D9B-44B5-B0F2-CB94F06B2D00}"));
        assertThat(read.events()).extracting(AuditEvent::key).containsOnly(read.events().getFirst().key());
        assertThat(read.events()).allSatisfy(event -> assertThat(event.get(EventField.UTI)).isEqualTo(UTI));
    }
}
