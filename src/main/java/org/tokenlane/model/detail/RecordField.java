package org.tokenlane.model.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record with the fields inside of it, in the order in which they are written.
 *
 * @param name
 *            as the record has it; an element of a list is named by its place ({@code [0]}), a pair of name and value by
 *            its name
 * @param value
 *            its text, without what the file adds to write it (the doubled quotes of a CSV cell); of an object or list
 *            that is no text, as compact JSON; null for null
 * @param children
 *            the fields inside, also of JSON that is written as text
 */
public record RecordField(String name, @Nullable String value, List<RecordField> children) {

    public RecordField {
        children = List.copyOf(children);
    }

    /** Tells whether it has a value of its own and no further fields. */
    public boolean isLeaf() {
        return children.isEmpty();
    }
}
