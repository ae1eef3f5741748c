package org.tokenlane.ingest.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives back the form of Microsoft's records to documents of Elastic's integrations for Microsoft 365 and Azure. Their
 * pipelines move fields to the places of the Elastic Common Schema ({@code event.action}, {@code source.ip}, {@code
 * user_agent.original}) and, unless they are told to, do not keep the record as it came ("ECS mapping" in the packages
 * {@code o365} and {@code azure} of elastic/integrations).
 */
final class ElasticDocument {

    /** Columns of Defender that hold a record of their own. */
    private static final Set<String> AS_THEY_ARE = Set.of("raweventdata", "additionalfields");

    private ElasticDocument() {
    }

    /** The record that the document was made of; a missing value where it is no such document or has it as it came. */
    static Value record(Value document) {
        if (document.isObject() && document.get("fields").isObject()) {
            return record(firsts((ObjectValue) document.get("fields")));
        }
        if (!document.isObject()
                || !document.has("azure") && !document.has("o365") && !document.has("m365defender")
                || !at(document, "event", "original").isMissing()) {
            return Value.MISSING;
        }
        Value audit = at(document, "o365", "audit");
        if (audit.isObject()) {
            return audit(document, audit);
        }
        Value hunted = at(document, "m365defender", "event");
        if (hunted.isObject()) {
            return streamed(document, hunted);
        }
        Value azure = document.find("azure");
        Value signIn = azure.find("signinlogs");
        if (signIn.isObject()) {
            return enveloped(document, signIn, "SignInLogs", signIn(document, properties(signIn)));
        }
        Value call = azure.find("graphactivitylogs");
        if (call.isObject()) {
            return enveloped(document, call, "MicrosoftGraphActivityLogs", call(document, properties(call)));
        }
        Value change = azure.find("auditlogs");
        if (change.isObject()) {
            Members properties = new Members(listed(change.find("properties")))
                    .add("activityDateTime", document.find("timestamp"))
                    .add("id", at(document, "event", "id"));
            return enveloped(document, change, "AuditLogs", properties);
        }
        Value activity = azure.find("activitylogs");
        return activity.isObject() ? activity(document, activity) : Value.MISSING;
    }

    /**
     * A record of Azure's activity log, or of another log that came through the same Event Hub: then it has a category of
     * its own, and its properties as they were.
     */
    private static Value activity(Value document, Value activity) {
        Value properties = activity.find("properties");
        if (!properties.find("createddatetime", "timegenerated", "activitydatetime").isMissing()) {
            return enveloped(document, activity, "", properties(activity));
        }
        Map<String, Value> record = new LinkedHashMap<>();
        record.put("time", document.find("timestamp"));
        record.put("resourceId", document.find("azure").find("resource").find("id"));
        record.put("operationName", first(activity.find("operationname"), at(document, "event", "action")));
        record.put("category", activity.find("category", "eventcategory"));
        record.put("resultType", activity.find("resulttype"));
        record.put("resultSignature", activity.find("resultsignature"));
        record.put("correlationId", document.find("azure").find("correlationid"));
        record.put("callerIpAddress", first(at(document, "source", "ip"), at(document, "client", "ip")));
        record.put("identity", identity(activity.find("identity")));
        record.put("properties", properties);
        record.values().removeIf(Value::isMissing);
        return Value.object(record);
    }

    /** The pipeline writes underscores for the dots in the names of claims. */
    private static Value identity(Value identity) {
        if (!(identity.find("claims") instanceof ObjectValue claims)) {
            return identity;
        }
        Map<String, Value> names = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            String name = claims.names().get(i);
            names.put(name.startsWith("http") ? name.replace("schemas_microsoft_com", "schemas.microsoft.com")
                    .replace("schemas_xmlsoap_org", "schemas.xmlsoap.org") : name, claims.value(i));
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("authorization", identity.find("authorization"));
        members.put("claims", Value.object(names));
        members.values().removeIf(Value::isMissing);
        return Value.object(members);
    }

    /**
     * A row of Defender's hunting tables as its streaming API writes it. The pipeline writes the parts of a column's name
     * as a path: {@code account.object_id} for {@code AccountObjectId}.
     */
    private static Value streamed(Value document, Value hunted) {
        Map<String, Value> columns = new LinkedHashMap<>();
        columns.put("Timestamp", document.find("timestamp"));
        pathsAsNames("", hunted, columns);
        Map<String, Value> record = new LinkedHashMap<>();
        record.put("time", document.find("timestamp"));
        record.put("category", hunted.find("category"));
        record.put("tenantId", hunted.find("tenantid").isMissing() ? hunted.find("tenant").find("id")
                : hunted.find("tenantid"));
        record.put("properties", Value.object(columns));
        record.values().removeIf(Value::isMissing);
        return Value.object(record);
    }

    private static void pathsAsNames(String path, Value value, Map<String, Value> columns) {
        ObjectValue object = (ObjectValue) value;
        for (int i = 0; i < object.size(); i++) {
            String name = path + object.names().get(i).replace("_", "");
            columns.putIfAbsent(name, object.value(i));
            if (object.value(i).isObject() && !AS_THEY_ARE.contains(name)) {
                pathsAsNames(name, object.value(i), columns);
            }
        }
    }

    private static Value first(Value one, Value other) {
        return one.isMissing() ? other : one;
    }

