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
    private static final int MOST_BESIDE = 40;
    /** A system log writes no more in front of an object. */
    private static final int LONGEST_BEFORE = 300;
    private static final String[] IDS = { "id", "requestid", "recordid", "officeid", "reportid" };
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
        return text != null && (JsonReader.maybeJson(text) || isLine(text));
    }

    /** Tells whether a text is a line of a system log: words, and behind them an object to the end. */
    private static boolean isLine(String text) {
        int open = text.indexOf("{\"");
        return open > 0 && open <= LONGEST_BEFORE && text.stripTrailing().endsWith("}")
                && FileForm.LOG_LINE.matcher(text.substring(0, open)).matches();
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
        Found found = new Found(known, level);
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(row, 0, List.of()));
        int most = MOST_LOOKED_AT;
        for (int looked = 0; looked < most && !open.isEmpty(); looked++) {
            Place place = open.poll();
            for (Value member : place.value().members()) {
                Value inner = opened(member);
                if (inner.isArray()) {
                    List<Value> items = items(inner);
                    List<Value> list = place.list().isEmpty() ? items : place.list();
                    if (items.stream().anyMatch(item -> item.isObject() && known.test(item))) {
                        found.addList(list);
                    } else {
                        items.stream().filter(Value::isObject).limit(MOST_LOOKED_AT)
                                .forEach(item -> add(open, item, place.depth(), list));
                    }
                } else if (inner.isObject() && !found.add(inner, place.list())) {
                    add(open, inner, place.depth(), place.list());
                }
            }
            // the same record in another form may stand beside it, so that not all is looked through for others
            most = found.records.isEmpty() ? most : Math.min(most, looked + MOST_BESIDE);
        }
        return found.records;
    }

    /** The objects and texts in a list, and in the lists in it. */
    private static List<Value> items(Value list) {
        List<Value> items = new ArrayList<>();
        for (Value item : list.items()) {
            Value inner = opened(item);
            if (inner.isArray()) {
                items.addAll(items(inner));
            } else if (inner.isObject() || inner.isQuoted()) {
                items.add(inner);
            }
        }
        return items;
    }

    /** What was found in a carrier: the nearest record and what is another record than those found before. */
    private static final class Found {

        private final Predicate<Value> known;
        private final int level;
        private final List<Value> records = new ArrayList<>();
        private final Set<String> lists = new HashSet<>();
        private final Set<String> ids = new HashSet<>();

        Found(Predicate<Value> known, int level) {
            this.known = known;
            this.level = level;
        }

        /** An export of several logs has a list of each; a path as a name leads to the same list again. */
        void addList(List<Value> list) {
            if (lists.add(list.toString())) {
                for (Value record : expanded(list, known, level)) {
                    ids.add(id(record));
                    records.add(record);
                }
            }
        }

        /**
         * Takes an object that is a record; where there are some already, only one that has an id of its own. False where
         * it is none.
         */
        boolean add(Value object, List<Value> list) {
            if (!records.isEmpty() && (id(object).isEmpty() || ids.contains(id(object)))) {
                return !id(object).isEmpty();
            }
            Value document = ElasticDocument.record(object);
            Value record = known.test(document) ? document : object;
            if (record == object && !known.test(object)) {
                return false;
            }
            if (list.isEmpty()) {
                ids.add(id(record));
                records.add(record);
            } else {
                addList(list);
            }
            return true;
        }

        /** The record's id, as far as it can be told without its importer; empty where it has none. */
        private static String id(Value record) {
            String own = record.find(IDS).text();
            String inside = own == null ? record.find("properties").opened().find(IDS).text() : own;
            return inside == null ? "" : inside;
        }
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

    private static Value whole(Value value) {
        String text = value.text();
        return text == null || JsonReader.maybeJson(text) ? value.opened()
                : JsonReader.readOrMissing(text.substring(text.indexOf("{\"")));
    }

    private static Value opened(Value member) {
        Value plain = member.isObject() || member.isArray() ? member : Base64Text.opened(member);
        Value inner = plain.isObject() || plain.isArray() || holdsObject(plain) ? whole(plain) : plain;
        return inner instanceof ObjectValue object ? object.unflattened() : inner;
    }
}
