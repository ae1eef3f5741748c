package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** Who did something is not whose mailbox it was done in, and an application is not a person. */
class ActorsTest {

    private static final String APP = "3a4b5c6d-0000-4000-8000-00000000000b";
    private static final String PRINCIPAL = "4b5c6d7e-0000-4000-8000-00000000000c";
    private static final String MAIL = """
            {"CreationTime":"2026-03-02T08:15:00","Id":"5b1f2a3c-0000-4000-8000-000000000011",\
            "Operation":"MailItemsAccessed","OrganizationId":"2c3d4e5f-0000-4000-8000-00000000000a","RecordType":50,\
            "Workload":"Exchange","UserId":"lea@contoso.example","AppId":"3a4b5c6d-0000-4000-8000-00000000000b"\
            ,MORE}""";

    private static AuditEvent mail(String more) {
        return Reading.of(MAIL.replace("MORE", more)).only();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"UserType\":5,\"UserKey\":\"x\"", "\"UserType\":\"ServicePrincipal\"", "\"UserType\":6",
        "\"UserType\":0,\"UserKey\":\"3A4B5C6D-0000-4000-8000-00000000000B\"",
        "\"UserType\":0,\"AuthType\":\"AppOnly\"", "\"UserType\":0,\"TokenType\":\"App-Only Token\"" })
    void anApplicationThatReadsAMailboxIsTheActorAndTheUserOnlyItsOwner(String more) {
        AuditEvent event = mail(more);
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.MAILBOX)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.APP_ID)).isEqualTo(APP);
        assertThat(event.get(EventField.USER_OBJECT_ID)).as("an application's id is no object's").isNotEqualTo(APP);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"UserType\":0,\"UserKey\":\"10032000A1B2C3D4\"", "\"UserType\":2",
        "\"UserType\":0,\"AuthType\":\"Delegated\"", "\"UserType\":10,\"ClientAppId\":\"5c6d7e8f\"" })
    void aPersonWhoUsesAnApplicationStaysThePerson(String more) {
        assertThat(mail(more).get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(mail(more).get(EventField.MAILBOX)).isNull();
    }

    @Test
    void aDelegateIsTheActorInTheOwnersMailbox() {
        AuditEvent event = mail("\"UserType\":0,\"LogonType\":2,\"MailboxOwnerUPN\":\"max@contoso.example\"");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.MAILBOX)).isEqualTo("max@contoso.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Application", "Service Principal" })
    void aHuntingRowThatNamesAnApplicationsAccountIsTheApplications(String type) {
        AuditEvent event = Reading.of("[{\"Timestamp\":\"2026-03-02T08:15:00Z\",\"ActionType\":\"MailItemsAccessed\","
                + "\"Application\":\"Exchange\",\"AccountObjectId\":\"" + PRINCIPAL + "\",\"AccountType\":\"" + type
                + "\",\"AccountDisplayName\":\"Archive\",\"RawEventData\":" + MAIL.replace("MORE",
                        "\"UserType\":0,\"UserKey\":\"10032000A1B2C3D4\"")
                + "}]").only();
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(PRINCIPAL);
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Archive");
        assertThat(event.get(EventField.MAILBOX)).isEqualTo("lea@contoso.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Unknown", "unknown", "Not Available", "S-1-5-18", "NT AUTHORITY\\\\SYSTEM (w3wp)",
        "S-1-5-20", "00000000-0000-0000-0000-000000000000" })
    void wordsForNobodyAreNoUsers(String nobody) {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-03-02T08:15:00\",\"Operation\":\"UserLoginFailed\","
                + "\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\",\"UserId\":\"" + nobody + "\"}").only();
        assertThat(event.get(EventField.UPN)).isNull();
    }

    @Test
    void aNameThatOnlyBeginsLikeAWordForNobodyIsAUser() {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-03-02T08:15:00\",\"Operation\":\"Send\","
                + "\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\"unknown@contoso.example\"}").only();
        assertThat(event.get(EventField.UPN)).isEqualTo("unknown@contoso.example");
    }

    @Test
    void theRiskOfAnAgentIsTheAgents() {
        AuditEvent event = Reading.of("[{\"id\":\"r1\",\"agentId\":\"" + PRINCIPAL
                + "\",\"agentDisplayName\":\"Travel\","
                + "\"blueprintId\":\"" + APP + "\",\"riskEventType\":\"suspiciousSignIn\",\"riskLevel\":\"low\","
                + "\"detectedDateTime\":\"2026-03-02T08:15:00Z\"}]").only();
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(PRINCIPAL);
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Travel");
        assertThat(event.get(EventField.APP_ID)).isEqualTo(APP);
        assertThat(event.get(EventField.UPN)).isNull();
    }

    @Test
    void whatAnAssistantReadIsTheTarget() {
        String record = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Operation\":\"CopilotInteraction\","
                + "\"RecordType\":261,\"Workload\":\"Copilot\",\"UserId\":\"lea@contoso.example\",\"CopilotEventData\":"
                + "{\"AppHost\":\"Excel\",\"AccessedResources\":[%s],"
                + "\"Contexts\":[{\"Id\":\"https://contoso.example/c\"}]}}";
        AuditEvent files = Reading.of(record.formatted("{\"SiteUrl\":\"https://contoso.example/a.xlsx\"},"
                + "{\"Name\":\"b.docx\"}")).only();
        assertThat(files.get(EventField.TARGET)).isEqualTo("https://contoso.example/a.xlsx; b.docx");
        assertThat(files.get(EventField.APP_NAME)).isEqualTo("Excel");
        assertThat(Reading.of(record.formatted("")).only().get(EventField.TARGET))
                .isEqualTo("https://contoso.example/c");
    }
}
