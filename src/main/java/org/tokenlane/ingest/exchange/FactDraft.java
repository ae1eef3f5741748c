package org.tokenlane.ingest.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/** Collects a fact of a state from the values of a record. */
final class FactDraft {

    private final StateKind kind;
    private final @Nullable String mailbox;
    private @Nullable String name;
    private final Map<StateField, String> fields = new EnumMap<>(StateField.class);

    FactDraft(StateKind kind, @Nullable String mailbox) {
        this.kind = kind;
        this.mailbox = mailbox;
    }

    FactDraft named(Value value) {
        String text = text(value);
        name = text.isEmpty() ? null : text;
        return this;
    }

    /** Takes a value; of several that are there, all. */
    FactDraft text(StateField field, Value... values) {
        List<String> texts = new ArrayList<>();
        for (Value value : values) {
            String text = text(value);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return text(field, String.join("; ", texts));
    }

    FactDraft text(StateField field, String text) {
        if (!text.isBlank()) {
            fields.put(field, text.strip());
        }
        return this;
    }

    /** Takes a truth value, whichever it is. */
    FactDraft flag(StateField field, Value value) {
        return text(field, flag(value));
    }

    /** Takes a truth value where it is true. */
    FactDraft flagIfSet(StateField field, Value... values) {
        for (Value value : values) {
            if (flag(value).equals("true")) {
                fields.put(field, "true");
            }
        }
        return this;
    }

    boolean has(StateField field) {
        return fields.containsKey(field);
    }

    StateFact done() {
        return new StateFact(kind, mailbox, name, fields);
    }

    /** The mailbox that an export names, or null. */
    static @Nullable String mailbox(Value... values) {
        for (Value value : values) {
            String text = text(value).toLowerCase(Locale.ROOT);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static String flag(Value value) {
        String text = text(value).toLowerCase(Locale.ROOT);
        return switch (text) {
        case "true", "$true", "enabled", "1", "yes" -> "true";
        case "false", "$false", "disabled", "0", "no" -> "false";
        default -> text;
        };
    }

    /**
     * A value's text; the elements of a list one after the other, of an object its address or name. Braces are what
     * PowerShell shows a list in.
     */
    static String text(Value written) {
        Value value = written.opened();
        if (value.isArray()) {
            return String.join("; ", value.items().stream().map(FactDraft::text).filter(text -> !text.isEmpty())
                    .toList());
        }
        if (value.isObject()) {
            Value inner = value.find("emailaddress");
            Value holder = inner.opened().isObject() ? inner.opened() : value;
            String address = Value.firstText(holder.find("address", "primarysmtpaddress", "smtpaddress"));
            String shown = Value.firstText(holder.find("displayname", "name", "value", "rawidentity"));
            return address == null ? shown == null ? "" : shown.strip()
                    : shown == null || shown.equals(address) ? address : shown + " (" + address + ")";
        }
        String text = value.text();
        String plain = text == null ? "" : text.strip();
        return plain.startsWith("{") && plain.endsWith("}") ? plain.substring(1, plain.length() - 1).strip() : plain;
    }
}
