package org.tokenlane.ingest.ual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.ingest.text.Value;

/**
 * Looks into AuditData's arrays of pairs: {@code [{"Name":"IsThrottled","Value":"True"}]}, also with {@code Key}, also
 * as one object, also as
 * text. It goes by exact names, since it is asked several times of every record.
 */
final class NamedValues {

    private NamedValues() {
    }

    /** The value that has this name, in any case, or a missing one. */
    static Value value(Value pairs, String name) {
        List<Value> items = pairs.opened().items();
        for (Value item : items) {
            Value pair = item.opened();
            Value named = first(pair, "Name", "Key", "name", "key");
            if (name.equalsIgnoreCase(named.text())) {
                return first(pair, "Value", "NewValue", "value", "newValue");
            }
            // PowerShell's objects have the names as members; a pair's own member "Name" is none of those
            if (named.isMissing() && !pair.get(name).isMissing()) {
                return pair.get(name);
            }
        }
        return Value.MISSING;
    }

    /** The pairs as one object. */
    static Value asObject(Value pairs) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (Value item : pairs.items()) {
            Value pair = item.opened();
            String name = first(pair, "Name", "Key", "name", "key").text();
            if (name != null) {
                members.putIfAbsent(name, first(pair, "Value", "NewValue", "value", "newValue"));
            }
        }
        return Value.object(members);
    }

    private static Value first(Value object, String... names) {
        for (String name : names) {
            Value value = object.get(name);
            if (!value.isMissing()) {
                return value;
            }
        }
        return Value.MISSING;
    }
}
