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
        public List<String> all() {
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

    /** The texts of all fields, however deep. */
    List<String> all();
}
