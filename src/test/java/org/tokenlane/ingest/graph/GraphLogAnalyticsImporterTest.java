package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.time.DateOrder;

class GraphLogAnalyticsImporterTest {

    private static final GraphLogAnalyticsImporter IMPORTER = new GraphLogAnalyticsImporter();

    private static List<AuditEvent> csv() {
        return Fixture.events(IMPORTER, Fixture.file("graph/graph-loganalytics.csv"), "query_data.csv");
    }

    @Test
    void aCallCarriesItsSessionItsTokenAndWhatItDid() {
        AuditEvent event = csv().getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.GRAPH_CALL);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.178Z"));
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T08:05:29Z"));
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /users/{id}/messages");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("MicrosoftGraph");
        assertThat(event.get(EventField.TARGET))
                .isEqualTo(
                        "https://graph.microsoft.com/v1.0/users/2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10/messages?$top=50");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("200");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("SessionId");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.APP_ID)).isEqualTo("d3590ed6-52b3-4102-aeff-aad2292ab01c");
        assertThat(event.get(EventField.IP)).isEqualTo("198.51.100.23");
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("python-requests/2.32.3");
    }

    @Test
    void theTenantIsNotTheWorkspaceAndTheAnsweringRegionNotTheCountry() {
        AuditEvent event = csv().getFirst();
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.COUNTRY)).isNull();
    }

    @Test
    void theCallsOwnRequestIdIsItsKeyAndNeverASignIns() {
        AuditEvent event = csv().getFirst();
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo("7c1d7e0a-53f1-4c55-9f0e-0e4b8d9a1c01");
        assertThat(event.key()).isEqualTo("graph:7c1d7e0a-53f1-4c55-9f0e-0e4b8d9a1c01");
        AuditEvent withoutToken = Fixture.events(IMPORTER,
                Fixture.text("RequestId,RequestUri,SignInActivityId,TimeGenerated\n"
                        + "7c1d7e0a-53f1-4c55-9f0e-0e4b8d9a1c09,https://graph.microsoft.com/v1.0/me,,"
                        + "2026-09-10T08:14:02Z\n"),
                "x.csv").getFirst();
        assertThat(withoutToken.get(EventField.UTI)).isNull();
        assertThat(withoutToken.utiOrigin()).isEqualTo(UtiOrigin.NONE);
    }

    @Test
    void anAppsCallHasItsServicePrincipalAndTheNewerTokenColumn() {
        AuditEvent event = csv().get(1);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("403");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.UTI)).isEqualTo("DjX2zhpPTkCKyYc8nV4fAA");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
    }

    @Test
    void aTimeThatLostItsDateInASpreadsheetTakesTheDayOfTheToken() {
        AuditEvent event = csv().get(1);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:00Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
    }

    @Test
    void jsonRowsWithoutATypeColumnAreTheSameEventAsTheCsv() {
        AuditEvent event = Fixture.events(IMPORTER, Fixture.file("graph/graph-loganalytics.json"), "rows.json")
                .getFirst();
        assertThat(event.key()).isEqualTo(csv().getFirst().key());
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /me");
        assertThat(event.get(EventField.CORRELATION_ID)).isEqualTo("b0000000-0000-4000-8000-000000000009");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.1786543Z"));
    }

    @Test
    void aRowWithoutAddressAndIdIsDamaged() {
        RowContext context = new RowContext("x.csv", new TimeReader(DateOrder.MONTH_FIRST, true));
        assertThatThrownBy(() -> IMPORTER.map(
                Fixture.text("RequestId,RequestUri,SignInActivityId\n,,-SIafF47YE2aF8DeABEiAA\n").getFirst(), context))
                .isInstanceOf(DamagedRecordException.class).hasMessage(RejectText.NO_REQUEST.text());
    }

    static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
