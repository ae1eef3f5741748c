package org.tokenlane.ingest.ual;

import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Absent;

/** What was done in SharePoint and OneDrive (record types 4, 6, 14, 36). */
final class SharePointFields {

    private SharePointFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        draft.ip(data.get("ClientIP"), data.get("ClientIPAddress"), wrapper.clientIp());
        draft.text(EventField.USER_AGENT, data.get("UserAgent"));
        draft.text(EventField.DEVICE_NAME, data.get("DeviceDisplayName"));
        draft.text(EventField.TARGET, target(data, wrapper));
    }

    /** The file's address; where only its parts are told, put together of them. */
    private static @Nullable String target(Value data, Envelope wrapper) {
        String object = Absent.clean(Value.firstText(data.get("ObjectId"), wrapper.target()));
        if (object != null) {
            return object;
        }
        StringBuilder address = new StringBuilder();
        append(address, Value.firstText(data.get("SiteUrl"), data.get("Site_Url")));
        append(address, data.get("SourceRelativeUrl").text());
        append(address, data.get("SourceFileName").text());
        return address.isEmpty() ? data.get("SearchQueryText").text() : address.toString();
    }

    private static void append(StringBuilder address, @Nullable String part) {
        String clean = Absent.clean(part);
        if (clean != null) {
            address.append(address.isEmpty() || address.charAt(address.length() - 1) == '/' ? "" : "/").append(clean);
        }
    }
}
