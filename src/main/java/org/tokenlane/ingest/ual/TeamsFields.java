package org.tokenlane.ingest.ual;

import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Absent;

/** What was done in Teams (record type 25). */
final class TeamsFields {

    private TeamsFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        draft.ip(data.get("ClientIP"), data.get("ClientIPAddress"), wrapper.clientIp());
        draft.text(EventField.USER_AGENT, client(data));
        draft.text(EventField.TARGET, target(data, wrapper));
    }

    /** The user agent, or in its place the client's name, version and system. */
    private static @Nullable String client(Value data) {
        String agent = Absent.clean(data.get("UserAgent").text());
        if (agent != null) {
            return agent;
        }
        Value more = data.get("ExtraProperties");
        String name = Absent
                .clean(Value.firstText(NamedValues.value(more, "UserAgent"), NamedValues.value(more, "ClientName")));
        String version = Absent.clean(NamedValues.value(more, "ClientVersion").text());
        String system = Absent.clean(NamedValues.value(more, "OsName").text());
        if (name == null) {
            return system;
        }
        return name + (version == null ? "" : "/" + version) + (system == null ? "" : " (" + system + ")");
    }

    /** The team and channel, the chat, or the thread, by the first name that is told. */
    private static @Nullable String target(Value data, Envelope wrapper) {
        String team = Absent.clean(data.get("TeamName").text());
        if (team != null) {
            String channel = Absent.clean(data.get("ChannelName").text());
            return channel == null ? team : team + " / " + channel;
        }
        return Absent.clean(Value.firstText(data.get("ChatName"), data.get("ChatThreadId"), data.get("MeetingURL"),
                data.get("ItemName"),
                data.get("ObjectId"),
                wrapper.target(), data.get("TeamGuid"), data.get("AddOnName")));
    }
}
