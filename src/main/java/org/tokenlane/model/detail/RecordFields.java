package org.tokenlane.model.detail;

import java.util.List;

/**
 * A stored record's own fields by the names that its log uses, wrapper and content alike; for rules that are written in
 * those names.
 */
public interface RecordFields {

    /** A record without fields. */
    RecordFields NONE = new RecordFields() {
        @Override
        public List<String> values(String path) {
            return List.of();
        }

        @Override
        public List<String> json(String path) {
            return List.of();
        }

        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public boolean isTableRow() {
            return false;
        }

        @Override
        public List<String> all() {
            return List.of();
        }

        @Override
        public List<String> asWritten() {
            return List.of();
        }
    };

    /**
     * The texts at a path of names in any case ({@code UserId}, {@code properties.status.errorCode}); the elements of
     * an array all count, a pair of name and value in
     * an array also by its name ({@code Parameters.ForwardTo}). Where the record's content does not have the name, its
     * wrapper is asked.
     *
     * @return none where there is no such field or it is null
     */
    List<String> values(String path);

    /** The lists and objects at a path, each as compact JSON. */
    List<String> json(String path);

    /**
     * Tells whether the record has a field at a path, even one without a value. An empty cell of a table is not a
     * field, as a table has a cell for each of its columns.
     */
    boolean has(String path);

    /** Tells whether the record is a row of a table, in which a missing value and an empty text look the same. */
    boolean isTableRow();

    /** The texts of all fields, however deep. */
    List<String> all();

    /** The whole record with its names: as the file has it, and as compact JSON. */
    List<String> asWritten();

    /** The record as a tree of its fields, as the export has them. */
    default List<RecordField> tree() {
        return List.of();
    }
}
