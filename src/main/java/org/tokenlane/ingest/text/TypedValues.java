package org.tokenlane.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * JSON in which each value stands in an object that names its type, as DynamoDB writes it: {@code {"UserId":{"S":"lea"},
 * "Succeeded":{"BOOL":true}}} ("DynamoDB low-level API", docs.aws.amazon.com/amazondynamodb).
 */
final class TypedValues {

    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");

    private TypedValues() {
    }

    /** The record with plain values; the same where it is no such record. */
    static ObjectValue plain(ObjectValue record) {
        if (record.size() == 1 && record.names().getFirst().equals("Item")
                && record.value(0) instanceof ObjectValue item && isTyped(item)) {
            return members(item);
        }
        return isTyped(record) ? members(record) : record;
    }

    private static boolean isTyped(ObjectValue object) {
        for (int i = 0; i < object.size(); i++) {
            if (!isOne(object.value(i))) {
                return false;
            }
        }
        return object.size() > 1;
    }

    private static boolean isOne(Value value) {
        return value instanceof ObjectValue object && object.size() == 1 && TYPES.contains(object.names().getFirst());
    }

    private static ObjectValue members(ObjectValue object) {
        Value[] values = new Value[object.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(object.value(i));
        }
        return new ObjectValue(object.names().toArray(String[]::new), values);
    }

    private static Value value(Value typed) {
        if (!isOne(typed)) {
            return typed;
        }
        ObjectValue object = (ObjectValue) typed;
        Value inner = object.value(0);
        return switch (object.names().getFirst()) {
        case "NULL" -> Value.MISSING;
        case "M" -> inner instanceof ObjectValue map ? members(map) : inner;
        case "L" -> list(inner);
        case "N" -> inner.text() == null ? inner : new ScalarValue(inner.text(), false);
        default -> inner;
        };
    }

    private static Value list(Value inner) {
        List<Value> items = new ArrayList<>();
        inner.items().forEach(item -> items.add(value(item)));
        return new ArrayValue(items);
    }
}
