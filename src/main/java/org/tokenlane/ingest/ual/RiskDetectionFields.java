package org.tokenlane.ingest.ual;

import java.util.StringJoiner;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.IpAddress;

/**
 * Risk detections in the unified audit log (record type 294). The request id is that of the sign-in found risky, so its
 * token can be derived.
 */
final class RiskDetectionFields {

    private RiskDetectionFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        draft.time(AuditDataFields.first(data.get("ActivityDateTime"), data.get("CreationTime"), wrapper.time()),
                data.get("CreationTime"),
                wrapper.time());
        draft.recordedAt(AuditDataFields.first(data.get("DetectedDateTime"), data.get("CreationTime")));
        draft.id(EventField.REQUEST_ID, data.get("RequestId"));
        draft.utiFromRequestId(data.get("RequestId"));
        Value location = data.get("Location").opened();
        draft.text(EventField.CITY, Value.firstText(location.get("City"), location.get("city")));
        draft.text(EventField.COUNTRY, Value.firstText(location.get("CountryOrRegion"), location.get("countryOrRegion"),
                location.get("Country")));
        IpAddress address = IpAddress.of(location.text());
        draft.ip(data.get("IPAddress"), data.get("IpAddress"), data.get("ClientIP"),
                address != null && address.isAddress() ? location
                        : Value.MISSING,
                wrapper.clientIp());
        StringJoiner words = new StringJoiner(", ");
        for (String name : new String[] { "RiskEventType", "RiskLevel", "RiskState" }) {
            String word = data.get(name).text();
            if (word != null && !word.isBlank()) {
                words.add(word.strip());
            }
        }
        draft.text(EventField.RESULT_TEXT, words.toString());
        draft.result(EventResult.UNKNOWN);
    }
}
