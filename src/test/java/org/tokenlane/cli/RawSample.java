package org.tokenlane.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/**
 * The raw exports of the sample, read with a CSV parser and a JSON parser alone: none of the program's readers, rules
 * or queries. Every record counts once, in however many exports it is.
 *
 * <p>
 * Which sessions were stolen is what the plan of the sample says ({@link SampleAnswers#hostileSessions()}), not what
 * the program finds. Inside them an examiner tells the owner from the attacker by the address: <em>an address is the
 * owner's where somebody signed in from it, interactively, on a registered device; every other address of a stolen
 * session is the attacker's.</em> Two planted strangers, who worked behind their victims' own exits, cannot be told
 * by this; the program does not count them either.
 */
final class RawSample {

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm:ss.SSS a", Locale.US);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.US);
    private static final Set<String> SIGNED_IN = Set.of("UserLoggedIn", "UserLoginFailed");

    /** A call of Microsoft Graph. */
    record Call(String ip, int status, String path, String session, String userId, String time) {

        boolean isAnswered() {
            return status < 400;
        }
    }

    /** A change in the directory. */
    record Change(String activity, String time, String by, String ip, Set<String> targets) {
    }

    private final Map<String, Map<String, String>> signIns = new TreeMap<>();
    private final Map<String, Map<?, ?>> audits = new TreeMap<>();
    private final Map<String, Call> calls = new TreeMap<>();
    private final Set<Change> changes;
    private final Map<String, String> sessionOfToken = new HashMap<>();
    private final Map<String, String> upnOfId = new HashMap<>();
    private final Path exports = SharedSample.exports();
    private final Set<String> hostile;

    RawSample() throws IOException {
        signIns();
        audits();
        signIns.values().stream().filter(one -> one.containsKey("uti") && one.containsKey("session"))
                .forEach(one -> sessionOfToken.put(one.get("uti"), one.get("session")));
        calls();
        changes = changes();
        Set<String> owners = signIns.values().stream()
                .filter(one -> one.containsKey("device") && one.containsKey("interactive")).map(one -> one.get("ip"))
                .collect(Collectors.toSet());
        Set<String> stolen = SharedSample.answers().hostileSessions();
        hostile = signIns.values().stream().filter(one -> stolen.contains(one.getOrDefault("session", "")))
                .map(one -> one.get("ip")).filter(ip -> !owners.contains(ip)).collect(Collectors.toSet());
    }

    /** The attacker's addresses. */
    Set<String> hostileAddresses() {
        return hostile;
    }

    /** The sessions that the attacker's addresses were used in, of the sign-ins. */
    Set<String> hostileSessions() {
        return signIns.values().stream().filter(one -> hostile.contains(one.get("ip"))).map(one -> one.get("session"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * All sign-ins, by their columns: ip, user, session, uti, time, and device, interactive, success where they
     * apply.
     */
    List<Map<String, String>> allSignIns() {
        return List.copyOf(signIns.values());
    }

    List<Map<String, String>> signInsOf(String session) {
        return signIns.values().stream().filter(one -> session.equals(one.get("session"))).toList();
    }

    /** The records of the unified audit log that are no echo of a sign-in. */
    Stream<Map<?, ?>> operations() {
        return audits.values().stream().filter(record -> !isSignIn(record));
    }

    Stream<Map<?, ?>> auditedSignIns() {
        return audits.values().stream().filter(RawSample::isSignIn);
    }

    private static boolean isSignIn(Map<?, ?> record) {
        return SIGNED_IN.contains(String.valueOf(record.get("Operation")));
    }

    List<Call> graphCalls() {
        return List.copyOf(calls.values());
    }

    Set<Change> directoryChanges() {
        return changes;
    }

    /** The user principal name of a user's object id, as the audit log has both. */
    String upn(String userId) {
        return String.valueOf(upnOfId.get(userId));
    }

    /**
     * The session of an audited operation: the one it names, else that of the sign-in that its token is from; or "".
     */
    String session(Map<?, ?> record) {
        if (record.get("AppAccessContext") instanceof Map<?, ?> access) {
            Object session = access.get("AADSessionId");
            return session != null ? session.toString()
                    : sessionOfToken.getOrDefault(String.valueOf(access.get("UniqueTokenId")), "");
        }
        return "";
    }

    static String token(Map<?, ?> record) {
        return record.get("AppAccessContext") instanceof Map<?, ?> access && access.get("UniqueTokenId") != null
                ? access.get("UniqueTokenId").toString()
                : "";
    }

    static String time(Map<?, ?> record) {
        return time(String.valueOf(record.get("CreationTime")));
    }

    static String address(Map<?, ?> record) {
        Object address = record.get("ClientIPAddress") == null ? record.get("ClientIP") : record.get("ClientIPAddress");
        String text = String.valueOf(address).replaceFirst("^\\[?(?:::ffff:)?", "");
        return text.replaceFirst("\\]?(?<=\\]|\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}):\\d+$", "").replace("]", "");
    }

    /** To the second, as ISO without a zone; all exports are in UTC. */
    private static String time(String text) {
        return text.contains("/") ? LocalDateTime.parse(text, AMERICAN).format(SECONDS) : text.substring(0, 19);
    }

    private String text(String name) throws IOException {
        return Files.readString(exports.resolve(name), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    private List<Map<String, String>> rows(String name) throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).get()
                .parse(new StringReader(text(name).replaceFirst("^#TYPE [^\n]*\n", "")))) {
            return rows.getRecords().stream().map(CSVRecord::toMap).toList();
        }
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private List<Map<?, ?>> values(String name) throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        ((List<?>) map(CommandRun.json(text(name))).get("value")).forEach(one -> all.add(map(one)));
        return all;
    }

    private List<Map<?, ?>> properties(String name) throws IOException {
        return text(name).lines().<Map<?, ?>> map(line -> map(map(CommandRun.json(line)).get("properties"))).toList();
    }

    private void signIn(Object id, Object... namesAndValues) {
        Map<String, String> one = signIns.computeIfAbsent(id.toString(), key -> new LinkedHashMap<>());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null && !value.equals("") && !value.equals(false)) {
                one.putIfAbsent(namesAndValues[i].toString(), value.toString());
            }
        }
    }

