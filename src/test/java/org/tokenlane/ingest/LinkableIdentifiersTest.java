package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;

/** Directory audits that name session and token are linked to their sign-in exactly, in every shape. */
class LinkableIdentifiersTest {

    private static final String SESSION = "00b4c5d6-7e8f-4a1b-9c2d-3e4f5a6b7c8d";
    private static final String TOKEN = "SVg2y-JPAUq_3bEhQ7mNAA";
    private static final String DEVICE = "6b5a4c3d-2e1f-4a0b-8c9d-0e1f2a3b4c5d";
    private static final String LINKABLE = """
            {"sessionId":"00b4c5d6-7e8f-4a1b-9c2d-3e4f5a6b7c8d","deviceId":"6b5a4c3d-2e1f-4a0b-8c9d-0e1f2a3b4c5d",\
            "tokenDetails":{"uniqueTokenIdentifier":"SVg2y-JPAUq_3bEhQ7mNAA",\
            "issuedAtDateTime":"2026-10-05T07:55:00Z"}}""";
    private static final String INITIATED = "{\"user\":{\"id\":\"1f2e3d4c-0000-4000-8000-000000000021\","
            + "\"userPrincipalName\":\"iris@contoso.example\",\"userType\":\"Guest\","
            + "\"homeTenantId\":\"aa0b1c2d-0000-4000-8000-000000000022\"},\"app\":null,\"linkableIdentifiers\":"
            + LINKABLE + "}";
    private static final String GRAPH = "{\"id\":\"Directory_1\",\"category\":\"RoleManagement\","
            + "\"activityDisplayName\":\"Add member to role\",\"activityDateTime\":\"2026-10-05T08:10:00.5Z\","
            + "\"result\":\"success\",\"correlationId\":\"c1\",\"initiatedBy\":" + INITIATED
            + ",\"targetResources\":[{\"id\":\"t1\",\"type\":\"User\",\"displayName\":\"Max\"}]}";
    private static final String SDK = "{\"Id\":\"Directory_1\",\"ActivityDisplayName\":\"Add member to role\","
            + "\"ActivityDateTime\":\"2026-10-05T08:10:00.5Z\",\"InitiatedBy\":{\"User\":{\"UserPrincipalName\":"
            + "\"iris@contoso.example\"},\"AdditionalProperties\":{\"linkableIdentifiers\":" + LINKABLE
            + "}},\"TargetResources\":[]}";
    private static final String DIAGNOSTIC = "{\"time\":\"2026-10-05T08:11:00Z\",\"category\":\"AuditLogs\","
            + "\"tenantId\":\"aa0b1c2d-0000-4000-8000-000000000022\",\"operationName\":\"Add member to role\","
            + "\"properties\":" + GRAPH + "}\n";
    private static final String LOG_ANALYTICS_JSON = "{\"TimeGenerated\":\"2026-10-05T08:10:00Z\",\"OperationName\":"
            + "\"Add member to role\",\"ActivityDisplayName\":\"Add member to role\",\"InitiatedBy\":" + INITIATED
            + ",\"TargetResources\":[],\"Id\":\"Directory_1\",\"Type\":\"AuditLogs\"}";
    private static final String LOG_ANALYTICS_CSV = "TimeGenerated [UTC],OperationName,ActivityDisplayName,"
            + "ActivityDateTime [UTC],InitiatedBy,TargetResources,Id,Type\n"
            + "\"10/5/2026, 8:10:00.500 AM\",Add member to role,Add member to role,\"10/5/2026, 8:10:00.500 AM\",\""
            + INITIATED.replace("\"", "\"\"") + "\",[],Directory_1,AuditLogs\n";
    private static final String PORTAL = "Date (UTC),CorrelationId,Activity,Result,ActorType,ActorUserPrincipalName,"
            + "Target1ObjectId,Target1UserPrincipalName,Session ID,Unique token identifier,Device ID,Token issued at\n"
            + "2026-10-05T08:10:00Z,c1,Add member to role,success,User,iris@contoso.example,t1,,"
            + SESSION + "," + TOKEN + "," + DEVICE + ",2026-10-05T07:55:00Z\n";
    private static final String UNIFIED = """
            {"CreationTime":"2026-10-05T08:10:00","Id":"5b1f2a3c-0000-4000-8000-000000000023","Operation":\
            "Add member to role.","OrganizationId":"aa0b1c2d-0000-4000-8000-000000000022","RecordType":8,"UserType":0,\
            "Workload":"AzureActiveDirectory","UserId":"iris@contoso.example",""";
    private static final String UNIFIED_CONTEXT = UNIFIED + "\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION
            + "\",\"UniqueTokenId\":\"" + TOKEN + "\",\"DeviceId\":\"" + DEVICE
            + "\",\"IssuedAtTime\":\"2026-10-05T07:55:00\"}}";
    private static final String UNIFIED_AS_AUDIT = UNIFIED + "\"LinkableIdentifiers\":" + LINKABLE + "}";
    private static final String UNIFIED_PAIRS = UNIFIED + "\"ExtendedProperties\":[{\"Name\":\"SessionId\",\"Value\":\""
            + SESSION + "\"},{\"Name\":\"UniqueTokenId\",\"Value\":\"" + TOKEN
            + "\"},{\"Name\":\"DeviceId\",\"Value\":\""
            + DEVICE + "\"},{\"Name\":\"IssuedAtTime\",\"Value\":\"2026-10-05T07:55:00Z\"}]}";

