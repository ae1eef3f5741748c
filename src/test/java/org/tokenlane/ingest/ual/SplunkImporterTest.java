package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;

class SplunkImporterTest {

    @Test
    void theRawTextIsTheAuditData() {
        List<AuditEvent> events = UalFixture.events("splunk-ual-csv", "splunk.csv");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertLoggedIn(events.get(1));
    }

    @Test
    void jsonResultsAreUnwrapped() {
        List<AuditEvent> events = UalFixture.events("splunk-ual-json", "splunk.jsonl");
        UalFixture.assertFileDownloaded(events.getFirst());
    }

    @Test
    void anotherLogFromSplunkIsLeftAlone() {
        List<Value> rows = Fixture
                .text("_raw,_time,_bkt\n\"{\"\"category\"\":\"\"SignInLogs\"\"}\",2026-09-10T06:31:07Z,b\n");
        assertThat(UalImporters.all()).noneMatch(importer -> importer.accepts(rows.getFirst()));
    }
}
