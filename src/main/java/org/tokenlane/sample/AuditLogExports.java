package org.tokenlane.sample;

import static org.tokenlane.sample.ExportFiles.iso;
import static org.tokenlane.sample.ExportFiles.json;
import static org.tokenlane.sample.ExportFiles.powerShell;
import static org.tokenlane.sample.ExportFiles.withoutZone;
import static org.tokenlane.sample.MailAndFiles.ordered;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.sample.World.Audited;

/** The exports of the unified audit log, which overlap. */
final class AuditLogExports {

    static final String DAMAGED_UTI = "Q0tenanT-damagedRecoAA";

    private static final long DAY = WorldBuilder.DAY;
    private static final String OFFICE_ACTIVITY = "TenantId,UserAgent,RecordType,TimeGenerated [UTC],Operation,"
            + "OrganizationId,UserType,UserKey,OfficeWorkload,ResultStatus,"
            + "OfficeObjectId,UserId,ClientIP,Client_IPAddress,ClientInfoString,MailboxOwnerUPN,Parameters,Folders,"
            + "OperationProperties,OfficeId,OfficeTenantId,AppId,"
            + "AppAccessContext,Start_Time,Type";

    private final World world;

    AuditLogExports(World world) {
        this.world = world;
    }

    void write(ExportFiles files) throws IOException {
        long middle = WorldBuilder.START + 13 * DAY;
        purview(files);
        management(files, middle);
        searched(files, middle);
        graphQuery(files);
        officeActivity(files, middle);
    }