    static Stream<String> exports() {
        return Stream.of(GRAPH, SDK, DIAGNOSTIC, LOG_ANALYTICS_JSON, LOG_ANALYTICS_CSV, PORTAL, UNIFIED_CONTEXT,
                UNIFIED_AS_AUDIT, UNIFIED_PAIRS);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aDirectoryAuditTellsSessionTokenDeviceAndIssueTime(String export) {
        AuditEvent event = Reading.of(export).only();
        assertThat(event.kind()).isEqualTo(EventKind.DIRECTORY_CHANGE);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(TOKEN);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo(DEVICE);
        assertThat(event.tokenIssuedAt())
                .isEqualTo(Instant.parse("2026-10-05T07:55:00Z").getEpochSecond() * 1_000_000_000L);
        assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
    }

    static Stream<String> exportsWithTheInitiator() {
        return Stream.of(GRAPH, DIAGNOSTIC, LOG_ANALYTICS_JSON, LOG_ANALYTICS_CSV);
    }

    @ParameterizedTest
    @MethodSource("exportsWithTheInitiator")
    void theTenantOfAGuestWhoMadeTheChangeIsKept(String export) {
        AuditEvent event = Reading.of(export).only();
        assertThat(event.get(EventField.USER_TYPE)).isEqualTo("guest");
        assertThat(event.get(EventField.HOME_TENANT_ID)).isEqualTo("aa0b1c2d-0000-4000-8000-000000000022");
    }

    @Test
    void aRecordWithoutThemHasNone() {
        AuditEvent event = Reading.of(GRAPH.replace(",\"linkableIdentifiers\":" + LINKABLE, "")).only();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.tokenIssuedAt()).isEqualTo(AuditEvent.NO_TIME);
    }

    @Test
    void aRoleThatWasAssignedIsLinkedToItsSignInByTheToken(@TempDir Path folder) {
        try (TestCase test = new TestCase(folder)) {
            test.loadOne(test.write("signins.json",
                    "[{\"id\":\"cb365849-4fe2-4a01-bfdd-b12143b98d00\",\"createdDateTime\":\"2026-10-05T08:00:00Z\","
                            + "\"userPrincipalName\":\"iris@contoso.example\",\"appId\":\"a\",\"appDisplayName\":\"b\","
                            + "\"status\":{\"errorCode\":0},\"sessionId\":\"" + SESSION
                            + "\",\"uniqueTokenIdentifier\":\"" + TOKEN + "\"}]"));
            test.loadOne(test.write("audits.json", "[" + GRAPH + "]"));
            Correlation correlation = Correlation.of(test.events());
            CaseEvents events = correlation.events();
            int change = events.kind(0) == EventKind.DIRECTORY_CHANGE ? 0 : 1;
            assertThat(correlation.rule(change)).isEqualTo(LinkRule.UTI_GIVEN);
            assertThat(events.dictionary(EventField.UTI).get(correlation.token(change))).isEqualTo(TOKEN);
            assertThat(events.dictionary(EventField.SESSION_ID).get(correlation.session(change))).isEqualTo(SESSION);
        }
    }
}
