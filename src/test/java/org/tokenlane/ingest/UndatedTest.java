package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.shape.Undated;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.TimeQuality;

/** Records whose time is only a date, a placeholder, or of a zone that is not understood. */
class UndatedTest {

    private static final String AUDIT = "{\"CreationTime\":\"TIME\",\"Id\":\"5b1f2a3c-0000-4000-8000-000000000701\","
            + "\"Operation\":\"FileAccessed\",\"RecordType\":6,\"Workload\":\"SharePoint\","
            + "\"UserId\":\"lea@contoso.example\"}";

    private static AuditEvent audit(String time) {
        return Reading.of(AUDIT.replace("TIME", time)).only();
    }

    private static AuditEvent row(String date, String other) {
        return Reading.of("CreationDate,UserIds,Operations,TimeGenerated,AuditData\n" + date
                + ",lea@contoso.example,FileAccessed," + other + ",\n").only();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1970-01-01T00:00:00Z", "1899-12-30T00:00:00", "0001-01-01T00:00:00",
        "1601-01-01T00:00:00Z",
        "2026-03-01", "2026-03-01 10:00:00 CST", "1970-01-01" })
    void theEventIsKeptWithoutATime(String time) {
        assertThat(audit(time).time()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(audit(time).timeQuality()).isEqualTo(TimeQuality.UNDATED);
    }

    @ParameterizedTest
    @CsvSource({ "1970-01-01T00:00:00Z,2026-03-02T08:15:00Z,2026-03-02T08:15:00Z,FROM_OTHER_FIELD",
        "2026-03-02,2026-03-02T08:15:00Z,2026-03-02T08:15:00Z,FROM_OTHER_FIELD",
        "2026-03-02,2026-03-01T00:00:00Z,2026-03-01T00:00:00Z,FROM_OTHER_FIELD",
        "2026-03-02,2026-03-03T23:59:59Z,2026-03-03T23:59:59Z,FROM_OTHER_FIELD",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:05Z,1970-01-01T00:00:00Z,READ",
        "1970-01-01T00:00:00Z,1970-01-02T00:00:00Z,1970-01-01T00:00:00Z,READ",
        "1970-01-01T00:00:00Z,1970-01-02T00:00:01Z,1970-01-02T00:00:01Z,FROM_OTHER_FIELD" })
    void anotherTimeOfTheRecordDatesIt(String date, String other, String time, TimeQuality quality) {
        assertThat(Instant.ofEpochSecond(0, row(date, other).time())).isEqualTo(time);
        assertThat(row(date, other).timeQuality()).isEqualTo(quality);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-02-28T23:59:59Z", "2026-03-04T00:00:00Z" })
    void aTimeOfAnotherDayDoesNotDateARecordThatHasADate(String other) {
        assertThat(row("2026-03-02", other).time()).isEqualTo(AuditEvent.NO_TIME);
    }

    @Test
    void aDateAndATimeOfDayInTwoColumnsAreOneTime() {
        AuditEvent event = Reading.of("Date,Time,UserIds,Operations,AuditData\n"
                + "2026-03-02,08:15:07,lea@contoso.example,FileAccessed,\n").only();
        assertThat(Instant.ofEpochSecond(0, event.time())).isEqualTo("2026-03-02T08:15:07Z");
    }

    @Test
    void recordsThatOnlyDifferInWhatIsNotReadOfTheirTimesAreNoDuplicates() {
        Reading read = Reading.of("Timestamp,Url,ActionType,AccountUpn,UrlChain,IsClickedThrough,NetworkMessageId,"
                + "Workload\n2026-03-01,https://a.example/,ClickAllowed,lea@contoso.example,[],false,,Email\n"
                + "2026-03-02,https://a.example/,ClickAllowed,lea@contoso.example,[],false,,Email\n");
        assertThat(read.events()).hasSize(2).allSatisfy(event -> assertThat(event.time())
                .isEqualTo(AuditEvent.NO_TIME));
        assertThat(read.events()).extracting(AuditEvent::key).doesNotHaveDuplicates();
    }

    @Test
    void theReasonIsKnown() {
        Value date = Value.ofJson("{\"CreationTime\":\"2026-03-01\"}");
        Value zone = Value.object(Map.of("auditdata", Value.ofJson("{\"CreationTime\":\"2026-03-01 10:00 CST\"}")));
        Value whole = Value.ofJson("{\"CreationTime\":\"2026-03-01T00:00:00\",\"Date\":7}");
        assertThat(Undated.byDateOnly(List.of(whole, date))).isTrue();
        assertThat(Undated.byZone(List.of(whole, zone))).isTrue();
        assertThat(Undated.byDateOnly(List.of(whole, zone))).isFalse();
        assertThat(Undated.byZone(List.of(whole, date))).isFalse();
    }
}
