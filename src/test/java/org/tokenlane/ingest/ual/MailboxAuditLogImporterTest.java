package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class MailboxAuditLogImporterTest {

    @Test
    void theOwnersAccessKeepsSessionCountAndThrottling() {
        List<AuditEvent> events = UalFixture.events("mailbox-audit-log-csv", "mailbox-audit-log.csv");
        AuditEvent mail = events.get(0);
        assertThat(mail.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(mail.get(EventField.UPN)).isEqualTo("adele@contoso.example");
        assertThat(mail.get(EventField.TARGET)).isEqualTo("\\Inbox");
        assertThat(mail.itemCount()).isEqualTo(4);
        assertThat(mail.throttled()).isTrue();
        assertThat(mail.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:31:07Z"));
    }

    @Test
    void aDelegateIsNotTheMailboxsOwner() {
        AuditEvent moved = UalFixture.events("mailbox-audit-log-csv", "mailbox-audit-log.csv").get(1);
        assertThat(moved.get(EventField.UPN)).isNull();
        assertThat(moved.get(EventField.USER_NAME)).isEqualTo("Service Desk");
        assertThat(moved.get(EventField.MAILBOX)).isEqualTo("adele@contoso.example");
        assertThat(moved.get(EventField.TARGET)).isEqualTo("Bank details \u2192 \\Deleted Items");
        assertThat(moved.result()).isEqualTo(EventResult.FAILURE);
        assertThat(moved.throttled()).isFalse();
    }
}
