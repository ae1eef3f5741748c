package org.tokenlane.ingest.mail;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;

/**
 * Message traces of Exchange Online ("Get-MessageTraceV2",
 * learn.microsoft.com/powershell/module/exchange/get-messagetracev2; "exchangeMessageTrace resource type",
 * learn.microsoft.com/graph/api/resources/exchangemessagetrace; "Message trace in the Exchange admin center",
 * learn.microsoft.com/exchange/monitoring/trace-an-email-message/message-trace-modern-eac). Times are UTC. The trace's id
 * is the network message id; a subject may be missing.
 */
final class MessageTraces {

    private static final String MARK = "##";

    private MessageTraces() {
    }

    /** One message to one recipient, of Get-MessageTrace, Get-MessageTraceV2 or Graph. */
    static Draft summary(Value row, RowContext context) throws DamagedRecordException {
        String status = Absent.clean(row.find("status").text());
        Draft draft = message(row, context, row.find("messagetraceid", "id"))
                .time(row.find("received", "receiveddatetime", "date")).text(EventField.OPERATION, "Email")
                .address(EventField.RECIPIENT, row.find("recipientaddress"))
                .text(EventField.TARGET, row.find("subject"))
                .text(EventField.RESULT_CODE, status).result(Delivery.result(status)).ip(row.find("fromip"));
        return draft.keyOf("messagetrace", id(draft), draft.get(EventField.RECIPIENT));
    }

    /** One step of a message's way, of Get-MessageTraceDetail or Get-MessageTraceDetailV2. */
    static Draft detail(Value row, RowContext context) throws DamagedRecordException {
        String event = Absent.clean(row.find("event").text());
        Draft draft = message(row, context, row.find("messagetraceid")).time(row.find("date"))
                .text(EventField.OPERATION, event).text(EventField.RESULT_TEXT, row.find("detail"))
                .text(EventField.TARGET, row.find("action")).result(Delivery.result(event))
                .address(EventField.RECIPIENT, row.find("recipientaddress"));
        return draft.keyOf("messagetracedetail", id(draft), draft.get(EventField.RECIPIENT),
                Long.toString(draft.time()), event, draft.get(EventField.RESULT_TEXT));
    }

    /** One message with all its recipients, of a downloaded report (enhanced summary). */
    static Draft report(Value row, RowContext context) throws DamagedRecordException {
        String recipients = Absent.clean(row.find("recipientstatus").text());
        Draft draft = downloaded(row, context).time(row.find("origintimestamputc"))
                .text(EventField.OPERATION, Delivery.operation(row.find("directionality").text()))
                .text(EventField.RECIPIENT, addresses(recipients)).text(EventField.RESULT_TEXT, recipients)
                .result(outcome(recipients)).ip(row.find("originalclientip"));
        return draft.keyOf("messagetracereport", id(draft), draft.get(EventField.RECIPIENT));
    }

    /** One transport event of a message, of a downloaded report with routing details (extended). */
    static Draft transport(Value row, RowContext context) throws DamagedRecordException {
        String event = Absent.clean(row.find("eventid").text());
        String recipients = Absent.clean(row.find("recipientaddress").text());
        Draft draft = downloaded(row, context).time(row.find("datetimeutc"))
                .text(EventField.OPERATION, Delivery.joined(row.find("source"), row.find("eventid")))
                .text(EventField.RECIPIENT, addresses(recipients)).text(EventField.RESULT_CODE, event)
                .text(EventField.RESULT_TEXT, row.find("recipientstatus")).result(Delivery.result(event))
                .ip(row.find("originalclientip"), row.find("clientip"));
        return draft.keyOf("messagetraceevent", id(draft), draft.get(EventField.RECIPIENT),
                Long.toString(draft.time()), draft.get(EventField.OPERATION), row.find("internalmessageid").text());
    }

    private static Draft downloaded(Value row, RowContext context) throws DamagedRecordException {
        return message(row, context, row.find("networkmessageid")).text(EventField.TARGET, row.find("messagesubject"))
                .id(EventField.TENANT_ID, row.find("tenantid"));
    }

    private static Draft message(Value row, RowContext context, Value network) throws DamagedRecordException {
        Value internet = row.find("messageid");
        if (Value.firstText(network, internet) == null) {
            throw new DamagedRecordException(RejectText.NO_MESSAGE.with());
        }
        return new Draft(EventKind.MESSAGE, context).text(EventField.WORKLOAD, "Email").networkMessageId(network)
                .text(EventField.INTERNET_MESSAGE_ID, internet)
                .address(EventField.SENDER, row.find("senderaddress"));
    }

    private static @Nullable String id(Draft draft) {
        return draft.has(EventField.NETWORK_MESSAGE_ID) ? draft.get(EventField.NETWORK_MESSAGE_ID)
                : draft.get(EventField.INTERNET_MESSAGE_ID);
    }

    /** The addresses in {@code lea@contoso.example##Receive, Deliver;max@contoso.example##Receive, Fail}. */
    private static @Nullable String addresses(@Nullable String recipients) {
        StringJoiner all = new StringJoiner(" ");
        for (String part : recipients == null ? new String[0] : recipients.split(";")) {
            int end = part.indexOf(MARK);
            String address = (end < 0 ? part : part.substring(0, end)).strip().toLowerCase(Locale.ROOT);
            if (!address.isEmpty()) {
                all.add(address);
            }
        }
        return all.length() == 0 ? null : all.toString();
    }

    /** It arrived where it arrived for all, and failed where it failed for all. */
    private static EventResult outcome(@Nullable String recipients) {
        EventResult all = null;
        for (String part : recipients == null ? new String[0] : recipients.split(";")) {
            String[] steps = part.substring(Math.max(0, part.indexOf(MARK))).split("[#,]");
            EventResult one = Delivery.result(steps.length == 0 ? null : steps[steps.length - 1]);
            all = all == null || all == one ? one : EventResult.UNKNOWN;
        }
        return all == null ? EventResult.UNKNOWN : all;
    }
}
