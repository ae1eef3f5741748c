package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of an object that lists values by column: {@code {"fields":["_time","_raw"],"columns":[[…],[…]]}}, as
 * Splunk writes its output mode {@code json_cols}, or under the columns' names.
 */
final class RowsInColumns {

    private static final int LEAST_COLUMNS = 3;

    private RowsInColumns() {
    }

    /** The rows; none where the object is no such table. */
    static List<Value> of(Value object) {
        if (object.isTableRow()) {
            return List.of();
        }
        if (!object.get("fields").isArray() || !object.get("columns").isArray()) {
            return mayBe(object) ? ofMembers((ObjectValue) object) : List.of();
        }
        List<String> names = new ArrayList<>();
        for (Value field : object.get("fields").items()) {
            String name = field.isObject() ? field.get("name").text() : field.text();
            names.add(name == null ? "" : name);
        }
        List<Value> columns = object.get("columns").items();
        if (columns.size() != names.size() || columns.stream().anyMatch(column -> !column.isArray())) {
            return List.of();
        }
        return rows(names, columns);
    }

    /** Tells by its first member whether an object may list values by column under the columns' own names. */
    static boolean mayBe(Value row) {
        if (!(row instanceof ObjectValue object) || row.isTableRow() || row.names().size() < LEAST_COLUMNS) {
            return false;
        }
        Value first = object.value(0);
        return first.isArray() && !first.items().isEmpty()
                || first.isObject() && !first.names().isEmpty() && isIndex(first.names().getFirst());
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The rows of {@code {"Id":{"0":…,"1":…},"Operation":{"0":…}}} or {@code {"Id":[…],"Operation":[…]}}, as Python's
     * pandas writes a table; none where a member is something else.
     */
    private static List<Value> ofMembers(ObjectValue object) {
        List<Value> columns = new ArrayList<>();
        List<String> index = null;
        for (int i = 0; i < object.names().size(); i++) {
            Value column = object.value(i);
            List<String> own = column.isArray() ? List.of(String.valueOf(column.items().size())) : column.names();
            if (!column.isArray() && !column.isObject() || index != null && !index.equals(own)
                    || column.isObject() && !own.stream().allMatch(RowsInColumns::isIndex)) {
                return List.of();
            }
            index = own;
            if (column instanceof ObjectValue cells) {
                List<Value> values = new ArrayList<>();
                for (int row = 0; row < own.size(); row++) {
                    values.add(cells.value(row));
                }
                columns.add(new ArrayValue(values));
            } else {
                columns.add(column);
            }
        }
        return rows(object.names(), columns);
    }

    private static List<Value> rows(List<String> names, List<Value> columns) {
        int rows = columns.stream().mapToInt(column -> column.items().size()).max().orElse(0);
        ColumnNames layout = new ColumnNames(names);
        List<Value> all = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            List<Value> cells = new ArrayList<>(columns.size());
            for (Value column : columns) {
                cells.add(row < column.items().size() ? column.items().get(row) : Value.MISSING);
            }
            all.add(Value.row(layout, cells));
        }
        return all;
    }
}
