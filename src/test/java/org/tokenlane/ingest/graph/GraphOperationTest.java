package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphOperationTest {

    private static final String GRAPH = "https://graph.microsoft.com/";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "v1.0/users/2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10/messages?$top=50 | /users/{id}/messages",
        "beta//users/adele@contoso.example/mailFolders/inbox/messageRules | /users/{id}/mailFolders/inbox/messageRules",
        "v1.0/users/adele%40contoso.example | /users/{id}",
        "v1.0/me/messages/AAMkAGQ3ZjBhYmMxLTAwMTEtNGE1Yi04YzZkLTdlOGY5MGExYjJjMwBGAAAAAAB9x2K4pLm0Qr8TvWzYaXbCBwDeFg"
                + "HiJkLm=/attachments "
                + "| /me/messages/{id}/attachments",
        "v1.0/me/messages/AAkALgAAAAAAXyZ12abCdEf34ghI-JkL5MnOPq/$value | /me/messages/{id}/$value",
        "v1.0/me/photos/48x48/$value | /me/photos/{id}/$value",
        "v1.0/drives/b!aB3-dEfGh1JkLmNoPqRsTuVwXyZ_0123456789abcdEFGHijklMNOP-qrst/items/01ABCD5XYZQ2W3E4R5T6Y7U8I9O"
                + "0PASDFG/content "
                + "| /drives/{id}/items/{id}/content",
        "v1.0/teams/edeeeff0-bbbb-41c2-b3d4-e5f60718293a/channels/19:00112233445566778899aabbccddeeff@thread.tacv2/m"
                + "essages "
                + "| /teams/{id}/channels/{id}/messages",
        "v1.0/sites/contoso.sharepoint.com,f1f2f3f4-cccc-42d3-84e5-f60718293a4b,"
                + "f5f6f7f8-dddd-43e4-95f6-0718293a4b5c/lists | /sites/{id}/lists",
        "v1.0/domains/contoso.example/federationConfiguration | /domains/{id}/federationConfiguration",
        "v1.0/security/alerts_v2/da600000000000000001_123456789 | /security/alerts_v2/{id}",
        "v1.0/groups/f9fafbfc-eeee-44f5-a607-18293a4b5c6d/members/microsoft.graph.user/$count "
                + "| /groups/{id}/members/microsoft.graph.user/$count",
        "v1.0/planner/plans/aB4cD5eF6gH7iJ8k-LmN9oP0qRsT/tasks | /planner/plans/{id}/tasks" })
    void idsInAPathAreReplaced(String path, String expected) {
        assertThat(GraphOperation.of("get", GRAPH + path)).isEqualTo("GET " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "beta/riskDetections", "v1.0/oauth2PermissionGrants",
        "v1.0/policies/crossTenantAccessPolicy/default",
        "v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities",
        "v1.0/policies/authenticationMethodsPolicy/x509Certificate",
        "beta/deviceAppManagement/iosManagedAppProtections", "beta/deviceManagement/iOSUpdateStatuses", "v1.0/$batch",
        "v1.0/$metadata",
        "v1.0/reports/getOffice365ActiveUserDetail", "v1.0/reports/getM365AppUserDetail",
        "v1.0/identity/b2xIdentityUserFlows" })
    void theNamesOfTheApisOwnPartsStay(String path) {
        assertThat(GraphOperation.of("GET", GRAPH + path)).isEqualTo("GET " + path.substring(path.indexOf('/')));
    }

    @Test
    void aKeyInBracketsIsThePathThatItMeans() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/users('2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10')/messages"))
                .isEqualTo("GET /users/{id}/messages");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/users%28%27adele@contoso.example%27%29"))
                .isEqualTo("GET /users/{id}");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/mailFolders('Inbox')/messages/delta()"))
                .isEqualTo("GET /me/mailFolders/inbox/messages/delta");
    }

    @Test
    void argumentsOfAFunctionKeepTheirNames() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/reports/getEmailActivityUserDetail(period='D7')"))
                .isEqualTo("GET /reports/getEmailActivityUserDetail(period={id})");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root/search(q='bank/details (old)')"))
                .isEqualTo("GET /me/drive/root/search(q={id})");
        assertThat(
                GraphOperation.of("PATCH", GRAPH + "beta/applications(appId='6d0e9a52-aaaa-4bbb-8ccc-111122223333')"))
                .isEqualTo("PATCH /applications(appId={id})");
    }

    @Test
    void thePathOfAFileIsOnePart() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root:/Finance/Payroll 2026.xlsx:/content"))
                .isEqualTo("GET /me/drive/root:/{path}:/content");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root:/Finance/2026"))
                .isEqualTo("GET /me/drive/root:/{path}");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/sites/contoso.sharepoint.com:/sites/hr:/lists"))
                .isEqualTo("GET /sites/{id}:/{path}:/lists");
    }

    @Test
    void theTenantAndVersionOfAnAzureAdGraphCallAreNoPartOfIt() {
        assertThat(GraphOperation.ofAzureAdGraph("GET", "/v2/3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f/users"))
                .isEqualTo("GET /users");
        assertThat(GraphOperation.ofAzureAdGraph("POST", "/3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f/$batch"))
                .isEqualTo("POST /$batch");
        assertThat(GraphOperation.ofAzureAdGraph("GET",
                "https://graph.windows.net/contoso.onmicrosoft.com/applications?api-version=1.61-internal"))
                .isEqualTo("GET /applications");
        assertThat(GraphOperation.ofAzureAdGraph("GET", "https://graph.windows.net/myorganization/tenantDetails"))
                .isEqualTo("GET /tenantDetails");
    }

    @Test
    void whatIsNotToldIsLeftOut() {
        assertThat(GraphOperation.of(null, GRAPH + "v1.0/me")).isEqualTo("/me");
        assertThat(GraphOperation.of("GET", null)).isEqualTo("GET");
        assertThat(GraphOperation.of(" ", null)).isNull();
        assertThat(GraphOperation.of("GET", GRAPH)).isEqualTo("GET /");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/users/100%zz")).isEqualTo("GET /users/{id}");
    }
}
