package org.tokenlane.ingest.mail;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;

/**
 * The rows of Defender's tables about messages ("Advanced hunting schema",
 * learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables). A message has the same network message id in all of
 * them; {@code ReportId} is a counter and no key. The address of a message is that of the last server that relayed it.
 * Who wrote a message is not known by its sender's address, so these events have no actor but for clicks.
 */
final class DefenderMail {

    private DefenderMail() {
    }

    /** One message to one recipient (EmailEvents). */
    static Draft email(Value row, RowContext context) throws DamagedRecordException {
        String operation = Delivery.operation(row.find("emaildirection").text());
        String action = Absent.clean(row.find("deliveryaction").text());
        Draft draft = message(row, context).text(EventField.OPERATION, operation)
                .text(EventField.TARGET, row.find("subject")).text(EventField.RESULT_CODE, action)
                .result(Delivery.result(action))
                .text(EventField.RESULT_TEXT,
                        Delivery.joined(row.find("deliverylocation"), row.find("threattypes"),
                                row.find("threatnames")))
                .ip(row.find("senderipv4"), row.find("senderipv6"));
        if (!operation.equals("Email")) {
            mailbox(draft, Delivery.isOutbound(operation) ? EventField.SENDER : EventField.RECIPIENT);
        }
        return draft.keyOf("email", draft.get(EventField.NETWORK_MESSAGE_ID), draft.get(EventField.RECIPIENT));
    }

    /** A link in a message (EmailUrlInfo). */
    static Draft link(Value row, RowContext context) throws DamagedRecordException {
        Draft draft = message(row, context).text(EventField.OPERATION, "Email link") // not for people
                .text(EventField.TARGET, row.find("url")).text(EventField.RESULT_TEXT, row.find("urllocation"));
        return draft.keyOf("emailurl", draft.get(EventField.NETWORK_MESSAGE_ID), draft.get(EventField.TARGET),
                draft.get(EventField.RESULT_TEXT));
    }

    /** An attachment of a message (EmailAttachmentInfo). */
    static Draft attachment(Value row, RowContext context) throws DamagedRecordException {
        Draft draft = message(row, context).text(EventField.OPERATION, "Email attachment") // not for people
                .text(EventField.TARGET, row.find("filename"))
                .text(EventField.RESULT_TEXT,
                        Delivery.joined(row.find("threattypes"), row.find("threatnames"), row.find("sha256")));
        return draft.keyOf("emailattachment", draft.get(EventField.NETWORK_MESSAGE_ID),
                draft.get(EventField.RECIPIENT), draft.get(EventField.TARGET), row.find("sha256").text());
    }

    /** What was done with a message after its delivery (EmailPostDeliveryEvents). */
    static Draft afterDelivery(Value row, RowContext context) throws DamagedRecordException {
        Value outcome = row.find("actionresult");
        Draft draft = message(row, context).text(EventField.OPERATION, row.find("actiontype"))
                .text(EventField.TARGET, row.find("action")).text(EventField.RESULT_CODE, outcome)
                .result(Outcomes.of(outcome.text()))
                .text(EventField.RESULT_TEXT, Delivery.joined(row.find("actiontrigger"), row.find("deliverylocation"),
                        row.find("threattypes")));
        mailbox(draft, EventField.RECIPIENT);
        return draft.keyOf("emailpostdelivery", draft.get(EventField.NETWORK_MESSAGE_ID),
                draft.get(EventField.RECIPIENT), Long.toString(draft.time()), draft.get(EventField.OPERATION),
                draft.get(EventField.TARGET));
    }

    /** A link that somebody followed (UrlClickEvents); one that was blocked may have been followed all the same. */
    static Draft click(Value row, RowContext context) throws DamagedRecordException {
        Value url = row.find("url");
        if (Value.firstText(url) == null) {
            throw new DamagedRecordException(RejectText.NO_LINK.with());
        }
        Value through = row.find("isclickedthrough");
        Draft draft = new Draft(EventKind.LINK_CLICK, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.OPERATION, row.find("actiontype")).text(EventField.WORKLOAD, row.find("workload"))
                .upn(row.find("accountupn")).ip(row.find("ipaddress")).text(EventField.TARGET, url)
                .networkMessageId(row.find("networkmessageid")).text(EventField.RECORD_ID, row.find("reportid"))
                .result(clicked(row.find("actiontype").text(), through.text()))
                .text(EventField.RESULT_TEXT, Delivery.joined(row.find("threattypes"), row.find("detectionmethods")));
        return draft.keyOf("urlclick", row.find("reportid").text(), Long.toString(draft.time()),
                draft.get(EventField.OPERATION), draft.get(EventField.UPN), draft.get(EventField.TARGET));
    }

