package org.tokenlane.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.detect.Detection;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventText;
import org.tokenlane.tables.TableColumn.Kind;

/**
 * The tables of a case: events, sessions, tokens, links, findings. Each is a view of what the other commands show,
 * under the same names. To be used by one thread at a time.
 */
public final class CaseTables {

    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final Supplier<Detection> detection;

    private CaseTables(Correlation correlation, Supplier<Detection> detection) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.queries = new SessionQueries(correlation);
        this.detection = new Once<>(detection);
    }

    /**
     * The tables in the order in which they are described.
     *
     * @param detection
     *            runs the rules; asked only where a finding or a risk is read
     */
    public static List<CaseTable> of(Correlation correlation, Supplier<Detection> detection) {
        CaseTables tables = new CaseTables(correlation, detection);
        return List.of(tables.events(), tables.sessions(), tables.tokens(), tables.links(), tables.findings());
    }

    private CaseTable events() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(text("event_id", events::id));
        columns.add(time("time", events::time));
        columns.add(text("time_quality", event -> events.timeQuality(event) == TimeQuality.READ ? null
                : EventText.words(events.timeQuality(event))));
        columns.add(text("kind", event -> EventText.words(events.kind(event))));
        columns.add(text("source", event -> events.source(event).exported()));
        columns.add(text("result", event -> EventText.words(events.result(event))));
        for (EventField field : EventField.values()) {
            columns.add(text(field.name().toLowerCase(Locale.ROOT), event -> events.text(field, event)));
        }
        columns.add(truth("upn_resolved", events::isUpnResolved));
        columns.add(text("uti_origin", event -> events.utiOrigin(event) == UtiOrigin.NONE ? null
                : EventText.words(events.utiOrigin(event))));
        columns.add(counted("port", events::port));
        columns.add(counted("item_count", events::itemCount));
        columns.add(truth("throttled", events::isThrottled));
        columns.add(time("token_issued_at", events::tokenIssuedAt));
        columns.add(time("recorded_at", events::recordedAt));
        columns.add(text("session", this::session));
        columns.add(text("token", this::token));
        columns.add(text("link", event -> correlation.rule(event).id()));
        columns.add(share("confidence", event -> correlation.rule(event).confidence()));
        columns.add(text("evidence", event -> events.evidence(place(event).evidence()).path()));
        columns.add(number("line", event -> place(event).line()));
        columns.add(new TableColumn("record", Kind.NUMBER, event -> {
            int record = events.recordNumber(place(event));
            return record == 0 ? null : (Object) (long) record;
        }));
        return new CaseTable("events", columns, events::size);
    }

    private RawPlace place(int event) {
        return events.places(event).getFirst();
    }

    private @Nullable String session(int event) {
        return events.dictionary(EventField.SESSION_ID).get(correlation.session(event));
    }

    private @Nullable String token(int event) {
        return events.dictionary(EventField.UTI).get(correlation.token(event));
    }

    private CaseTable sessions() {
        Rows<SessionFacts> rows = new Rows<>(queries::all);
        return new CaseTable("sessions", List.of(
                text("session_id", rows.of(SessionFacts::sessionId)),
                texts("upns", rows.of(SessionFacts::upns)),
                texts("ips", rows.of(SessionFacts::ips)),
                texts("countries", rows.of(SessionFacts::countries)),
                time("first", row -> rows.at(row).first()),
                time("last", row -> rows.at(row).last()),
                number("sign_ins", row -> rows.at(row).signIns()),
                number("tokens", row -> rows.at(row).tokens()),
                number("operations", row -> rows.at(row).operations()),
                number("refused_graph_calls", row -> rows.at(row).refusedCalls()),
                number("events", row -> rows.at(row).events()),
                number("inferred", row -> rows.at(row).inferred()),
                number("origins", row -> rows.at(row).origins()),
                number("risk", row -> detection.get().risk(rows.at(row).sessionId()).points())), rows::size);
    }

    private CaseTable tokens() {
        Once<int[]> codes = new Once<>(() -> IntStream.range(1, events.dictionary(EventField.UTI).size())
                .filter(token -> correlation.eventsOfToken(token).length > 0).toArray());
        LastTrail trails = new LastTrail(row -> queries.token(codes.get()[row]));
        return new CaseTable("tokens", List.of(
                text("uti", row -> events.dictionary(EventField.UTI).get(codes.get()[row])),
                text("session", row -> trails.at(row).session()),
                text("app", row -> trails.at(row).app()),
                text("resource", row -> trails.at(row).resource()),
                time("issued_at", row -> trails.at(row).issuedAt()),
                text("sign_in", row -> trails.at(row).signIn() < 0 ? null : events.id(trails.at(row).signIn())),
                texts("ips", row -> trails.at(row).ips()),
                time("first", row -> trails.at(row).first()),
                time("last", row -> trails.at(row).last()),
                number("operations", row -> trails.at(row).operations()),
                number("events", row -> Arrays.stream(trails.at(row).events())
                        .filter(event -> !correlation.rule(event).isInferred()).count())),
                () -> codes.get().length);
    }

    private CaseTable links() {
        Once<int[]> linked = new Once<>(() -> IntStream.range(0, events.size())
                .filter(event -> correlation.rule(event) != LinkRule.NONE).toArray());
        return new CaseTable("links", List.of(
                text("event_id", row -> events.id(linked.get()[row])),
                text("session", row -> session(linked.get()[row])),
                text("token", row -> token(linked.get()[row])),
                text("rule", row -> correlation.rule(linked.get()[row]).id()),
                share("confidence", row -> correlation.rule(linked.get()[row]).confidence()),
                truth("inferred", row -> correlation.rule(linked.get()[row]).isInferred())),
                () -> linked.get().length);
    }

    private CaseTable findings() {
        Rows<Finding> rows = new Rows<>(() -> detection.get().findings());
        return new CaseTable("findings", List.of(
                text("rule", rows.of(Finding::rule)),
                text("title", rows.of(Finding::title)),
                text("severity", row -> rows.at(row).severity().id()),
                texts("attack", rows.of(Finding::attack)),
                text("session", rows.of(Finding::sessionId)),
                text("upn", rows.of(Finding::upn)),
                time("first", row -> time(rows.at(row), true)),
                time("last", row -> time(rows.at(row), false)),
                texts("event_ids", rows.of(Finding::eventIds)),
                text("why", rows.of(Finding::why)),
                texts("against", rows.of(Finding::against)),
                text("next", row -> rows.at(row).next().isEmpty() ? null : rows.at(row).next())), rows::size);
    }

    /** When the first or the last of the events happened that prove a finding. */
    private long time(Finding finding, boolean first) {
        long[] times = finding.events().stream().mapToLong(events::time).filter(time -> time != AuditEvent.NO_TIME)
                .toArray();
        return times.length == 0 ? AuditEvent.NO_TIME : first ? times[0] : times[times.length - 1];
    }

    private static TableColumn text(String name, IntFunction<@Nullable Object> value) {
        return new TableColumn(name, Kind.TEXT, value);
    }

    private static TableColumn texts(String name, IntFunction<@Nullable Object> value) {
        return new TableColumn(name, Kind.TEXTS, value);
    }

    private static TableColumn time(String name, IntToLongFunction nanos) {
        return new TableColumn(name, Kind.TIME, row -> {
            long time = nanos.applyAsLong(row);
            return time == AuditEvent.NO_TIME ? null : (Object) time;
        });
    }

    private static TableColumn number(String name, IntToLongFunction value) {
        return new TableColumn(name, Kind.NUMBER, row -> (Object) value.applyAsLong(row));
    }

    /** A number that is -1 where it is not known. */
    private static TableColumn counted(String name, IntToLongFunction value) {
        return new TableColumn(name, Kind.NUMBER, row -> {
            long number = value.applyAsLong(row);
            return number < 0 ? null : (Object) number;
        });
    }

    private static TableColumn share(String name, ToDoubleFunction<Integer> value) {
        return new TableColumn(name, Kind.SHARE, row -> (Object) value.applyAsDouble(row));
    }

    private static TableColumn truth(String name, IntPredicate value) {
        return new TableColumn(name, Kind.TRUTH, row -> (Object) value.test(row));
    }

    /** What is found when it is first asked for, and kept. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> found;
        private @Nullable T value;

        Once(Supplier<T> found) {
            this.found = found;
        }

        @Override
        public T get() {
            T known = value;
            if (known == null) {
                known = found.get();
                value = known;
            }
            return known;
        }
    }

    /** Rows that are found together. */
    private record Rows<T>(Once<List<T>> all) {

        Rows(Supplier<List<T>> all) {
            this(new Once<>(all));
        }

        T at(int row) {
            return all.get().get(row);
        }

        int size() {
            return all.get().size();
        }

        IntFunction<@Nullable Object> of(java.util.function.Function<T, @Nullable Object> value) {
            return row -> value.apply(at(row));
        }
    }

    /** The uses of the token that was asked for last: its columns are read one after the other. */
    private static final class LastTrail {

        private final IntFunction<TokenTrail> trails;
        private int row = -1;
        private @Nullable TokenTrail last;

        LastTrail(IntFunction<TokenTrail> trails) {
            this.trails = trails;
        }

        TokenTrail at(int wanted) {
            TokenTrail known = last;
            if (known == null || row != wanted) {
                known = trails.apply(wanted);
                last = known;
                row = wanted;
            }
            return known;
        }
    }
}
