package org.tokenlane.tables;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name
 *            lower-cased, words separated by underscores
 * @param value
 *            the value in a row, of the kind's type, or null
 */
public record TableColumn(String name, Kind kind, IntFunction<@Nullable Object> value) {

    /** What the values of a column are. */
    public enum Kind {
        /** {@code String}. */
        TEXT,
        /** A {@code List} of {@code String}. */
        TEXTS,
        /** {@code Long}: nanoseconds since 1970, UTC. */
        TIME,
        /** {@code Long}. */
        NUMBER,
        /** {@code Double}, from 0 to 1. */
        SHARE,
        /** {@code Boolean}. */
        TRUTH
    }

    /** The value in a row, or null. */
    public @Nullable Object at(int row) {
        return value.apply(row);
    }
}
