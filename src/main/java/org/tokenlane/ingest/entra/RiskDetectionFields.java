package org.tokenlane.ingest.entra;

import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/**
 * The fields of a risk detection. Its request id is that of the sign-in which it judges, so that the sign-in's UTI can
 * be derived from it. The risk
 * level stands as result code, the risk state as result text. Detections of agents name the agent and its blueprint
 * ("agentRiskDetection resource type", learn.microsoft.com/graph/api/resources/agentriskdetection).
 */
final class RiskDetectionFields {

    private RiskDetectionFields() {
    }

    /**
     * Maps a risk detection of a user or a service principal; {@code envelope} is the record around it or the record
     * itself.
     */
    static Draft of(Value risk, Value envelope, RowContext context) throws DamagedRecordException {
        Value type = risk.find("riskeventtype", "risktype");
        if (Value.firstText(type) == null) {
            throw new DamagedRecordException(RejectText.NO_RISK_TYPE.with());
        }
        Value written = envelope.find("time", "timegenerated");
        Value updated = risk.find("lastupdateddatetime", "lastmodifieddatetime");
        Value agent = risk.find("agentid");
        Value place = risk.find("location").opened();
        return new Draft(EventKind.RISK, context).text(EventField.WORKLOAD, "Entra").text(EventField.OPERATION, type)
                .time(risk.find("activitydatetime"), risk.find("detecteddatetime"), updated, written)
                .recordedAt(updated.isMissing() ? written : updated)
                .text(EventField.RESULT_CODE, risk.find("risklevel"))
                .text(EventField.RESULT_TEXT, risk.find("riskstate"))
                .upn(risk.find("userprincipalname"))
                .text(EventField.USER_NAME,
                        Value.firstText(risk.find("userdisplayname"), risk.find("serviceprincipaldisplayname"),
                                risk.find("agentdisplayname")))
                .id(EventField.USER_OBJECT_ID,
                        Value.firstText(risk.find("userid"), risk.find("serviceprincipalid"), risk.find("agentid")))
                .id(EventField.APP_ID, risk.find("appid", "blueprintid", "agentidentityblueprintid"))
                .id(EventField.AGENT_ID, agent).text(EventField.AGENT_NAME, risk.find("agentdisplayname"))
                .text(EventField.AGENT_TYPE, Value.firstText(agent) == null ? null : risk.find("identitytype").text())
                .id(EventField.AGENT_BLUEPRINT_ID, risk.find("blueprintid", "agentidentityblueprintid"))
                .actor(actor(risk, agent))
                .ip(risk.find("ipaddress"), envelope.find("calleripaddress"))
                .text(EventField.CITY, place.find("city")).text(EventField.COUNTRY, place.find("countryorregion"))
                .text(EventField.USER_AGENT, risk.find("additionalinfo").pair("userAgent"))
                .id(EventField.REQUEST_ID, risk.find("requestid")).utiFromRequestId(risk.find("requestid"))
                .id(EventField.CORRELATION_ID, risk.find("correlationid"))
                .text(EventField.RECORD_ID, risk.find("id")).key("risk", risk.find("id"));
    }

    /** Whose risk it is. */
    private static @Nullable ActorKind actor(Value risk, Value agent) {
        if (Value.firstText(agent) != null) {
            return ActorKind.AGENT;
        }
        if (Value.firstText(risk.find("userid"), risk.find("userprincipalname")) != null) {
            return ActorKind.USER;
        }
        return Value.firstText(risk.find("serviceprincipalid")) == null ? null : ActorKind.APPLICATION;
    }
}
