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
        "v1.0/me/messages/AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZiLTU1OGY5OTZhYmY4OABGAAAAAAAiQ8W967B7TKBjgx9rVEURBwAiIsqMbYjsT5e=/attachments "
                + "| /me/messages/{id}/attachments",
        "v1.0/me/messages/AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AWQ/$value | /me/messages/{id}/$value",
        "v1.0/me/photos/48x48/$value | /me/photos/{id}/$value",
        "v1.0/drives/b!-RIj2DuyvEyV1T4NlOaMHk8XkS_I8MdFlUCq1BlcjgmhRfAj3-Z8RY2VpuvV_tpd/items/01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K/content "
                + "| /drives/{id}/items/{id}/content",
        "v1.0/teams/fbe2bf47-16c8-47cf-b4a5-4b9b187c508b/channels/19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2/messages "
                + "| /teams/{id}/channels/{id}/messages",
        "v1.0/sites/contoso.sharepoint.com,da60e844-ba1d-49bc-b4d4-d5e36bae9019,712a596e-90a1-49e3-9b48-bfa80bee8740/lists | /sites/{id}/lists",
        "v1.0/domains/contoso.example/federationConfiguration | /domains/{id}/federationConfiguration",
        "v1.0/security/alerts_v2/da637551227677560813_961444813 | /security/alerts_v2/{id}",
        "v1.0/groups/02bd9fd6-8f93-4758-87c3-1fb73740a315/members/microsoft.graph.user/$count "
                + "| /groups/{id}/members/microsoft.graph.user/$count",
        "v1.0/planner/plans/xqQg5FS2LkCp935s-FIFm2QAFkHM/tasks | /planner/plans/{id}/tasks" })
    void idsInAPathAreReplaced(String path, String expected) {
        assertThat(GraphOperation.of("get", GRAPH + path)).isEqualTo("GET " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "beta/riskDetections", "v1.0/oauth2PermissionGrants", "v1.0/policies/crossTenantAccessPolicy/default",
        "v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities", "v1.0/policies/authenticationMethodsPolicy/x509Certificate",
        "beta/deviceAppManagement/iosManagedAppProtections", "beta/deviceManagement/iOSUpdateStatuses", "v1.0/$batch", "v1.0/$metadata",
        "v1.0/reports/getOffice365ActiveUserDetail", "v1.0/reports/getM365AppUserDetail", "v1.0/identity/b2xIdentityUserFlows" })
    void theNamesOfTheApisOwnPartsStay(String path) {
        assertThat(GraphOperation.of("GET", GRAPH + path)).isEqualTo("GET " + path.substring(path.indexOf('/')));
    }

    @Test
    void aKeyInBracketsIsThePathThatItMeans() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/users('2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10')/messages"))
                .isEqualTo("GET /users/{id}/messages");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/users%28%27adele@contoso.example%27%29")).isEqualTo("GET /users/{id}");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/mailFolders('Inbox')/messages/delta()"))
                .isEqualTo("GET /me/mailFolders/inbox/messages/delta");
    }

    @Test
    void argumentsOfAFunctionKeepTheirNames() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/reports/getEmailActivityUserDetail(period='D7')"))
                .isEqualTo("GET /reports/getEmailActivityUserDetail(period={id})");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root/search(q='bank/details (old)')"))
                .isEqualTo("GET /me/drive/root/search(q={id})");
        assertThat(GraphOperation.of("PATCH", GRAPH + "beta/applications(appId='6d0e9a52-aaaa-4bbb-8ccc-111122223333')"))
                .isEqualTo("PATCH /applications(appId={id})");
    }

    @Test
    void thePathOfAFileIsOnePart() {
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root:/Finance/Payroll 2026.xlsx:/content"))
                .isEqualTo("GET /me/drive/root:/{path}:/content");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/me/drive/root:/Finance/2026")).isEqualTo("GET /me/drive/root:/{path}");
        assertThat(GraphOperation.of("GET", GRAPH + "v1.0/sites/contoso.sharepoint.com:/sites/hr:/lists"))
                .isEqualTo("GET /sites/{id}:/{path}:/lists");
    }

    @Test
    void theTenantAndVersionOfAnAzureAdGraphCallAreNoPartOfIt() {
        assertThat(GraphOperation.ofAzureAdGraph("GET", "/v2/3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f/users")).isEqualTo("GET /users");
        assertThat(GraphOperation.ofAzureAdGraph("POST", "/3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f/$batch")).isEqualTo("POST /$batch");
        assertThat(GraphOperation.ofAzureAdGraph("GET", "https://graph.windows.net/contoso.onmicrosoft.com/applications?api-version=1.61-internal"))
                .isEqualTo("GET /applications");
        assertThat(GraphOperation.ofAzureAdGraph("GET", "https://graph.windows.net/myorganization/tenantDetails")).isEqualTo("GET /tenantDetails");
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
