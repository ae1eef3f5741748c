package org.tokenlane.ingest.text;

import java.util.List;

/** A JSON array. */
final class ArrayValue extends Value {

    private final List<Value> items;
    private final boolean withoutBrackets;

    ArrayValue(List<Value> items) {
        this(items, false);
    }

    /**
     * @param withoutBrackets
     *            whether the items only stand beside each other in a text
     */
    ArrayValue(List<Value> items, boolean withoutBrackets) {
        this.items = List.copyOf(items);
        this.withoutBrackets = withoutBrackets;
    }

    boolean isWithoutBrackets() {
        return withoutBrackets;
    }

    @Override
    public List<Value> items() {
        return items;
    }

    @Override
    public boolean isArray() {
        return true;
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
