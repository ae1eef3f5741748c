package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/** Sign-ins from the four tables of Log Analytics. */
class SignInLogAnalyticsImporterTest {

    private static AuditEvent event(String table) {
        return Fixture.events(new SignInLogAnalyticsImporter(), Fixture.file("entra/signin-la-" + table + ".csv"),
                "query_data.csv").getFirst();
    }

    @Test
    void interactiveOnesAreDatedByTheSignInAndNotByWhenTheLogTookThemIn() {
        SignInFacts.assertIs(event("signinlogs"), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(event("signinlogs").recordedAt()).isEqualTo(SignInFacts.TIME + 95_000_000_000L);
    }

    @Test
    void nonInteractiveOnesAreReadAlike() {
        AuditEvent event = event("aadnoninteractiveusersigninlogs");
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.INCOMING_TOKEN_TYPE)).isEqualTo("refreshToken");
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00c46fa3-45a8-11c0-96d6-32c905791857");
    }

    @Test
    void applicationsAndManagedIdentitiesAreToldByTheirTable() {
        SignInFacts.assertIsApplication(event("aadserviceprincipalsigninlogs"), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        SignInFacts.assertIsApplication(event("aadmanagedidentitysigninlogs"), EventKind.SIGN_IN_MANAGED_IDENTITY);
    }

    @Test
    void columnsThatAUnionOfTablesRenamesByTheirTypeAreTheSame() {
        SignInFacts.assertIs(event("signinlogs-union"), EventKind.SIGN_IN_INTERACTIVE);
    }

    private static AuditEvent row(String columns, String cells) {
        return Fixture.events(new SignInLogAnalyticsImporter(),
                Fixture.text("TimeGenerated [UTC],CreatedDateTime [UTC],Id," + columns
                        + "\n\"9/15/2026, 8:41:35.000 AM\",\"9/15/2026, 8:40:00.178 AM\"," + SignInFacts.REQUEST_ID
                        + "," + cells + "\n"),
                "query_data.csv").getFirst();
    }

    @Test
    void ofAUnionsTwoColumnsTheFilledOneCountsWhicheverTableTheRowIsOf() {
        String columns = "Status_dynamic,Status_string,DeviceDetail_dynamic,DeviceDetail_string,"
                + "LocationDetails_dynamic,LocationDetails_string,Type";
        String status = "\"{\"\"errorCode\"\":50126}\"";
        String device = "\"{\"\"deviceId\"\":\"\"9A1C2B3D-4E5F-4A6B-8C7D-0E1F2A3B4C5D\"\"}\"";
        String place = "\"{\"\"city\"\":\"\"Ashburn\"\",\"\"countryOrRegion\"\":\"\"US\"\"}\"";
        List<AuditEvent> events = List.of(row(columns, status + ",," + device + ",," + place + ",,SigninLogs"),
                row(columns, "," + status + ",," + device + ",," + place + ",AADNonInteractiveUserSignInLogs"));
        assertThat(events).extracting(AuditEvent::kind).containsExactly(EventKind.SIGN_IN_INTERACTIVE,
                EventKind.SIGN_IN_NON_INTERACTIVE);
        for (AuditEvent event : events) {
            assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50126");
            assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("9a1c2b3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d");
            assertThat(event.get(EventField.CITY)).isEqualTo("Ashburn");
            assertThat(event.get(EventField.COUNTRY)).isEqualTo("US");
        }
    }

    @Test
    void theLogsOwnPathAndProviderAreNotTheResource() {
        AuditEvent event = row("ResourceId,Resource,ResourceDisplayName,ResourceIdentity,Type",
                "/tenants/75243ab2-44f8-435c-a7a6-b479385df6d4/providers/Microsoft.aadiam,Microsoft.aadiam,,,"
                        + "SigninLogs");
        assertThat(event.get(EventField.RESOURCE_ID)).isNull();
        assertThat(event.get(EventField.RESOURCE_NAME)).isNull();
    }

    @Test
    void theColumnResultTypeAloneTellsTheCodeAndTheTimeKeepsItsMilliseconds() {
        AuditEvent event = row("ResultType,ResultDescription,Type",
                "50074,Strong Authentication is required.,SigninLogs");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50074");
        assertThat(event.result()).isEqualTo(EventResult.INTERRUPTED);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Strong Authentication is required.");
        assertThat(event.time()).isEqualTo(SignInFacts.TIME + 178_000_000L);
    }

    @Test
    void aManagedIdentityHasNoAddress() {
        AuditEvent event = row("ServicePrincipalId,ServicePrincipalName,IPAddress,SessionId,UniqueTokenIdentifier,Type",
                "c9a3b0b5-1a1a-4c4c-9e9e-343434343434,Payroll Sync,,,,AADManagedIdentitySignInLogs");
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_MANAGED_IDENTITY);
        assertThat(event.get(EventField.IP)).isNull();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
    }

    @Test
    void aRowAsJsonIsTheSameEvent() {
        String text = "{\"TimeGenerated\":\"2026-09-15T08:41:35Z\",\"CreatedDateTime\":\"2026-09-15T08:40:00Z\","
                + "\"Id\":\""
                + SignInFacts.REQUEST_ID
                + "\",\"SessionId\":\"00C46FA3-45A8-11C0-96D6-32C905791857\","
                + "\"Type\":\"AADNonInteractiveUserSignInLogs\"}";
        AuditEvent event = Fixture.events(new SignInLogAnalyticsImporter(), Fixture.text(text), "rows.json").getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.key()).isEqualTo(event("signinlogs").key());
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00c46fa3-45a8-11c0-96d6-32c905791857");
        assertThat(event.time()).isEqualTo(SignInFacts.TIME);
    }
}
