package org.tokenlane.ingest.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.time.DateOrder;

/** A table is known by its name or by the columns in which it always has values, never by columns alone. */
class LogTableTest {

    private static final LogTable TABLE = LogTable.of(LogSource.MESSAGES, "EmailEvents OldEmailEvents", "Timestamp,A,B")
            .knownBy("A", "B b").without("C").when(row -> !"no".equals(row.find("a").text()))
            .rows(ShapeText.EMAILEVENTS_TABLE, LogTableTest::map)
            .streamed(ShapeText.EMAILEVENTS_STREAM, LogTableTest::map);
    private final Importer rows = TABLE.importers().get(0);
    private final Importer stream = TABLE.importers().get(1);

    private static Draft map(org.tokenlane.ingest.text.Value row, RowContext context) {
        return new Draft(EventKind.MESSAGE, context).time(row.find("timestamp")).text(EventField.TARGET, row.find("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "A,B b|1,2|true", "A,B b|1,|false", "A,B b|,2|false", "A,Bb,C|1,2,|true",
        "A,Bb,C|1,2,3|false", "A,B b|no,2|false", "A,B b,Type|1,2,DeviceEvents|true", "A,Type|,EmailEvents|true",
        "A,Type|, emailevents |true", "A,Type|,OldEmailEvents|true", "A,Type|1,EmailEventsToo|false" })
    void aRowIsKnownByItsValues(String header, String cells, boolean known) {
        assertThat(rows.accepts(Fixture.text(header + '\n' + cells + '\n').getFirst())).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({ "AdvancedHunting-EmailEvents,true", "advancedhunting-oldemailevents,true",
        "AdvancedHunting-EmailEventsToo,false", "EmailEvents,false", "AdvancedHunting-,false" })
    void aStreamedRecordIsKnownByItsCategory(String category, boolean known) {
        assertThat(stream.accepts(Fixture.text("{\"category\":\"" + category + "\",\"properties\":{}}").getFirst()))
                .isEqualTo(known);
    }

    @Test
    void aStreamedRecordIsTheRowWithTenantAndArrival() throws Exception {
        AuditEvent event = map("{\"category\":\"AdvancedHunting-EmailEvents\",\"tenantId\":\"T1\",\"time\":"
                + "\"2026-09-10T08:05:00Z\",\"properties\":{\"Timestamp\":\"2026-09-10T08:00:00Z\",\"A\":\"x\"}}");
        assertThat(event.get(EventField.TARGET)).isEqualTo("x");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("t1");
        assertThat(event.recordedAt() - event.time()).isEqualTo(300_000_000_000L);
    }

    @Test
    void aStreamedRecordWithoutPropertiesIsRejected() {
        assertThatThrownBy(() -> map("{\"category\":\"AdvancedHunting-EmailEvents\",\"properties\":\"?\"}"))
                .isInstanceOf(DamagedRecordException.class).hasMessage(RejectText.NO_PROPERTIES.text());
    }

    private AuditEvent map(String json) throws DamagedRecordException {
        return (AuditEvent) stream.map(Fixture.text(json).getFirst(),
                new RowContext("x", new TimeReader(DateOrder.MONTH_FIRST, true)));
    }
}
