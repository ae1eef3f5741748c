package org.tokenlane.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Audited;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/** Makes records of the unified audit log: mail, files, logons. */
final class MailAndFiles {

    private static final List<String> FOLDERS = List.of("\\Inbox", "\\Inbox\\Økonomi", "\\Sent Items", "\\Archive");
    private static final List<String> FILES = List.of("Budget 2027.xlsx", "Løn og pension.docx", "Contract – ACME.pdf",
            "入札資料.pptx", "Passwords.txt",
            "Board minutes.docx",
            "Umowa ramowa.docx", "Customers.csv");

    private final SampleIds ids;

    MailAndFiles(SampleIds ids) {
        this.ids = ids;
    }

    /** A MailItemsAccessed record that stands for so many messages. */
    Audited mailRead(SignIn token, long time, int messages, String access, boolean throttled) {
        Map<String, Object> details = mailbox(token.person());
        details.put("OperationProperties",
                List.of(pair("MailAccessType", access), pair("IsThrottled", throttled ? "True" : "False")));
        if (access.equals("Sync")) {
            details.put("Item",
                    Map.of("ParentFolder", ordered("Id", "LgAAAAB" + ids.hex(12), "Name", "Inbox", "Path", "\\Inbox")));
        } else {
            details.put("OperationCount", messages);
            details.put("Folders", List.of(ordered("FolderItems", items(messages), "Id", "LgAAAAB" + ids.hex(12),
                    "Path", ids.oneOf(FOLDERS))));
        }
        return exchange(token, time, 50, "MailItemsAccessed", details);
    }

