package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/** Defender's tables of logons, applications, alerts and responses, and Intune's audit log, in each of their shapes. */
class HuntingTablesTest {

    private static Reading read(String file) {
        try (InputStream in = HuntingTablesTest.class.getResourceAsStream("/ingest/" + file)) {
            return Reading.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "identitylogonevents.csv", "identitylogonevents-stream.jsonl" })
    void aLogonInTheDirectoryIsNoSignInAndHasNoToken(String file) {
        AuditEvent event = read("defender/" + file).events().getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.LOGON);
        assertThat(event.kind().isSignIn()).isFalse();
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.77");
        assertThat(event.get(EventField.AUTH_PROTOCOL)).isEqualTo("Kerberos");
        assertThat(event.get(EventField.CLIENT_APP)).isEqualTo("Remote desktop");
        assertThat(event.get(EventField.TARGET)).isEqualTo("srv3.contoso.example");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("CH");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.key()).isEqualTo("identitylogon:il-1");
    }

    @Test
    void aLogonThatFailedTellsWhyAndFromWhere() {
        AuditEvent event = read("defender/identitylogonevents.csv").events().get(1);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("WrongPassword");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("CONTOSO\\svc");
        assertThat(event.get(EventField.CITY)).isEqualTo("Ashburn");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("US");
    }

    @ParameterizedTest
    @ValueSource(strings = { "LdapSearch", "" })
    void rowsOfNeighboringTablesAreNoLogons(String action) {
        Reading read = Reading.of("Timestamp,ActionType,Application,LogonType,FailureReason,AccountUpn\n"
                + "2026-09-11T06:10:00Z,LogonSuccess,Active Directory,,,a@contoso.example\n"
                + "2026-09-11T06:10:00Z," + action + ",Active Directory,,,a@contoso.example\n");
        assertThat(read.events()).hasSize(1);
        assertThat(read.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "oauthappinfo.csv", "oauthappinfo-stream.jsonl" })
    void anApplicationsRecordIsAStateAndNobodysDeed(String file) {
        AuditEvent event = read("defender/" + file).only();
        assertThat(event.kind()).isEqualTo(EventKind.STATE);
        assertThat(event.kind().isOperation()).isFalse();
        assertThat(event.get(EventField.APP_ID)).isEqualTo("5a1c6c1e-0d0d-4b4b-8f8f-121212121212");
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Mail helper");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Mail.ReadWrite; offline_access");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Enabled");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("High");
        assertThat(event.get(EventField.HOME_TENANT_ID)).isEqualTo("aa0b1c2d-0000-4000-8000-000000000022");
        assertThat(event.itemCount()).isEqualTo(3);
        assertThat(event.get(EventField.ACTOR)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "disruption.csv", "disruption-stream.jsonl" })
    void whatWasBlockedAutomaticallyIsAnAlertWithoutASession(String file) {
        AuditEvent event = read("defender/" + file).only();
        assertThat(event.kind()).isEqualTo(EventKind.ALERT);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("ContainedUserLogonBlocked");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("CONTOSO\\adele");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.77");
        assertThat(event.get(EventField.TARGET)).isEqualTo("srv3");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Prevented");
        assertThat(event.get(EventField.ACTOR)).isEqualTo("system");
        assertThat(event.get(EventField.SESSION_ID)).as("a number of a web server is no session").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "alertinfo.csv", "alertinfo-stream.jsonl" })
    void anAlertIsKnownByTheIdThatGraphGivesIt(String file) {
        AuditEvent event = read("defender/" + file).only();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Suspicious inbox rule");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Microsoft Defender for Cloud Apps");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Medium");
        assertThat(event.key()).isEqualTo("alert:da638900000000000001_-1");
    }

    @Test
    void eachEntityOfAnAlertIsAnEvent() {
        List<AuditEvent> events = read("defender/alertevidence.csv").events();
        assertThat(events).hasSize(4).extracting(AuditEvent::key).doesNotHaveDuplicates();
        assertThat(events).extracting(event -> event.get(EventField.RESULT_TEXT)).containsExactly("User", "Ip",
                "MailMessage", "CloudLogonSession");
        assertThat(events.get(0).get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(events.get(1).get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(events.get(2).get(EventField.NETWORK_MESSAGE_ID)).isEqualTo("5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd");
        assertThat(events.get(3).get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(read("defender/alertevidence-stream.jsonl").only().key()).isEqualTo(events.get(0).key());
    }

    @ParameterizedTest
    @CsvSource({ "intune-loganalytics.csv,true", "intune-diagnostic.jsonl,true", "intune-graph.json,false",
        "intune-portal.csv,false" })
    void whatAnAdministratorDidInIntuneIsTheSameInEveryExport(String file, boolean partner) {
        AuditEvent event = read("intune/" + file).only();
        assertThat(event.kind()).isEqualTo(EventKind.OPERATION);
        assertThat(event.time()).isEqualTo(Instant.parse("2026-09-11T08:15:00Z").getEpochSecond() * 1_000_000_000L);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Intune");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Create DeviceManagementScript");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Microsoft Intune portal extension");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Wipe script");
        assertThat(event.get(EventField.HOME_TENANT_ID))
                .isEqualTo(partner ? "aa0b1c2d-0000-4000-8000-000000000022" : null);
        if (!file.contains("portal")) {
            assertThat(event.key()).isEqualTo("intune:b0c1d2e3-0000-4000-8000-000000000062");
        }
    }

    @Test
    void whenIntunesRecordArrivedIsKept() {
        assertThat(read("intune/intune-diagnostic.jsonl").only().recordedAt())
                .isEqualTo(Instant.parse("2026-09-11T08:17:00Z").getEpochSecond() * 1_000_000_000L);
    }
}
