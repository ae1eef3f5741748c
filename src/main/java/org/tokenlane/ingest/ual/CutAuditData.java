package org.tokenlane.ingest.ual;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.JsonReader;
import org.tokenlane.ingest.text.Value;

/**
 * Rescues what can still be read of an AuditData text that is no JSON any more: a spreadsheet cuts a cell at 32,767
 * characters, and tools break
 * its quotes. The fields that tie the record to its session and token are found by their names, and put together again
 * in the form that a whole
 * record has.
 */
final class CutAuditData {

    private static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*+\")";
    private static final String NAMES = "CreationTime|Operation|RecordType|Workload|UserId|UserKey|OrganizationId"
            + "|ResultStatus|ClientIPAddress|ClientIP|ActorIpAddress|ActorIP|SessionId|IntraSystemId"
            + "|InterSystemsId|ApplicationId|AppId|ClientAppId|ObjectId|UserAgent|ClientInfoString"
            + "|MailboxOwnerUPN|TokenObjectId|OperationCount|ErrorNumber|LogonError|RequestId"
            + "|UniqueTokenIdentifier|DeviceId|SourceFileName|ChatThreadId|TeamName";
    private static final Pattern FIELD = Pattern
            .compile("\"(" + NAMES + ")\"\\s*:\\s*(" + TEXT + "|-?\\d[\\d.]*+(?=\\s*[,}])|true|false)");
    private static final Pattern TOKEN = Pattern
            .compile("\"(AADSessionId|UniqueTokenId|IssuedAtTime|TokenIssuedAtTime|APIId|ClientAppName)\"\\s*:\\s*"
                    + TEXT);
    private static final Pattern ID = Pattern
            .compile("\"Id\"\\s*:\\s*(\"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\")");
    private static final Pattern PAIR = Pattern
            .compile(
                    "\"Name\"\\s*:\\s*\"(SessionId|UserAgent|RequestType|IsThrottled|MailAccessType)\"\\s*,"
                            + "\\s*\"Value\"\\s*:\\s*"
                            + TEXT);
    private static final Pattern FOLDER = Pattern.compile("\"Path\"\\s*:\\s*" + TEXT);

    private CutAuditData() {
    }

    /** An object with what could be rescued, or a missing value where nothing could. */
    static Value rescue(String damaged) {
        String text = unescaped(damaged);
        Map<String, String> fields = found(FIELD, text);
        Matcher id = ID.matcher(text);
        if (id.find()) {
            fields.put("Id", id.group(1));
        }
        Map<String, String> token = found(TOKEN, text);
        Map<String, String> pairs = found(PAIR, text);
        if (fields.isEmpty() && token.isEmpty() && pairs.isEmpty()) {
            return Value.MISSING;
        }
        fields.put("AppAccessContext", object(token));
        String named = pairs.isEmpty() ? "[]" : '[' + object(pairs) + ']';
        fields.put("DeviceProperties", named);
        fields.put("ExtendedProperties", named);
        fields.put("OperationProperties", named);
        fields.put("Folders", folders(text));
        try {
            return JsonReader.read(object(fields));
        } catch (DamagedRecordException badEscape) {
            return Value.MISSING;
        }
    }

    /** Takes back one more level of escaping, by which quotes are written {@code \"} or doubled. */
    private static String unescaped(String text) {
        if (text.contains("\"Operation\"") || text.contains("\"CreationTime\"")) {
            return text.contains("\"\"CreationTime\"\"") ? text.replace("\"\"", "\"") : text;
        }
        return text.contains("\\\"") ? text.replace("\\\"", "\"").replace("\\\\", "\\") : text;
    }

    private static Map<String, String> found(Pattern pattern, String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static String folders(String text) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher matcher = FOLDER.matcher(text);
        while (matcher.find()) {
            paths.add("{\"Path\":" + matcher.group(1) + '}');
        }
        return paths.toString();
    }

    private static String object(Map<String, String> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",").append('"').append(name)
                .append("\":").append(value));
        return json.append('}').toString();
    }
}
