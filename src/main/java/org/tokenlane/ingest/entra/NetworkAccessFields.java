package org.tokenlane.ingest.entra;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Guids;

/**
 * The fields of one transaction of Global Secure Access traffic. {@code SessionId} is taken for the sign-in session
 * only where it is a GUID: a
 * connection of the client has ids of another form.
 */
final class NetworkAccessFields {

    private NetworkAccessFields() {
    }

    /** Maps a transaction; {@code envelope} is the record around it or the record itself. */
    static Draft of(Value traffic, Value envelope, RowContext context) throws DamagedRecordException {
        Value transaction = traffic.find("transactionid");
        String target = target(traffic);
        if (target == null && Value.firstText(transaction) == null) {
            throw new DamagedRecordException(RejectText.NO_DESTINATION.with());
        }
        Value written = envelope.find("time", "timegenerated");
        Value action = traffic.find("action");
        Value session = traffic.find("sessionid");
        return new Draft(EventKind.OPERATION, context).text(EventField.WORKLOAD, "NetworkAccess")
                .text(EventField.OPERATION, operation(traffic))
                .time(traffic.find("createddatetime", "timegenerated"), written).recordedAt(written)
                .result(result(action.text()))
                .text(EventField.RESULT_CODE, Value.firstText(traffic.find("responsecode"), action))
                .text(EventField.TARGET, target).upn(traffic.find("userprincipalname"))
                .id(EventField.USER_OBJECT_ID, traffic.find("userid"))
                .ip(traffic.find("sourceip")).id(EventField.DEVICE_ID, traffic.find("deviceid"))
                .text(EventField.RESOURCE_NAME, traffic.find("traffictype"))
                .id(EventField.RESOURCE_ID, traffic.find("appid"))
                .session(Guids.isGuid(session.text()) ? session : Value.MISSING, "sessionId")
                .uti(traffic.find("uniquetokenid"))
                .text(EventField.RECORD_ID, transaction).key("networkaccess", transaction);
    }

    /**
     * The method of the request where it is known, else what was done with a connection: {@code GET}, {@code allowed
     * connection}.
     */
    private static String operation(Value traffic) {
        String method = Value.firstText(traffic.find("httpmethod"));
        String action = Value.firstText(traffic.find("action"));
        return method != null ? method.toUpperCase(Locale.ROOT)
                : action == null ? "connection" : action.toLowerCase(Locale.ROOT) + " connection";
    }

    private static @Nullable String target(Value traffic) {
        String host = Value.firstText(traffic.find("destinationurl"), traffic.find("destinationfqdn"),
                traffic.find("destinationip"));
        String port = Value.firstText(traffic.find("destinationport"));
        return host == null || port == null || host.contains("/") || host.contains(":") ? host : host + ':' + port;
    }

    private static EventResult result(@Nullable String action) {
        return switch (action == null ? "" : action.strip().toLowerCase(Locale.ROOT)) {
        case "allow", "allowed" -> EventResult.SUCCESS;
        case "block", "blocked", "deny", "denied" -> EventResult.FAILURE;
        default -> EventResult.UNKNOWN;
        };
    }
}
