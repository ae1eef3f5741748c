package org.tokenlane.lake;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IdSpellings;
import org.tokenlane.model.identity.MentionHash;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;

/** Answers questions about a lake from the events that are of concern, which are few. */
final class LakeQueries {

    private static final Comparator<LinkedEvent> IN_TIME_ORDER = Comparator.comparing(LinkedEvent::event,
            LakeEvent.IN_TIME_ORDER);
    private static final String SESSION_ID = RecordColumn.column(EventField.SESSION_ID);
    private static final String IP = RecordColumn.column(EventField.IP);
    private static final String OBJECT_ID = RecordColumn.column(EventField.USER_OBJECT_ID);
    private static final String UTI = RecordColumn.column(EventField.UTI);

    private final Lake lake;
    private final Dataset<Row> records;
    /** The records with the keys of their events. */
    private final Dataset<Row> all;

    LakeQueries(Lake lake) throws IOException {
        this.lake = lake;
        this.records = EventRows.of(lake.records());
        this.all = EventRows.withEvents(lake.hasWeak(lake.batches()), records);
    }

    /** All sessions in the order of their first events, each as a line of JSON. */
    List<String> sessions() throws IOException {
        return LinkedEvents.of(lake.events(), records).where(col(LinkedEvents.SESSION).isNotNull())
                .groupByKey((MapFunction<Row, String>) row -> row.getAs(LinkedEvents.SESSION), Encoders.STRING())
                .flatMapGroups((FlatMapGroupsFunction<String, Row, String>) (session, rows) -> {
                    List<LinkedEvent> events = new ArrayList<>();
                    rows.forEachRemaining(row -> events.add(LinkedEvent.of(row, List.of())));
                    events.sort(IN_TIME_ORDER);
                    long first = SessionAnswers.first(events);
                    // undated sessions last; the number in front puts the lines in their order
                    return List.of("%020d %s\t%s".formatted(first == AuditEvent.NO_TIME ? Long.MAX_VALUE : first,
                            session, Json.line(SessionAnswers.session(session, events)))).iterator();
                }, Encoders.STRING()).collectAsList().stream().sorted()
                .map(line -> line.substring(line.indexOf('\t') + 1)).toList();
    }

    /** The session with its tokens and operations; null where no record gives it. */
    @Nullable
    Map<String, Object> session(String sessionId) throws IOException {
        SessionId id = SessionId.of(sessionId);
        if (id == null) {
            return null;
        }
        List<byte[]> given = LinkedEvents.keys(all.where(col(SESSION_ID).equalTo(id.value())));
        if (given.isEmpty()) {
            return null;
        }
        List<String> tokens = LinkedEvents.tokensOf(LinkedEvents.withKeys(all, given));
        List<byte[]> keys = new ArrayList<>(given);
        keys.addAll(LinkedEvents.keys(LinkedEvents.withValues(all, UTI, tokens)));
        List<LinkedEvent> linked = linked(keys);
        List<LinkedEvent> events = linked.stream().filter(event -> id.value().equals(event.session())).toList();
        Map<String, Object> map = SessionAnswers.wholeSession(id.value(), events, byToken(linked));
        map.put("mentions", mentions(id.value(), events));
        return map;
    }

    /** The token with its events; null where no record gives it. A request id stands for the token of its sign-in. */
    @Nullable
    Map<String, Object> token(String text) throws IOException {
        List<Uti> candidates = new ArrayList<>();
        Uti given = Uti.of(text);
        if (given != null) {
            candidates.add(given);
        }
        Uti derived = Guids.isGuid(text.strip()) ? Uti.fromRequestId(text) : null;
        if (derived != null) {
            candidates.add(derived);
        }
        for (Uti uti : candidates) {
            List<LinkedEvent> events = linked(
                    LinkedEvents.keys(all.where(col(UTI).equalTo(uti.value())))).stream()
                    .filter(event -> uti.value().equals(event.token())).toList();
            if (!events.isEmpty()) {
                return SessionAnswers.wholeToken(uti.value(), events);
            }
        }
        return null;
    }

