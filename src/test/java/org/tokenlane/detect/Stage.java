package org.tokenlane.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One user of a scene with eight days of history on a registered device at home, and one session on 15 September: it is
 * either stolen, so that it continues from an address of the attacker, or the user's own at the usual desk. Acts are
 * told from wherever that is, in the shapes of the logs that record them.
 */
final class Stage {

    private static final int FIRST_SYSTEM = 65_100;

    private final Scene scene;
    private final int number;
    private final boolean stolen;
    private final String session;
    private final String uti;
    private final String device;
    private int acts;

    Stage(Scene scene, int number, boolean stolen) {
        this.scene = scene;
        this.number = number;
        this.stolen = stolen;
        session = String.format(Locale.ROOT, "00c46fa3-45a8-11c0-96d6-%012d", number);
        device = new UUID(7, number).toString();
        scene.everyday(upn(), home(), "DK", FIRST_SYSTEM + number, device);
        if (stolen) {
            scene.signIn(upn(), "2026-09-15T08:00:00", session).from("198.19." + number + ".77", "NL", 64510);
            uti = scene.signIn(upn(), "2026-09-15T08:06:00", session).app(Scene.OFFICE)
                    .from(address(), "US", 64511 + 2 * number % 500).with("userAgent", RuleTest.LINUX_CHROME)
                    .renewed("refreshToken").uti();
        } else {
            uti = scene.signIn(upn(), "2026-09-15T08:00:00", session).from(home(), "DK", FIRST_SYSTEM + number)
                    .device(device).uti();
        }
    }

    String upn() {
        return "user" + number + "@contoso.example";
    }

    private String home() {
        return "198.18." + number + ".10";
    }

    /** Where the acts come from. */
    String address() {
        return stolen ? "198.19." + number + ".200" : home();
    }

    /** Each act half a minute after the one before. */
    private String time() {
        int second = 30 * acts++;
        return String.format(Locale.ROOT, "2026-09-15T08:%02d:%02d", 30 + second / 60, second % 60);
    }

    private String id() {
        return new UUID(0x4000L + number, 0x8000_0000_0000_0000L + acts).toString();
    }

    private String objectId() {
        return UUID.nameUUIDFromBytes(upn().getBytes(StandardCharsets.UTF_8)).toString();
    }

    // the directory, in three shapes

    /** @param change name and new value of each changed property, in turn */
    void directoryByGraph(String activity, String target, String... change) {
        scene.change(upn(), time(), activity, address()).with("targetResources", List.of(target(target, change)));
    }

    private static Map<String, Object> target(String name, String... change) {
        List<Map<String, Object>> properties = new ArrayList<>();
        for (int i = 0; i < change.length; i += 2) {
            properties.add(Map.of("displayName", change[i], "oldValue", "[]", "newValue", change[i + 1]));
        }
        return Map.of("id", new UUID(9, name.hashCode()).toString(), "type", "Other", "displayName", name,
                "modifiedProperties", properties);
    }

    void directoryByLogAnalytics(String activity, String target, String... change) {
        String time = time();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("TimeGenerated", time + "Z");
        row.put("Type", "AuditLogs");
        row.put("OperationName", activity);
        row.put("ActivityDisplayName", activity);
        row.put("ActivityDateTime", time + "Z");
        row.put("Id", "Directory_la_" + number + "_" + acts);
        row.put("CorrelationId", id());
        row.put("Result", "success");
        row.put("InitiatedBy", Map.of("user",
                Map.of("id", objectId(), "userPrincipalName", upn(), "ipAddress", address())));
        row.put("TargetResources", List.of(target(target, change)));
        row.put("AdditionalDetails", List.of(Map.of("key", "User-Agent", "value", "python-requests/2.32")));
        scene.record("auditlogs.jsonl", row);
    }

    void directoryByAuditLog(String activity, String target, String... change) {
        List<Map<String, Object>> properties = new ArrayList<>();
        for (int i = 0; i < change.length; i += 2) {
            properties.add(Map.of("Name", change[i], "OldValue", "[]", "NewValue", change[i + 1]));
        }
        audit("AzureActiveDirectory", activity.endsWith(" ") ? activity : activity + ".")
                .with("RecordType", 8).with("ModifiedProperties", properties).with("ObjectId", target)
                .with("ActorIpAddress", address()).with("AppAccessContext", Map.of())
                .with("Target", List.of(Map.of("ID", target, "Type", 1)));
    }

    // the unified audit log

    Scene.Told audit(String workload, String operation) {
        Scene.Told told = Scene.from(scene.audit(upn(), time(), workload, operation, session, uti), address());
        return workload.equals("MicrosoftTeams") ? told.with("RecordType", 25) : told;
    }