    /** A hit's {@code fields}, each of which is a list. */
    private static Value firsts(ObjectValue fields) {
        Map<String, Value> firsts = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            List<Value> items = fields.value(i).items();
            firsts.put(fields.names().get(i), items.isEmpty() ? Value.MISSING : items.getFirst());
        }
        return ((ObjectValue) Value.object(firsts)).unflattened();
    }

    /** The same value, in which objects whose members are numbered are the lists that the pipeline found there. */
    private static Value listed(Value value) {
        if (!(value instanceof ObjectValue object) || object.names().isEmpty()) {
            return value;
        }
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < object.size(); i++) {
            members.put(object.names().get(i), listed(object.value(i)));
        }
        return object.names().stream().allMatch(name -> name.matches("\\d{1,4}"))
                ? new ArrayValue(List.copyOf(members.values()))
                : Value.object(members);
    }

    private static Value audit(Value document, Value audit) {
        return new Members(audit).add("CreationTime", document.find("timestamp"))
                .add("Id", at(document, "event", "id")).add("Operation", at(document, "event", "action"))
                .add("Workload", at(document, "event", "provider")).add("RecordType", at(document, "event", "code"))
                .add("OrganizationId", at(document, "organization", "id"))
                .add("UserId", at(document, "user", "id"), at(document, "user", "email"))
                .add("ClientIP", at(document, "client", "address"), at(document, "client", "ip"),
                        at(document, "source", "ip"))
                .add("UserAgent", at(document, "useragent", "original"))
                .add("ResultStatus", at(document, "event", "outcome")).object();
    }

    private static Members signIn(Value document, Members properties) {
        Map<String, Value> place = new LinkedHashMap<>();
        for (Value geo : List.of(document.find("geo"), at(document, "source", "geo"), at(document, "client", "geo"))) {
            place.putIfAbsent("city", geo.find("cityname"));
            place.putIfAbsent("countryOrRegion", geo.find("countryisocode"));
            place.values().removeIf(Value::isMissing);
        }
        return properties.add("createdDateTime", properties.value("createdat"), document.find("timestamp"))
                .add("ipAddress", at(document, "source", "ip"), at(document, "client", "ip"))
                .add("userAgent", at(document, "useragent", "original"))
                .add("location", place.isEmpty() ? Value.MISSING : Value.object(place))
                .add("userDisplayName", at(document, "user", "fullname"))
                .add("userId", at(document, "user", "id"));
    }

    private static Members call(Value document, Members properties) {
        return properties.add("timeGenerated", document.find("timestamp"))
                .add("requestId", at(document, "http", "request").find("id"))
                .add("requestMethod", at(document, "http", "request").find("method"))
                .add("responseStatusCode", at(document, "http", "response").find("statuscode"))
                .add("requestUri", at(document, "url", "original"), at(document, "url", "path"))
                .add("ipAddress", at(document, "source", "ip"), at(document, "client", "ip"))
                .add("userAgent", at(document, "useragent", "original"))
                .add("signInActivityId", at(document, "token", "id"))
                .add(properties.value("serviceprincipalid").isMissing() ? "userId" : "servicePrincipalId",
                        at(document, "user", "id"));
    }

    /** The record with the properties, as diagnostic settings write it. */
    private static Value enveloped(Value document, Value log, String category, Members properties) {
        Map<String, Value> record = new LinkedHashMap<>();
        record.put("time", document.find("timestamp"));
        record.put("category", log.find("category").isMissing() ? new ScalarValue(category, true)
                : log.find("category"));
        record.put("operationName", log.find("operationname"));
        record.put("tenantId", document.find("azure").find("tenantid"));
        record.put("correlationId", document.find("azure").find("correlationid"));
        record.put("resultType", log.find("resulttype"));
        record.put("resultSignature", log.find("resultsignature"));
        record.put("resultDescription", log.find("resultdescription"));
        record.put("callerIpAddress", log.find("calleripaddress"));
        record.put("identity", log.find("identity"));
        record.put("properties", properties.object());
        record.values().removeIf(Value::isMissing);
        return Value.object(record);
    }

    private static Members properties(Value log) {
        return new Members(log.find("properties"));
    }

    /** What is at the path; in a table, a name with an underscore in it is found as the name of the whole column. */
    private static Value at(Value document, String first, String second) {
        Value value = document.find(first).find(second);
        return value.isMissing() ? document.find(first + second) : value;
    }

    /** An object's members, and others where it has none of their name. */
    private static final class Members {

        private final Value own;
        private final Map<String, Value> all = new LinkedHashMap<>();

        Members(Value own) {
            this.own = own;
            if (own instanceof ObjectValue object) {
                List<String> names = object.names();
                for (int i = 0; i < names.size(); i++) {
                    all.putIfAbsent(names.get(i), object.value(i));
                }
            }
        }

        Value value(String normalised) {
            return own.find(normalised);
        }

        /** Adds the first of the values that is there. */
        Members add(String name, Value... values) {
            if (own.find(ColumnNames.normalise(name)).isMissing()) {
                for (Value value : values) {
                    if (!value.isMissing()) {
                        all.put(name, value);
                        break;
                    }
                }
            }
            return this;
        }

        Value object() {
            return ((ObjectValue) Value.object(all)).unflattened();
        }
    }
}
