package org.tokenlane.ingest.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the records inside of what other tools put around them: Splunk's and Cribl's {@code _raw}, an Elastic hit's
 * {@code _source} and {@code event.original}, the {@code event} of Splunk's HTTP collector, Wazuh's {@code
 * data.office365}, the {@code message} of logstash and Graylog, Datadog's {@code attributes}, and whatever else holds a
 * known record as an object or as text. The carrier nearest to the outside wins.
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
     * list. None where nothing inside is known.
     */
    public static List<Value> inside(Value row, Predicate<Value> known) {
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(row, 0));
        for (int looked = 0; looked < MOST_LOOKED_AT && !open.isEmpty(); looked++) {
            Place place = open.poll();
            for (Value member : place.value().members()) {
                Value inner = opened(member);
                if (inner.isArray()) {
                    List<Value> items = inner.items().stream().map(Carriers::opened).filter(Value::isObject).toList();
                    if (items.stream().anyMatch(known)) {
                        return items;
                    }
                    items.stream().limit(MOST_LOOKED_AT).forEach(item -> add(open, item, place.depth()));
                } else if (inner.isObject()) {
                    if (known.test(inner)) {
                        return List.of(inner);
                    }
                    add(open, inner, place.depth());
                }
            }
        }
        return new ArrayList<>();
    }

    private static void add(Deque<Place> open, Value inner, int depth) {
        if (depth < DEEPEST) {
            open.add(new Place(inner, depth + 1));
        }
    }

    private record Place(Value value, int depth) {
    }

    private static Value opened(Value member) {
        Value inner = member.isObject() || member.isArray() || holdsObject(member) ? member.opened() : member;
        return inner instanceof ObjectValue object ? object.unflattened() : inner;
    }
}
