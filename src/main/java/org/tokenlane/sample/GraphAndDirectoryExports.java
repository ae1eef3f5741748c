package org.tokenlane.sample;

import static org.tokenlane.sample.ExportFiles.iso;
import static org.tokenlane.sample.ExportFiles.json;
import static org.tokenlane.sample.ExportFiles.logAnalytics;
import static org.tokenlane.sample.MailAndFiles.ordered;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tokenlane.sample.World.DirectoryChange;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.Risk;

/** The exports of Graph activity, of directory audits and of risk detections. */
final class GraphAndDirectoryExports {

    private static final long DAY = WorldBuilder.DAY;
    private static final String GRAPH = "TenantId,TimeGenerated [UTC],AadTenantId,ApiVersion,AppId,ClientAuthMethod,"
            + "ClientRequestId,DeviceId,DurationMs,IPAddress,Location,"
            + "OperationId,RequestId,RequestMethod,RequestUri,ResponseSizeBytes,ResponseStatusCode,Roles,Scopes,"
            + "ServicePrincipalId,SessionId,SignInActivityId,"
            + "TokenIssuedAt [UTC],UniqueTokenId,UserAgent,UserId,Type";
    private static final String DEFENDER = "Timestamp,IdentityProvider,ApiVersion,ApplicationId,IPAddress,"
            + "ClientRequestId,EntityType,RequestUri,AccountObjectId,OperationId,"
            + "Location,RequestDuration,RequestId,RequestMethod,ResponseStatusCode,Scopes,UniqueTokenIdentifier,"
            + "TargetWorkload,ServicePrincipalId,ResponseSize";

    private final World world;

    GraphAndDirectoryExports(World world) {
        this.world = world;
    }

    void write(ExportFiles files) throws IOException {
        long middle = WorldBuilder.START + 13 * DAY;
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> defender = new ArrayList<>();
        StringBuilder blob = new StringBuilder();
        int blobRecords = 0;
        for (GraphCall call : world.graphCalls) {
            rows.add(logAnalyticsRow(call));
            if (call.time() >= middle && call.time() < middle + 6 * DAY) {
                blob.append(json(blobRecord(call))).append("\r\n");
                blobRecords++;
            }
            if (call.signIn().isOfUser() && call.time() >= middle) {
                defender.add(defenderRow(call));
            }
        }
        files.table("MicrosoftGraphActivityLogs.csv", "Log Analytics CSV", ExportFiles.BOM, false, GRAPH, rows);
        files.text("graph-activity-PT1H.json", "diagnostic blob", blobRecords, 0, blob.toString());
        files.table("GraphApiAuditEvents.csv", "Defender CSV", "", false, DEFENDER, defender);
        directoryAudits(files);
        risks(files);
    }

    private static List<String> logAnalyticsRow(GraphCall c) {
        boolean user = c.signIn().isOfUser();
        return List.of("0a1b2c3d-0000-4000-8000-00000000feed", logAnalytics(c.time()), World.TENANT, "v1.0",
                c.signIn().app().id(), user ? "0" : "2", c.requestId(),
                c.signIn().device().id(), "462680", c.place().ip(), "North Europe", c.requestId(), c.requestId(),
                c.method(), c.uri(), "2048",
                Integer.toString(c.status()), "",
                user ? "User.Read Mail.Read" : "", user ? "" : c.signIn().person().objectId(), c.signIn().session(),
                c.signIn().uti(),
                logAnalytics(c.signIn().time() - 300 * WorldBuilder.SECOND), c.signIn().uti(),
                c.signIn().device().userAgent(),
                user ? c.signIn().person().objectId() : "",
                "MicrosoftGraphActivityLogs");
    }

    private static Map<String, Object> blobRecord(GraphCall c) {
        boolean user = c.signIn().isOfUser();
        Map<String, Object> properties = ordered("timeGenerated", iso(c.time(), 7), "requestId", c.requestId(),
                "operationId", c.requestId(), "clientRequestId",
                c.requestId(),
                "apiVersion", "v1.0", "requestMethod", c.method(), "requestUri", c.uri(), "responseStatusCode",
                c.status(), "responseSizeBytes", 2048, "ipAddress",
                c.place().ip(), "userAgent", c.signIn().device().userAgent(), "appId", c.signIn().app().id(),
                "signInActivityId", c.signIn().uti(), "clientAuthMethod",
                user ? "0" : "2", "tokenIssuedAt", iso(c.signIn().time() - 300 * WorldBuilder.SECOND, 0), "tenantId",
                World.TENANT);
        if (user) {
            properties.put("userId", c.signIn().person().objectId());
            properties.put("C_Sid", c.signIn().session());
            properties.put("C_Idtyp", "user");
        } else {
            properties.put("servicePrincipalId", c.signIn().person().objectId());
            properties.put("C_Idtyp", "app");
        }
        return ordered("time", iso(c.time(), 7), "resourceId",
                "/TENANTS/" + World.TENANT + "/PROVIDERS/MICROSOFT.AADIAM", "operationName", "Microsoft Graph Activity",
                "operationVersion", "v1.0", "category", "MicrosoftGraphActivityLogs", "resultSignature",
                Integer.toString(c.status()), "durationMs", "462680",
                "callerIpAddress", c.place().ip(), "correlationId", c.requestId(), "level", "Informational", "location",
                "North Europe", "properties", properties);
    }