    void cmdlet(String operation, String... parameters) {
        audit("Exchange", operation).with("RecordType", 1).with("Parameters", Scene.pairs(parameters));
    }

    // Microsoft Graph and Azure AD Graph

    void graph(String method, String path) {
        scene.graph(upn(), time(), method, path, session, uti, address());
    }

    void azureAdGraph(String path) {
        String time = time();
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("timeGenerated", time + "Z");
        call.put("requestId", id());
        call.put("requestMethod", "GET");
        call.put("requestUri", "https://graph.windows.net/contoso.example" + path + "?api-version=1.61-internal");
        call.put("responseStatusCode", 200);
        call.put("userId", objectId());
        call.put("signInActivityId", uti);
        call.put("callerIpAddress", address());
        call.put("userAgent", "aiohttp/3.9");
        scene.record("aadgraph.jsonl", Map.of("time", time + "Z", "category", "AzureADGraphActivityLogs",
                "operationName", "Azure AD Graph Activity", "properties", call));
    }

    // Azure, in two shapes

    void azure(String operation) {
        String time = time();
        String resource = "/subscriptions/" + new UUID(3, 3) + "/resourceGroups/rg1";
        Map<String, Object> claims = Map.of("uti", uti, "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
                upn(), "appid", Scene.AZURE_CLI);
        scene.record("azure.jsonl", Map.of("TimeGenerated", time + "Z", "Type", "AzureActivity", "OperationNameValue",
                operation, "ActivityStatusValue", "Success", "Caller", upn(), "CallerIpAddress", address(), "Claims_d",
                claims, "EventDataId", id(), "ResourceId", resource, "CorrelationId", id()));
        scene.record("azure-diagnostic.jsonl", Map.of("time", time() + "Z", "resourceId", resource, "operationName",
                operation.toUpperCase(Locale.ROOT), "category", "Administrative", "resultType", "Success",
                "callerIpAddress", address(), "correlationId", id(), "identity", Map.of("claims", claims)));
    }

    // Intune

    /** An administrator's act in Intune, which records no address. */
    void intune(String activity, String target) {
        String time = time();
        scene.record("intune.jsonl", Map.of("TimeGenerated", time + "Z", "Type", "IntuneAuditLogs", "OperationName",
                activity, "Category", "AuditLogs", "Identity", upn(), "ResultType", "Success", "CorrelationId", id(),
                "Properties", Map.of("ActivityDate", time + "Z", "ActivityType", activity, "AuditEventId", id(),
                        "Actor", Map.of("UPN", upn(), "ObjectId", objectId()), "TargetDisplayNames",
                        List.of(target), "TargetObjectIds", List.of(id()))));
    }

    // sign-ins, risk detections and alerts

    /** A further interactive sign-in in the session. */
    Scene.Told signIn() {
        Scene.Told told = scene.signIn(upn(), time(), session).from(address(), stolen ? "US" : "DK",
                stolen ? 64511 + 2 * number % 500 : FIRST_SYSTEM + number);
        return stolen ? told.with("userAgent", RuleTest.LINUX_CHROME) : told.device(device);
    }

    /** An application's sign-in from where the acts come from. */
    void applicationSignIn(String name) {
        String time = time();
        scene.record("spsignins.jsonl", Map.ofEntries(Map.entry("TimeGenerated", time + "Z"),
                Map.entry("Type", "AADServicePrincipalSignInLogs"), Map.entry("CreatedDateTime", time + "Z"),
                Map.entry("Id", id()), Map.entry("ServicePrincipalName", name),
                Map.entry("ServicePrincipalId", new UUID(9, name.hashCode()).toString()),
                Map.entry("AppId", new UUID(5, number).toString()), Map.entry("ResultType", "0"),
                Map.entry("IPAddress", address()), Map.entry("CorrelationId", id())));
    }

    void risk(String type) {
        scene.risk(signIn(), type);
    }

    void alert(String title) {
        String time = time();
        scene.record("alerts.jsonl",
                Map.of("id", id(), "providerAlertId", id(), "title", title, "severity", "medium", "serviceSource",
                        "microsoftDefenderForCloudApps", "detectionSource", "microsoftDefenderForCloudApps",
                        "firstActivityDateTime", time + "Z", "createdDateTime", time + "Z", "evidence",
                        List.of(Map.of("@odata.type", "#microsoft.graph.security.cloudLogonSessionEvidence",
                                "sessionId", session),
                                Map.of("@odata.type", "#microsoft.graph.security.userEvidence", "userAccount",
                                        Map.of("userPrincipalName", upn())),
                                Map.of("@odata.type", "#microsoft.graph.security.ipEvidence", "ipAddress",
                                        address()))));
    }
}
