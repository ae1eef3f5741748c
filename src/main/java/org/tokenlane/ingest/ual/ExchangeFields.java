package org.tokenlane.ingest.ual;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;

/** What was done in Exchange: in mailboxes (record types 2, 3, 50) and by administrators' cmdlets (1). */
final class ExchangeFields {

    private static final int MOST_PARTS = 20;

    private ExchangeFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        draft.ip(data.get("ClientIPAddress"), data.get("Client_IPAddress"), data.get("ClientIP"), data.get("ActorIP"),
                data.get("ActorIpAddress"),
                wrapper.clientIp());
        draft.text(EventField.USER_AGENT,
                Value.firstText(data.get("ClientInfoString"), data.get("ActorInfoString"), data.get("UserAgent")));
        if (data.get("LogonUserDisplayName").text() != null) {
            draft.text(EventField.USER_NAME, data.get("LogonUserDisplayName"));
        }
        if (!data.get("MailboxOwnerUPN").isMissing()) {
            draft.mailbox(data.get("MailboxOwnerUPN"));
        }
        Value properties = data.get("OperationProperties");
        if (!properties.isMissing()) {
            draft.throttled("true".equalsIgnoreCase(NamedValues.value(properties, "IsThrottled").text()));
        }
        count(draft, data);
        draft.text(EventField.TARGET, target(draft, data, wrapper));
        draft.text(EventField.INTERNET_MESSAGE_ID, messageIds(data));
    }

    /** All message ids that the record names, so that each message's way is found from what was done with it. */
    private static @Nullable String messageIds(Value data) {
        Set<String> ids = new LinkedHashSet<>();
        add(ids, data);
        add(ids, data.get("Item").opened());
        for (Value affected : data.get("AffectedItems").opened().items()) {
            add(ids, affected.opened());
        }
        for (Value folder : data.get("Folders").opened().items()) {
            for (Value item : folder.opened().get("FolderItems").opened().items()) {
                add(ids, item.opened());
            }
        }
        for (Value group : data.get("Messages").opened().items()) {
            for (Value message : group.opened().get("MessageItems").opened().items()) {
                add(ids, message.opened());
            }
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private static void add(Set<String> ids, Value item) {
        String id = Absent.clean(item.get("InternetMessageId").text());
        if (id != null) {
            ids.add(id);
        }
    }

    private static void count(Draft draft, Value data) {
        Value given = data.get("OperationCount");
        if (Absent.clean(given.text()) != null) {
            draft.itemCount(given);
        }
    }

    private static @Nullable String target(Draft draft, Value data, Envelope wrapper) {
        String operation = Objects.requireNonNullElse(draft.get(EventField.OPERATION), "");
        String rule = Absent.clean(NamedValues.value(data.get("OperationProperties"), "RuleName").text());
        if (rule != null) {
            return draft.has(EventField.MAILBOX) ? draft.get(EventField.MAILBOX) + '\\' + rule : rule;
        }
        String items = items(data);
        return items != null ? items : administered(operation, data, wrapper);
    }

    /**
     * The object of a cmdlet. A rule is named by its own name too, where the object's identity is only that of the
     * mailbox.
     */
    private static @Nullable String administered(String operation, Value data, Envelope wrapper) {
        String object = Absent.clean(Value.firstText(data.get("ObjectId"), wrapper.target()));
        Value parameters = data.get("Parameters");
        if (object == null || Guids.isGuid(object)) {
            String identity = Absent.clean(Value.firstText(NamedValues.value(parameters, "Identity"),
                    NamedValues.value(parameters, "Mailbox")));
            object = identity == null || Guids.isGuid(identity) && object != null ? object : identity;
        }
        String name = operation.endsWith("InboxRule") || object == null
                ? Absent.clean(NamedValues.value(parameters, "Name").text())
                : null;
        if (name != null) {
            return object == null ? name : object.endsWith('\\' + name) ? object : object + '\\' + name;
        }
        return object != null ? object : parameters.text();
    }

    /** The messages by subject or message id, else the folders, as one text. */
    private static @Nullable String items(Value data) {
        Parts parts = new Parts();
        Value item = data.get("Item").opened();
        parts.message(item);
        for (Value affected : data.get("AffectedItems").opened().items()) {
            parts.message(affected.opened());
        }
        for (Value group : data.get("Messages").opened().items()) {
            for (Value message : group.opened().get("MessageItems").opened().items()) {
                parts.message(message.opened());
            }
        }
        if (parts.isEmpty()) {
            for (Value folder : data.get("Folders").opened().items()) {
                parts.folder(folder.opened());
            }
            parts.folder(item.get("ParentFolder").opened());
            parts.folder(data.get("Folder").opened());
        }
        String all = parts.text();
        String destination = data.get("DestFolder").opened().get("Path").text();
        return all == null || destination == null ? all : all + " \u2192 " + destination;
    }

    /** Distinct names in the order met, so many of them as a reader can take in. */
    private static final class Parts {

        private final Set<String> names = new LinkedHashSet<>();

        void message(Value message) {
            add(Value.firstText(message.get("Subject"), message.get("InternetMessageId")));
        }

        void folder(Value folder) {
            add(Value.firstText(folder.get("Path"), folder.get("Name")));
        }

        private void add(@Nullable String name) {
            if (name != null) {
                names.add(name.strip());
            }
        }

        boolean isEmpty() {
            return names.isEmpty();
        }

        @Nullable
        String text() {
            if (names.isEmpty()) {
                return null;
            }
            String shown = String.join("; ", names.stream().limit(MOST_PARTS).toList());
            return names.size() > MOST_PARTS ? shown + "; and " + (names.size() - MOST_PARTS) + " more" : shown;
        }
    }
}
