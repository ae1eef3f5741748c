package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.Upn;

/** Exports as other people's tools and habits leave them. */
class OddExportsTest {

    private static final String SIGN_IN = "Id,CreatedDateTime,UserPrincipalName,AppId,AppDisplayName,IpAddress,Status,"
            + "Location\n22608a25-1d9b-44b5-b0f2-cb94f06b2d00,2026-03-02T08:15:00Z,lea@contoso.example,"
            + "0e1f2a3b-0000-4000-8000-000000000004,Mail,192.0.2.44,";

    @ParameterizedTest
    @CsvSource({ "0,SUCCESS", "50126,FAILURE", "50076,INTERRUPTED" })
    void aStatusThatIsOnlyTheCodeIsTheResult(String code, EventResult result) {
        AuditEvent event = Reading.of(SIGN_IN + code + ",DE\n").only();
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo(code);
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"City\":\"Bonn\",\"CountryOrRegion\":\"DE\"}", "{\"city\":\"Bonn\",\"country\":\"DE\"}",
        "class SignInLocation {\n  City: Bonn\n  State: NRW\n  CountryOrRegion: DE\n}\n",
        "@{City=Bonn; State=NRW; CountryOrRegion=DE; GeoCoordinates=}", "Bonn, NRW, DE" })
    void thePlaceOfASignInIsReadInEachOfItsSpellings(String location) {
        AuditEvent event = Reading.of(SIGN_IN + "0,\"" + location.replace("\"", "\"\"") + "\"\n").only();
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("DE");
        assertThat(event.get(EventField.CITY)).isEqualTo("Bonn");
    }

    @ParameterizedTest
    @CsvSource({ "Success,SUCCESS", "Failure,FAILURE" })
    void aSignInOfTheFirstReportingApiIsRead(String word, EventResult result) {
        AuditEvent event = Reading.of("{\"value\":[{\"id\":\"22608a25-1d9b-44b5-b0f2-cb94f06b2d06\",\"signinDateTime\":"
                + "\"2019-03-02T08:15:00Z\",\"userPrincipalName\":\"lea@contoso.example\",\"appId\":"
                + "\"0e1f2a3b-0000-4000-8000-000000000004\",\"appDisplayName\":\"Mail\",\"ipAddress\":\"192.0.2.44\","
                + "\"loginStatus\":\"" + word + "\",\"location\":{\"city\":\"Bonn\",\"country\":\"DE\"}}]}").only();
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2019-03-02T08:15:00Z");
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("DE");
    }

    @ParameterizedTest
    @CsvSource({ "1.23E+15,true", "1E+20,true", "'-1,2345E+12',true", "1.23456789012346E+17,true", "123E+15,false",
        "1.23E15,false", "1.2.3E+15,false", "E+15,false", "1.23E+1234,false", "1.234567890123456789012E+15,true",
        "1.2345678901234567890123E+15,true", "1.23456789012345678901234E+15,false" })
    void aNumberOfWhichOnlyTheFirstDigitsAreLeftIsNoId(String text, boolean shortened) {
        assertThat(Absent.isShortened(text)).isEqualTo(shortened);
        assertThat(Absent.cleanId(text) == null).isEqualTo(shortened);
    }

    @Test
    void recordsWhoseIdsBecameTheSameNumberAreNoDuplicates() {
        Reading read = Reading.of("ReportId,Timestamp,Url,ActionType,AccountUpn,UrlChain,IsClickedThrough,"
                + "NetworkMessageId,Workload\n1.23E+15,2026-03-01 10:00:00,https://a.example/,ClickAllowed,"
                + "lea@contoso.example,[],false,,Email\n1.23E+15,2026-03-01 10:00:00,https://a.example/,ClickAllowed,"
                + "lea@contoso.example,[],true,,Email\n");
        assertThat(read.events()).extracting(AuditEvent::key).hasSize(2).doesNotHaveDuplicates();
    }

    private static final String PORTAL = "Date (UTC),Request ID,Username,Location,Status,Sign-in error code,Session ID\n";
    private static final String ROW = "2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d0N,lea@contoso.example,"
            + "PLACE,Success,0,7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";

    private static String portalRow(int number, String place) {
        return ROW.replace("N", String.valueOf(number)).replace("PLACE", place);
    }

    @Test
    void aRowWhoseValuesAreShiftedIsNotRead() {
        Reading read = Reading.of(PORTAL + portalRow(1, "\"Bonn, NRW, DE\"") + "\n" + portalRow(2, "Bonn, NRW, DE")
                + "\n" + portalRow(3, "DE") + ",,\n");
        assertThat(read.lines()).containsExactly(2, 4);
        assertThat(read.rejected()).containsExactly(ReadingText.MORE_CELLS.with(9, 7));
        assertThat(Reading.of(PORTAL + portalRow(1, "\"Bonn, NRW, DE\"") + ",note\n").events())
                .as("values with a delimiter are in quotation marks").hasSize(1);
    }

    @Test
    void aDelimiterBehindABackslashIsPartOfTheValue() {
        AuditEvent event = Reading.of(PORTAL + portalRow(1, "Bonn\\, NRW\\, DE") + "\n").only();
        assertThat(event.get(EventField.CITY)).isEqualTo("Bonn");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f");
    }

    @Test
    void blanksBehindDelimitersAreNoPartOfTheCells() {
        AuditEvent event = Reading.of((PORTAL + portalRow(1, "\"Bonn,NRW,DE\"")).replace(",", ", ") + "\n").only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f");
        assertThat(event.get(EventField.CITY)).isEqualTo("Bonn");
    }

    @Test
    void aLastRowThatIsCutIsNotRead() {
        String cut = portalRow(2, "DE").substring(0, 70);
        Reading read = Reading.of(PORTAL + portalRow(1, "DE") + "\n" + cut);
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).containsExactly(ReadingText.ROW_ENDS_EARLY.with(3, 7));
        assertThat(Reading.of(PORTAL + portalRow(1, "DE") + "\n" + cut + "\n").events()).as("ends its line").hasSize(2);
        assertThat(Reading.of(PORTAL + cut).events()).as("no other row shows how many cells a row has").hasSize(1);
        assertThat(Reading.of(PORTAL + portalRow(1, "DE") + "\n" + portalRow(2, "DE")).events()).hasSize(2);
    }

    @Test
    void columnsThatAQueryRenamedAreKnown() {
        AuditEvent event = Reading.of("TimeGenerated,Id,UPN,AppDisplayName,IP,ResultType,SID,UTI,Type\n"
                + "2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d00,lea@contoso.example,Mail,192.0.2.44,0,"
                + "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f,JYpgIpsdtUSw8suU8GstAQ,SigninLogs\n").only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f");
        assertThat(event.get(EventField.UTI)).isEqualTo("JYpgIpsdtUSw8suU8GstAQ");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.44");
    }

    @Test
    void aTimeInQuotationMarksIsRead() {
        assertThat(Instant.ofEpochSecond(0, Reading.of(SIGN_IN.replace("2026-03-02T08:15:00Z",
                "\"\"\"2026-03-02T08:15:00Z\"\"\"") + "0,DE\n").only().time())).isEqualTo("2026-03-02T08:15:00Z");
    }

    @ParameterizedTest
    @CsvSource(value = { "lea@contoso.example|lea@contoso.example", "Lea Meyer|", "Lea <lea@contoso.example>|",
        "@contoso.example|" }, delimiter = '|')
    void anAccountInTheColumnOfThePersonIsTheAccount(String user, String upn) {
        assertThat(Reading.of("TimeGenerated,Id,User,AppDisplayName,IPAddress,ResultType,Type\n"
                + "2026-03-02T08:15:00Z,22608a25-1d9b-44b5-b0f2-cb94f06b2d00," + user + ",Mail,192.0.2.44,0,"
                + "SigninLogs\n").only().get(EventField.UPN)).isEqualTo(upn);
    }

    @ParameterizedTest
    @ValueSource(strings = { "^", "~" })
    void theRarerDelimitersAreKnown(String delimiter) {
        AuditEvent event = Reading.of((PORTAL + portalRow(1, "DE")).replace(",", delimiter) + "\n").only();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f");
    }

    @Test
    void namesOfColumnsInQuotationMarksAreTheSameNames() {
        AuditEvent event = Reading
                .of("\"\"\"TimeGenerated [UTC]\"\"\",\"\"\"Id\"\"\",\"\"\"UserPrincipalName\"\"\",\"\"\"Type\"\"\","
                        + "\"\"\"AppDisplayName\"\"\"\n\"\"\"2026-03-02T08:15:00Z\"\"\",\"\"\"22608a25-1d9b-44b5-b0f2-cb94f06b2d00\"\"\","
                        + "\"\"\"lea@contoso.example\"\"\",\"\"\"SigninLogs\"\"\",\"\"\"Mail\"\"\"\n")
                .only();
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:00Z");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
    }

    private static final String AUDIT = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":"
            + "\"5b1f2a3c-0000-4000-8000-000000000701\",\"Operation\":\"FileAccessed\",\"RecordType\":6,"
            + "\"Workload\":\"SharePoint\",\"UserId\":\"lea@contoso.example\"}";

    @ParameterizedTest
    @ValueSource(strings = { "{\"auditLogs\":[A],\"directoryAudits\":[B]}", "{\"value\":[A],\"page2\":{\"value\":[B]}}",
        "{\"count\":2,\"signIns\":[A],\"more\":{\"count\":1,\"records\":[B]},\"errors\":[{\"code\":1}]}",
        "{\"value\":[A],\"empty\":[],\"other\":[B]}",
        "{\"value\":[A],\"one\":OTHER}", "{\"hits\":OTHER,\"signIns\":[A]}", "{\"x\":[A],\"y\":[[B]]}",
        "{\"value\":[A],\"y\":[ [ [B] ]]}", "{\"page\":OTHER,\"signIns\":[A]}",
        "{\"value\":[A],\"page\":[B]}",
        "{\"value\":[A],\"texts\":[TEXT]}", "{\"value\":[A],\"text\":TEXT,\"next\":\"x\"}",
        "{\"value\":[A],\"meta\":{\"x\":[{\"y\":1}]},\"b\":[B]}" })
    void noListOfAnEnvelopeIsPassedOver(String file) {
        String other = AUDIT.replace("000701", "000702");
        Reading read = Reading
                .of(file.replace("A]", AUDIT + "]").replace("B]", other + "]").replace("OTHER", other).replace("TEXT",
                        '"' + other.replace("\"", "\\\"") + '"'));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).extracting(event -> event.get(EventField.RECORD_ID)).containsExactlyInAnyOrder(
                "5b1f2a3c-0000-4000-8000-000000000701", "5b1f2a3c-0000-4000-8000-000000000702");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"value\":[A],\"paging\":{\"next\":\"x\",\"previous\":\"y\"}}",
        "{\"value\":[A],\"Schema\":[{\"Name\":\"a\",\"Type\":\"b\"},{\"Name\":\"c\",\"Type\":\"d\"}]}",
        "{\"data\":{\"a\":\"b\"},\"value\":[A],\"errors\":[{\"code\":1}],\"text\":\"{not\"}" })
    void whatAnEnvelopeSaysOfItsPagesIsNoRecord(String file) {
        assertThat(Reading.of(file.replace("A]", AUDIT + "]")).events()).hasSize(1);
    }

    @Test
    void aTimeThatPowerShellWritesAsAnObjectIsRead() {
        String time = "{\"value\":\"\\/Date(1772439301000)\\/\",\"DisplayHint\":2,\"DateTime\":\"Monday\"}";
        assertThat(Instant.ofEpochSecond(0, Reading.of(AUDIT.replace("\"2026-03-02T08:15:00\"", time)).only().time()))
                .isEqualTo("2026-03-02T08:15:01Z");
        assertThat(Reading.of(AUDIT.replace("\"2026-03-02T08:15:00\"", "{\"value\":\"x\",\"DisplayHint\":2}")).only()
                .time()).isEqualTo(AuditEvent.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = { "base64", "unicode" })
    void auditDataThatIsEncodedIsOpened(String way) {
        String data = way.equals("unicode") ? AUDIT.replace("\"", "\\u0022")
                : Base64.getEncoder().encodeToString(AUDIT.getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.of("CreationDate,UserIds,Operations,AuditData\n2026-03-02 08:15:00,lea,x,\"" + data + "\"\n")
                .only().get(EventField.RECORD_ID)).isEqualTo("5b1f2a3c-0000-4000-8000-000000000701");
    }

    @Test
    void aRemarkBelowATableIsNoEvent() {
        Reading read = Reading.of("CreationDate,UserIds,Operations,AuditData\n2026-03-02 08:15:00,lea,FileAccessed,\n"
                + "The results were truncated at 50000 records,,,\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "TimeGenerated (UTC)", "TimeGenerated [UTC]", "TimeGenerated(gmt)" })
    void aTimeColumnMayStateItsZoneEitherWay(String name) {
        AuditEvent event = Reading.of(name + ",Operation,OfficeWorkload,UserId,OfficeId\n2026-03-02T08:15:00,Send,"
                + "Exchange,lea@contoso.example,5b1f2a3c-0000-4000-8000-000000000201\n").only();
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:00Z");
    }

    @ParameterizedTest
    @CsvSource(value = { "lea[@]contoso[.]example|lea@contoso.example", "Lea (lea@contoso.example)|lea@contoso.example",
        "['lea@contoso.example']|lea@contoso.example", "Lea (admin)|lea (admin)",
        "(lea@contoso.example) (x)|(lea@contoso.example) (x)" }, delimiter = '|', quoteCharacter = '`')
    void anAccountIsReadInEachOfItsSpellings(String written, String upn) {
        assertThat(Upn.of(written.replace("['", "[\"").replace("']", "\"]"))).isEqualTo(new Upn(upn));
    }

    @ParameterizedTest
    @ValueSource(strings = { "192[.]0[.]2[.]44", "192.0.2[.]44" })
    void anAddressIsReadThatAReportMadeHarmless(String written) {
        assertThat(IpAddress.of(written)).isEqualTo(IpAddress.of("192.0.2.44"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"results\":{\"x\":A,\"y\":B}}", "{\"a\":[{\"x\":[A]}],\"b\":[{\"x\":[B]}]}",
        "{\"message\":TEXT,\"day\":{\"foo\":A}}", "{\"by\":1,\"first\":A,\"message\":TEXT,\"again\":A}",
        "{\"by\":1,\"list\":[{\"p\":A}],\"one\":B}", "{\"by\":1,\"list\":[[A],[[B]]]}" })
    void recordsBesideEachOtherInACarrierAreAllRead(String file) {
        String other = AUDIT.replace("000701", "000702");
        Reading read = Reading
                .of(file.replace("TEXT", '"' + other.replace("\"", "\\\"") + '"').replace(":B", ":" + other)
                        .replace("[B", "[" + other).replace(":A", ":" + AUDIT).replace("[A", "[" + AUDIT));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.events()).extracting(event -> event.get(EventField.RECORD_ID)).containsExactlyInAnyOrder(
                "5b1f2a3c-0000-4000-8000-000000000701", "5b1f2a3c-0000-4000-8000-000000000702");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"message\":TEXT,\"parsed\":A}", "{\"message\":TEXT,\"data\":{\"office365\":A}}",
        "{\"message\":TEXT,\"user\":{\"id\":7,\"name\":\"lea\"}}" })
    void theSameRecordInTwoFormsIsOne(String file) {
        assertThat(Reading.of(file.replace("TEXT", '"' + AUDIT.replace("\"", "\\\"") + '"').replace(":A", ":" + AUDIT))
                .only().get(EventField.RECORD_ID)).isEqualTo("5b1f2a3c-0000-4000-8000-000000000701");
    }
}
