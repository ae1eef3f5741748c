package org.tokenlane.ingest.detail;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.Opened;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordFields;

/** A record's fields by the names that stand in it, the content before its wrapper. */
final class ValueFields implements RecordFields {

    private static final int MOST_LEVELS = 24;

    private final Value content;
    private final Value row;

    ValueFields(Value content, Value row) {
        this.content = content;
        this.row = row;
    }

    @Override
    public List<String> values(String path) {
        List<String> found = new ArrayList<>();
        collect(content, path, found);
        if (found.isEmpty() && row != content) {
            collect(row, path, found);
        }
        return found;
    }

    /** A name may itself hold a dot, so every first part of the path is tried as a name, the longest first. */
    private static void collect(Value start, String path, List<String> found) {
        Value value = Opened.of(start);
        if (value.isArray()) {
            for (Value element : value.items()) {
                Value item = Opened.of(element);
                if (isPairOf(item, path)) {
                    texts(item.find("value", "newvalue"), found, 0);
                } else {
                    collect(item, path, found);
                }
            }
            return;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            Value member = value.find(ColumnNames.normalise(path.substring(0, end)));
            if (!member.isMissing()) {
                if (end == path.length()) {
                    texts(member, found, 0);
                } else {
                    collect(member, path.substring(end + 1), found);
                }
                return;
            }
        }
    }

    private static boolean isPairOf(Value item, String name) {
        String named = item.find("name", "key", "displayname").text();
        return named != null && named.equalsIgnoreCase(name) && (item.has("value") || item.has("newvalue"));
    }

    @Override
    public List<String> all() {
        List<String> found = new ArrayList<>();
        texts(content, found, 0);
        if (row != content) {
            texts(row, found, 0);
        }
        return found;
    }

    private static void texts(Value start, List<String> found, int level) {
        if (start.text() != null) {
            found.add(start.text());
            Value opened = Opened.of(start);
            if (opened == start || opened.text() != null) {
                return;
            }
        }
        Value value = Opened.of(start);
        if (level > MOST_LEVELS || value.isMissing()) {
            return;
        }
        if (value.isArray()) {
            value.items().forEach(item -> texts(item, found, level + 1));
        } else {
            value.names().forEach(name -> texts(value.get(name), found, level + 1));
        }
    }
}
