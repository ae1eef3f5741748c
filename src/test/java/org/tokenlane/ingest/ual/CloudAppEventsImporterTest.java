package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class CloudAppEventsImporterTest {

    @Test
    void rawEventDataIsMappedAsAuditDataAndTheTableAddsThePlace() {
        List<AuditEvent> events = UalFixture.events("cloudappevents-csv", "cloudappevents.csv");
        AuditEvent mail = events.get(0);
        UalFixture.assertMailItemsAccessed(mail);
        assertThat(mail.get(EventField.COUNTRY)).isEqualTo("ZZ");
        assertThat(mail.get(EventField.CITY)).isEqualTo("Springfield");
        assertThat(mail.get(EventField.USER_NAME)).isEqualTo("Adele Vance-Example");
        UalFixture.assertLoggedIn(events.get(1));
    }

    @Test
    void anAzureRowHasItsSessionAndTokenInItsClaims() {
        AuditEvent azure = UalFixture.events("cloudappevents-csv", "cloudappevents.csv").get(2);
        assertThat(azure.key()).isEqualTo("azure:8192a3b4-c5d6-47e8-f901-122334455667");
        assertThat(azure.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(azure.get(EventField.UTI)).isEqualTo(UalFixture.UTI);
        assertThat(azure.tokenIssuedAt()).isEqualTo(1_789_020_751_000_000_000L);
        assertThat(azure.get(EventField.APP_ID)).isEqualTo("c44b4083-3bb0-49c1-b47d-974e53cbdf3c");
        assertThat(azure.get(EventField.IP)).isEqualTo("203.0.113.9");
        assertThat(azure.get(EventField.UPN)).isEqualTo("adele@contoso.example");
        assertThat(azure.get(EventField.OPERATION)).isEqualTo("Microsoft.Compute/virtualMachines/runCommand/action");
        assertThat(azure.result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void aRowWithoutRawEventDataIsStillAnEvent() {
        AuditEvent bare = UalFixture.events("cloudappevents-csv", "cloudappevents.csv").get(3);
        assertThat(bare.get(EventField.OPERATION)).isEqualTo("Directory Services replication");
        assertThat(bare.time()).isEqualTo(UalFixture.nanos("2026-09-10T07:02:00Z"));
        assertThat(bare.key()).isEqualTo("cloudapp:rep-4");
        assertThat(bare.get(EventField.SESSION_ID)).isNull();
    }

    @Test
    void rowsAsJsonHoldRawEventDataAsAnObject() {
        List<AuditEvent> events = UalFixture.events("cloudappevents-json", "cloudappevents.jsonl");
        UalFixture.assertMailItemsAccessed(events.getFirst());
    }
}
