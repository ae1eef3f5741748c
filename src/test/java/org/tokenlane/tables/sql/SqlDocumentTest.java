package org.tokenlane.tables.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.CaseTables;

/** The queries that docs/sql.md shows find on the sample tenant what they say they find. */
class SqlDocumentTest {

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final String ATTACKER = "203.0.113.200";

    @TempDir
    private static Path folder;

    private static String document;
    private static List<String> queries;
    private static CaseFile caseFile;
    private static Correlation correlation;
    private static Detection detection;
    private static List<CaseTable> tables;
    private static CaseSql sql;

    @BeforeAll
    static void open() throws IOException {
        document = Files.readString(Path.of("docs/sql.md"));
        queries = QUERY.matcher(document).results().map((MatchResult found) -> found.group(1)).toList();
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        correlation = Correlation.upToDate(caseFile);
        detection = Detection.of(caseFile, correlation, new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.open(List.of()))), Progress.NONE);
        tables = CaseTables.of(correlation, () -> detection);
        sql = CaseSql.of(tables);
    }

    @AfterAll
    static void close() {
        sql.close();
        caseFile.close();
    }

    private static String query(String words) {
        List<String> matching = queries.stream().filter(query -> query.contains(words)).toList();
        assertThat(matching).as(words).hasSize(1);
        return matching.getFirst();
    }

    private static List<List<@Nullable Object>> rows(String words) {
        return run(query(words));
    }

    private static List<List<@Nullable Object>> run(String query) {
        return sql.select(query, Duration.ofMinutes(1), Progress.NONE, result -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    private static List<@Nullable Object> column(List<List<@Nullable Object>> rows, int column) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }

    @Test
    void thereAreTenQueriesAndEveryColumnIsNamed() {
        assertThat(queries).hasSize(10);
        for (CaseTable table : tables) {
            assertThat(document).contains("**" + table.name() + "**");
            table.columns()
                    .forEach(column -> assertThat(document).as(table.name()).contains("`" + column.name() + "`"));
        }
    }

    @Test
    void sessionsOfTwoCountries() {
        List<SessionFacts> expected = new SessionQueries(correlation).all().stream()
                .filter(session -> session.countries().size() > 1).toList();
        List<List<@Nullable Object>> rows = rows("CARDINALITY(countries)");
        assertThat(column(rows, 0)).containsExactlyInAnyOrderElementsOf(
                expected.stream().map(SessionFacts::sessionId).toList()).hasSizeGreaterThan(10);
    }

    @Test
    void tokensUsedAfterARevocation() {
        List<List<@Nullable Object>> rows = rows("StsRefreshToken");
        assertThat(column(rows, 0)).containsExactly("mads.krogh@contoso.example");
        assertThat(rows.getFirst()).contains(Instant.parse("2026-09-18T10:20:00Z"),
                Instant.parse("2026-09-18T10:27:20Z"), 9L);
    }

    @Test
    void sessionsOfAnAddress() {
        List<List<@Nullable Object>> rows = rows("LEFT JOIN sessions");
        assertThat(column(rows, 0)).contains(SharedSample.answers().aitmSession());
        assertThat(column(rows, 2).stream().mapToLong(events -> (Long) events).sum()).isEqualTo(
                sql.select("select count(*) from events where ip = '" + ATTACKER + "'", Duration.ofMinutes(1),
                        Progress.NONE, result -> result.next().getFirst()));
    }

    @Test
    void mailThatWasAccessed() {
        assertThat(rows("SUM(item_count)")).contains(
                List.of("adela.novakova@contoso.example", ATTACKER, "Client=OWA;Action=ViaProxy", 37L, 115L));
    }

    @Test
    void applicationsOfUsers() {
        List<@Nullable Object> first = rows("LISTAGG").getFirst();
        assertThat(first.get(0)).isEqualTo("soren.ostergard@contoso.example");
        assertThat(first.get(1)).isEqualTo(7L);
        assertThat((String) first.get(2)).contains("Microsoft Authentication Broker");
    }

    @Test
    void addressesOfSeveralUsers() {
        assertThat(rows("HAVING")).containsExactly(List.of("192.0.2.60", 13L, "DK", 186L));
        CaseEvents events = correlation.events();
        Map<String, Long> succeeded = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            String ip = events.text(EventField.IP, event);
            if (ip != null && events.kind(event).isSignIn() && events.result(event) == EventResult.SUCCESS
                    && events.text(EventField.UPN, event) != null) {
                succeeded.merge(ip, 1L, Long::sum);
            }
        }
        Map<@Nullable Object, @Nullable Object> found = new HashMap<>();
        run(query("HAVING").replace("> 5", "> 0")).forEach(row -> found.put(row.get(0), row.get(3)));
        assertThat(found).isEqualTo(succeeded);
    }

    @Test
    void signInsByDay() {
        List<List<@Nullable Object>> rows = rows("CAST(time AS DATE), country, result\nORDER");
        assertThat(column(rows, 0)).contains("2026-09-15").isSortedAccordingTo(
                (first, second) -> String.valueOf(first).compareTo(String.valueOf(second)));
        assertThat(column(rows, 2)).contains("success").isSubsetOf("success", "failure", "interrupted");
    }

    @Test
    void signInsByDeviceCode() {
        List<List<@Nullable Object>> rows = rows("devicecode");
        CaseEvents events = correlation.events();
        int expected = 0;
        for (int event = 0; event < events.size(); event++) {
            expected += "deviceCode".equals(events.text(EventField.AUTH_PROTOCOL, event))
                    || "deviceCodeFlow".equals(events.text(EventField.TRANSFER_METHOD, event)) ? 1 : 0;
        }
        assertThat(rows).hasSize(expected).hasSizeGreaterThan(1);
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("203.0.113.150", "RO",
                SharedSample.answers().deviceCodeSession()));
    }

    @Test
    void linksByRule() {
        List<List<@Nullable Object>> rows = rows("FROM links");
        long[] linked = new long[2];
        for (int event = 0; event < correlation.events().size(); event++) {
            LinkRule rule = correlation.rule(event);
            linked[rule.isInferred() ? 1 : 0] += rule == LinkRule.NONE ? 0 : 1;
        }
        for (boolean inferred : new boolean[] { false, true }) {
            assertThat(rows.stream().filter(row -> row.get(2).equals(inferred)).mapToLong(row -> (Long) row.get(3))
                    .sum()).isEqualTo(linked[inferred ? 1 : 0]);
        }
        assertThat(rows.getFirst().get(0)).isEqualTo("uti");
    }

    @Test
    void eventsOfFindings() {
        List<List<@Nullable Object>> rows = rows("FROM findings");
        assertThat(rows).hasSize(detection.findings().stream().filter(finding -> finding.severity() == Severity.HIGH)
                .mapToInt(finding -> finding.eventIds().size()).sum());
        assertThat(column(rows, 4)).contains(ATTACKER);
    }
}
