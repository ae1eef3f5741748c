package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of an object that lists values by column: {@code {"fields":["_time","_raw"],"columns":[[…],[…]]}}, as
 * Splunk writes its output mode {@code json_cols}.
 */
final class RowsInColumns {

    private RowsInColumns() {
    }

    /** The rows; none where the object is no such table. */
    static List<Value> of(Value object) {
        if (object.isTableRow() || !object.get("fields").isArray() || !object.get("columns").isArray()) {
            return List.of();
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