    private static EventResult clicked(@Nullable String action, @Nullable String through) {
        if ("1".equals(through) || Outcomes.of(through) == EventResult.SUCCESS) {
            return EventResult.SUCCESS;
        }
        return action == null ? EventResult.UNKNOWN
                : action.equalsIgnoreCase("ClickAllowed") ? EventResult.SUCCESS
                        : action.toLowerCase(Locale.ROOT).startsWith("clickblocked") ? EventResult.FAILURE
                                : EventResult.UNKNOWN;
    }

    /** A message in Teams at the time of its delivery (MessageEvents). */
    static Draft teamsMessage(Value row, RowContext context) throws DamagedRecordException {
        String action = Absent.clean(row.find("deliveryaction").text());
        return teams(row, context).text(EventField.OPERATION, "Teams message") // not for people
                .text(EventField.TARGET,
                        Value.firstText(row.find("messagesubject"), row.find("groupname"), row.find("threadid")))
                .text(EventField.RESULT_CODE, action).result(Delivery.result(action))
                .text(EventField.RESULT_TEXT, Delivery.joined(row.find("deliverylocation"), row.find("threattypes")))
                .keyOf("teamsmessage", row.find("teamsmessageid").text(), row.find("messageversion").text(),
                        row.find("lasteditedtime").text());
    }

    /** A link in a Teams message (MessageUrlInfo). */
    static Draft teamsLink(Value row, RowContext context) throws DamagedRecordException {
        Draft draft = teams(row, context).text(EventField.OPERATION, "Teams link") // not for people
                .text(EventField.TARGET, row.find("url"));
        return draft.keyOf("teamsurl", row.find("teamsmessageid").text(), draft.get(EventField.TARGET));
    }

    /** What was done with a Teams message after its delivery (MessagePostDeliveryEvents). */
    static Draft teamsAfterDelivery(Value row, RowContext context) throws DamagedRecordException {
        Value outcome = row.find("actionresult");
        Draft draft = teams(row, context).text(EventField.OPERATION, row.find("actiontype"))
                .text(EventField.TARGET, row.find("action")).text(EventField.RESULT_CODE, outcome)
                .result(Outcomes.of(outcome.text()))
                .text(EventField.RESULT_TEXT, Delivery.joined(row.find("actiontrigger"),
                        row.find("latestdeliverylocation", "deliverylocation"), row.find("threattypes")));
        return draft.keyOf("teamspostdelivery", row.find("teamsmessageid").text(), Long.toString(draft.time()),
                draft.get(EventField.OPERATION), draft.get(EventField.TARGET));
    }

    private static @Nullable String recipients(Value details) {
        StringJoiner all = new StringJoiner(" ");
        for (Value element : details.opened().items()) {
            String address = Absent.clean(element.opened().find("recipientsmtpaddress").text());
            if (address != null) {
                all.add(address.toLowerCase(Locale.ROOT));
            }
        }
        return all.length() == 0 ? null : all.toString();
    }

    private static Draft teams(Value row, RowContext context) throws DamagedRecordException {
        if (Value.firstText(row.find("teamsmessageid")) == null) {
            throw new DamagedRecordException(RejectText.NO_MESSAGE.with());
        }
        return new Draft(EventKind.MESSAGE, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.WORKLOAD, "Teams").address(EventField.SENDER, row.find("senderemailaddress"))
                .text(EventField.RECIPIENT, recipients(row.find("recipientdetails")))
                .text(EventField.RECORD_ID, row.find("teamsmessageid"));
    }

    private static Draft message(Value row, RowContext context) throws DamagedRecordException {
        Value network = row.find("networkmessageid");
        Value internet = row.find("internetmessageid");
        if (Value.firstText(network, internet) == null) {
            throw new DamagedRecordException(RejectText.NO_MESSAGE.with());
        }
        return new Draft(EventKind.MESSAGE, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.WORKLOAD, "Email").networkMessageId(network)
                .text(EventField.INTERNET_MESSAGE_ID, internet)
                .address(EventField.SENDER, row.find("senderfromaddress"), row.find("sendermailfromaddress"))
                .address(EventField.RECIPIENT, row.find("recipientemailaddress"))
                .text(EventField.RECORD_ID, row.find("reportid"));
    }

    private static void mailbox(Draft draft, EventField owner) {
        draft.text(EventField.MAILBOX, draft.get(owner));
    }
}