    /** The record as the audit log keeps it. */
    private Map<String, Object> auditData(Audited a) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!a.isLogon()) {
            map.put("AppAccessContext", context(a));
        }
        map.putAll(ordered("CreationTime", withoutZone(a.time()), "Id", a.id(), "Operation", a.operation(),
                "OrganizationId", World.TENANT, "RecordType", a.recordType(),
                "UserKey", a.person().objectId().isEmpty() ? "Not Available" : a.person().objectId(), "UserType", 0,
                "Version", 1, "Workload", a.workload(), "UserId",
                a.person().upn()));
        if (!a.place().ip().isEmpty()) {
            map.put(a.recordType() == 50 || a.recordType() == 2 || a.recordType() == 3 ? "ClientIPAddress" : "ClientIP",
                    a.place().ip());
        }
        if (a.client() != null && a.workload().equals("Exchange")) {
            map.put("AppId", a.client().id());
            map.put("ClientAppId", a.client().id());
            map.put("TokenObjectId", a.person().objectId());
            map.put("TokenTenantId", World.TENANT);
        }
        map.putAll(a.details());
        return map;
    }

    private static Map<String, Object> context(Audited a) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (a.uti() == null) {
            return map;
        }
        if (a.session() != null) {
            map.put("AADSessionId", a.session());
        }
        map.put("APIId", a.workload().equals("Exchange") ? World.EXCHANGE.id() : World.SHAREPOINT.id());
        if (a.client() != null) {
            map.put("ClientAppId", a.client().id());
            map.put("ClientAppName", a.client().name());
        }
        if (a.signIn() != null) {
            map.put("IssuedAtTime", withoutZone(a.signIn().time() - 300 * WorldBuilder.SECOND));
        }
        map.put("UniqueTokenId", a.uti());
        return map;
    }

    private void purview(ExportFiles files) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Audited a : world.audited) {
            rows.add(List.of(a.id(), iso(a.time(), 7) + " ", Integer.toString(a.recordType()), a.operation(),
                    a.person().upn(), json(auditData(a)), "", ""));
        }
        files.table("purview-audit.csv", "Purview CSV", ExportFiles.BOM, false,
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,"
                        + "AssociatedAdminUnitsNames",
                rows);
    }

    /** JSON Lines of a week; one line was cut while it was copied. */
    private void management(ExportFiles files, long from) throws IOException {
        StringBuilder lines = new StringBuilder();
        int records = 0;
        for (Audited a : world.audited) {
            if (a.time() >= from && a.time() < from + 7 * DAY) {
                lines.append(json(auditData(a))).append('\n');
                if (++records == 50) {
                    lines.append("{\"AppAccessContext\":{\"UniqueTokenId\":\"" + DAMAGED_UTI
                            + "\"},\"CreationTime\":\"2026-09-15T08:59:59\",\"Operation\":\"MailIte\n");
                    records++;
                }
            }
        }
        files.text("management-activity.jsonl", "Management API JSON Lines", records, 1, lines.toString());
    }

    private void searched(ExportFiles files, long from) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<Audited> chosen = world.audited.stream()
                .filter(a -> a.person().upn().equals(world.attack.aitmUpn()) && a.time() >= from).toList();
        for (int i = 0; i < chosen.size(); i++) {
            Audited a = chosen.get(i);
            String type = switch (a.recordType()) {
            case 1 -> "ExchangeAdmin";
            case 2 -> "ExchangeItem";
            case 3 -> "ExchangeItemGroup";
            case 6 -> "SharePointFileOperation";
            case 15 -> "AzureActiveDirectoryStsLogon";
            default -> "ExchangeItemAggregated";
            };
            rows.add(List.of(type, powerShell(a.time()), a.person().upn(), a.operation(), json(auditData(a)),
                    Integer.toString(i + 1), Integer.toString(chosen.size()),
                    a.id(),
                    "True", "Unchanged"));
        }
        files.table("UAL-search.csv", "Search-UnifiedAuditLog CSV",
                "#TYPE Deserialized.Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent\r\n", true,
                "\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\",\"ResultIndex\","
                        + "\"ResultCount\",\"Identity\",\"IsValid\",\"ObjectState\"",
                rows);
    }

    private void graphQuery(ExportFiles files) throws IOException {
        List<Object> records = new ArrayList<>();
        for (Audited a : world.audited) {
            if (a.person().upn().equals(world.attack.deviceCodeUpn()) && a.workload().equals("Exchange")) {
                Map<String, Object> data = auditData(a);
                data.put("CreationTime", iso(a.time(), 0));
                records.add(ordered("id", a.id(), "createdDateTime", iso(a.time(), 0), "auditLogRecordType",
                        "exchangeItemAggregated", "operation", a.operation(),
                        "organizationId", World.TENANT, "userType", "Regular", "userId", a.person().objectId(),
                        "service", "Exchange", "objectId", null,
                        "userPrincipalName",
                        a.person().upn(), "clientIp", null, "administrativeUnits", List.of(""), "auditData", data));
            }
        }
        files.text("auditLogQuery-records.json", "Graph auditLogQuery JSON", records.size(), 0,
                json(ordered("@odata.context",
                        "https://graph.microsoft.com/beta/$metadata#security/auditLog/queries/records", "value",
                        records)));
    }

    private void officeActivity(ExportFiles files, long from) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Audited a : world.audited) {
            if (!a.isLogon() && a.time() >= from + DAY && a.time() < from + 4 * DAY) {
                Map<String, Object> data = auditData(a);
                boolean mail = data.containsKey("ClientIPAddress");
                rows.add(List.of("0a1b2c3d-0000-4000-8000-00000000feed", text(data, "UserAgent"),
                        Integer.toString(a.recordType()), ExportFiles.logAnalytics(a.time()),
                        a.operation(), World.TENANT, "Regular", text(data, "UserKey"), a.workload(),
                        text(data, "ResultStatus"), text(data, "ObjectId"), a.person().upn(),
                        mail ? "" : text(data, "ClientIP"), mail ? a.place().ip() : "", text(data, "ClientInfoString"),
                        text(data, "MailboxOwnerUPN"),
                        text(data, "Parameters"),
                        text(data, "Folders"), text(data, "OperationProperties"), a.id(), World.TENANT,
                        text(data, "AppId"), text(data, "AppAccessContext"),
                        ExportFiles.logAnalytics(a.time() + 3600 * WorldBuilder.SECOND), "OfficeActivity"));
            }
        }
        files.table("OfficeActivity.csv", "Log Analytics CSV", ExportFiles.BOM, false, OFFICE_ACTIVITY, rows);
    }

    private static String text(Map<String, Object> data, String name) {
        Object value = data.get(name);
        return value == null ? "" : value instanceof String string ? string : json(value);
    }
}