    private List<Object> items(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> (Object) ordered("Id", "RgAAAAB" + ids.hex(16), "InternetMessageId",
                        "<" + ids.hex(12) + "@" + World.DOMAIN + ">", "SizeInBytes", ids.between(2_000, 90_000)))
                .toList();
    }

    /** Send, SendAs, SoftDelete, HardDelete or MoveToDeletedItems of one message. */
    Audited mailItem(SignIn token, long time, String operation, String subject) {
        Map<String, Object> details = mailbox(token.person());
        Map<String, Object> item = ordered("Id", "RgAAAAB" + ids.hex(16), "InternetMessageId",
                "<" + ids.hex(12) + "@" + World.DOMAIN + ">", "ParentFolder",
                ordered("Id", "LgAAAAB" + ids.hex(12), "Path", operation.startsWith("Send") ? "\\Drafts" : "\\Inbox"),
                "Subject", subject);
        boolean sent = operation.startsWith("Send");
        details.put(sent ? "Item" : "AffectedItems", sent ? item : List.of(item));
        return exchange(token, time, sent ? 2 : 3, operation, details);
    }

    /** A cmdlet such as New-InboxRule. */
    Audited cmdlet(SignIn token, long time, String operation, String object, Map<String, String> parameters) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("ResultStatus", "True");
        details.put("ObjectId", object);
        details.put("OrganizationName", World.DOMAIN);
        String ip = token.place().ip();
        details.put("ClientIP", (ip.indexOf(':') < 0 ? ip : "[" + ip + "]") + ":52731");
        details.put("Parameters",
                parameters.entrySet().stream().map(entry -> pair(entry.getKey(), entry.getValue())).toList());
        return exchange(token, time, 1, operation, details);
    }

    /** The record of a message in a mailbox of several people, by a delegate. */
    Audited delegated(SignIn token, long time, String operation, Person mailbox) {
        Audited own = operation.equals("MailItemsAccessed") ? mailRead(token, time, 2, "Bind", false)
                : mailItem(token, time, operation, "Your order");
        Map<String, Object> details = new LinkedHashMap<>(own.details());
        details.put("MailboxOwnerUPN", mailbox.upn());
        details.put("LogonType", 2);
        return new Audited(own.id(), own.time(), "Exchange", own.recordType(), operation, own.person(), own.place(),
                own.session(), own.uti(), token, token.app(), details);
    }

    /** What somebody asked the assistant, and the file that it read for them. */
    Audited copilot(SignIn token, long time, String file) {
        String address = "https://contoso.sharepoint.example/sites/finance/Shared Documents/" + file;
        Map<String, Object> details = ordered("CopilotEventData",
                ordered("AppHost", "BizChat", "AccessedResources",
                        List.of(ordered("Action", "Read", "ID", ids.guid(), "Name", file, "SiteUrl", address, "Type",
                                file.substring(file.lastIndexOf('.') + 1))),
                        "Contexts", List.of(), "Messages",
                        List.of(ordered("Id", Long.toString(Math.floorDiv(time, 1_000_000L)), "isPrompt", true)),
                        "ThreadId", "19:" + ids.hex(16) + "@thread.v2"),
                "CopilotLogVersion", "1.0.0.0", "ClientRegion", "EUR");
        return new Audited(ids.guid(), whole(time), "Copilot", 261, "CopilotInteraction", token.person(),
                token.place(), token.session(), token.uti(), token, token.app(), details);
    }

    private Audited exchange(SignIn token, long time, int recordType, String operation, Map<String, Object> details) {
        return new Audited(ids.guid(), whole(time), "Exchange", recordType, operation, token.person(), token.place(),
                token.session(), token.uti(), token, token.app(),
                details);
    }

    private Map<String, Object> mailbox(Person person) {
        return ordered("ResultStatus", "Succeeded", "MailboxOwnerUPN", person.upn(), "MailboxGuid", ids.guid(),
                "LogonType", 0, "ExternalAccess", false,
                "ClientInfoString",
                "Client=OWA;Action=ViaProxy");
    }

    /** What somebody did in Teams. */
    Audited chat(SignIn token, long time, String operation) {
        Map<String, Object> details = ordered("ChatThreadId", "19:" + ids.hex(16) + "@thread.v2", "CommunicationType",
                "OneOnOne", "MessageId", Long.toString(Math.floorDiv(time, 1_000_000L)), "ItemName",
                "19:" + ids.hex(16) + "@thread.v2", "UserAgent", token.device().userAgent());
        return new Audited(ids.guid(), whole(time), "MicrosoftTeams", 25, operation, token.person(), token.place(),
                token.session(), token.uti(), token, token.app(), details);
    }

    Audited file(SignIn token, long time, String operation) {
        String name = ids.oneOf(FILES);
        String site = "https://contoso.sharepoint.example/sites/finance/";
        Map<String, Object> details = ordered("ObjectId", site + "Shared Documents/" + name, "ItemType", "File",
                "SiteUrl", site, "SourceFileName", name,
                "SourceRelativeUrl", "Shared Documents", "EventSource", "SharePoint", "UserAgent",
                token.device().userAgent(), "CorrelationId", ids.guid());
        return new Audited(ids.guid(), whole(time), "SharePoint", 6, operation, token.person(), token.place(),
                token.session(), token.uti(), token, token.app(), details);
    }

    /** The audit log's own word of a sign-in. */
    Audited logon(SignIn signIn) {
        Map<String, Object> details = ordered("ResultStatus", "Success", "ObjectId", signIn.resource().id(),
                "AzureActiveDirectoryEventType", 1, "ExtendedProperties",
                List.of(pair("ResultStatusDetail", "Success"), pair("UserAgent", signIn.device().userAgent()),
                        pair("RequestType", "OAuth2:Authorize")),
                "Actor",
                List.of(ordered("ID", signIn.person().objectId(), "Type", 0),
                        ordered("ID", signIn.person().upn(), "Type", 5)),
                "ActorContextId", World.TENANT,
                "ActorIpAddress", signIn.place().ip(), "InterSystemsId", signIn.correlation(), "IntraSystemId",
                signIn.id(), "Target",
                List.of(ordered("ID", signIn.resource().id(), "Type", 0)), "ApplicationId", signIn.app().id(),
                "DeviceProperties",
                List.of(pair("OS", signIn.device().system()), pair("BrowserType", "Other"),
                        pair("SessionId", signIn.session())),
                "ErrorNumber", "0");
        return new Audited(signIn.id(), whole(signIn.time()), "AzureActiveDirectory", 15, "UserLoggedIn",
                signIn.person(), signIn.place(), null, null, signIn, null,
                details);
    }

    /** A mailbox operation of a background process, whose token's identifier is a GUID and of no session. */
    Audited backgroundRead(Person person, long time, Place backend) {
        Map<String, Object> details = mailbox(person);
        details.put("ClientInfoString", "Client=REST;Client=RESTSystem;;");
        details.put("OperationProperties", List.of(pair("MailAccessType", "Bind"), pair("IsThrottled", "False")));
        details.put("OperationCount", 1);
        details.put("Folders",
                List.of(ordered("FolderItems", items(1), "Id", "LgAAAAB" + ids.hex(12), "Path", "\\Inbox")));
        App service = new App("", "00000002-0000-0ff1-ce00-000000000000");
        return new Audited(ids.guid(), whole(time), "Exchange", 50, "MailItemsAccessed", person, backend, null,
                ids.guid(), null, service, details);
    }

    /** The audit log's times have no fractions of a second. */
    private static long whole(long time) {
        return Math.floorDiv(time, WorldBuilder.SECOND) * WorldBuilder.SECOND;
    }

    static Map<String, Object> pair(String name, String value) {
        return ordered("Name", name, "Value", value);
    }

    /** A map of names and values in the order in which they are given. */
    static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
