package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;

/** What findings state: which role, method, permission, policy, grantee, risk type and device, and what to do next. */
@Counted("Scenes: what findings name")
class FindingDetailsTest extends RuleTest {

    private static Map<String, Object> changed(String name, String value) {
        return Map.of("displayName", name, "oldValue", "[]", "newValue", value);
    }

    private Scene.Told change(String activity, String type, String name, List<Map<String, Object>> properties) {
        return scene.change(Scene.ADELE, at("08:00"), activity, "192.0.2.10").with("targetResources", List.of(
                Map.of("id", "o1", "type", type, "displayName", name, "modifiedProperties", properties)));
    }

    @Test
    void theRoleIsNamed() {
        change("Add member to role", "User", "bela", List.of(changed("Role.DisplayName", "\"Global Administrator\"")));
        assertThat(finding("role-assigned").why()).contains("“Global Administrator”", "“bela”");
    }

    @Test
    void thePermissionsAndTheApplicationAreNamed() {
        change("Consent to application", "ServicePrincipal", "Reader",
                List.of(changed("ConsentAction.Permissions", "\"Scope: Mail.Read offline_access\"")));
        assertThat(finding("app-consent").why()).contains("“Reader”", "Mail.Read offline_access");
    }

    @Test
    void thePolicyAndItsChangedPropertiesAreNamed() {
        change("Update conditional access policy", "Policy", "Require MFA",
                List.of(changed("ConditionalAccessPolicy", "\"x\"")));
        assertThat(finding("policy-changed").why()).contains("“Require MFA”", "“ConditionalAccessPolicy”");
    }

    @Test
    void theGranteeAndTheRightsAreNamed() {
        scene.audit(Scene.ADELE, at("08:00"), "Exchange", "Add-MailboxPermission", Scene.SESSION, null).with(
                "Parameters", Scene.pairs("Identity", "bela", "User", "carl", "AccessRights", "FullAccess"));
        assertThat(finding("mailbox-permission").why()).contains("“bela”", "“carl”", "“FullAccess”");
    }

    @Test
    void theRiskTypeIsNamed() {
        scene.risk(root("08:00"), "anomalousToken");
        assertThat(finding("risk-token-theft").why()).contains("“anomalousToken”", "“high”");
    }

    @Test
    void aDeviceIsNamedByItsOwnNameAndNotItsOwners() {
        scene.change(Scene.ADELE, at("08:00"), "Add registered owner to device", "192.0.2.10").with("targetResources",
                List.of(Map.of("id", "u1", "type", "User", "displayName", "Adele Vance"),
                        Map.of("id", "d1", "type", "Device", "displayName", "DESKTOP-4F7Q2LM")));
        assertThat(finding("device-registered").why())
                .contains("Device: “DESKTOP-4F7Q2LM”");
    }

    @Test
    void theMethodIsNamed() {
        change("User registered security info", "User", "adele", List.of()).with("resultReason",
                "User registered Authenticator App with Notification and Code");
        assertThat(finding("mfa-method").why()).contains("Authenticator App with Notification and Code");
    }

    @Test
    void aMethodThatIsOnlyInTheChangedPropertiesIsFoundAndOtherChangesOfTheUserAreNot() {
        change("Update user", "User", "adele",
                List.of(changed("StrongAuthenticationMethod", "[{\"MethodType\":6,\"Default\":true}]")));
        change("Update user", "User", "adele", List.of(changed("Department", "[\"Sales\"]")));
        Finding finding = finding("mfa-method");
        assertThat(finding.events()).hasSize(1);
        assertThat(finding.why()).contains("MethodType");
    }

    @Test
    void aMethodThatIsOnlyInTheUnifiedAuditLogIsFound() {
        scene.audit(Scene.ADELE, at("08:00"), "AzureActiveDirectory", "Update user.", null, null).with(
                "ModifiedProperties", List.of(Map.of("Name", "StrongAuthenticationPhoneAppDetail", "OldValue", "[]",
                        "NewValue", "[{\"DeviceName\":\"SM-1\"}]")));
        scene.audit(Scene.ADELE, at("08:01"), "AzureActiveDirectory", "Update user.", null, null).with(
                "ModifiedProperties", List.of(Map.of("Name", "Department", "OldValue", "[]", "NewValue", "[\"x\"]")));
        assertThat(finding("mfa-method").events()).hasSize(1);
    }

    @Test
    void theDefaultDeviceOfRoadtoolsIsFoundAndOneOfAnotherBuildIsNot() {
        for (String build : List.of("10.0.19041.928", "10.0.19041.1")) {
            scene.change(Scene.ADELE, at("08:00"), "Add device", "203.0.113.9").with("additionalDetails",
                    List.of(Map.of("key", "DeviceOSVersion", "value", build)));
        }
        assertThat(finding("kit-device").events()).hasSize(1);
    }

    @Test
    void everyFindingSaysWhatToDoNext() {
        root("08:00");
        abroad(renewal("08:05"));
        assertThat(scene.detection().findings()).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.next()).endsWith("."));
    }
}
