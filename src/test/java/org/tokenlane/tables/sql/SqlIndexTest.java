package org.tokenlane.tables.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.CaseTables;
import org.tokenlane.tables.TableColumn;

/** A condition finds the same rows with an index as by comparing every row, each of them once. */
class SqlIndexTest {

    @TempDir
    private static Path folder;

    private static CaseFile caseFile;
    private static List<CaseTable> tables;
    private static CaseSql sql;

    @BeforeAll
    static void open() {
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        Correlation correlation = Correlation.upToDate(caseFile);
        Detection detection = Detection.of(caseFile, correlation, new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.open(List.of()))), Progress.NONE);
        tables = CaseTables.of(correlation, () -> detection);
        sql = CaseSql.of(tables);
    }

    @AfterAll
    static void close() {
        sql.close();
        caseFile.close();
    }

    private static List<List<@Nullable Object>> rows(String query) {
        return sql.select(query, Duration.ofMinutes(1), Progress.NONE, result -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    private static long count(String query) {
        return (Long) Objects.requireNonNull(rows(query).getFirst().getFirst());
    }

    private static CaseTable table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static TableColumn column(String table, String name) {
        return table(table).columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<@Nullable Object> values(String table, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < table(table).rows(); row++) {
            values.add(column(table, column).at(row));
        }
        return values;
    }

    private static long nulls(String table, String column) {
        return values(table, column).stream().filter(Objects::isNull).count();
    }

    @Test
    void everyRowOfATextColumnEitherHasAValueOrHasNone() {
        long withNulls = 0;
        for (CaseTable table : tables) {
            long all = count("select count(*) from " + table.name());
            for (TableColumn column : table.columns()) {
                if (column.kind() != TableColumn.Kind.TEXT) {
                    continue;
                }
                long nulls = nulls(table.name(), column.name());
                String from = "select count(*) from " + table.name() + " where " + column.name();
                assertThat(count(from + " is null")).as(column.name()).isEqualTo(nulls);
                assertThat(count(from + " is not null")).as(column.name()).isEqualTo(all - nulls);
                assertThat(count(from + " is not distinct from null")).as(column.name()).isEqualTo(nulls);
                assertThat(count(from + " = null")).as(column.name()).isZero();
                withNulls += nulls > 0 && nulls < all ? 1 : 0;
            }
        }
        assertThat(withNulls).isGreaterThan(10);
    }

    /** The null is asked for in another part of the query than the one that reads the table, or in other words. */
    @ParameterizedTest
    @ValueSource(strings = {
        "select count(*) from (select * from events) where device_id is null",
        "select count(*) from (select device_id from events union all select uti from tokens) where device_id is null",
        "with x as (select * from events where device_id is null) select count(*) from x",
        "with x as (select * from events) select count(*) from x where device_id is null",
        "with recursive x(a, n) as (select device_id, 1 from events where device_id is null union all "
                + "select a, n + 1 from x where n < 1) select count(*) from x",
        "select (select count(*) from events where device_id is null)",
        "select count(*) from events where event_id in (select event_id from events where device_id is null)",
        "select count(*) from events e where exists (select 1 from events d where d.event_id = e.event_id "
                + "and d.device_id is null)",
        "select count(*) from events where not (device_id is not null)",
        "select count(*) from events where not (device_id is distinct from null)",
        "select count(*) from events where device_id /* ; */ is -- x\n null",
        "select count(*) from events where device_id is not distinct from cast(null as varchar)",
        "select count(*) from events where (device_id, device_id) is null",
        "select count(*) from events where (device_id, 1) is not distinct from (null, 1)",
        "select count(*) from (values (cast(null as varchar))) v(x) join events on device_id is not distinct from x",
        "select sum(n) from (select count(*) n from events where device_id is null union select -1 where false)",
        "select count(*) from events e left join tokens t on t.uti = e.token where e.device_id is null",
        "select sum(case when n > 0 then n end) from (select count(*) n from events group by device_id "
                + "having device_id is null)",
        "select count(*) from events where device_id is null and device_id is not distinct from null"
    })
    void rowsWithoutAValueAreFoundWhereverTheQueryAsksForThem(String query) {
        assertThat(count(query)).isEqualTo(nulls("events", "device_id")).isPositive();
    }

    @Test
    void aMissingTextIsNotDistinctFromAMissingTextAndEqualToNone() {
        long tokens = nulls("tokens", "sign_in");
        long without = nulls("links", "token");
        assertThat(tokens).isPositive();
        assertThat(without).isPositive();
        long equal = count("select count(*) from tokens t join links l on l.token = t.sign_in");
        assertThat(count("select count(*) from tokens t join links l on l.token is not distinct from t.sign_in"))
                .isEqualTo(equal + tokens * without);
        assertThat(count("select count(*) from tokens t left join links l on l.token = t.sign_in and l.token is null"))
                .isEqualTo(table("tokens").rows());
    }

    /** Texts are often missing on both sides of a join: reading each such row for each other would never end. */
    @Test
    void aJoinByEqualTextsDoesNotReadTheRowsWithoutText() throws SQLException {
        long[] read = new long[1];
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;DATABASE_TO_LOWER=TRUE");
                Statement statement = connection.createStatement()) {
            Schema schema = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase()
                    .getMainSchema();
            boolean[] asksForNull = new boolean[1];
            for (String name : List.of("events", "links")) {
                schema.add(new SqlTable(schema, table(name), () -> read[0]++, () -> asksForNull[0]));
            }
            long pairs = nulls("events", "device_id") * nulls("links", "token");
            long most = 2L * table("events").rows() + 2L * table("links").rows() + 4;
            assertThat(pairs).isGreaterThan(10 * most);
            String join = "select count(*) from links l join events e on e.device_id %s l.token";
            statement.executeQuery(join.formatted("=")).close();
            assertThat(read[0]).isBetween((long) table("links").rows(), most);
            asksForNull[0] = true;
            read[0] = 0;
            statement.executeQuery(join.formatted("is not distinct from")).close();
            assertThat(read[0]).isGreaterThan(pairs);
        }
    }

    @Test
    void aRowThatInAndAJoinFindIsFoundOnce() {
        List<String> wanted = values("sessions", "session_id").stream().map(String::valueOf).limit(3).toList();
        String list = String.join(", ", wanted.stream().map(text -> "'" + text + "'").toList());
        long expected = values("events", "session").stream().filter(wanted::contains).count();
        for (String join : List.of("s.session_id = e.session", "e.session = s.session_id")) {
            for (String from : List.of("sessions s join events e on " + join, "events e join sessions s on " + join)) {
                assertThat(count("select count(*) from " + from + " where s.session_id in (" + list + ")"))
                        .isEqualTo(expected).isPositive();
                assertThat(count("select count(*) from " + from + " and s.session_id in (" + list + ") and e.ip > ''"))
                        .isEqualTo(count("select count(*) from " + from + " where s.session_id || '' in (" + list
                                + ") and e.ip is not null"));
                assertThat(count("select count(*) from " + from + " where e.kind || s.session_id > '' and s.session_id "
                        + "in (" + list + ") and e.event_id in (select event_id from events)")).isEqualTo(expected);
            }
        }
        assertThat(count("select count(*) from sessions where session_id in (" + list + ") and session_id in (" + list
                + ") and session_id in (select session_id from sessions)")).isEqualTo(3);
        assertThat(count("select count(*) from sessions where session_id in (" + list + ") and (session_id, risk) in "
                + "(select session_id, risk from sessions)")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "sessions; session_id; events > 0",
        "sessions; session_id; first >= timestamp '2000-01-01 00:00:00'",
        "sessions; session_id; session_id like '%_%'",
        "sessions; session_id; session_id between '0' and 'z'",
        "sessions; session_id; events > 0 and session_id in (select session from events)",
        "sessions; session_id; session_id > ''",
        "events; event_id; event_id like '_%'",
        "events; event_id; time > timestamp '2000-01-01 00:00:00'",
        "events; event_id; kind in ('operation', 'graph-call', 'sign-in-interactive', 'sign-in-non-interactive')",
        "tokens; uti; events > 0",
        "links; event_id; confidence >= 0",
        "findings; rule; title like '%'",
        "findings; rule; severity in ('high', 'medium', 'low', 'info')",
        "findings; rule; severity like '%'",
        "findings; rule; first > timestamp '2000-01-01 00:00:00'",
        "findings; severity; rule > ''"
    })
    void aRowThatInAndAnotherConditionFindIsFoundOnce(String table, String column, String condition) {
        List<String> wanted = values(table, column).stream().map(String::valueOf).distinct().limit(3).toList();
        assertThat(wanted).hasSizeGreaterThan(1);
        String list = String.join(", ", wanted.stream().map(text -> "'" + text + "'").toList());
        // an expression has no index
        String compared = column + " || '' in (" + list + ")";
        long expected = count("select count(*) from " + table + " where " + compared + " and " + condition);
        assertThat(expected).isPositive();
        for (String values : List.of("in (" + list + ")", "= any(array[" + list + "])",
                "in (select " + column + " from " + table + " where " + compared + ")")) {
            for (String where : List.of(column + " " + values + " and " + condition,
                    condition + " and " + column + " " + values)) {
                assertThat(count("select count(*) from " + table + " where " + where)).as(where).isEqualTo(expected);
            }
        }
    }
}
