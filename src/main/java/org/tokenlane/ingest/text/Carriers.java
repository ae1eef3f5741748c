package org.tokenlane.ingest.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the records inside of what other tools put around them: Splunk's and Cribl's {@code _raw}, an Elastic hit's
 * {@code _source} and {@code event.original}, the {@code event} of Splunk's HTTP collector, Wazuh's {@code
 * data.office365}, the {@code message} of logstash and Graylog, Datadog's {@code attributes}, the bodies of queues, and
 * whatever else holds a known record as an object, as text or in base64. The carrier nearest to the outside wins.
 */
public final class Carriers {

    private static final int DEEPEST = 6;
    private static final int MOST_LOOKED_AT = 400;
    /** In a table, carriers are known by these columns. */
    static final List<String> COLUMNS = List.of("raw", "source", "eventoriginal", "fulllog", "fullmessage", "message",
            "event", "body", "payload", "content", "log", "rawlog", "rawdata", "rawevent");

    private Carriers() {
    }

    /** Tells whether the record has a member by which a carrier is known, and this holds an object. */
    public static boolean isOne(Value row) {
        if (row.isTableRow()) {
            for (String column : row.carrierColumns()) {
                if (holdsObject(row.find(column))) {
                    return true;
                }
            }
            return false;
        }
        if (RowsInColumns.mayBe(row) && !RowsInColumns.of(row).isEmpty()) {
            return true;
        }
        for (String name : row.names()) {
            switch (name) {
            case "_raw", "_source", "event.original", "event", "full_log", "full_message", "message", "result",
                    "attributes", "content", "data", "Body", "body", "log", "raw", "raw_log", "rawlog", "rawData",
                    "raw_event", "payload" -> {
                if (holdsObject(row.get(name))) {
                    return true;
                }
            }
            default -> {
                // says nothing of a carrier
            }
            }
        }
        return false;
    }

    private static boolean holdsObject(Value value) {
        if (value.isObject() || value.isArray()) {
            return true;
        }
        String text = value.text();
        return text != null && JsonReader.maybeJson(text);
    }

    /**
     * The records in a carrier: the nearest object inside that is known or, where that stands in a list, all of the
     * list and of the other lists beside it, each of which may be a carrier again. None where nothing inside is known.
     */
    public static List<Value> inside(Value row, Predicate<Value> known) {
        return inside(row, known, 0);
    }

    private static List<Value> inside(Value row, Predicate<Value> known, int level) {
        List<Value> rows = RowsInColumns.of(row);
        if (!rows.isEmpty()) {
            return expanded(rows, known, level);
        }
        Value document = ElasticDocument.record(row);
        if (known.test(document)) {
            return List.of(document);
        }
        List<Value> found = new ArrayList<>();
        Set<String> lists = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(row, 0, List.of()));
        for (int looked = 0; looked < MOST_LOOKED_AT && !open.isEmpty(); looked++) {
            Place place = open.poll();
            for (Value member : place.value().members()) {
                Value inner = opened(member);
                if (inner.isArray()) {
                    List<Value> items = inner.items().stream().map(Carriers::opened)
                            .filter(item -> !item.isMissing()).toList();
                    List<Value> list = place.list().isEmpty() ? items : place.list();
                    if (items.stream().anyMatch(item -> item.isObject() && known.test(item))) {
                        if (!place.list().isEmpty() && found.isEmpty()) {
                            return expanded(list, known, level);
                        }
                        // an export of several logs has a list of each; a path as a name leads to the same list again
                        if (lists.add((place.list().isEmpty() ? inner : list).toString())) {
                            found.addAll(expanded(list, known, level));
                        }
                        continue;
                    }
                    items.stream().filter(Value::isObject).limit(MOST_LOOKED_AT)
                            .forEach(item -> add(open, item, place.depth(), list));
                } else if (inner.isObject() && found.isEmpty()) {
                    Value inside = ElasticDocument.record(inner);
                    if (known.test(inside)) {
                        return place.list().isEmpty() ? List.of(inside) : expanded(place.list(), known, level);
                    }
                    if (known.test(inner)) {
                        return place.list().isEmpty() ? List.of(inner) : expanded(place.list(), known, level);
                    }
                    add(open, inner, place.depth(), place.list());
                } else if (inner.isObject() && !known.test(inner)) {
                    add(open, inner, place.depth(), place.list());
                }
            }
        }
        return found;
    }

    /** Each element of a list as the record that it is, or as the records in it; what is neither stays as it is. */
    private static List<Value> expanded(List<Value> list, Predicate<Value> known, int level) {
        List<Value> records = new ArrayList<>();
        for (Value item : list) {
            List<Value> within = !item.isObject() || known.test(item) || level >= DEEPEST ? List.of()
                    : inside(item, known, level + 1);
            records.addAll(within.isEmpty() ? List.of(item) : within);
        }
        return records;
    }

    private static void add(Deque<Place> open, Value inner, int depth, List<Value> list) {
        if (depth < DEEPEST) {
            open.add(new Place(inner, depth + 1, list));
        }
    }

    /**
     * Something to look into.
     *
     * @param list
     *            the outermost list in which it is; empty where it is in none
     */
    private record Place(Value value, int depth, List<Value> list) {
    }

    /** The object or list that a text holds in base64; the same value where it holds none. */
    public static Value decoded(Value value) {
        return value.isObject() || value.isArray() ? value : Base64Text.opened(value);
    }

    private static Value opened(Value member) {
        Value plain = member.isObject() || member.isArray() ? member : Base64Text.opened(member);
        Value inner = plain.isObject() || plain.isArray() || holdsObject(plain) ? plain.opened() : plain;
        return inner instanceof ObjectValue object ? object.unflattened() : inner;
    }
}
