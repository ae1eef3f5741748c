package org.tokenlane.ingest.ual;

import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;

/**
 * Access tokens that Outlook on the web issued for other resources (record type 275, known from its documentation
 * only).
 */
final class OwaAuthFields {

    private OwaAuthFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        draft.uti(data.get("UniqueTokenIdentifier"));
        draft.session(data.get("SessionId"), "SessionId");
        draft.ip(data.get("ClientIPAddress"), data.get("ClientIP"), wrapper.clientIp());
        draft.text(EventField.USER_AGENT, Value.firstText(data.get("UserAgent"), data.get("ClientInfoString")));
        String resource = Value.firstText(data.get("ResourceURL"), data.get("ResourceUrl"), data.get("ObjectId"),
                wrapper.target());
        draft.text(EventField.RESOURCE_NAME, resource);
        draft.text(EventField.TARGET, resource);
    }
}
