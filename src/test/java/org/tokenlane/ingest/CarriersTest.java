package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.Carriers;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;

/** Records are found inside of what other tools put around them, and stand on the carrier's line. */
class CarriersTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String AUDIT = """
            {"CreationTime":"2026-03-02T08:15:00","Id":"5b1f2a3c-0000-4000-8000-000000000001",\
            "Operation":"FileAccessed","OrganizationId":"2c3d4e5f-0000-4000-8000-00000000000a","RecordType":6,\
            "UserKey":"k","UserType":0,"Workload":"SharePoint","ClientIP":"192.0.2.44",\
            "UserId":"lea@contoso.example","ObjectId":"https://contoso.example/a.docx",\
            "AppAccessContext":{"AADSessionId":"7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f"}}""";
    private static final String SIGN_IN = """
            {"id":"8c9d0e1f-0000-4000-8000-000000000002","createdDateTime":"2026-03-02T08:00:00Z",\
            "userPrincipalName":"lea@contoso.example","userId":"9d0e1f2a-0000-4000-8000-000000000003",\
            "appId":"0e1f2a3b-0000-4000-8000-000000000004","appDisplayName":"Mail","ipAddress":"192.0.2.44",\
            "status":{"errorCode":0},"sessionId":"7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f"}""";

    private static String text(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"_raw\":TEXT,\"_time\":\"x\"}", "{\"preview\":false,\"result\":{\"_raw\":TEXT}}",
        "{\"_index\":\"a\",\"_id\":\"1\",\"_source\":RECORD}",
        "{\"_index\":\"a\",\"_source\":{\"@timestamp\":\"2026-03-02T09:00:00Z\",\"event\":{\"original\":TEXT}}}",
        "{\"_index\":\"a\",\"_source\":{\"event.original\":TEXT,\"host.name\":\"h\"}}",
        "{\"_index\":\"a\",\"fields\":{\"event.original\":[TEXT]}}",
        "{\"timestamp\":\"x\",\"rule\":{\"id\":\"9\"},\"data\":{\"integration\":\"office365\",\"office365\":RECORD}}",
        "{\"timestamp\":\"x\",\"full_log\":\"{\\\"integration\\\":\\\"office365\\\"}\",\"data\":{\"ms-graph\":RECORD}}",
        "{\"time\":1772438400,\"host\":\"h\",\"sourcetype\":\"x\",\"event\":RECORD}",
        "{\"time\":1772438400,\"host\":\"h\",\"event\":TEXT}",
        "{\"@timestamp\":\"2026-03-02T09:00:00Z\",\"@version\":\"1\",\"message\":TEXT}",
        "{\"version\":\"1.1\",\"short_message\":\"x\",\"full_message\":TEXT}",
        "{\"id\":\"a\",\"content\":{\"timestamp\":\"x\",\"attributes\":RECORD,\"tags\":[]}}",
        "{\"_id\":\"a\",\"date\":\"x\",\"service\":\"s\",\"attributes\":RECORD,\"message\":\"m\"}",
        "{\"Body\":TEXT,\"EnqueuedTimeUtc\":\"x\"}", "{\"somebody\":{\"else\":{\"wrote\":RECORD}}}" })
    void aRecordIsReadAsWhatItIsInAnyCarrier(String carrier) {
        for (String record : new String[] { AUDIT, SIGN_IN }) {
            Reading read = Reading.of(carrier.replace("TEXT", text(record)).replace("RECORD", record) + "\n");
            assertThat(read.only().get(EventField.SESSION_ID)).as(carrier).isEqualTo(SESSION);
            assertThat(read.only().get(EventField.UPN)).isEqualTo("lea@contoso.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"_raw\":TEXT,\"_time\":\"2026-03-02T09:00:00.000+00:00\",\"_indextime\":1772442060}",
        "{\"time\":1772442000,\"host\":\"h\",\"event\":RECORD,\"_indextime\":\"1772442060\"}",
        "{\"preview\":false,\"result\":{\"_raw\":TEXT,\"_time\":\"1772442000\",\"_indextime\":\"1772442060\"}}",
        "{\"_index\":\"a\",\"_source\":{\"@timestamp\":\"2026-03-02T09:00:00Z\",\"event\":{\"original\":TEXT,"
                + "\"ingested\":\"2026-03-02T09:01:00Z\"}}}" })
    void aRecordWithoutATimeHasThatOfItsCarrier(String carrier) {
        String record = SIGN_IN.replace("2026-03-02T08:00:00Z", "?");
        AuditEvent event = Reading.of(carrier.replace("TEXT", text(record)).replace("RECORD", record) + "\n").only();
        assertThat(event.time()).isEqualTo(1_772_442_000L * 1_000_000_000);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.recordedAt()).isEqualTo(1_772_442_060L * 1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = { "message_id,message_subject", "event_id,event_time", "log_name,log_id" })
    void columnsThatBeginWithACarriersNameAreNoCarrier(String header) {
        assertThat(Carriers.isOne(Value.row(new ColumnNames(List.of(header.split(","))), new String[] { "a", "b" })))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "event.original,host", "_source_id,_source_time", "message.id,message.time" })
    void columnsWhosePathsBeginWithACarrierAreOne(String header) {
        assertThat(Carriers.isOne(Value.row(new ColumnNames(List.of(header.split(","))), new String[] { "a", "b" })))
                .isTrue();
    }

    @Test
    void aRecordsOwnTimeIsNeverThatOfItsCarrier() {
        AuditEvent event = Reading.of("{\"time\":1772442000,\"event\":" + SIGN_IN + "}\n").only();
        assertThat(event.time()).isEqualTo(1_772_438_400L * 1_000_000_000);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.READ);
    }

    @Test
    void linesOfDifferentLogsInOneCarrierAreReadEachAsWhatItIs() {
        Reading read = Reading.of("_raw,_time\n\"" + SIGN_IN.replace("\"", "\"\"") + "\",x\n\""
                + AUDIT.replace("\"", "\"\"") + "\",y\nno log at all,z\n");
        assertThat(read.shapes()).containsExactly("signin-graph-beta", "splunk-ual-csv");
        assertThat(read.lines()).containsExactly(2, 3);
        assertThat(read.rejected()).singleElement()
                .isEqualTo(IngestText.UNKNOWN_RECORD.with("_raw, _time"));
    }

    @Test
    void aCarrierOfSeveralRecordsGivesThemAllAndNamesWhatIsUnknown() {
        Reading read = Reading.of("{\"host\":\"h\",\"event\":{\"records\":[" + AUDIT + "," + SIGN_IN
                + ",{\"what\":\"else\"}]}}");
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejected()).containsExactly(IngestText.UNKNOWN_RECORD.with("what"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[TEXT,TEXT]", "TEXT\nTEXT\n", "{\"data\":[RECORD,RECORD]}",
        "{\"value\":[RECORD,RECORD],\"@odata.nextLink\":\"x\"}", "{\"records\":[RECORD,RECORD]}\n",
        "{\"took\":3,\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"_id\":\"1\",\"_source\":RECORD},"
                + "{\"_id\":\"2\",\"_source\":RECORD}]}}",
        "{\"Stats\":{\"x\":[1]},\"Schema\":[{\"Name\":\"a\"}],\"Results\":[RECORD,RECORD]}",
        "{\"schema\":[{\"name\":\"a\"}],\"results\":[RECORD,RECORD]}", "{\"a1\":RECORD,\"a2\":RECORD}",
        "{\"lea\":[RECORD],\"max\":[RECORD]}", "{\"messages\":[{\"message\":{\"message\":TEXT}},"
                + "{\"message\":{\"message\":TEXT}}],\"total_results\":2}",
        "{\"data\":[{\"type\":\"log\",\"attributes\":{\"attributes\":RECORD}},"
                + "{\"type\":\"log\",\"attributes\":{\"message\":TEXT}}],\"meta\":{\"page\":{}}}",
        "{\"data\":[RECORD],\"meta\":{}}\n{\"data\":[RECORD],\"meta\":{}}" })
    void listsAreFoundInTheirEnvelopes(String envelope) {
        for (String record : new String[] { AUDIT, SIGN_IN }) {
            Reading read = Reading.of(envelope.replace("TEXT", text(record)).replace("RECORD", record));
            assertThat(read.events()).as(envelope).hasSize(2)
                    .allMatch(event -> SESSION.equals(event.get(EventField.SESSION_ID)));
            assertThat(read.rejected()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[COLUMNS],\"rows\":[ROWS]}],\"statistics\":{}}",
        "{\"Tables\":[{\"TableName\":\"Table_0\",\"Columns\":[COLUMNS],\"Rows\":[ROWS]},"
                + "{\"TableName\":\"Table_1\",\"Columns\":[{\"ColumnName\":\"Value\"}],\"Rows\":[[\"{}\"]]}]}",
        "[{\"FrameType\":\"DataSetHeader\"},{\"FrameType\":\"DataTable\",\"TableKind\":\"QueryProperties\","
                + "\"Columns\":[{\"ColumnName\":\"a\"}],\"Rows\":[[1]]},{\"FrameType\":\"DataTable\","
                + "\"TableKind\":\"PrimaryResult\",\"Columns\":[COLUMNS],\"Rows\":[ROWS]},"
                + "{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":false}]" })
    void rowsOfAQueryServiceTakeTheirNamesFromTheColumns(String answer) {
        String columns = "{\"name\":\"Type\"},{\"name\":\"Id\"},{\"name\":\"CreatedDateTime\"},"
                + "{\"name\":\"UserPrincipalName\"},{\"name\":\"SessionId\"},{\"name\":\"DeviceDetail\"}";
        String row = "[\"SigninLogs\",\"8c9d0e1f-0000-4000-8000-00000000000%d\",\"2026-03-02T08:00:00Z\","
                + "\"lea@contoso.example\",\"" + SESSION + "\",{\"displayName\":\"PC-4\"}]";
        Reading read = Reading.of(answer
                .replace("COLUMNS",
                        answer.contains("TableName") ? columns.replace("\"name\"", "\"ColumnName\"") : columns)
                .replace("ROWS", row.formatted(1) + ",\n" + row.formatted(2)));
        assertThat(read.events()).hasSize(2).allMatch(event -> SESSION.equals(event.get(EventField.SESSION_ID)))
                .allMatch(event -> "PC-4".equals(event.get(EventField.DEVICE_NAME)));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.shapes()).containsOnly("signin-loganalytics");
    }

    @Test
    void aListUnderAnyOtherNameInARecordMakesItNoEnvelope() {
        String record = AUDIT.substring(0, AUDIT.length() - 1) + ",\"records\":[{\"a\":1},{\"b\":2}]}";
        assertThat(Reading.of(record).only().get(EventField.OPERATION)).isEqualTo("FileAccessed");
    }

    @Test
    void twoPartsOfOneRecordAreNotTwoRecords() {
        String record = "{\"deviceDetail\":{\"a\":1,\"b\":2,\"c\":3},\"location\":{\"d\":1,\"e\":2,\"f\":3},"
                + SIGN_IN.substring(1);
        assertThat(Reading.of(record).only().get(EventField.SESSION_ID)).isEqualTo(SESSION);
    }

    @Test
    void whatIsAtTheEndAndCannotBeReadIsRejected() {
        Reading read = Reading.of(AUDIT + "\n" + SIGN_IN + "\n" + "[".repeat(3 << 20));
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejected()).isNotEmpty();
        assertThat(Reading.of(AUDIT + "\n" + SIGN_IN + "]]]]").rejected()).isEmpty();
    }

    @Test
    void linesBetweenRunsOfNulBytesAreKept() {
        Reading json = Reading.of(AUDIT + "\n" + "\0".repeat(1_000) + "\n" + SIGN_IN + "\n");
        assertThat(json.events()).hasSize(2);
        assertThat(json.rejected()).containsExactly(ReadingText.NUL_BYTES.with());
        Reading glued = Reading.of(AUDIT + "\n" + "\0".repeat(1_000) + SIGN_IN + "\n");
        assertThat(glued.events()).hasSize(2);
        Reading table = Reading.of("CreationDate,UserIds,Operations,AuditData\n2026-03-02T08:00:00Z,lea,Send,{}\n"
                + "\0".repeat(1_000) + "\n2026-03-02T08:00:00Z,max,Send,{}\n");
        assertThat(table.events()).hasSize(2);
        assertThat(table.rejected()).containsExactly(ReadingText.NUL_BYTES.with());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Obj\u0001\u0004\u0016avro.schema\u009a", "PAR1\u0015\u0004", "<html><body>Sign in</body>",
        "\u0001\u0002\u0003\u0004\u0005\u0006\u0007" })
    void whatIsNoTextIsRefusedWithoutTheNameOfAClass(String content) {
        assertThatThrownBy(() -> Reading.read(content, Map.of())).isInstanceOf(UnreadableFileException.class)
                .message().doesNotContainPattern("\\b(?:[a-z]+\\.){2,}[A-Z]\\w+");
    }

    private static String base64(String json) {
        return java.util.Base64.getEncoder().encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The bodies of Pub/Sub, Event Hubs, Kinesis, Chronicle and Logic Apps. */
    @ParameterizedTest
    @ValueSource(strings = { "{\"message\":{\"data\":\"B64\",\"messageId\":\"1\"},\"subscription\":\"s\"}",
        "{\"EnqueuedTimeUtc\":\"x\",\"SystemProperties\":{},\"Body\":\"B64\"}",
        "{\"Records\":[{\"kinesis\":{\"data\":\"B64\"}}]}", "{\"logs\":[{\"data\":\"B64\"}],\"logType\":\"x\"}",
        "{\"ContentData\":\"B64\",\"ContentType\":\"application/json\"}",
        "EnqueuedTimeUtc,Body\n2026-03-02T09:00:00Z,B64" })
    void aRecordInBase64IsOpened(String carrier) {
        for (String content : List.of(AUDIT, "\ufeff" + AUDIT, "{\"records\":[" + AUDIT + "]}", "[" + AUDIT + "]",
                " " + AUDIT)) {
            assertThat(Reading.of(carrier.replace("B64", base64(content)) + "\n").only().get(EventField.SESSION_ID))
                    .as(content).isEqualTo(SESSION);
        }
    }

    @Test
    void aPackedRecordInBase64IsOpenedToo() throws java.io.IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write(("{\"logEvents\":[{\"message\":" + text(AUDIT) + "},{\"message\":" + text(SIGN_IN) + "}]}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Reading read = Reading.of("{\"awslogs\":{\"data\":\""
                + java.util.Base64.getEncoder().encodeToString(packed.toByteArray()) + "\"}}");
        assertThat(read.events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.eyJhbGciOiJub25lIn0x",
        "eyJub3QganNvbiBhdCBhbGwsIGp1c3QgYSB0ZXh0IHRoYXQgc3RhcnRz",
        "H4sIAAAAAAAAA2dhcmJhZ2VnYXJiYWdlZ2FyYmFnZWdhcmJhZ2U=" })
    void whatOnlyLooksLikeBase64IsLeftAsItIs(String value) {
        assertThatThrownBy(() -> Reading.read("{\"somebody\":{\"data\":\"" + value + "\"}}", Map.of()))
                .isInstanceOf(UnreadableFileException.class);
    }

    /** A list of carriers holds as many records, and none of them is lost. */
    @ParameterizedTest
    @ValueSource(strings = { "{\"logEvents\":[{\"message\":TEXT},{\"message\":OTHER}]}",
        "{\"Messages\":[{\"Body\":{\"Message\":TEXT}},{\"Body\":{\"Message\":OTHER}}]}",
        "{\"_raw\":{\"records\":[TEXT,OTHER]}}", "{\"a\":[{\"b\":[{\"_raw\":TEXT}]},{\"b\":[{\"_raw\":OTHER}]}]}" })
    void everyCarrierOfAListIsOpened(String list) {
        String other = AUDIT.replace("000000000001", "000000000009");
        Reading read = Reading.of(list.replace("TEXT", text(AUDIT)).replace("OTHER", text(other)));
        assertThat(read.events()).extracting(event -> event.get(EventField.RECORD_ID)).containsExactly(
                "5b1f2a3c-0000-4000-8000-000000000001", "5b1f2a3c-0000-4000-8000-000000000009");
    }

    @Test
    void aListOfRecordsAsTextInSplunksFieldIsNotOneRecord() {
        String other = AUDIT.replace("000000000001", "000000000009");
        Reading read = Reading.of("{\"_raw\":" + text("{\"records\":[" + AUDIT + "," + other + "]}") + "}");
        assertThat(read.events()).hasSize(2).allSatisfy(
                event -> assertThat(event.time()).isNotEqualTo(AuditEvent.NO_TIME));
    }

    @Test
    void whatIsNoRecordInAListOfCarriersIsRejectedAndNotLost() {
        Reading read = Reading.of("{\"logEvents\":[{\"message\":" + text(AUDIT) + "},{\"message\":\"started\"}]}");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "[\"_time\",\"_raw\"]", "[{\"name\":\"_time\"},{\"name\":\"_raw\"}]" })
    void valuesListedByColumnAreRows(String fields) {
        String other = AUDIT.replace("000000000001", "000000000009");
        Reading read = Reading.of("{\"preview\":false,\"fields\":" + fields + ",\"columns\":[[\"a\",\"b\"],["
                + text(AUDIT) + "," + text(other) + "]]}");
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejected()).isEmpty();
    }
}