    /** The events whose raw records hold the text, in any case and escaping, then the rejected records that do. */
    List<Map<String, Object>> find(String text) throws IOException {
        List<byte[]> found = LinkedEvents.keys(holding(all, text));
        List<String> tokens = LinkedEvents.tokensOf(LinkedEvents.withKeys(all, found));
        List<byte[]> keys = new ArrayList<>(found);
        keys.addAll(LinkedEvents.keys(LinkedEvents.withValues(all, UTI, tokens)));
        TreeSet<String> wanted = new TreeSet<>();
        found.forEach(key -> wanted.add(HexFormat.of().formatHex(key)));
        List<Map<String, Object>> answers = new ArrayList<>();
        linked(keys).stream().filter(event -> event.event().records().stream()
                .anyMatch(record -> wanted.contains(HexFormat.of().formatHex(record.getAs(EventRows.EVENT)))))
                .forEach(event -> answers.add(SessionAnswers.all(event)));
        holding(lake.records().where(col(RecordColumn.RECORD.column()).equalTo(RecordKind.REJECTED.code())), text)
                .select("file", "line", "reason", "raw").orderBy("file", "line").collectAsList()
                .forEach(row -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("rejected", true);
                    map.put("path", row.getString(0));
                    map.put("line", row.getLong(1));
                    map.put("reason", row.getString(2));
                    map.put("text", new String((byte[]) row.get(3), StandardCharsets.UTF_8));
                    answers.add(map);
                });
        return answers;
    }

    private static Dataset<Row> holding(Dataset<Row> rows, String text) {
        int raw = rows.schema().fieldIndex(RecordColumn.RAW.column());
        List<String> spellings = List.copyOf(IdSpellings.of(text));
        return rows.filter((FilterFunction<Row>) row -> !row.isNullAt(raw)
                && RecordText.of(spellings).isIn((byte[]) row.get(raw)));
    }

    /** The ids of the events in whose records the id stands where no field holds it, and which are not among these. */
    private List<String> mentions(String id, List<LinkedEvent> own) throws IOException {
        Column mentions = col(RecordColumn.MENTIONS.column());
        Dataset<Row> rows = all.where(mentions.isNotNull().and(array_contains(mentions, MentionHash.of(id))));
        TreeSet<String> members = new TreeSet<>();
        own.forEach(event -> members.add(event.event().id()));
        return linked(LinkedEvents.keys(holding(rows, id))).stream().map(event -> event.event().id())
                .filter(event -> !members.contains(event)).toList();
    }

    private static Map<String, List<LinkedEvent>> byToken(List<LinkedEvent> events) {
        Map<String, List<LinkedEvent>> byToken = new HashMap<>();
        events.stream().filter(event -> event.token() != null)
                .forEach(event -> byToken.computeIfAbsent(event.token(), token -> new ArrayList<>()).add(event));
        return byToken;
    }

    /** The records that have an address or a user of these. */
    private Dataset<Row> around(List<Row> few) {
        return records.where(col(IP).isin(values(few, IP)).or(col(OBJECT_ID).isin(values(few, OBJECT_ID))));
    }

    private static Object[] values(List<Row> rows, String column) {
        return rows.stream().map(row -> row.<@Nullable String> getAs(column)).filter(Objects::nonNull).distinct()
                .toArray();
    }

    /** These keys' events with their links and records, in the order of time. */
    private List<LinkedEvent> linked(List<byte[]> keys) throws IOException {
        if (keys.isEmpty()) {
            return List.of();
        }
        Column[] columns = Arrays.stream(lake.events().columns())
                .map(name -> name.equals(RecordColumn.RAW.column()) ? lit(null).cast("binary").as(name) : col(name))
                .toArray(Column[]::new);
        Dataset<Row> rows = LinkedEvents.withKeys(lake.events(), keys).select(columns);
        List<Row> few = rows.collectAsList();
        Map<String, List<Row>> byEvent = new HashMap<>();
        few.forEach(row -> byEvent
                .computeIfAbsent(HexFormat.of().formatHex(row.getAs(EventRows.EVENT)), key -> new ArrayList<>())
                .add(row));
        List<LinkedEvent> linked = new ArrayList<>();
        LinkedEvents.of(lake.spark().createDataFrame(few, rows.schema()), around(few)).collectAsList()
                .forEach(row -> linked.add(LinkedEvent.of(row,
                        byEvent.getOrDefault(HexFormat.of().formatHex(row.getAs(EventRows.EVENT)), List.of()))));
        linked.sort(IN_TIME_ORDER);
        return linked;
    }
}
