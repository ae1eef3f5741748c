package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** Tables as spreadsheets, joins and other tools leave them: read right, or rejected, but never read wrong. */
class TableQuirksTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String AUDIT_HEADER = "CreationTime,Id,Operation,RecordType,Workload,UserId,ClientIP\n";
    private static final String AUDIT_ROW = "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-00000000060%d,Send,2,Exchange,"
            + "lea@contoso.example,192.0.2.44\n";
    private static final String SIGN_INS = "Type,CreatedDateTime [UTC],Id,UserPrincipalName,IPAddress,SessionId\n"
            + "SigninLogs,2026-03-02T08:00:00Z,8c9d0e1f-0000-4000-8000-000000000602,lea@contoso.example,192.0.2.44,"
            + SESSION + "\n";

    private static String audit(int number) {
        return AUDIT_ROW.formatted(number);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\ufeff", "\r\n\r\n", "\"\"\n" })
    void rowsBelowTheHeaderOfAnotherTableAreReadWithItsColumns(String between) {
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + between + SIGN_INS);
        assertThat(read.shapes()).containsExactly("auditdata-csv", "signin-loganalytics");
        assertThat(read.events().getLast().get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(read.rejected()).extracting(text -> text.key()).contains(ReadingText.OTHER_HEADER);
    }

    @Test
    void theTableGoesOnBelowItsOwnHeader() {
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + SIGN_INS + AUDIT_HEADER + audit(2) + SIGN_INS);
        assertThat(read.lines()).containsExactly(2, 4, 6, 8);
        assertThat(read.shapes()).containsExactly("auditdata-csv", "signin-loganalytics", "auditdata-csv",
                "signin-loganalytics");
        assertThat(read.rejected()).containsExactly(ReadingText.OTHER_HEADER.with(), ReadingText.HEADER_AGAIN.with(),
                ReadingText.OTHER_HEADER.with());
    }

    @Test
    void aHeaderThatIsRepeatedInAnotherTableIsNoRowOfIt() {
        String again = SIGN_INS.substring(0, SIGN_INS.indexOf('\n') + 1);
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + SIGN_INS + "\ufeff" + again);
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejected()).containsExactly(ReadingText.OTHER_HEADER.with(), ReadingText.HEADER_AGAIN.with());
    }

    @ParameterizedTest
    @ValueSource(strings = { ";", "\t", "|" })
    void theOtherTableMayHaveAnotherDelimiter(String delimiter) {
        String other = SIGN_INS.replace(",", delimiter);
        String quoted = "\"" + other.strip().replace(delimiter, "\"" + delimiter + "\"").replace("\n", "\"\n\"")
                + "\"\n";
        for (String table : List.of(other, quoted)) {
            Reading read = Reading.of(AUDIT_HEADER + audit(1) + table + AUDIT_HEADER + audit(2));
            assertThat(read.lines()).containsExactly(2, 4, 6);
            assertThat(read.events().get(1).get(EventField.SESSION_ID)).isEqualTo(SESSION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Id,CreationTime,Operation,RecordType,Workload,UserId,ClientIP\n",
        "CreationTime,Id,Operation,RecordType,Workload,UserId\n",
        "CreationTime,Id,Operation,RecordType,Workload,UserId,ClientIP,ObjectId\n" })
    void theSameColumnsInAnotherOrderOrNumberAreAnotherTable(String header) {
        String row = header.startsWith("Id")
                ? audit(2).replaceAll("^([^,]*),([^,]*)", "$2,$1")
                : header.endsWith("UserId\n") ? audit(2).replace(",192.0.2.44", "") : audit(2);
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + header + row);
        assertThat(read.events()).extracting(event -> event.get(EventField.RECORD_ID)).containsExactly(
                "5b1f2a3c-0000-4000-8000-000000000601", "5b1f2a3c-0000-4000-8000-000000000602");
        assertThat(read.rejected()).containsExactly(ReadingText.OTHER_HEADER.with());
    }

    @Test
    void theOtherTableGoesOnInTheNextBlock() {
        String rows = IntStream.range(0, 9_000).mapToObj(i -> SIGN_INS.substring(SIGN_INS.indexOf('\n') + 1)
                .replace("000000000602", "%012d".formatted(i))).collect(Collectors.joining());
        String header = SIGN_INS.substring(0, SIGN_INS.indexOf('\n') + 1);
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + header + rows + AUDIT_HEADER + audit(2));
        assertThat(read.events()).hasSize(9_002);
        assertThat(read.lines().getLast()).isEqualTo(9_005);
        assertThat(read.shapes().get(9_000)).isEqualTo("signin-loganalytics");
        assertThat(read.shapes().getLast()).isEqualTo("auditdata-csv");
    }

    /** A spreadsheet that expects another delimiter takes each line for one cell and quotes it when it saves. */
    @ParameterizedTest
    @ValueSource(strings = { "", ";;;", ",,", "\t" })
    void aLineThatWasTakenForOneCellIsReadAsTheRowThatItIs(String emptyCells) {
        String table = AUDIT_HEADER + audit(1) + SIGN_INS;
        String quoted = table.lines().map(line -> '"' + line.replace("\"", "\"\"") + '"' + emptyCells)
                .collect(Collectors.joining("\n"));
        Reading read = Reading.of(quoted);
        assertThat(read.shapes()).containsExactly("auditdata-csv", "signin-loganalytics");
        assertThat(read.lines()).containsExactly(2, 4);
        Reading rows = Reading.of(AUDIT_HEADER + '"' + audit(1).strip() + "\"\n" + audit(2));
        assertThat(rows.lines()).containsExactly(2, 3);
    }

    @Test
    void jsonInALineThatWasTakenForOneCellIsRead() {
        String json = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":\"5b1f2a3c-0000-4000-8000-000000000615\","
                + "\"Operation\":\"FileAccessed\",\"RecordType\":6,\"UserId\":\"lea@contoso.example\","
                + "\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION + "\"}}";
        String row = "2026-03-02T08:15:00Z,lea@contoso.example,FileAccessed,\"" + json.replace("\"", "\"\"") + '"';
        String table = "CreationDate,UserIds,Operations,AuditData\n\"" + row.replace("\"", "\"\"") + "\"\n";
        assertThat(Reading.of(table).only().get(EventField.SESSION_ID)).isEqualTo(SESSION);
    }

    @Test
    void aRowOfWordsIsNoHeader() {
        Reading read = Reading.of(AUDIT_HEADER + audit(1) + "user,operation,Send,two,Exchange,lea,here\n" + audit(2));
        assertThat(read.events()).hasSize(3);
    }

    @Test
    void jsonRecordsBelowATableAreNoRows() {
        Reading read = Reading
                .of(AUDIT_HEADER + audit(1) + "{\"CreationTime\": \"2026-03-02T08:15:00\", \"Id\": \"1\"}\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).containsExactly(ReadingText.JSON_IN_TABLE.with());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Audit log export\nGenerated,2026-03-02\n\n", "\0\0\0\0", "==> a.csv <==\n",
        "\n\nReport\n" })
    void titlesAboveTheHeaderAreSkipped(String above) {
        assertThat(Reading.of(above + AUDIT_HEADER + audit(1)).only().get(EventField.OPERATION)).isEqualTo("Send");
    }

    @Test
    void jsonInTheLastColumnNeedsNoQuotationMarks() {
        String json = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":\"5b1f2a3c-0000-4000-8000-000000000611\","
                + "\"Operation\":\"FileAccessed\",\"RecordType\":6,\"UserId\":\"lea@contoso.example\","
                + "\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION + "\"}}";
        String head = "CreationDate,UserIds,Operations,AuditData\n2026-03-02T08:15:00Z,lea@contoso.example,"
                + "FileAccessed,";
        for (String cell : List.of(json, json.replace(",\"", ", \""), '"' + json.replace("\"", "\\\"") + '"',
                '"' + json.replace("\"", "\"\"") + '"')) {
            assertThat(Reading.of(head + cell + "\n").only().get(EventField.SESSION_ID)).as(cell).isEqualTo(SESSION);
        }
    }

    @Test
    void cellsInSingleQuotationMarksAreReadWithoutThem() {
        AuditEvent event = Reading.of("CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                + "'2026-03-02T08:15:00','5b1f2a3c-0000-4000-8000-000000000612','Send',2,'Exchange',"
                + "'o''hara@contoso.example'\n")
                .only();
        assertThat(event.get(EventField.UPN)).isEqualTo("o'hara@contoso.example");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Send");
    }

    @ParameterizedTest
    @CsvSource({ "TimeGenerated [Local Time],", "TimeGenerated (Local Time),", "TimeGenerated (local),",
        "TimeGenerated (CET),",
        "TimeGenerated [UTC+2],2026-03-02T07:15:00Z", "TimeGenerated (UTC+02:00),2026-03-02T07:15:00Z",
        "TimeGenerated [GMT-5],2026-03-02T14:15:00Z", "TimeGenerated [Europe/Berlin],2026-03-02T08:15:00Z",
        "TimeGenerated [UTC],2026-03-02T09:15:00Z", "TimeGenerated,2026-03-02T09:15:00Z" })
    void aColumnIsReadInTheZoneThatItsNameStates(String column, String time) {
        String row = "\"3/2/2026, 9:15:00.000 AM\",Send,Exchange,lea@contoso.example,"
                + "5b1f2a3c-0000-4000-8000-000000000613\n";
        String table = column + ",Operation,OfficeWorkload,UserId,OfficeId\n" + row;
        assertTime(Reading.of(table).only(), time);
        assertTime(Reading.of(table, Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")).only(),
                time == null ? "2026-03-02T08:15:00Z" : time);
        String json = "{\"" + column + "\":\"2026-03-02T09:15:00\",\"Type\":\"OfficeActivity\",\"Operation\":\"Send\","
                + "\"OfficeWorkload\":\"Exchange\",\"UserId\":\"lea@contoso.example\","
                + "\"OfficeId\":\"5b1f2a3c-0000-4000-8000-000000000614\"}";
        assertTime(Reading.of(json).only(), time);
        assertTime(Reading.of(json, Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")).only(),
                time == null ? "2026-03-02T08:15:00Z" : time);
    }

    private static void assertTime(AuditEvent event, String time) {
        assertThat(event.time()).isEqualTo(time == null ? AuditEvent.NO_TIME
                : Instant.parse(time).getEpochSecond() * 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<13>Mar  2 08:15:00 host o365[12]: ", "Mar  2 08:15:00 host o365: ", "[1772438400.5, " })
    void objectsInTheLinesOfASystemLogAreRecords(String before) {
        String json = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":\"5b1f2a3c-0000-4000-8000-00000000062%d\","
                + "\"Operation\":\"Send\",\"RecordType\":2,\"Workload\":\"Exchange\","
                + "\"UserId\":\"lea@contoso.example\"}";
        String after = before.startsWith("[") ? "]\n" : "\n";
        Reading read = Reading.of(before + json.formatted(1) + after + before + json.formatted(2) + after
                + before + "started" + after);
        assertThat(read.lines()).containsExactly(1, 2);
        assertThat(read.rejected()).containsExactly(ReadingText.OBJECT_EXPECTED.with());
    }

    @Test
    void aSecondTableInAnAnswerIsReadOrRejectedButNeverLost() {
        String columns = "\"columns\":[{\"name\":\"Type\"},{\"name\":\"Id\"},{\"name\":\"CreatedDateTime\"},"
                + "{\"name\":\"UserPrincipalName\"},{\"name\":\"SessionId\"}]";
        String rows = "\"rows\":[[\"SigninLogs\",\"8c9d0e1f-0000-4000-8000-00000000063%d\",\"2026-03-02T08:00:00Z\","
                + "\"lea@contoso.example\",\"" + SESSION + "\"]]";
        String answer = "{\"tables\":[{\"name\":\"PrimaryResult\"," + columns + "," + rows.formatted(1)
                + "},{\"name\":\"Table_1\",%s,%s}]}";
        assertThat(Reading.of(answer.formatted(columns, rows.formatted(2))).events()).hasSize(2);
        Reading other = Reading.of(answer.formatted("\"columns\":[{\"name\":\"a\"}]", "\"rows\":[[\"]\"],[1]]"));
        assertThat(other.events()).hasSize(1);
        assertThat(other.rejected()).hasSize(1);
        Reading about = Reading.of(answer.formatted("\"columns\":[{\"name\":\"Value\"}]", "\"rows\":[[\"{}\"]]"));
        assertThat(about.events()).hasSize(1);
        assertThat(about.rejected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "Erfolg,SUCCESS", "FALSKT,FAILURE", "Réussi,SUCCESS", "Non riuscito,FAILURE", "成功,SUCCESS",
        "失敗,FAILURE",
        "Partially Succeeded,SUCCESS", "YANLIŞ,FAILURE", "ИСТИНА,SUCCESS", "Success.,SUCCESS", "perhaps,UNKNOWN" })
    void outcomesAreReadInTheLanguageOfTheSpreadsheet(String word, String result) {
        assertThat(Reading.of("CreationTime,Id,Operation,RecordType,Workload,UserId,ResultStatus\n"
                + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000640,Send,2,Exchange,lea@contoso.example," + word
                + "\n").only().result().name()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(value = { "192.0.2.1/32|192.0.2.1", "{192.0.2.1}|192.0.2.1", "'\"192.0.2.1\"'|192.0.2.1",
        "2001:DB8::1/128|2001:db8::1", "unknown|", "192.0.2.0/24|192.0.2.0/24",
        "host.contoso.example|host.contoso.example" }, delimiter = '|')
    void anAddressIsReadWithoutWhatIsAroundIt(String written, String address) {
        assertThat(Reading.of("CreationTime|Id|Operation|RecordType|Workload|UserId|ClientIP\n"
                + "2026-03-02T08:15:00|5b1f2a3c-0000-4000-8000-000000000641|Send|2|Exchange|lea@contoso.example|"
                + written
                + "\n").only().get(EventField.IP)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "NOT-FOUND", "#N/A", "[]", "{}", "NaN", "no user", "Unbekannt", "SHAREPOINT\\system" })
    void wordsForNobodyAreNoUser(String word) {
        assertThat(Reading.of("CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000642,Send,2,Exchange," + word + "\n").only()
                .get(EventField.UPN)).isNull();
    }
}
