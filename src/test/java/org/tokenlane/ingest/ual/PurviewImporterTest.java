package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;

class PurviewImporterTest {

    @Test
    void aMailboxRecordKeepsItsSessionTokenAndFolders() {
        List<AuditEvent> events = UalFixture.events("purview-csv", "purview.csv");
        AuditEvent mail = events.get(0);
        UalFixture.assertMailItemsAccessed(mail);
        assertThat(mail.kind()).isEqualTo(EventKind.OPERATION);
        assertThat(mail.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(mail.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(mail.itemCount()).isEqualTo(3);
        assertThat(mail.timeQuality()).isEqualTo(TimeQuality.READ);
        assertThat(mail.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
        assertThat(mail.get(EventField.TENANT_ID)).isEqualTo(UalFixture.TENANT);
        assertThat(mail.get(EventField.APP_ID)).isEqualTo("9199bf20-a13f-4107-85dc-02114787ef48");
        assertThat(mail.get(EventField.APP_NAME)).isEqualTo("One Outlook Web");
        assertThat(mail.get(EventField.RESOURCE_ID)).isEqualTo("00000002-0000-0ff1-ce00-000000000000");
        assertThat(mail.get(EventField.CORRELATION_ID)).isEqualTo("d81e4f60-7a29-4b35-9c16-0e5f3b7a8d42");
    }

    @Test
    void anInboxRuleIsNamedAndItsAddressLosesThePort() {
        AuditEvent rule = UalFixture.events("purview-csv", "purview.csv").get(1);
        assertThat(rule.get(EventField.TARGET))
                .isEqualTo(
                        "EURPR01A001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted "
                                + "Organizations/contoso.example/adele\\.");
        assertThat(rule.get(EventField.IP)).isEqualTo("198.51.100.23");
        assertThat(rule.port()).isEqualTo(55312);
        assertThat(rule.get(EventField.IP_RAW)).isEqualTo("198.51.100.23:55312");
        assertThat(rule.get(EventField.SESSION_ID_PATH)).isEqualTo("SessionId");
        assertThat(rule.result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void aFileIsNamedByItsAddress() {
        AuditEvent file = UalFixture.events("purview-csv", "purview.csv").get(2);
        UalFixture.assertFileDownloaded(file);
        assertThat(file.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
        assertThat(file.get(EventField.DEVICE_ID)).isEqualTo("c0ffee00-1111-4222-8333-444455556666");
        assertThat(file.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");
        assertThat(file.get(EventField.APP_ID)).isEqualTo("ab9b8c07-8f02-4f72-87fa-80105867a763");
    }

    @Test
    void aTeamsMessageIsNamedByItsThreadAndClient() {
        AuditEvent message = UalFixture.events("purview-csv", "purview.csv").get(3);
        assertThat(message.get(EventField.TARGET)).isEqualTo("19:11112222333344445555@thread.v2");
        assertThat(message.get(EventField.USER_AGENT)).isEqualTo("skypeteams/27/1.0.0.2026 (windows)");
        assertThat(message.get(EventField.IP)).isEqualTo("2001:db8::9");
        assertThat(message.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
    }

    @Test
    void aLogonIsASignInWhoseTokenIsInferred() {
        AuditEvent logon = UalFixture.events("purview-csv", "purview.csv").get(4);
        UalFixture.assertLoggedIn(logon);
        assertThat(logon.kind()).isEqualTo(EventKind.SIGN_IN);
        assertThat(logon.utiOrigin()).isEqualTo(UtiOrigin.INTRA_SYSTEM_ID);
        assertThat(logon.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(logon.get(EventField.CORRELATION_ID)).isEqualTo("e92f5a71-8b3a-4c46-ad27-1f604c8b9e53");
        assertThat(logon.get(EventField.RESOURCE_ID)).isEqualTo("00000003-0000-0000-c000-000000000000");
        assertThat(logon.get(EventField.DEVICE_NAME)).isEqualTo("LAPTOP-07");
        assertThat(logon.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0 (X11; Linux x86_64)");
        assertThat(logon.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
    }

    @Test
    void aRefusedLogonFailedWhateverItsResultStatusSays() {
        AuditEvent refused = UalFixture.events("purview-csv", "purview.csv").get(5);
        assertThat(refused.result()).isEqualTo(EventResult.FAILURE);
        assertThat(refused.get(EventField.RESULT_CODE)).isEqualTo("50126");
        assertThat(refused.get(EventField.RESULT_TEXT)).isEqualTo("InvalidUserNameOrPassword");
        assertThat(refused.get(EventField.RESOURCE_NAME)).isNull();
    }

    @Test
    void aConsentIsADirectoryChangeNamedByTheApplication() {
        AuditEvent consent = UalFixture.events("purview-csv", "purview.csv").get(6);
        assertThat(consent.kind()).isEqualTo(EventKind.DIRECTORY_CHANGE);
        assertThat(consent.get(EventField.OPERATION)).isEqualTo("Consent to application.");
        assertThat(consent.get(EventField.TARGET))
                .isEqualTo("Mail Backup Pro (ServicePrincipal_8899aabb-ccdd-4eef-8011-223344556677)");
        assertThat(consent.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0 (X11)");
        assertThat(consent.get(EventField.APP_ID)).as("the target's AppId is not the client's").isNull();
        assertThat(consent.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
        assertThat(consent.get(EventField.IP)).isNull();
        assertThat(consent.get(EventField.UTI)).isNull();
    }

    @Test
    void aTokenThatOutlookOnTheWebIssuedKeepsItsIdentifier() {
        AuditEvent issued = UalFixture.events("purview-csv", "purview.csv").get(7);
        assertThat(issued.get(EventField.UTI)).isEqualTo("VG47nchxok-wXhyEp_bYAA");
        assertThat(issued.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(issued.get(EventField.TARGET)).isEqualTo("https://graph.microsoft.example");
    }

    @Test
    void aRiskDetectionIsTiedToTheTokenOfItsSignIn() {
        AuditEvent risk = UalFixture.events("purview-csv", "purview.csv").get(8);
        assertThat(risk.kind()).isEqualTo(EventKind.RISK);
        assertThat(risk.get(EventField.UTI)).isEqualTo("No4fxHorlU2gw28Y0ukHAA");
        assertThat(risk.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(risk.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:17:31Z"));
        assertThat(risk.recordedAt()).isEqualTo(UalFixture.nanos("2026-09-10T06:58:12Z"));
        assertThat(risk.get(EventField.RESULT_TEXT)).isEqualTo("anomalousToken, high, atRisk");
        assertThat(risk.get(EventField.IP)).isNull();
    }

    @Test
    void rowsSavedAsJsonAreTheSameEvents() {
        List<AuditEvent> table = UalFixture.events("purview-csv", "purview.csv");
        List<AuditEvent> json = UalFixture.events("purview-json", "purview.json");
        assertThat(json).hasSize(2);
        for (int i = 0; i < json.size(); i++) {
            assertThat(json.get(i).key()).isEqualTo(table.get(i).key());
            assertThat(json.get(i).time()).isEqualTo(table.get(i).time());
            assertThat(json.get(i).get(EventField.OPERATION)).isEqualTo(table.get(i).get(EventField.OPERATION))
                    .isNotNull();
        }
    }
}
