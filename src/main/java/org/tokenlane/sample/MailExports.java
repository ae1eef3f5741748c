package org.tokenlane.sample;

import static org.tokenlane.sample.ExportFiles.iso;

import java.io.IOException;
import java.util.List;
import org.tokenlane.sample.World.Click;
import org.tokenlane.sample.World.Message;

/** The exports of messages and of links that were followed: a message trace and the tables of Defender. */
final class MailExports {

    /** A message is in the trace, in EmailEvents and, by its link, in EmailUrlInfo. */
    static final int EVENTS_OF_MESSAGE = 3;

    private final World world;

    MailExports(World world) {
        this.world = world;
    }

    void write(ExportFiles files) throws IOException {
        if (world.messages.isEmpty()) {
            return;
        }
        files.table("EmailEvents.csv", "Defender CSV", ExportFiles.BOM, false,
                "Timestamp,NetworkMessageId,InternetMessageId,SenderMailFromAddress,SenderFromAddress,"
                        + "SenderDisplayName,SenderObjectId,SenderMailFromDomain,SenderFromDomain,SenderIPv4,"
                        + "SenderIPv6,RecipientEmailAddress,RecipientObjectId,Subject,EmailDirection,"
                        + "DeliveryAction,DeliveryLocation,ThreatTypes,UrlCount,AttachmentCount,"
                        + "ReportId",
                world.messages.stream().map(MailExports::email).toList());
        files.table("EmailUrlInfo.csv", "Defender CSV", ExportFiles.BOM, false,
                "Timestamp,NetworkMessageId,Url,UrlDomain,UrlLocation,ReportId",
                world.messages.stream().map(MailExports::link).toList());
        files.table("UrlClickEvents.csv", "Defender CSV", ExportFiles.BOM, false,
                "Timestamp,Url,ActionType,AccountUpn,Workload,NetworkMessageId,ThreatTypes,DetectionMethods,"
                        + "IPAddress,IsClickedThrough,UrlChain,ReportId",
                world.clicks.stream().map(MailExports::click).toList());
        files.table("MessageTrace.csv", "message trace CSV", "", false,
                "MessageTraceId,Received,SenderAddress,RecipientAddress,FromIP,ToIP,Size,Status,Subject,MessageId",
                world.messages.stream().map(MailExports::trace).toList());
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static String host(Message message) {
        return message.link().split("/")[2];
    }

    private static List<String> email(Message m) {
        return List.of(iso(m.time(), 7), m.networkId(), m.internetId(), m.sender(), m.sender(), "", "",
                domain(m.sender()), domain(m.sender()), m.senderIp(), "", m.recipient().upn(),
                m.recipient().objectId(), m.subject(), "Inbound", "Delivered", "Inbox/folder", "", "1", "0",
                m.networkId() + "-1-1");
    }

    private static List<String> link(Message m) {
        return List.of(iso(m.time(), 0), m.networkId(), m.link(), host(m), "Body", m.networkId() + "-1");
    }

    private static List<String> click(Click c) {
        return List.of(iso(c.time(), 0), c.message().link(), c.allowed() ? "ClickAllowed" : "ClickBlocked",
                c.message().recipient().upn(), "Email", c.message().networkId(), c.allowed() ? "" : "Phish", "",
                c.ip(), "0", "[\"" + c.message().link() + "\"]", c.id());
    }

    private static List<String> trace(Message m) {
        return List.of(m.networkId(), ExportFiles.powerShell(m.time()), m.sender(), m.recipient().upn(), m.senderIp(),
                "", "20480", "Delivered", m.subject(), m.internetId());
    }
}
