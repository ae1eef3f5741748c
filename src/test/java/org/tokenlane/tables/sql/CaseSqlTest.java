package org.tokenlane.tables.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.CaseTables;

/** Queries read the tables of a case, and can do nothing else. */
class CaseSqlTest {

    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static CaseFile caseFile;
    private static Correlation correlation;
    private static List<CaseTable> tables;
    private static CaseSql sql;

    @BeforeAll
    static void open() {
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        correlation = Correlation.upToDate(caseFile);
        tables = CaseTables.of(correlation, () -> {
            throw new AssertionError("no query here asks for findings");
        });
        sql = CaseSql.of(tables);
    }

    @AfterAll
    static void close() {
        sql.close();
        caseFile.close();
    }

    private static List<List<@Nullable Object>> rows(CaseSql in, String query) {
        return in.select(query, ENOUGH, Progress.NONE, result -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    private static List<List<@Nullable Object>> rows(String query) {
        return rows(sql, query);
    }

    private static @Nullable Object value(String query) {
        List<List<@Nullable Object>> rows = rows(query);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).hasSize(1);
        return rows.getFirst().getFirst();
    }

    private static Text failure(String query) {
        return catchThrowableOfType(QueryException.class, () -> rows(query)).shown();
    }

    private static void refusedAs(TextKey key, String query) {
        assertThat(failure(query).toString()).as(query).isEqualTo(key.text());
    }

    @Test
    void everyTableHasAsManyRowsAsTheCase() {
        CaseEvents events = correlation.events();
        assertThat(value("select count(*) from events")).isEqualTo((long) events.size());
        Set<Integer> sessions = new HashSet<>();
        Set<Integer> tokens = new HashSet<>();
        long linked = 0;
        for (int event = 0; event < events.size(); event++) {
            sessions.add(correlation.session(event));
            tokens.add(correlation.token(event));
            linked += correlation.session(event) != 0 || correlation.token(event) != 0 ? 1 : 0;
        }
        sessions.remove(0);
        tokens.remove(0);
        assertThat(value("select count(*) from sessions")).isEqualTo((long) sessions.size());
        assertThat(value("select count(*) from tokens")).isEqualTo((long) tokens.size());
        assertThat(value("select count(*) from links")).isEqualTo(linked);
    }

    @Test
    void anEventHasTheValuesThatItsRecordHas() {
        CaseEvents events = correlation.events();
        int event = 0;
        while (events.kind(event) != EventKind.OPERATION || correlation.token(event) == 0) {
            event++;
        }
        List<@Nullable Object> row = rows("select event_id, upn, operation, ip, session, token, time, kind, confidence "
                + "from events where event_id = '" + events.id(event) + "'").getFirst();
        assertThat(row.subList(0, 6)).containsExactly(events.id(event), events.text(EventField.UPN, event),
                events.text(EventField.OPERATION, event), events.text(EventField.IP, event),
                events.dictionary(EventField.SESSION_ID).get(correlation.session(event)),
                events.dictionary(EventField.UTI).get(correlation.token(event)));
        assertThat(row.get(6)).isEqualTo(Instant.ofEpochSecond(0, events.time(event)));
        assertThat(row.get(7)).isEqualTo("operation");
        assertThat(row.get(8)).isEqualTo(1.0);
    }

    @Test
    void timesAreUtcWhereverTheComputerIs() {
        assertThat(value("select timestamp with time zone '2026-09-10 12:00:00+12' = timestamp '2026-09-10 00:00:00'"))
                .isEqualTo(true);
        Instant first = (Instant) value("select min(time) from events");
        assertThat(value("select count(*) from events where time <= timestamp '"
                + first.toString().replace('T', ' ').replace("Z", "") + "'")).isNotEqualTo(0L);
    }

    @Test
    void aJoinFindsTheEventsOfSessionsAndTokens() {
        String session = SharedSample.answers().aitmSession();
        Object events = value("select count(*) from events where session = '" + session + "'");
        assertThat(events).isEqualTo((long) correlation.eventsOfSession(correlation.sessionCode(session)).length);
        assertThat(value("select count(*) from sessions s join events e on e.session = s.session_id "
                + "where s.session_id = '" + session + "'")).isEqualTo(events);
        assertThat(value("select count(*) from tokens t join events e on e.token = t.uti "
                + "left join links l on l.event_id = e.event_id where t.session = '" + session + "' "
                + "and l.rule is null")).isEqualTo(0L);
    }

    @Test
    void aTextThatNoRowHasFindsNothingAndAnEmptyConditionEverything() {
        assertThat(rows("select * from sessions where session_id = 'none'")).isEmpty();
        assertThat(rows("select * from sessions where session_id = null")).isEmpty();
        assertThat(value("select count(*) from events where upn is null or upn is not null"))
                .isEqualTo((long) correlation.events().size());
    }

    @Test
    void columnsOfOneNameAreToldApart() {
        assertThat(sql.select("select upn, upn, count(*) from events group by upn", ENOUGH, Progress.NONE,
                QueryResult::columns)).containsExactly("upn", "upn_2", "COUNT(*)");
    }

    @Test
    void aStatementMayEndInASemicolonAndHaveRemarks() {
        assertThat(rows("-- how many\nselect count(*) /* all */ from events;  \n-- done")).hasSize(1);
        assertThat(value("select 'a;b -- c'")).isEqualTo("a;b -- c");
    }

    @Test
    void aMistakeIsReportedWithoutTheNumbersOfTheDatabase() {
        assertThat(failure("select nothing_like_it from events").toString()).contains("nothing_like_it")
                .doesNotContain("[42122", "SQL statement");
        refusedAs(SqlText.NOTHING, "  ;; -- nothing");
    }

    /** Functions inside a query, each of which would read or write a file or reach another database. */
    @ParameterizedTest
    @ValueSource(strings = {
        "select file_read('FILE')",
        "select file_read('FILE', null) from events",
        "select file_read('classpath:org/h2/Driver.class')",
        "select file_write('x', 'NEW')",
        "select * from csvread('FILE')",
        "select * from csvread('NEW', 'a', 'fieldSeparator=;')",
        "select csvwrite('NEW', 'select * from events')",
        "select 1 where csvwrite('NEW', 'select 1') > 0",
        "with x(a) as (select file_write('x', 'NEW')) select * from x",
        "select * from link_schema('x', '', 'jdbc:h2:NEW', 'sa', '', 'public')",
        "values file_write('x', 'NEW')",
        "select upn from events where exists (select upn union select cast(file_read('FILE') as varchar))",
        "select cancel_session(1)"
    })
    void aFunctionThatTouchesFilesOrSessionsIsRefused(String query) throws IOException {
        refusedOnFiles(SqlText.REFUSED, query);
    }

    /** Everything that is not a query. */
    @ParameterizedTest
    @ValueSource(strings = {
        "runscript from 'FILE'",
        "script to 'NEW'",
        "script",
        "create alias x for 'java.lang.System.getProperty'",
        "create alias x as 'void x() { System.exit(9); }'",
        "create aggregate x for 'x.Y'",
        "create linked table x('org.h2.Driver', 'jdbc:h2:NEW', 'sa', '', 'T')",
        "create trigger x before select on events call 'x.Y'",
        "create table x engine \"x.Y\"",
        "create table x as select * from csvread('FILE')",
        "create local temporary table x(a int)",
        "create view x as select * from events",
        "create user x password 'x'",
        "alter user reader admin true",
        "grant all on events to reader",
        "backup to 'NEW'",
        "shutdown",
        "shutdown compact",
        "set query_timeout 0",
        "set password 'x'",
        "set @x = 1",
        "set trace_level_file 3",
        "set mode oracle",
        "set lazy_query_execution false",
        "set exclusive 1",
        "call file_write('x', 'NEW')",
        "call 1",
        "insert into events(event_id) values ('x')",
        "update events set upn = 'x'",
        "delete from events",
        "merge into events(event_id) key(event_id) values ('x')",
        "truncate table events",
        "drop table events",
        "drop all objects delete files",
        "alter table events add x int",
        "create index x on events(upn)",
        "explain analyze select * from events",
        "execute immediate 'select 1'",
        "prepare commit x",
        "checkpoint sync",
        "use information_schema",
        "commit"
    })
    void whatIsNotAQueryIsRefused(String statement) throws IOException {
        String words = refusedOnFiles(null, statement);
        assertThat(words).isIn(SqlText.ONLY_SELECT.text(), SqlText.REFUSED.text());
    }

    /** The tables are as they were, and so are the files. */
    private static String refusedOnFiles(@Nullable TextKey key, String query) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.csv"), "A\nsecret\n");
        Path created = folder.resolve("new.txt");
        String words = failure(query.replace("FILE", file.toString()).replace("NEW", created.toString())).toString();
        if (key != null) {
            assertThat(words).isEqualTo(key.text());
        }
        assertThat(words).doesNotContain("secret\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("secret.csv", "sample.tlcase", ".sample.tlcase.open");
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("A\nsecret\n");
        assertThat(value("select count(*) from events")).isEqualTo((long) correlation.events().size());
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = { "select \"java.lang.System.exit\"(9)", "call \"java.lang.System.exit\"(9)",
        "select java.lang.System.exit(9)", "select system_exit(9)" })
    void javaCannotBeCalled(String query) {
        assertThat(failure(query).toString()).contains("not found").doesNotContain("\n");
    }

    /** A second statement behind the first, however it is hidden. */
    @ParameterizedTest
    @ValueSource(strings = {
        "select 1; drop table events",
        "select 1;select 2",
        "select 1 /* ; */; shutdown",
        "select 1 -- x\n; shutdown",
        "select 1;; shutdown",
        "select ';' ; shutdown",
        "select $$;$$; shutdown",
        "select \";\" from (select 1 \";\"); shutdown",
        "select 1 // x\n; shutdown"
    })
    void aSecondStatementIsRefusedBeforeTheFirstIsRun(String statements) {
        assertThat(failure(statements).toString()).isEqualTo(SqlText.ONE_STATEMENT.text());
        assertThat(value("select count(*) from events")).isEqualTo((long) correlation.events().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/*", "select 1 /* ; shutdown", "select 'x ; shutdown", "select $$ ; shutdown",
        "select 1 /* /* */ ; shutdown */; shutdown", "/**/shutdown", "{call shutdown}", "? = call 1", "select ?" })
    void aTextThatIsNotClosedOrEscapedRunsNothing(String statements) {
        assertThat(failure(statements).toString()).isNotEmpty();
        assertThat(value("select count(*) from events")).isEqualTo((long) correlation.events().size());
    }

    /** A query around a change. */
    @ParameterizedTest
    @ValueSource(strings = {
        "select * from final table (insert into events(event_id) values ('x'))",
        "select * from old table (delete from events)",
        "select * from final table (update sessions set risk = 0)",
        "select * from final table (merge into links(event_id) key(event_id) values ('x'))",
        "select * from new table (insert into information_schema.users(user_name) values ('x'))",
        "select * from final table (update information_schema.settings set setting_value = '1')",
        "select * from old table (delete from information_schema.users)"
    })
    void aChangeInsideAQueryIsRefused(String query) {
        Object before = value("select count(*) from information_schema.users");
        assertThatThrownBy(() -> rows(query)).isInstanceOf(QueryException.class);
        assertThat(value("select count(*) from events")).isEqualTo((long) correlation.events().size());
        assertThat(value("select count(*) from information_schema.users")).isEqualTo(before);
    }

    @Test
    void theInformationSchemaShowsTheTablesAndNeitherOtherUsersNorTheMachine() {
        assertThat(rows("select table_name from information_schema.tables where table_schema = 'public' order by 1"))
                .containsExactly(List.of("events"), List.of("findings"), List.of("links"), List.of("sessions"),
                        List.of("tokens"));
        assertThat(rows("select user_name, is_admin from information_schema.users"))
                .containsExactly(List.of("reader", false));
        for (String table : List.of("settings", "sessions", "users", "rights", "tables")) {
            assertThat(rows("select * from information_schema." + table).toString()).as(table)
                    .doesNotContain(folder.toString(), System.getProperty("user.home"), "jdbc:", "OWNER");
        }
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() {
        assertThatThrownBy(() -> sql.select("select count(*) from events a, events b, events c", Duration.ofMillis(1),
                Progress.NONE, QueryResult::hasNext)).isInstanceOf(QueryException.class)
                .hasMessage(SqlText.TOO_LONG.text(0));
        assertThatThrownBy(() -> sql.select("select \"X\" from system_range(1, 100000000000) order by -\"X\"",
                Duration.ofMillis(1), Progress.NONE, QueryResult::hasNext)).isInstanceOf(QueryException.class)
                .hasMessage(SqlText.TOO_LONG.text(0));
        assertThat(value("select count(*) from events")).isEqualTo((long) correlation.events().size());
    }

    @Test
    void aQueryThatIsNotWantedAnyMoreIsStopped() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> sql.select("select count(*) from events a, events b, events c", Duration.ZERO,
                new Progress(cancellation), QueryResult::hasNext)).hasMessage(SqlText.STOPPED.text());
    }

    @Test
    void rowsAreReadAsTheyAreFoundSoThatAHugeResultNeedsNoMemory() {
        List<@Nullable Object> first = sql.select("select a.event_id, b.event_id from events a, events b, events c",
                ENOUGH, Progress.NONE, result -> {
                    for (int row = 0; row < 1000; row++) {
                        result.next();
                    }
                    return result.next();
                });
        assertThat(first).hasSize(2);
    }

    @Test
    void aQueryIsStoppedWhereMemoryIsUsedUp() {
        try (CaseSql small = CaseSql.of(tables, () -> true)) {
            assertThatThrownBy(() -> rows(small, "select a.event_id from events a, events b, events c order by b.ip"))
                    .isInstanceOf(QueryException.class).hasMessage(SqlText.TOO_LARGE.text());
        }
    }
}
