package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JSON object, or a row of a table whose columns have names. */
final class ObjectValue extends Value {

    private final ColumnNames columns;
    private final String[] names;
    private final Value[] values;

    /** A JSON object. */
    ObjectValue(String[] names, Value[] values) {
        this.columns = null;
        this.names = names;
        this.values = values;
    }

    /** A row: cells beyond the last column are kept but have no name, missing cells are missing values. */
    ObjectValue(ColumnNames columns, String[] cells) {
        this.columns = columns;
        this.names = null;
        this.values = new Value[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < cells.length && cells[i] != null && !cells[i].isEmpty() ? new ScalarValue(cells[i], true)
                    : MISSING;
        }
    }

    @Override
    public Value get(String name) {
        if (columns != null) {
            int position = columns.position(ColumnNames.normalise(name));
            return position < 0 ? MISSING : values[position];
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return MISSING;
    }

    @Override
    public Value find(String... normalisedNames) {
        for (String wanted : normalisedNames) {
            Value value = findOne(wanted);
            if (!value.isMissing()) {
                return value;
            }
        }
        return MISSING;
    }

    private Value findOne(String wanted) {
        if (columns != null) {
            int position = columns.position(wanted);
            return position < 0 ? MISSING : values[position];
        }
        for (int i = 0; i < names.length; i++) {
            if (!values[i].isMissing() && ColumnNames.normalise(names[i]).equals(wanted)) {
                return values[i];
            }
        }
        return MISSING;
    }

    @Override
    public boolean has(String normalisedName) {
        if (columns != null) {
            return columns.position(normalisedName) >= 0;
        }
        for (String name : names) {
            if (ColumnNames.normalise(name).equals(normalisedName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> names() {
        if (columns == null) {
            return Arrays.asList(names);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(columns.original(i));
        }
        return all;
    }

    /** The value of the member at this place among the {@link #names}. */
    Value value(int place) {
        return values[place];
    }

    @Override
    public boolean isObject() {
        return true;
    }

    @Override
    public boolean isTableRow() {
        return columns != null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        List<String> all = names();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(all.get(i)).append("\":").append(values[i]);
        }
        return text.append('}').toString();
    }
}
