package org.tokenlane.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tokenlane.model.identity.Uti;

/** Writes other logs than the audit log in any size: 5,000 users, a token in each record. */
enum LogGenerator {

    /** Sign-ins as the portal exports them, as CSV. */
    PORTAL_SIGN_INS("csv", List.of(),
            """
                    "Date (UTC)","Request ID","User agent","Correlation ID","User ID","User","Username","User type",\
                    "Incoming token type","Unique token identifier","Application","Application ID ","Resource","Resource ID ",\
                    "Resource tenant ID","Home tenant ID","IP address","Location","Status","Sign-in error code","Failure reason",\
                    "Client app","Device ID","Browser","Operating System","Session ID","Autonomous system  number","Latency"
                    """,
            """
                    "{time}","{request}","Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0.0.0 Safari/537.36",\
                    "{other}","{user}","User {number}","user{number}@contoso.example","member","primaryRefreshToken","{uti}",\
                    "Microsoft Office","d3590ed6-52b3-4102-aeff-aad2292ab01c","Office 365 Exchange Online",\
                    "00000002-0000-0ff1-ce00-000000000000","75243ab2-44f8-435c-a7a6-b479385df6d4",\
                    "75243ab2-44f8-435c-a7a6-b479385df6d4","203.0.113.{host}","Ashburn, Virginia, US","Success","0","",\
                    "Browser","","Chrome 128.0.0","Windows10","{session}","64511","142 ms"
                    """),
    /** Sign-ins as diagnostic settings write them, one JSON object a line. */
    DIAGNOSTIC_SIGN_INS("json", List.of("time", "category", "properties.id", "properties.userPrincipalName",
            "properties.ipAddress", "properties.appId", "properties.sessionId", "properties.uniqueTokenIdentifier",
            "properties.status.errorCode"), "",
            """
                    {"time":"{time}","resourceId":"/tenants/75243ab2-44f8-435c-a7a6-b479385df6d4/providers/\
                    Microsoft.aadiam","operationName":"Sign-in activity","operationVersion":"1.0","category":"SignInLogs",\
                    "tenantId":"75243ab2-44f8-435c-a7a6-b479385df6d4","resultType":"0","callerIpAddress":"203.0.113.{host}",\
                    "correlationId":"{other}","Level":4,"properties":{"id":"{request}","createdDateTime":"{time}",\
                    "userDisplayName":"User {number}","userPrincipalName":"user{number}@contoso.example","userId":"{user}",\
                    "appId":"d3590ed6-52b3-4102-aeff-aad2292ab01c","appDisplayName":"Microsoft Office",\
                    "ipAddress":"203.0.113.{host}","clientAppUsed":"Browser","correlationId":"{other}",\
                    "conditionalAccessStatus":"success","isInteractive":true,"riskDetail":"none","riskState":"none",\
                    "resourceDisplayName":"Office 365 Exchange Online","resourceId":"00000002-0000-0ff1-ce00-000000000000",\
                    "status":{"errorCode":0,"failureReason":"Other."},"deviceDetail":{"operatingSystem":"Windows10",\
                    "browser":"Chrome 128.0.0","isCompliant":false},"location":{"city":"Ashburn","state":"Virginia",\
                    "countryOrRegion":"US"},"appliedConditionalAccessPolicies":[],"userAgent":"Mozilla/5.0 (Windows NT \
                    10.0; Win64; x64) Chrome/128.0.0.0 Safari/537.36","homeTenantId":"75243ab2-44f8-435c-a7a6-b479385df6d4",\
                    "incomingTokenType":"primaryRefreshToken","uniqueTokenIdentifier":"{uti}","sessionId":"{session}",\
                    "signInEventTypes":["interactiveUser"],"originalRequestId":"{request}","autonomousSystemNumber":64511}}
                    """),
    /** Calls of Microsoft Graph as a storage account has them, one JSON object a line. */
    GRAPH_CALLS("json", List.of("time", "category", "properties.requestId", "properties.UserPrincipalObjectID",
            "properties.ipAddress", "properties.appId", "properties.C_Sid", "properties.signInActivityId",
            "properties.requestUri"), "",
            """
                    {"time":"{time}","resourceId":"/TENANTS/75243AB2-44F8-435C-A7A6-B479385DF6D4/PROVIDERS/MICROSOFT.AADIAM",\
                    "operationName":"Microsoft Graph Activity","operationVersion":"v1.0",\
                    "category":"MicrosoftGraphActivityLogs","resultSignature":"200","durationMs":"164",\
                    "callerIpAddress":"203.0.113.{host}","correlationId":"{request}","level":"Informational",\
                    "location":"UK South","tenantId":"75243ab2-44f8-435c-a7a6-b479385df6d4","properties":{\
                    "timeGenerated":"{time}","location":"UK South","requestId":"{request}","operationId":"{request}",\
                    "clientRequestId":"{other}","apiVersion":"v1.0","requestMethod":"GET","responseStatusCode":200,\
                    "tenantId":"75243ab2-44f8-435c-a7a6-b479385df6d4","durationMs":164,"responseSizeBytes":812,\
                    "signInActivityId":"{uti}","roles":"","appId":"d3590ed6-52b3-4102-aeff-aad2292ab01c",\
                    "UserPrincipalObjectID":"{user}","scopes":"Mail.Read User.Read","clientAuthMethod":"0","wids":"",\
                    "ipAddress":"203.0.113.{host}","userAgent":"Mozilla/5.0","requestUri":\
                    "https://graph.microsoft.com/v1.0/users/{user}/messages?$top=50&$skip={host}","C_Iat":"1789027529",\
                    "C_Idtyp":"user","C_Sid":"{session}"}}
                    """);

    private static final long START = Instant.parse("2026-09-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS = 2_592_000;

    private final String ending;
    private final List<String> jsonFields;
    private final String head;
    private final String[] record;

    LogGenerator(String ending, List<String> jsonFields, String head, String record) {
        this.ending = ending;
        this.jsonFields = jsonFields;
        this.head = head;
        // texts and, between them, the names of what differs
        this.record = record.split("(?=\\{[a-z]+\\})|(?<=\\{[a-z]{1,9}\\})");
    }

    /** Of the file that is written, without a dot. */
    String ending() {
        return ending;
    }

    /** The nine fields that a database reads out of each object; none of a table. */
    List<String> jsonFields() {
        return jsonFields;
    }

    /** Writes the same file for the same number of records. */
    void write(Path file, int records) throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int i = 0; i < records; i++) {
                int user = random.nextInt(5_000);
                long second = (long) i * SECONDS / records;
                String request = new UUID(random.nextLong() & ~0xf000L | 0x4000L,
                        random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
                for (String part : record) {
                    out.write(switch (part) {
                    case "{time}" -> Instant.ofEpochSecond(START + second).toString();
                    case "{request}" -> request;
                    case "{other}" -> new UUID(i * 7L + 1, Long.MIN_VALUE | i).toString();
                    case "{uti}" -> Uti.fromRequestId(request).value();
                    case "{user}" -> new UUID(0x2b9d_0000_0000_4000L + user, Long.MIN_VALUE | user).toString();
                    case "{number}" -> Integer.toString(user);
                    case "{host}" -> Integer.toString(user % 256);
                    case "{session}" -> new UUID(0x00AA_0000_0000_0000L + user * 64L + second / 86_400,
                            0x9000_0000_0000_0000L + user).toString();
                    default -> part;
                    });
                }
            }
        }
    }
}
