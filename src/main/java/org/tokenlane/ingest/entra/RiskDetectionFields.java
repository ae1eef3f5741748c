package org.tokenlane.ingest.entra;

import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/**
 * The fields of a risk detection. Its request id is that of the sign-in which it judges, so that the sign-in's UTI can
 * be derived from it. The risk
 * level stands as result code, the risk state as result text.
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
        Value updated = risk.find("lastupdateddatetime");
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
                .ip(risk.find("ipaddress"), envelope.find("calleripaddress"))
                .text(EventField.CITY, place.find("city")).text(EventField.COUNTRY, place.find("countryorregion"))
                .text(EventField.USER_AGENT, risk.find("additionalinfo").pair("userAgent"))
                .id(EventField.REQUEST_ID, risk.find("requestid")).utiFromRequestId(risk.find("requestid"))
                .id(EventField.CORRELATION_ID, risk.find("correlationid"))
                .text(EventField.RECORD_ID, risk.find("id")).key("risk", risk.find("id"));
    }
}
