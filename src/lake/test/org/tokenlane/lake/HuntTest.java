package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The queries that ship with the program run, are described, and find what the sample tenant has. */
class HuntTest {

    @Test
    void allQueriesRunAndFindTheAttackersSession() throws IOException {
        Lake lake = Lake.open(LocalSpark.session(), SampleLake.sample().lake().toString());
        Hunts.views(lake);
        // read once for all of them
        lake.spark().table(Hunts.EVENTS).cache();
        Map<String, Hunts.Hunt> hunts = Hunts.shipped();
        assertThat(hunts).hasSize(10);
        List<String> found = new ArrayList<>();
        for (Hunts.Hunt hunt : hunts.values()) {
            List<Row> rows = (hunt.needsValue() ? lake.spark().sql(hunt.sql(), Map.of("value", "203.0.113.77"))
                    : lake.spark().sql(hunt.sql())).collectAsList();
            if (rows.stream().anyMatch(row -> row.toString().contains(SampleLake.answers().aitmSession()))) {
                found.add(hunt.name());
            }
        }
        lake.spark().catalog().uncacheTable(Hunts.EVENTS);
        assertThat(found).contains("sessions-with-two-networks", "address-in-sessions", "mail-by-session",
                "inbox-rules");
    }

    /** What a query finds on events that a test writes down: time, kind, result, operation, target, token, upn, ip. */
    private static List<Row> found(String name, String... events) throws IOException {
        LocalSpark.session().sql("select timestamp(time) as time, kind, result, operation, target, token, "
                + "cast(null as string) as user_object_id, upn, ip from values " + String.join(", ", events)
                + " as e(time, kind, result, operation, target, token, upn, ip)").createOrReplaceTempView(Hunts.EVENTS);
        return LocalSpark.session().sql(Objects.requireNonNull(Hunts.shipped().get(name)).sql()).collectAsList();
    }

    private static String use(String time, String token) {
        return "('2026-05-04 " + time + "', 'OPERATION', 'SUCCESS', 'Send', null, '" + token
                + "', 'ann@contoso.example', '192.0.2.1')";
    }

    private static String revocation(String time) {
        return "('2026-05-04 " + time
                + "', 'DIRECTORY_CHANGE', 'SUCCESS', 'Disable account.', 'Ann@contoso.example', null, null, null)";
    }

    private static String signIn(String time, String result) {
        return "('2026-05-04 " + time + "', 'SIGN_IN_INTERACTIVE', '" + result
                + "', null, null, null, 'ann@contoso.example', '192.0.2.1')";
    }

    @Test
    void aTokenIsFoundForEachRevocationThatItWasUsedAfter() throws IOException {
        List<Row> rows = found("tokens-after-revocation", revocation("10:00:00"), revocation("12:00:00"),
                use("08:00:00", "before"), use("09:59:59", "before"),
                use("09:00:00", "first"), use("10:00:01", "first"),
                use("10:00:00", "second"), use("12:00:01", "second"),
                use("11:00:00", "until"), use("12:00:00", "until"),
                use("09:59:59", "both"), use("12:00:01", "both"),
                use("13:00:00", "after"), use("14:00:00", "after"));
        assertThat(rows.stream().map(row -> row.getString(0) + " " + row.getList(2).stream()
                .map(at -> ((Timestamp) at).toInstant().toString().substring(11, 16)).toList()))
                .containsExactlyInAnyOrder("first [10:00]", "second [12:00]", "both [10:00, 12:00]");
    }

    @Test
    void failuresCountOnlyBeforeASuccess() throws IOException {
        List<String> failures = IntStream.range(0, 10).mapToObj(at -> signIn("10:00:0" + at, "FAILURE")).toList();
        assertThat(found("success-after-failures", with(failures, signIn("10:00:10", "SUCCESS"))))
                .extracting(row -> row.getString(1) + " " + row.getLong(2)).containsExactly("ann@contoso.example 10");
        assertThat(found("success-after-failures", with(failures, signIn("10:00:09", "SUCCESS")))).isEmpty();
        assertThat(found("success-after-failures", with(failures, signIn("09:00:00", "SUCCESS")))).isEmpty();
        assertThat(found("success-after-failures", with(failures, signIn("11:00:00", "FAILURE")))).isEmpty();
        assertThat(found("success-after-failures", with(failures.subList(1, 10), signIn("11:00:00", "SUCCESS"))))
                .isEmpty();
    }

    private static String[] with(List<String> events, String last) {
        return Stream.concat(events.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void theDocumentListsEachQuery() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/tenant-scale.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| .*")).toList();
        assertThat(rows).containsAll(Hunts.shipped().values().stream()
                .map(hunt -> "| `" + hunt.name() + "` | " + hunt.title() + " |").toList());
    }
}
