package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** From which tenant somebody came, and whether it was a person, an application or an agent. */
class TenantsAndAgentsTest {

    private static final String HOME = "bb0c1d2e-0000-4000-8000-000000000031";
    private static final String RESOURCE = "cc0d1e2f-0000-4000-8000-000000000032";
    private static final String GRAPH = "{\"id\":\"7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00\",\"createdDateTime\":"
            + "\"2026-10-06T08:00:00Z\",\"userPrincipalName\":\"tech@partner.example\",\"appId\":\"a\","
            + "\"appDisplayName\":\"b\",\"status\":{\"errorCode\":0},\"sessionId\":\"\",\"userType\":\"guest\","
            + "\"crossTenantAccessType\":\"serviceProvider\",\"homeTenantId\":\"" + HOME + "\",\"resourceTenantId\":\""
            + RESOURCE + "\"}";
    private static final String V1 = GRAPH.replace("\"sessionId\":\"\",", "");
    private static final String SDK = "{\"Id\":\"7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00\",\"CreatedDateTime\":"
            + "\"2026-10-06T08:00:00Z\",\"UserPrincipalName\":\"tech@partner.example\",\"AppId\":\"a\","
            + "\"AppDisplayName\":\"b\",\"Status\":{\"ErrorCode\":0},\"UserType\":\"guest\",\"CrossTenantAccessType\":"
            + "\"serviceProvider\",\"HomeTenantId\":\"" + HOME + "\",\"ResourceTenantId\":\"" + RESOURCE + "\"}";
    private static final String SDK_CSV = "Id,CreatedDateTime,UserPrincipalName,AppId,AppDisplayName,Status.ErrorCode,"
            + "UserType,CrossTenantAccessType,HomeTenantId,ResourceTenantId\n"
            + "7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00,2026-10-06T08:00:00Z,tech@partner.example,a,b,0,guest,"
            + "serviceProvider," + HOME + "," + RESOURCE + "\n";
    private static final String DIAGNOSTIC = "{\"time\":\"2026-10-06T08:01:00Z\",\"category\":\"SignInLogs\","
            + "\"tenantId\":\"" + RESOURCE + "\",\"properties\":" + GRAPH + "}\n";
    private static final String LOG_ANALYTICS = "TimeGenerated [UTC],CreatedDateTime [UTC],Id,UserPrincipalName,AppId,"
            + "ResultType,UserType,CrossTenantAccessType,HomeTenantId,ResourceTenantId,AADTenantId,Type\n"
            + "2026-10-06T08:01:00Z,2026-10-06T08:00:00Z,7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00,tech@partner.example,a,0,"
            + "Guest,serviceProvider," + HOME + "," + RESOURCE + "," + RESOURCE + ",AADNonInteractiveUserSignInLogs\n";
    private static final String PORTAL = "Date (UTC),Request ID,Username,User type,Cross tenant access type,"
            + "Application,Resource tenant ID,Home tenant ID,Status,Sign-in error code\n"
            + "2026-10-06T08:00:00Z,7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00,tech@partner.example,Guest,Service provider,b,"
            + RESOURCE + "," + HOME + ",Success,0\n";

