package org.tokenlane.ingest.detail;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordField;
import org.tokenlane.model.detail.RecordFields;

/** A record's fields by the names that it has, the content before its wrapper. */
final class ValueFields implements RecordFields {

    private static final int MOST_LEVELS = 24;

    private final Value content;
    private final Value row;
    private final String raw;

    ValueFields(Value content, Value row, String raw) {
        this.content = content;
        this.row = row;
        this.raw = raw;
    }

    @Override
    public List<String> values(String path) {
        List<String> found = new ArrayList<>();
        for (Value value : at(path)) {
            texts(value, found, 0);
        }
        return found;
    }

    @Override
    public List<String> json(String path) {
        List<String> found = new ArrayList<>();
        for (Value value : at(path)) {
            Value opened = value.opened();
            if (opened.isArray() || opened.isObject()) {
                found.add(CompactJson.of(opened));
            }
        }
        return found;
    }

    @Override
    public boolean has(String path) {
        return at(path).stream().anyMatch(value -> !value.isMissing()) || hasNull(content, path)
                || row != content && hasNull(row, path);
    }

    @Override
    public boolean isTableRow() {
        return content.isTableRow();
    }

    @Override
    public List<String> asWritten() {
        List<String> whole = new ArrayList<>(List.of(raw, CompactJson.of(content)));
        if (row != content) {
            whole.add(CompactJson.of(row));
        }
        return whole;
    }

    @Override
    public List<RecordField> tree() {
        return FieldTree.of(row);
    }

    /** The values at a path of the content, else of the row. */
    private List<Value> at(String path) {
        List<Value> found = new ArrayList<>();
        collect(content, path, found);
        if (found.isEmpty() && row != content) {
            collect(row, path, found);
        }
        return found;
    }

    /** A name may itself hold a dot, so every first part of the path is tried as a name, the longest first. */
    private static void collect(Value start, String path, List<Value> found) {
        Value value = start.opened();
        if (value.isArray()) {
            for (Value element : value.items()) {
                Value item = element.opened();
                if (isPairOf(item, path)) {
                    add(item.find("value", "newvalue"), found);
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
                    add(member, found);
                } else {
                    collect(member, path.substring(end + 1), found);
                }
                return;
            }
        }
    }

    private static void add(Value value, List<Value> found) {
        if (!value.isMissing()) {
            found.add(value);
        }
    }

    /** Tells whether the name is there without a value. */
    private static boolean hasNull(Value start, String path) {
        Value value = start.opened();
        if (value.isArray()) {
            return value.items().stream().anyMatch(item -> hasNull(item, path));
        }
        if (value.isTableRow()) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            String name = ColumnNames.normalise(path.substring(0, end));
            if (value.has(name)) {
                return end == path.length() || hasNull(value.find(name), path.substring(end + 1));
            }
        }
        return false;
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
            Value opened = start.opened();
            if (opened == start || opened.text() != null) {
                return;
            }
        }
        Value value = start.opened();
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
