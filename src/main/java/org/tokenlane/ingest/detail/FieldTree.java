package org.tokenlane.ingest.detail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordField;

/** Lays a record out as a tree of its fields. */
final class FieldTree {

    private static final int MOST_LEVELS = 24;
    /** A record of more fields is shown as far as this; its text is shown whole. */
    private static final int MOST_FIELDS = 20_000;

    private int fields;

    static List<RecordField> of(Value record) {
        return new FieldTree().inside(record.opened(), 0);
    }

    private List<RecordField> inside(Value value, int level) {
        List<RecordField> children = new ArrayList<>();
        if (level > MOST_LEVELS) {
            return children;
        }
        if (value.isArray()) {
            int place = 0;
            for (Value item : value.items()) {
                if (fields >= MOST_FIELDS) {
                    break;
                }
                children.add(element(item, place++, level));
            }
        } else if (value.isObject()) {
            for (String name : value.names()) {
                if (fields >= MOST_FIELDS) {
                    break;
                }
                children.add(field(name, value.get(name), level));
            }
        }
        return children;
    }

    private RecordField field(String name, Value value, int level) {
        fields++;
        String text = value.text();
        Value opened = value.opened();
        return new RecordField(name, text != null || value.isMissing() ? text : CompactJson.of(value),
                inside(opened, level + 1));
    }

    /** Logs write parameters as pairs of a name and a value. */
    private RecordField element(Value item, int place, int level) {
        Value opened = item.opened();
        String name = pairName(opened);
        return name == null ? field("[" + place + "]", item, level) : field(name, opened.find("value"), level);
    }

    private static @Nullable String pairName(Value item) {
        if (!item.isObject() || item.names().size() != 2 || !item.has("value")) {
            return null;
        }
        return item.find("name", "key").text();
    }
}