    static Stream<String> exports() {
        return Stream.of(GRAPH, V1, SDK, SDK_CSV, DIAGNOSTIC, LOG_ANALYTICS, PORTAL);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aPartnersSignInTellsBothTenantsAndHowTheBoundaryWasCrossed(String export) {
        AuditEvent event = Reading.of(export).only();
        assertThat(event.get(EventField.HOME_TENANT_ID)).isEqualTo(HOME);
        assertThat(event.get(EventField.RESOURCE_TENANT_ID)).isEqualTo(RESOURCE);
        assertThat(event.get(EventField.CROSS_TENANT_ACCESS)).isEqualTo("serviceProvider");
        assertThat(event.get(EventField.USER_TYPE)).isEqualTo("guest");
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
    }

    @ParameterizedTest
    @CsvSource({ "none,", "None,", "b2bCollaboration,b2bCollaboration", "B2B collaboration,b2bCollaboration",
        "B2B direct connect,b2bDirectConnect", "Microsoft support,microsoftSupport", "passthrough,passthrough",
        "somethingNew,somethingNew" })
    void theAccessTypeHasOneSpelling(String written, String kept) {
        AuditEvent event = Reading.of(GRAPH.replace("\"serviceProvider\"", '"' + written + '"')).only();
        assertThat(event.get(EventField.CROSS_TENANT_ACCESS)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({ "true,guest", "1,guest", "false,member", "0,member", "'',", "perhaps," })
    void theHuntingTableTellsGuestsFromMembers(String guest, String type) {
        AuditEvent event = Reading
                .of("Timestamp,RequestId,ErrorCode,LogonType,AccountUpn,IsGuestUser,ResourceTenantId\n"
                        + "2026-10-06T08:00:00Z,7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00,0,interactiveUser,"
                        + "t@partner.example,"
                        + guest + "," + RESOURCE + "\n")
                .only();
        assertThat(event.get(EventField.USER_TYPE)).isEqualTo(type);
        assertThat(event.get(EventField.RESOURCE_TENANT_ID)).isEqualTo(RESOURCE);
        assertThat(event.get(EventField.CROSS_TENANT_ACCESS)).isNull();
    }

    private static final String AGENT = "{\"agentType\":\"agenticAppInstance\",\"agentSubjectType\":\"agentIDuser\","
            + "\"agentSubjectParentId\":\"DD0E1F2A-0000-4000-8000-000000000033\","
            + "\"parentAppId\":\"ee0f1a2b-0000-4000-8000-000000000034\"}";

    @Test
    void anAgentIsAnActorOfItsOwnWithParentAndBlueprint() {
        for (String export : new String[] { GRAPH.replace("{\"id\"", "{\"agent\":" + AGENT + ",\"id\""),
            DIAGNOSTIC.replace("{\"id\"", "{\"agent\":" + AGENT + ",\"id\""),
            SDK.replace("{\"Id\"", "{\"Agent\":" + AGENT + ",\"Id\""),
            LOG_ANALYTICS.replace("AADTenantId,Type", "AADTenantId,Agent,Type").replace(",AADNon",
                    ",\"" + AGENT.replace("\"", "\"\"") + "\",AADNon"),
            SDK_CSV.replace("Id,CreatedDateTime", "Agent.AgentType,Agent.AgentSubjectType,Agent.AgentSubjectParentId,"
                    + "Agent.ParentAppId,Id,CreatedDateTime").replace("7d9e",
                            "agenticAppInstance,agentIDuser,dd0e1f2a-0000-4000-8000-000000000033,"
                                    + "ee0f1a2b-0000-4000-8000-000000000034,7d9e") }) {
            AuditEvent event = Reading.of(export).only();
            assertThat(event.get(EventField.ACTOR)).as(export).isEqualTo("agent");
            assertThat(event.get(EventField.AGENT_TYPE)).isEqualTo("agenticAppInstance");
            assertThat(event.get(EventField.AGENT_PARENT_ID)).isEqualTo("dd0e1f2a-0000-4000-8000-000000000033");
            assertThat(event.get(EventField.AGENT_BLUEPRINT_ID)).isEqualTo("ee0f1a2b-0000-4000-8000-000000000034");
        }
    }

    @Test
    void anAgentThatSignsInAsAServicePrincipalIsNamed() {
        AuditEvent event = Reading.of("{\"time\":\"2026-10-06T08:01:00Z\",\"category\":\"ServicePrincipalSignInLogs\","
                + "\"properties\":{\"id\":\"5f0e2a77-6c1b-4d43-8f6e-0a4b7c9d2e00\",\"createdDateTime\":"
                + "\"2026-10-06T08:00:00Z\",\"servicePrincipalId\":\"ff0a1b2c-0000-4000-8000-000000000035\","
                + "\"servicePrincipalName\":\"Invoice agent\",\"appId\":\"a\",\"status\":{\"errorCode\":0},\"agent\":"
                + AGENT + "}}\n").only();
        assertThat(event.get(EventField.ACTOR)).isEqualTo("agent");
        assertThat(event.get(EventField.AGENT_ID)).isEqualTo("ff0a1b2c-0000-4000-8000-000000000035");
        assertThat(event.get(EventField.AGENT_NAME)).isEqualTo("Invoice agent");
    }

    @Test
    void aSignInThatIsNotAgenticHasNoAgent() {
        AuditEvent event = Reading.of(GRAPH.replace("{\"id\"",
                "{\"agent\":{\"agentType\":\"notAgentic\",\"agentSubjectType\":\"notAgentic\"},\"id\"")).only();
        assertThat(event.get(EventField.AGENT_TYPE)).isNull();
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
    }

    private static final String AGENT_RISK = "\"id\":\"r1\",\"agentId\":\"FF0A1B2C-0000-4000-8000-000000000035\","
            + "\"agentDisplayName\":\"Invoice agent\",\"identityType\":\"agentIdentity\",\"blueprintId\":"
            + "\"ee0f1a2b-0000-4000-8000-000000000034\",\"activityDateTime\":\"2026-10-06T08:05:00Z\","
            + "\"detectedDateTime\":\"2026-10-06T09:00:00Z\",\"lastModifiedDateTime\":\"2026-10-06T09:30:00Z\","
            + "\"riskEventType\":\"unfamiliarResourceAccess\",\"riskLevel\":\"high\",\"riskState\":\"atRisk\"";

    @ParameterizedTest
    @ValueSource(strings = { "{" + AGENT_RISK + "}",
        "{\"TimeGenerated\":\"2026-10-06T09:31:00Z\"," + AGENT_RISK + "}",
        "{\"time\":\"2026-10-06T09:31:00Z\",\"category\":\"AgentRiskEvents\",\"properties\":{" + AGENT_RISK + "}}\n" })
    void anAgentsRiskDetectionNamesTheAgentAndItsBlueprint(String export) {
        AuditEvent event = Reading.of(export).only();
        assertThat(event.get(EventField.ACTOR)).isEqualTo("agent");
        assertThat(event.get(EventField.AGENT_ID)).isEqualTo("ff0a1b2c-0000-4000-8000-000000000035");
        assertThat(event.get(EventField.AGENT_NAME)).isEqualTo("Invoice agent");
        assertThat(event.get(EventField.AGENT_TYPE)).isEqualTo("agentIdentity");
        assertThat(event.get(EventField.AGENT_BLUEPRINT_ID)).isEqualTo("ee0f1a2b-0000-4000-8000-000000000034");
        assertThat(event.recordedAt()).isEqualTo(java.time.Instant.parse("2026-10-06T09:30:00Z").getEpochSecond()
                * 1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({ "0,lea@contoso.example,user", "2,lea@contoso.example,user", "4,lea@contoso.example,system",
        "8,policy,system", "5,lea@contoso.example,application", "6,ServicePrincipal_x,application",
        "0,app@sharepoint,", "0,NT AUTHORITY\\SYSTEM (w3wp),system", "9,tech@partner.example,user" })
    void whoActedIsOneOfFourKindsOrUnknown(String type, String user, String actor) {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-10-06T08:15:00\",\"Id\":\"x\",\"Operation\":\"Get\","
                + "\"RecordType\":6,\"Workload\":\"SharePoint\",\"UserType\":" + type + ",\"UserId\":\""
                + user.replace("\\", "\\\\") + "\"}").only();
        assertThat(event.get(EventField.ACTOR)).isEqualTo(actor);
    }

    @ParameterizedTest
    @CsvSource({ "userId,C_Idtyp,user,user", "servicePrincipalId,C_Idtyp,app,application",
        "servicePrincipalId,x,y,application", "appId,x,y," })
    void aGraphCallIsTheUsersOrTheApplications(String id, String name, String value, String actor) {
        AuditEvent event = Reading.of("{\"time\":\"2026-10-06T08:15:00Z\",\"category\":\"MicrosoftGraphActivityLogs\","
                + "\"properties\":{\"requestId\":\"r\",\"requestUri\":\"https://graph.microsoft.com/v1.0/me\",\"" + id
                + "\":\"9d0e1f2a-0000-4000-8000-000000000036\",\"" + name + "\":\"" + value + "\"}}\n").only();
        assertThat(event.get(EventField.ACTOR)).isEqualTo(actor);
    }

    @Test
    void theUnifiedAuditLogsLogonTellsBothTenants() {
        AuditEvent event = Reading.of("{\"CreationTime\":\"2026-10-06T08:15:00\",\"Id\":\"x\",\"Operation\":"
                + "\"UserLoggedIn\",\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\",\"UserId\":"
                + "\"tech@partner.example\",\"ActorContextId\":\"" + HOME + "\",\"TargetContextId\":\"" + RESOURCE
                + "\"}").only();
        assertThat(event.get(EventField.HOME_TENANT_ID)).isEqualTo(HOME);
        assertThat(event.get(EventField.RESOURCE_TENANT_ID)).isEqualTo(RESOURCE);
    }
}