    private static List<String> defenderRow(GraphCall c) {
        return List.of(iso(c.time(), 7), "https://sts.windows.net/" + World.TENANT + "/", "v1.0", c.signIn().app().id(),
                c.place().ip(), c.requestId(), "user", c.uri(),
                c.signIn().person().objectId(), c.requestId(), "North Europe", "46", c.requestId(), c.method(),
                Integer.toString(c.status()), "User.Read Mail.Read",
                c.signIn().uti(), "Microsoft.People", "", "2048");
    }

    private void directoryAudits(ExportFiles files) throws IOException {
        List<Object> graph = new ArrayList<>();
        List<List<String>> portal = new ArrayList<>();
        for (DirectoryChange change : world.directoryChanges) {
            graph.add(graphAudit(change));
            portal.add(portalAudit(change));
        }
        files.text("directoryAudits.json", "Graph JSON", graph.size(), 0,
                json(ordered("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#auditLogs/directoryAudits",
                        "value", graph)));
        files.table("AuditLogs_2026-09-30.csv", "portal CSV", ExportFiles.BOM, true, portalHeader(), portal);
    }

    private static Map<String, Object> graphAudit(DirectoryChange c) {
        List<Object> details = c.userAgent().isEmpty() ? List.of()
                : List.of(ordered("key", "User-Agent", "value", c.userAgent()));
        return ordered("id", c.id(), "category", c.category(), "correlationId", c.correlation(), "result", "success",
                "resultReason", "", "activityDisplayName",
                c.activity(),
                "activityDateTime", iso(c.time(), 7), "loggedByService", c.service(), "operationType", "Update",
                "initiatedBy",
                ordered("app", null, "user",
                        ordered("id", c.actor().objectId(), "displayName", null, "userPrincipalName", c.actor().upn(),
                                "ipAddress", c.place().ip())),
                "targetResources",
                List.of(ordered("id", c.targetId(), "displayName", c.targetName(), "type", targetType(c),
                        "userPrincipalName",
                        c.targetName().contains("@") ? c.targetName() : null, "modifiedProperties",
                        c.changed().stream().map(each -> ordered("displayName", each.name(), "oldValue", each.before(),
                                "newValue", each.after())).toList())),
                "additionalDetails", details);
    }

    private static String targetType(DirectoryChange c) {
        return c.category().equals("ApplicationManagement") ? "ServicePrincipal" : "User";
    }

    private static String portalHeader() {
        List<String> names = new ArrayList<>(
                List.of("Date (UTC)", "CorrelationId", "Service", "Category", "Activity", "Result", "ResultReason",
                        "User Agent", "ActorType",
                        "ActorDisplayName", "ActorObjectId", "ActorUserPrincipalName", "IPAddress", "ActorHomeTenantId",
                        "ActorHomeTenantName", "ActorServicePrincipalId",
                        "ActorServicePrincipalName"));
        for (int target = 1; target <= 3; target++) {
            for (String part : List.of("Type", "DisplayName", "ObjectId", "UserPrincipalName")) {
                names.add("Target" + target + part);
            }
            for (int property = 1; property <= 5; property++) {
                for (String part : List.of("Name", "OldValue", "NewValue")) {
                    names.add("Target" + target + "ModifiedProperty" + property + part);
                }
            }
        }
        for (int detail = 1; detail <= 6; detail++) {
            names.add("AdditionalDetail" + detail + "Key");
            names.add("AdditionalDetail" + detail + "Value");
        }
        return "\"" + String.join("\",\"", names) + "\"";
    }

    private static List<String> portalAudit(DirectoryChange c) {
        String[] cells = new String[17 + 3 * 19 + 12];
        Arrays.fill(cells, "");
        List<String> first = List.of(iso(c.time(), 0), c.correlation(), c.service(), c.category(), c.activity(),
                "success", "", c.userAgent(), "User", "",
                c.actor().objectId(),
                c.actor().upn(), c.place().ip(), World.TENANT, "", "", "", targetType(c), c.targetName(), c.targetId(),
                c.targetName().contains("@") ? c.targetName() : "");
        for (int i = 0; i < first.size(); i++) {
            cells[i] = first.get(i);
        }
        for (int i = 0; i < c.changed().size(); i++) {
            cells[21 + 3 * i] = c.changed().get(i).name();
            cells[22 + 3 * i] = c.changed().get(i).before();
            cells[23 + 3 * i] = c.changed().get(i).after();
        }
        return List.of(cells);
    }

    private void risks(ExportFiles files) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Risk risk : world.risks) {
            all.add(ordered("id", risk.id(), "requestId", risk.signIn().id(), "correlationId",
                    risk.signIn().correlation(), "riskEventType", risk.type(), "riskState",
                    "atRisk",
                    "riskLevel", "high", "riskDetail", "none", "source", "IdentityProtection", "detectionTimingType",
                    "offline", "activity", "signin", "tokenIssuerType",
                    "AzureAD", "ipAddress", risk.signIn().place().ip(), "activityDateTime",
                    iso(risk.signIn().time(), 7), "detectedDateTime",
                    iso(risk.signIn().time() + 90 * WorldBuilder.MINUTE, 7), "lastUpdatedDateTime",
                    iso(risk.signIn().time() + 91 * WorldBuilder.MINUTE, 7), "userId",
                    risk.signIn().person().objectId(), "userDisplayName", risk.signIn().person().name(),
                    "userPrincipalName", risk.signIn().person().upn(),
                    "additionalInfo",
                    "[]"));
        }
        files.text("riskDetections.json", "Graph JSON", all.size(), 0,
                json(ordered("@odata.context",
                        "https://graph.microsoft.com/v1.0/$metadata#identityProtection/riskDetections", "value", all)));
    }
}