    private void signIns() throws IOException {
        for (String kind : List.of("Interactive", "NonInteractive")) {
            for (Map<String, String> row : rows(kind + "SignIns_2026-09-01_2026-09-30.csv")) {
                signIn(row.get("Request ID"), "ip", row.get("IP address"), "user", row.get("Username"), "device",
                        row.get("Device ID"), "session", row.get("Session ID"), "uti",
                        row.get("Unique token identifier"), "interactive", kind.equals("Interactive"), "success",
                        row.get("Status").equals("Success"), "time", time(row.get("Date (UTC)")), "homeTenant",
                        row.get("Home tenant ID"), "resourceTenant", row.get("Resource tenant ID"));
            }
        }
        for (String name : List.of("SigninLogs.csv", "AADNonInteractiveUserSignInLogs.csv")) {
            for (Map<String, String> row : rows(name)) {
                String device = row.get("DeviceDetail");
                signIn(row.get("Id"), "ip", row.get("IPAddress"), "user", row.get("UserPrincipalName"), "device",
                        device.isEmpty() ? null : map(CommandRun.json(device)).get("deviceId"), "session",
                        row.get("SessionId"), "uti", row.get("UniqueTokenIdentifier"), "interactive",
                        name.startsWith("Signin"), "success", row.get("ResultType").equals("0"), "time",
                        time(row.get("CreatedDateTime [UTC]")));
            }
        }
        for (Map<String, String> row : rows("EntraIdSignInEvents.csv")) {
            signIn(row.get("RequestId"), "ip", row.get("IPAddress"), "user", row.get("AccountUpn"), "device",
                    row.get("EntraIdDeviceId"), "session", row.get("SessionId"), "uti", row.get("UniqueTokenId"),
                    "interactive", !row.get("LogonType").contains("nonInteractive"), "success",
                    row.get("ErrorCode").equals("0"), "time", time(row.get("Timestamp")));
        }
        for (String line : text("PT1H.json").lines().toList()) {
            Map<?, ?> whole = map(CommandRun.json(line));
            inJson(map(whole.get("properties")), time(String.valueOf(whole.get("time"))));
        }
        values("signIns-beta.json").forEach(one -> inJson(one, null));
        for (Map<String, String> row : rows("ApplicationSignIns_2026-09-01_2026-09-30.csv")) {
            signIn(row.get("Request ID"), "ip", row.get("IP address"), "application",
                    row.get("Service principal name"), "time", time(row.get("Date (UTC)")));
        }
    }

