package org.tokenlane.ingest.detail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;

/**
 * Reads what logs write as pairs: {@code [{"Name":"ForwardTo","Value":"x"}]}, also with {@code Key}, also as one
 * object, also as text.
 */
final class NamedPairs {

    private NamedPairs() {
    }

    /** Adds the pairs; a name that comes again gets its further values behind a semicolon. */
    static void into(Map<String, String> named, Value pairs) {
        for (Value item : pairs.opened().items()) {
            Value pair = item.opened();
            String name = pair.find("name", "key", "displayname").text();
            if (name != null && (pair.has("value") || pair.has("newvalue"))) {
                put(named, name, text(pair.find("value", "newvalue")));
            } else if (pair.isObject()) {
                for (String member : pair.names()) {
                    put(named, member, text(pair.get(member)));
                }
            }
        }
    }

    static void put(Map<String, String> named, String name, @Nullable String value) {
        if (value != null) {
            named.merge(name, value, (before, more) -> before.equals(more) ? before : before + "; " + more);
        }
    }

    /** A scalar's text, a list's texts one behind the other, an object as JSON; null for what is missing. */
    static @Nullable String text(Value value) {
        if (value.isMissing() || value.text() != null) {
            return value.text();
        }
        List<String> texts = value.isArray() ? value.texts() : List.of();
        return texts.size() == value.items().size() && value.isArray() ? String.join("; ", texts) : value.toString();
    }
}
