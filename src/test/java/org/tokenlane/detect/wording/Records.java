package org.tokenlane.detect.wording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tokenlane.ingest.TestCase;

/** Records in the shapes of the logs, each with an id that is made of a short name. */
final class Records {

    private static final String USER = "2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10";
    private static final String APPLICATION = "5a1c6c1e-0d0d-4b4b-8f8f-121212121212";

    private final List<String> audit = new ArrayList<>();
    private final List<String> directory = new ArrayList<>();

    String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A record of the unified audit log. */
    void audit(String name, String operation, int type, String workload, String more) {
        audit.add("{\"CreationTime\":\"2026-09-10T06:31:07\",\"Id\":\"" + id(name) + "\",\"Operation\":\"" + operation
                + "\",\"OrganizationId\":\"7b1d2c94-0a3e-4f58-9c6d-2e8f1a4b5c6d\",\"RecordType\":" + type
                + ",\"Workload\":\"" + workload + "\",\"UserId\":\"lea@contoso.example\"," + more + "}");
    }

    /** An Exchange cmdlet with its parameters. */
    void cmdlet(String name, String operation, String status, String... parameters) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            all.append(i == 0 ? "" : ",").append("{\"Name\":\"").append(parameters[i]).append("\",\"Value\":\"")
                    .append(parameters[i + 1].replace("\\", "\\\\")).append("\"}");
        }
        audit(name, operation, 1, "Exchange", "\"ResultStatus\":\"" + status + "\",\"Parameters\":[" + all + "]");
    }

    /** An operation on one message of a mailbox. */
    void item(String name, String operation, String mailbox) {
        audit(name, operation, 2, "Exchange",
                "\"ResultStatus\":\"Succeeded\",\"MailboxOwnerUPN\":\"" + mailbox + "\",\"Item\":{\"Subject\":"
                        + "\"Invoice 7\",\"InternetMessageId\":\"<7@x.example>\",\"Recipients\":"
                        + "[\"pay@partner.example\"],\"ParentFolder\":{\"Path\":\"\\\\Drafts\"}}");
    }

    /** An operation on two messages. */
    void affected(String name, String operation) {
        audit(name, operation, 3, "Exchange", """
                "ResultStatus":"Succeeded","Folder":{"Path":"\\\\Inbox"},"DestFolder":{"Path":"\\\\Archive"},\
                "AffectedItems":[{"Subject":"One","InternetMessageId":"<1@x.example>","ParentFolder":{"Path":\
                "\\\\Inbox"}},{"Subject":"Two","InternetMessageId":"<2@x.example>","ParentFolder":{"Path":\
                "\\\\Inbox"}}]""");
    }

    /** A directory audit of Microsoft Graph. */
    void change(String name, String activity, String result, String reason, String targets) {
        directory.add("{\"id\":\"" + id(name) + "\",\"category\":\"x\",\"correlationId\":\"" + id(name + "c")
                + "\",\"result\":\"" + result + "\",\"resultReason\":\"" + reason + "\",\"activityDisplayName\":\""
                + activity + "\",\"activityDateTime\":\"2026-09-10T09:12:51Z\",\"loggedByService\":\"Core Directory\","
                + "\"initiatedBy\":{\"user\":{\"id\":\"" + USER + "\",\"userPrincipalName\":\"lea@contoso.example\"}},"
                + "\"targetResources\":[" + targets + "],\"additionalDetails\":[]}");
    }

    void into(TestCase test) {
        test.loadOne(test.write("audit.jsonl", String.join("\n", audit)));
        test.loadOne(test.write("directory.json", "{\"value\":[" + String.join(",\n", directory) + "]}"));
        test.loadOne(test.write("signins.json", signIns()));
        test.loadOne(test.write("graph.json", graph()));
        test.loadOne(test.write("alert.json", "{\"value\":[{\"id\":\"" + id("alert") + "\",\"severity\":\"high\","
                + "\"serviceSource\":\"microsoftDefenderForOffice365\",\"title\":\"Suspicious inbox rule\","
                + "\"providerAlertId\":\"5eed\",\"incidentId\":\"42\",\"status\":\"new\",\"alertWebUrl\":\"x\","
                + "\"createdDateTime\":\"2026-09-10T09:20:00Z\",\"evidence\":[]}]}"));
        test.loadOne(test.write("risk.json", "{\"value\":[{\"id\":\"" + id("risk") + "\",\"requestId\":\"" + id("r")
                + "\",\"riskEventType\":\"anonymizedIPAddress\",\"riskState\":\"atRisk\",\"riskLevel\":\"medium\","
                + "\"riskDetail\":\"none\",\"source\":\"IdentityProtection\",\"detectionTimingType\":\"realtime\","
                + "\"activity\":\"signin\",\"tokenIssuerType\":\"AzureAD\",\"ipAddress\":\"203.0.113.50\","
                + "\"activityDateTime\":\"2026-09-10T08:05:29Z\",\"detectedDateTime\":\"2026-09-10T09:11:27Z\","
                + "\"lastUpdatedDateTime\":\"2026-09-10T09:15:00Z\",\"userId\":\"" + USER
                + "\",\"userPrincipalName\":\"lea@contoso.example\"}]}"));
        test.loadOne(test.write("clicks.csv", """
                Timestamp,Url,ActionType,AccountUpn,Workload,NetworkMessageId,ThreatTypes,DetectionMethods,IPAddress,\
                IsClickedThrough,UrlChain,ReportId
                """ + click("clicked", "ClickAllowed", 0) + click("click blocked", "ClickBlocked", 0)
                + click("click through", "ClickBlocked", 1)));
        test.loadOne(test.write("mail.csv", """
                Timestamp,NetworkMessageId,InternetMessageId,SenderMailFromAddress,SenderFromAddress,\
                SenderDisplayName,SenderObjectId,SenderMailFromDomain,SenderFromDomain,SenderIPv4,SenderIPv6,\
                RecipientEmailAddress,RecipientObjectId,Subject,EmailDirection,DeliveryAction,DeliveryLocation,\
                ThreatTypes,UrlCount,AttachmentCount,ReportId
                2026-09-10T07:40:12Z,5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd,<a@kit.example>,,thief@mailbox.example,\
                Billing,,,,203.0.113.77,,lea@contoso.example,,Your invoice,Inbound,Delivered,Inbox/folder,,1,1,"""
                + id("email") + "\n"));
    }

    private String click(String name, String action, int through) {
        return "2026-09-10T07:58:41Z,https://phish.example/a," + action + ",lea@contoso.example,Email,"
                + "5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd,,,198.51.100.24," + through + ",[]," + id(name) + "\n";
    }

    private String signIns() {
        return "{\"@odata.context\":\"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns\",\"value\":["
                + String.join(",",
                        signIn("signed in", "interactiveUser", 0, "Other.", "none"),
                        signIn("sign-in failed", "interactiveUser", 50126, "Invalid username or password", "none"),
                        signIn("interrupted", "interactiveUser", 50074, "Strong authentication is required", "none"),
                        signIn("device code", "interactiveUser", 0, "Other.", "deviceCodeFlow"),
                        signIn("own page", "interactiveUser", 0, "Other.", "none"),
                        signIn("token", "nonInteractiveUser", 0, "Other.", "none"),
                        signIn("robot", "servicePrincipal", 0, "Other.", "none"))
                + "]}";
    }

    private String signIn(String name, String type, int error, String reason, String transfer) {
        boolean robot = type.equals("servicePrincipal");
        return "{\"id\":\"" + id(name) + "\",\"createdDateTime\":\"2026-09-15T08:40:00Z\","
                + (robot ? "\"servicePrincipalId\":\"" + APPLICATION + "\",\"servicePrincipalName\":\"Sync Robot\","
                        : "\"userPrincipalName\":\"lea@contoso.example\",\"userId\":\"" + USER + "\",")
                + "\"appId\":\"" + APPLICATION + "\",\"appDisplayName\":\"" + (robot ? "Sync Robot" : "One Outlook Web")
                + "\",\"ipAddress\":\"203.0.113.200\",\"clientAppUsed\":\"Browser\",\"isInteractive\":"
                + type.equals("interactiveUser") + ",\"resourceDisplayName\":\""
                + (type.equals("nonInteractiveUser") ? "Microsoft Graph"
                        : name.equals("own page") ? "One Outlook Web" : "Office 365 Exchange Online")
                + "\",\"status\":{\"errorCode\":" + error + ",\"failureReason\":\"" + reason
                + "\"},\"originalTransferMethod\":\"" + transfer + "\",\"authenticationProtocol\":\"none\","
                + "\"signInEventTypes\":[\"" + type + "\"],\"sessionId\":\"00c46fa3-45a8-11c0-96d6-32c905791857\"}";
    }

    private String graph() {
        return "[" + String.join(",", call("graph mail", "GET", 200, "me/messages?$top=5"),
                call("graph send", "POST", 202, "me/sendMail"), call("graph refused", "GET", 403, "users"),
                call("graph none", "GET", 404, "users/" + USER),
                call("graph chat", "GET", 200, "chats/19:a@thread.v2/messages"),
                call("graph channel", "GET", 200, "teams/" + APPLICATION + "/channels/19:b@thread.tacv2/messages"),
                call("graph my chats", "GET", 200, "me/chats"),
                call("graph rule", "POST", 201, "me/mailFolders/inbox/messageRules"),
                call("graph key", "POST", 200, "applications/" + APPLICATION + "/addPassword"),
                call("graph grant", "POST", 201, "oauth2PermissionGrants"),
                call("graph file", "GET", 302, "me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/content"),
                call("graph odd", "GET", 200, "admin/serviceAnnouncement/issues")) + "]";
    }

    private String call(String name, String method, int status, String path) {
        return "{\"TenantId\":\"0b5f0c11-1111-4a4a-8b8b-aaaaaaaaaaaa\",\"TimeGenerated\":\"2026-09-10T08:14:02Z\","
                + "\"RequestId\":\"" + id(name) + "\",\"RequestMethod\":\"" + method + "\",\"ResponseStatusCode\":"
                + status + ",\"AadTenantId\":\"3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f\",\"IPAddress\":\"198.51.100.23\","
                + "\"RequestUri\":\"https://graph.microsoft.com/v1.0/" + path + "\",\"SignInActivityId\":"
                + "\"-SIafF47YE2aF8DeABEiAA\",\"UserId\":\"" + USER + "\"}";
    }
}