    /** @param arrived when the record was in the log, where the export says it */
    private void inJson(Map<?, ?> one, String arrived) {
        Object user = one.get("userPrincipalName");
        signIn(one.get("id"), "ip", one.get("ipAddress"), "user",
                user == null ? null : user.toString().toLowerCase(Locale.ROOT), "device",
                map(one.get("deviceDetail")).get("deviceId"), "session", one.get("sessionId"), "uti",
                one.get("uniqueTokenIdentifier"), "interactive", one.get("isInteractive"), "success",
                Integer.valueOf(0).equals(map(one.get("status")).get("errorCode")), "time",
                time(String.valueOf(one.get("createdDateTime"))), "arrived", arrived, "application",
                one.get("servicePrincipalName"), "homeTenant", one.get("homeTenantId"), "resourceTenant",
                one.get("resourceTenantId"));
    }

    private void audits() throws IOException {
        text("management-activity.jsonl").lines().forEach(this::audit);
        for (String name : List.of("purview-audit.csv", "UAL-search.csv")) {
            rows(name).forEach(row -> audit(row.get("AuditData")));
        }
        values("auditLogQuery-records.json").forEach(one -> audit(map(one.get("auditData"))));
    }

    private void audit(String json) {
        try {
            audit(map(CommandRun.json(json)));
        } catch (RuntimeException damaged) {
            // one record of the sample is cut off
        }
    }

    private void audit(Map<?, ?> record) {
        if (record.get("Id") != null) {
            audits.putIfAbsent(record.get("Id").toString().toLowerCase(Locale.ROOT), record);
            upnOfId.putIfAbsent(String.valueOf(record.get("UserKey")), String.valueOf(record.get("UserId")));
        }
    }

    private void calls() throws IOException {
        for (Map<String, String> row : rows("MicrosoftGraphActivityLogs.csv")) {
            call(row.get("RequestId"), row.get("IPAddress"), row.get("ResponseStatusCode"), row.get("RequestUri"),
                    row.get("SessionId"), row.get("UserId"), row.get("TimeGenerated [UTC]"));
        }
        for (Map<?, ?> one : properties("graph-activity-PT1H.json")) {
            call(one.get("requestId"), one.get("ipAddress"), one.get("responseStatusCode"), one.get("requestUri"),
                    one.get("C_Sid"), one.get("userId"), one.get("timeGenerated"));
        }
        for (Map<String, String> row : rows("GraphApiAuditEvents.csv")) {
            call(row.get("RequestId"), row.get("IPAddress"), row.get("ResponseStatusCode"), row.get("RequestUri"),
                    sessionOfToken.get(row.get("UniqueTokenIdentifier")), row.get("AccountObjectId"),
                    row.get("Timestamp"));
        }
    }

    private void call(Object id, Object ip, Object status, Object uri, Object session, Object userId, Object time) {
        calls.putIfAbsent(id.toString(), new Call(String.valueOf(ip), Integer.parseInt(status.toString()),
                uri.toString().replaceFirst("^https://graph.microsoft.com/v1.0", "").replaceFirst("\\?.*$", ""),
                session == null ? "" : session.toString(), String.valueOf(userId), time(time.toString())));
    }

    private Set<Change> changes() throws IOException {
        Map<String, Change> all = new TreeMap<>();
        for (Map<?, ?> one : values("directoryAudits.json")) {
            Map<?, ?> user = map(map(one.get("initiatedBy")).get("user"));
            change(all, one.get("activityDisplayName"), one.get("activityDateTime"), user.get("userPrincipalName"),
                    user.get("ipAddress"), ((List<?>) one.get("targetResources")).stream()
                            .map(target -> String.valueOf(map(target).get("userPrincipalName"))).toList());
        }
        for (Map<String, String> row : rows("AuditLogs_2026-09-30.csv")) {
            change(all, row.get("Activity"), row.get("Date (UTC)"), row.get("ActorUserPrincipalName"),
                    row.get("IPAddress"), row.keySet().stream().filter(name -> name.endsWith("UserPrincipalName"))
                            .filter(name -> name.startsWith("Target")).map(row::get).toList());
        }
        return Set.copyOf(all.values());
    }

    private static void change(Map<String, Change> all, Object activity, Object time, Object by, Object ip,
            List<String> targets) {
        String at = time(time.toString());
        all.putIfAbsent(activity + at + by, new Change(activity.toString(), at, String.valueOf(by), String.valueOf(ip),
                targets.stream().filter(target -> target.contains("@")).collect(Collectors.toSet())));
    }
}
