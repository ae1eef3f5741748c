package org.tokenlane.ingest.graph;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/**
 * The fields of a Graph call, by the names that they have in any of its logs. Two names mislead: {@code RequestId} is
 * the id of the call, not of
 * the sign-in, so that no UTI is ever derived from it, and {@code Location} is the region that answered, not where the
 * client is.
 */
final class GraphCallFields {

    private static final Pattern PII_MARK = Pattern.compile("</?pii>");
    private static final Pattern HTTP_STATUS = Pattern.compile("[1-5]\\d{2}");

    private GraphCallFields() {
    }

    /** Maps a call of Microsoft Graph. */
    static Draft microsoftGraph(Value call, RowContext context) throws DamagedRecordException {
        return common(call, context).text(EventField.WORKLOAD, "MicrosoftGraph")
                .text(EventField.OPERATION, GraphOperation.of(method(call), uri(call)))
                .key("graph", call.find("requestid"));
    }

    /** Maps a call of Azure AD Graph, the retired API whose paths begin with the tenant. */
    static Draft azureAdGraph(Value call, RowContext context) throws DamagedRecordException {
        return common(call, context).text(EventField.WORKLOAD, "AzureADGraph")
                .text(EventField.OPERATION, GraphOperation.ofAzureAdGraph(method(call), uri(call)))
                .key("aadgraph", call.find("requestid"));
    }

    private static Draft common(Value call, RowContext context) throws DamagedRecordException {
        String uri = uri(call);
        if (uri == null && first(call, "requestid") == null) {
            throw new DamagedRecordException(RejectText.NO_REQUEST.with());
        }
        String status = Outcomes.code(first(call, "responsestatuscode", "httpstatuscode"));
        return new Draft(EventKind.GRAPH_CALL, context).text(EventField.TARGET, uri)
                .text(EventField.RESULT_CODE, status).result(result(status))
                .id(EventField.REQUEST_ID, call.find("requestid"))
                .id(EventField.CORRELATION_ID, first(call, "operationid", "clientrequestid"))
                .id(EventField.USER_OBJECT_ID,
                        first(call, "userid", "accountobjectid", "userprincipalobjectid", "serviceprincipalid"))
                .actor(actor(call))
                .id(EventField.APP_ID, first(call, "appid", "applicationid"))
                .id(EventField.DEVICE_ID, first(call, "deviceid", "cdeviceid"))
                .id(EventField.TENANT_ID, call.find("aadtenantid"))
                .ip(call.find("ipaddress"), call.find("calleripaddress"))
                .text(EventField.USER_AGENT, call.find("useragent"))
                .session(call.find("sessionid"), "SessionId").session(call.find("csid"), "C_Sid")
                .uti(call.find("signinactivityid")).uti(call.find("uniquetokenid"))
                .uti(call.find("uniquetokenidentifier"))
                .tokenIssuedAt(call.find("tokenissuedat", "issuedat", "ciat"));
    }

    /** A call with a user's token is the user's, whatever application made it. */
    private static @Nullable ActorKind actor(Value call) {
        String type = first(call, "cidtyp", "entitytype");
        if (type != null && (type.equalsIgnoreCase("app") || type.equalsIgnoreCase("servicePrincipal"))) {
            return ActorKind.APPLICATION;
        }
        if (first(call, "userid") != null || type != null && type.equalsIgnoreCase("user")) {
            return ActorKind.USER;
        }
        return first(call, "serviceprincipalid") == null ? null : ActorKind.APPLICATION;
    }

    private static @Nullable String method(Value call) {
        return first(call, "requestmethod", "httpmethod");
    }

    /** The address as the log has it; the marks that Azure AD Graph puts around personal data are no part of it. */
    private static @Nullable String uri(Value call) {
        String text = first(call, "requesturi");
        return text == null ? null : PII_MARK.matcher(text).replaceAll("").strip();
    }

    /**
     * The first field that holds more than an empty text: Azure AD Graph writes {@code ""} for what it does not know.
     */
    private static @Nullable String first(Value call, String... names) {
        for (String name : names) {
            String text = call.find(name).text();
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** Takes the status from the record around a call that does not have it itself. */
    static Draft answered(Draft call, Value signature) {
        String status = call.has(EventField.RESULT_CODE) ? null : Outcomes.code(signature.text());
        return result(status) == EventResult.UNKNOWN ? call
                : call.text(EventField.RESULT_CODE, status).result(result(status));
    }

    private static EventResult result(@Nullable String status) {
        if (status == null || !HTTP_STATUS.matcher(status.strip()).matches()) {
            return EventResult.UNKNOWN;
        }
        return status.strip().charAt(0) < '4' ? EventResult.SUCCESS : EventResult.FAILURE;
    }
}
