package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class MailItemSessionsImporterTest {

    @Test
    void aSessionsRowIsAMailAccess() {
        AuditEvent mail = UalFixture.events("mes-mail-sessions-csv", "mes-sessions.csv").getFirst();
        assertThat(mail.get(EventField.OPERATION)).isEqualTo("MailItemsAccessed");
        assertThat(mail.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(mail.get(EventField.IP)).isEqualTo("203.0.113.9");
        assertThat(mail.port()).isEqualTo(4444);
        assertThat(mail.itemCount()).isEqualTo(1);
        assertThat(mail.throttled()).isTrue();
    }

    @Test
    void aMessageIdRowNamesTheMessage() {
        AuditEvent mail = UalFixture.events("mes-mail-sessions-csv", "mes-message-ids.csv").getFirst();
        assertThat(mail.get(EventField.TARGET)).isEqualTo("<a1@contoso.example>");
        assertThat(mail.get(EventField.OPERATION)).isEqualTo("MailItemsAccessed");
        assertThat(mail.get(EventField.IP)).isEqualTo("203.0.113.9");
        assertThat(mail.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:31:07Z"));
    }
}
