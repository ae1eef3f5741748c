package org.tokenlane.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.LogTable;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.model.event.LogSource;

/**
 * The importers of message traces and of Defender's tables about messages. The columns of a table are on its page of
 * the advanced hunting schema (learn.microsoft.com/defender-xdr/advanced-hunting-emailevents-table and its neighbors);
 * Log Analytics has the same with {@code TimeGenerated} beside {@code Timestamp}.
 */
public final class MailImporters {

    private MailImporters() {
    }

    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "EmailEvents",
                        "Timestamp,NetworkMessageId,InternetMessageId,SenderFromAddress,RecipientEmailAddress,Subject,"
                                + "EmailDirection,DeliveryAction,DeliveryLocation")
                .knownBy("NetworkMessageId", "RecipientEmailAddress", "EmailDirection")
                .rows(ShapeText.EMAILEVENTS_TABLE, DefenderMail::email)
                .streamed(ShapeText.EMAILEVENTS_STREAM, DefenderMail::email).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "EmailUrlInfo", "Timestamp,NetworkMessageId,Url,UrlDomain,UrlLocation,ReportId")
                .knownBy("NetworkMessageId", "Url", "UrlDomain").without("UrlChain", "RecipientEmailAddress")
                .rows(ShapeText.EMAILURLINFO_TABLE, DefenderMail::link)
                .streamed(ShapeText.EMAILURLINFO_STREAM, DefenderMail::link).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "EmailAttachmentInfo",
                        "Timestamp,NetworkMessageId,SenderFromAddress,RecipientEmailAddress,FileName,FileType,SHA256")
                .knownBy("NetworkMessageId", "RecipientEmailAddress", "FileName").without("EmailDirection")
                .rows(ShapeText.EMAILATTACHMENTINFO_TABLE, DefenderMail::attachment)
                .streamed(ShapeText.EMAILATTACHMENTINFO_STREAM, DefenderMail::attachment).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "EmailPostDeliveryEvents",
                        "Timestamp,NetworkMessageId,InternetMessageId,Action,ActionType,ActionTrigger,ActionResult,"
                                + "RecipientEmailAddress,DeliveryLocation")
                .knownBy("NetworkMessageId", "RecipientEmailAddress", "ActionType").without("EmailDirection")
                .rows(ShapeText.EMAILPOSTDELIVERYEVENTS_TABLE, DefenderMail::afterDelivery)
                .streamed(ShapeText.EMAILPOSTDELIVERYEVENTS_STREAM, DefenderMail::afterDelivery).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "UrlClickEvents",
                        "Timestamp,Url,ActionType,AccountUpn,Workload,NetworkMessageId,ThreatTypes,IPAddress,"
                                + "IsClickedThrough,UrlChain,ReportId")
                .knownBy("Url", "ActionType", "AccountUpn", "IsClickedThrough")
                .rows(ShapeText.URLCLICKEVENTS_TABLE, DefenderMail::click)
                .streamed(ShapeText.URLCLICKEVENTS_STREAM, DefenderMail::click).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "MessageEvents",
                        "Timestamp,TeamsMessageId,SenderEmailAddress,RecipientDetails,ThreadId,GroupName,"
                                + "DeliveryAction")
                .knownBy("TeamsMessageId", "SenderEmailAddress").without("ActionType")
                .rows(ShapeText.MESSAGEEVENTS_TABLE, DefenderMail::teamsMessage)
                .streamed(ShapeText.MESSAGEEVENTS_STREAM, DefenderMail::teamsMessage).importers());
        all.addAll(LogTable.of(LogSource.MESSAGES, "MessageUrlInfo", "Timestamp,TeamsMessageId,Url,UrlDomain,ReportId")
                .knownBy("TeamsMessageId", "Url").without("SenderEmailAddress")
                .rows(ShapeText.MESSAGEURLINFO_TABLE, DefenderMail::teamsLink)
                .streamed(ShapeText.MESSAGEURLINFO_STREAM, DefenderMail::teamsLink).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "MessagePostDeliveryEvents",
                        "Timestamp,TeamsMessageId,Action,ActionType,ActionTrigger,ActionResult,RecipientDetails,"
                                + "ThreatTypes")
                .knownBy("TeamsMessageId", "ActionType")
                .rows(ShapeText.MESSAGEPOSTDELIVERYEVENTS_TABLE, DefenderMail::teamsAfterDelivery)
                .streamed(ShapeText.MESSAGEPOSTDELIVERYEVENTS_STREAM, DefenderMail::teamsAfterDelivery).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "",
                        "Received,SenderAddress,RecipientAddress,Subject,Status,FromIP,ToIP,MessageId,MessageTraceId")
                .knownBy("SenderAddress", "RecipientAddress", "MessageId", "Status").without("DateTimeUtc", "EventId")
                .rows(ShapeText.MESSAGETRACE_SUMMARY, MessageTraces::summary).importers());
        all.addAll(LogTable.of(LogSource.MESSAGES, "", "Date,MessageTraceId,MessageId,Event,Action,Detail,Data")
                .knownBy("MessageTraceId", "Event", "Date").without("SenderAddress")
                .rows(ShapeText.MESSAGETRACE_DETAIL, MessageTraces::detail).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "",
                        "origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id,"
                                + "network_message_id,original_client_ip,directionality")
                .knownBy("origin_timestamp_utc", "sender_address")
                .rows(ShapeText.MESSAGETRACE_REPORT, MessageTraces::report).importers());
        all.addAll(LogTable
                .of(LogSource.MESSAGES, "",
                        "date_time_utc,client_ip,event_id,source,message_id,network_message_id,recipient_address,"
                                + "recipient_status,message_subject,sender_address,directionality")
                .knownBy("date_time_utc", "event_id", "message_id")
                .rows(ShapeText.MESSAGETRACE_EVENTS, MessageTraces::transport).importers());
        return List.copyOf(all);
    }
}
