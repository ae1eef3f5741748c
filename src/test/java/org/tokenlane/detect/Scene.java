package org.tokenlane.detect;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.report.JsonText;
import org.tokenlane.store.CaseFile;

/**
 * What happened in a made-up tenant, told record by record, exported, imported into a real case and looked at by the
 * rules.
 */
public final class Scene implements AutoCloseable {

    public static final String OFFICE_HOME = "4765445b-32c6-49b0-83e6-1d93765276ca";
    public static final String OUTLOOK_WEB = "9199bf20-a13f-4107-85dc-02114787ef48";
    public static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";
    public static final String BROKER = "29d9ed98-a469-4536-ade2-f981bc1d605e";
    public static final String AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    public static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
    public static final String DEVICE_REGISTRATION = "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9";
    public static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/138.0.0.0 Safari/537.36";
    public static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    public static final String OTHER_SESSION = "00d57ab4-45a8-11c0-96d6-32c905791857";
    public static final String ADELE = "adele@contoso.example";

    private final TestCase test;
    private final List<Map<String, Object>> signIns = new ArrayList<>();
    private final List<Map<String, Object>> audited = new ArrayList<>();
    private final List<Map<String, Object>> graphCalls = new ArrayList<>();
    private final List<Map<String, Object>> directory = new ArrayList<>();
    private final List<Map<String, Object>> risks = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> others = new LinkedHashMap<>();
    private final AddressLookup lookup;
    private int records;
    private Detection detection;
    private CaseFacts facts;
    private boolean loaded;
    private final Map<String, RuleOutcome> outcomes = new HashMap<>();

    public Scene(Path folder) {
        this(folder, AddressLookup.NOTHING);
    }

    public Scene(Path folder, AddressLookup lookup) {
        this.test = new TestCase(folder);
        this.lookup = lookup;
    }

    /** A record that is still being told; the map is what the export will hold. */
    public record Told(Map<String, Object> fields) {

        public Told with(String name, Object value) {
            fields.put(name, value);
            return this;
        }

        /** The identifier of the token that this sign-in issued. */
        public String uti() {
            return Uti.fromRequestId((String) fields.get("id")).value();
        }

        /** Where it came from: address, country, number of the autonomous system (0: not told). */
        public Told from(String ip, String country, int asn) {
            with("ipAddress", ip).with("location", Map.of("countryOrRegion", country));
            return asn == 0 ? this : with("autonomousSystemNumber", asn);
        }

        public Told app(String appId) {
            return with("appId", appId).with("appDisplayName", "App " + appId.substring(0, 4));
        }

        public Told device(String id) {
            return with("deviceDetail", Map.of("deviceId", id, "displayName", "LAPTOP-1"));
        }

        /** A renewal by token: {@code refreshToken}, {@code primaryRefreshToken}. */
        public Told renewed(String incoming) {
            return with("signInEventTypes", List.of("nonInteractiveUser")).with("isInteractive", false)
                    .with("incomingTokenType", incoming);
        }

        public Told bound(boolean bound) {
            return with("tokenProtectionStatusDetails", Map.of("signInSessionStatus", bound ? "bound" : "unbound"));
        }

        public Told failed(int code) {
            return with("status", Map.of("errorCode", code, "failureReason", "failed"));
        }
    }

