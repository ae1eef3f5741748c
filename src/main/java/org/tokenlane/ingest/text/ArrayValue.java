package org.tokenlane.ingest.text;

import java.util.List;

/** A JSON array. */
final class ArrayValue extends Value {

    private final List<Value> items;

    ArrayValue(List<Value> items) {
        this.items = List.copyOf(items);
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
