package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.rule.Need;

/** What a case contains of what rules need. */
class LogsTest extends RuleTest {

    private Set<Need> held() {
        return Logs.in(scene.facts());
    }

    @Test
    void signInsHaveSessionsTokensCountriesAndNetworks() {
        root("08:00");
        assertThat(held()).containsExactlyInAnyOrder(Need.SIGN_INS, Need.INTERACTIVE_SIGN_INS, Need.SESSION_IDS,
                Need.TOKEN_IDS, Need.COUNTRIES, Need.NETWORK_NAMES);
    }

    @Test
    void renewalsDevicesAndBindingsAreKnownWhereARecordHasThem() {
        scene.signIn(Scene.ADELE, at("08:00"), null).renewed("refreshToken").bound(false).device("d1")
                .with("location", null).with("autonomousSystemNumber", null);
        assertThat(held()).containsExactlyInAnyOrder(Need.SIGN_INS, Need.NON_INTERACTIVE_SIGN_INS, Need.TOKEN_IDS,
                Need.TOKEN_BINDING, Need.DEVICE_IDS);
    }

    @Test
    void theAuditLogHasTheServicesOfItsRecords() {
        scene.audit(Scene.ADELE, at("08:00"), "Exchange", "Send", null, null);
        scene.audit(Scene.ADELE, at("08:00"), "MicrosoftTeams", "MessageSent", null, null).with("RecordType", 25);
        assertThat(held()).containsExactlyInAnyOrder(Need.AUDIT_LOG, Need.DEVICE_MANAGEMENT, Need.EXCHANGE, Need.TEAMS);
    }

    @Test
    void filesOfOneDriveAreThoseOfSharePoint() {
        scene.audit(Scene.ADELE, at("08:00"), "SharePoint", "FileAccessed", null, null).with("Workload", "OneDrive");
        assertThat(held()).containsExactlyInAnyOrder(Need.AUDIT_LOG, Need.DEVICE_MANAGEMENT, Need.SHAREPOINT);
    }

    @Test
    void changesOfTheDirectoryAreInTheAuditLogOrInTheDirectoryAudits() {
        scene.audit(Scene.ADELE, at("08:00"), "AzureActiveDirectory", "Update user.", null, null);
        assertThat(held()).containsExactlyInAnyOrder(Need.AUDIT_LOG, Need.DEVICE_MANAGEMENT, Need.DIRECTORY);
    }

    @Test
    void directoryAuditsAndGraphCallsAreLogsOfTheirOwn() {
        scene.change(Scene.ADELE, at("08:00"), "Update user", "192.0.2.10");
        scene.graph(Scene.ADELE, at("08:01"), "GET", "/me", Scene.SESSION, null, "192.0.2.10");
        assertThat(held()).containsExactlyInAnyOrder(Need.DIRECTORY, Need.GRAPH, Need.DEVICE_MANAGEMENT,
                Need.SESSION_IDS);
    }

    @Test
    void intuneAloneIsEnoughForWhatWasDoneWithDevices() {
        new Stage(scene, 1, false).intune("Create DeviceManagementScript", "update.ps1");
        assertThat(held()).contains(Need.DEVICE_MANAGEMENT).doesNotContain(Need.AUDIT_LOG, Need.GRAPH);
    }

    @Test
    void signInsSayNothingOfWhatWasDoneWithDevices() {
        root("08:00");
        assertThat(held()).doesNotContain(Need.DEVICE_MANAGEMENT);
    }
}