    /**
     * An interactive browser sign-in that succeeds, to OfficeHome, from Denmark's AS64496, until told otherwise.
     *
     * @param time
     *            {@code 2026-09-15T08:00:00}, UTC
     * @param session
     *            or null
     */
    public Told signIn(String upn, String time, String session) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id",
                new UUID(0x1111_2222_0000_4000L + signIns.size(), 0x8000_0000_0000_0000L + ++records << 8).toString());
        fields.put("createdDateTime", time + "Z");
        fields.put("userPrincipalName", upn);
        fields.put("userId", objectId(upn));
        fields.put("correlationId", "c" + records);
        fields.put("sessionId", session);
        fields.put("signInEventTypes", List.of("interactiveUser"));
        fields.put("isInteractive", true);
        fields.put("clientAppUsed", "Browser");
        fields.put("userAgent", CHROME);
        fields.put("status", Map.of("errorCode", 0));
        signIns.add(fields);
        return new Told(fields).app(OFFICE_HOME).from("192.0.2.10", "DK", 64496);
    }

    private static String objectId(String upn) {
        return UUID.nameUUIDFromBytes(upn.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * A record of the unified audit log.
     *
     * @param workload
     *            {@code Exchange}, {@code SharePoint}, {@code AzureActiveDirectory}
     * @param session
     *            or null
     * @param uti
     *            or null
     */
    public Told audit(String upn, String time, String workload, String operation, String session, String uti) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("CreationTime", time);
        fields.put("Id", String.format(Locale.ROOT, "10000000-0000-4000-8000-%012d", ++records));
        fields.put("Operation", operation);
        fields.put("OrganizationId", "75243ab2-44f8-435c-a7a6-b479385df6d4");
        fields.put("RecordType",
                workload.equals("Exchange")
                        ? operation.contains("-") ? 1 : operation.equals("MailItemsAccessed") ? 50 : 2
                        : workload.equals("SharePoint") ? 6 : 8);
        fields.put("Workload", workload);
        fields.put("UserId", upn);
        fields.put("ResultStatus", "Succeeded");
        fields.put("ClientIP", "192.0.2.10");
        fields.put("ClientIPAddress", "192.0.2.10");
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("AADSessionId", session);
        access.put("UniqueTokenId", uti);
        fields.put("AppAccessContext", access);
        audited.add(fields);
        return new Told(fields);
    }

    /** The same from another address. */
    public static Told from(Told audit, String ip) {
        return audit.with("ClientIP", ip).with("ClientIPAddress", ip);
    }

    /** The parameters of a cmdlet, or the properties of an operation, as pairs. */
    public static List<Map<String, Object>> pairs(String... namesAndValues) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(Map.of("Name", namesAndValues[i], "Value", namesAndValues[i + 1]));
        }
        return pairs;
    }

    /** A Graph call that succeeds, until its {@code properties} are told otherwise. */
    public Told graph(String upn, String time, String method, String path, String session, String uti, String ip) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("timeGenerated", time + "Z");
        properties.put("requestId", String.format(Locale.ROOT, "20000000-0000-4000-8000-%012d", ++records));
        properties.put("requestMethod", method);
        properties.put("requestUri", "https://graph.microsoft.com/v1.0" + path);
        properties.put("responseStatusCode", 200);
        properties.put("userId", objectId(upn));
        properties.put("appId", OFFICE);
        properties.put("C_Sid", session);
        properties.put("signInActivityId", uti);
        properties.put("ipAddress", ip);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", time + "Z");
        fields.put("category", "MicrosoftGraphActivityLogs");
        fields.put("operationName", "Microsoft Graph Activity");
        fields.put("properties", properties);
        graphCalls.add(fields);
        return new Told(properties);
    }

    /** A change in the directory by this user. */
    public Told change(String upn, String time, String activity, String ip) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "Directory_" + ++records);
        fields.put("category", "UserManagement");
        fields.put("correlationId", "d" + records);
        fields.put("result", "success");
        fields.put("activityDisplayName", activity);
        fields.put("activityDateTime", time + "Z");
        fields.put("loggedByService", "Core Directory");
        fields.put("initiatedBy",
                Map.of("user", Map.of("id", objectId(upn), "userPrincipalName", upn, "ipAddress", ip)));
        fields.put("targetResources",
                List.of(Map.of("id", "t" + records, "type", "User", "displayName", "Target " + records)));
        directory.add(fields);
        return new Told(fields);
    }

    /** A record of any other log, for a file of this name with a record on each line. */
    public Told record(String file, Map<String, Object> fields) {
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        others.computeIfAbsent(file, name -> new ArrayList<>()).add(copy);
        return new Told(copy);
    }

    /** A risk detection on a sign-in. */
    public Told risk(Told signIn, String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "risk" + ++records);
        fields.put("requestId", signIn.fields().get("id"));
        fields.put("riskEventType", type);
        fields.put("riskState", "atRisk");
        fields.put("riskLevel", "high");
        fields.put("activity", "signin");
        fields.put("activityDateTime", signIn.fields().get("createdDateTime"));
        fields.put("detectedDateTime", signIn.fields().get("createdDateTime"));
        fields.put("userPrincipalName", signIn.fields().get("userPrincipalName"));
        fields.put("userId", signIn.fields().get("userId"));
        fields.put("ipAddress", signIn.fields().get("ipAddress"));
        risks.add(fields);
        return new Told(fields);
    }

    /** The user's everyday sign-ins in the eight days before 15 September, on a registered device from one network. */
    public Scene everyday(String upn, String ip, String country, int asn, String device) {
        for (int day = 7; day < 15; day++) {
            Told signIn = signIn(upn, String.format(Locale.ROOT, "2026-09-%02dT07:30:00", day),
                    "00e00000-45a8-11c0-96d6-" + String.format("%012d", ++records)).from(ip,
                            country,
                            asn);
            if (device != null) {
                signIn.device(device);
            }
        }
        return this;
    }

    /** A file as it is. */
    public Scene file(String name, String text) {
        test.loadOne(test.write(name, text));
        return this;
    }

    public CaseFile caseFile() {
        return test.caseFile();
    }

    /** Runs all rules on what was told, once; tune before. */
    public Detection detection() {
        if (detection == null) {
            load();
            detection = Detection.of(test.caseFile(), Correlation.upToDate(test.caseFile()), new RecordDetails(),
                    lookup, Progress.NONE);
        }
        return detection;
    }

    /** Imports what was told, once, without running any rule. */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        load("signins.json", signIns, false);
        load("audit.jsonl", audited, true);
        load("graph.jsonl", graphCalls, true);
        load("directory.json", directory, false);
        load("risks.json", risks, false);
        others.forEach((file, records) -> load(file, records, true));
    }

    private void load(String name, List<Map<String, Object>> objects, boolean lines) {
        if (objects.isEmpty()) {
            return;
        }
        String text = lines ? String.join("\n", objects.stream().map(Scene::json).toList()) + "\n"
                : "{\"value\":[" + String.join(",", objects.stream().map(Scene::json)
                        .toList()) + "]}";
        if (test.loadOne(test.write(name, text)).rejected() > 0) {
            throw new AssertionError("records of " + name + " were rejected: " + test.caseFile().rejected());
        }
    }

    private static String json(Map<String, Object> object) {
        StringWriter text = new StringWriter();
        JsonText.line(text, object);
        return text.toString().strip();
    }

    /** What a rule found; fails where it was not evaluated. */
    public List<Finding> findings(String rule) {
        RuleOutcome outcome = outcome(rule);
        if (!outcome.isEvaluated()) {
            throw new AssertionError(rule + " was not evaluated: " + outcome.notEvaluated());
        }
        return outcome.findings();
    }

    /** What became of one rule: it alone is run, after the others where it asks what those found. */
    public RuleOutcome outcome(String rule) {
        return outcomes.computeIfAbsent(rule, this::run);
    }

    /** What rules ask of what was told. */
    public CaseFacts facts() {
        if (facts == null) {
            load();
            facts = Detection.facts(test.caseFile(), Correlation.upToDate(test.caseFile()), new RecordDetails(),
                    lookup);
        }
        return facts;
    }

    private RuleOutcome run(String id) {
        List<RuleFile> all = CaseRules.of(test.caseFile());
        RuleFile rule = all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        List<RuleFile> needed = all.stream()
                .filter(each -> each == rule || followsOthers(rule) && !followsOthers(each)).toList();
        return Detection.of(facts(), needed, Progress.NONE).outcomes().stream()
                .filter(outcome -> outcome.rule().equals(id)).findFirst().orElseThrow();
    }

    private static boolean followsOthers(RuleFile rule) {
        return Checks.named(rule.check()).followsOthers(rule);
    }

    @Override
    public void close() {
        test.close();
    }
}
