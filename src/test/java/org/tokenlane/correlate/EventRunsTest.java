package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.query.StoredRows;

/**
 * Events that follow one another with the same operation, result, user, address, session and token are one run; any
 * difference ends it.
 */
class EventRunsTest {

    @TempDir
    private Path folder;

    private int second;

    private String record(String operation, String user, String ip, String session, String token, String status) {
        String time = String.format(Locale.ROOT, "2026-09-15T08:00:%02d", second);
        return "{\"CreationTime\":\"" + time + "\",\"Id\":\"11111111-2222-4333-8444-0000000000"
                + String.format(Locale.ROOT, "%02d", second++) + "\",\"Operation\":\""
                + operation + "\",\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\"" + user
                + "\",\"ClientIPAddress\":\"" + ip + "\",\"ResultStatus\":\"" + status
                + "\",\"AppAccessContext\":{\"AADSessionId\":\"" + session + "\",\"UniqueTokenId\":\"" + token + "\"}}";
    }

    private static List<Integer> lengths(EventRuns runs) {
        return IntStream.range(0, runs.size()).mapToObj(runs::length).toList();
    }

    @Test
    void eachOfTheSixThingsEndsARunWhereItChanges() {
        String one = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
        String two = "009ce429-40c2-14b7-a6c2-73f53f4e8d23";
        String token = "OPD3UZnmTkud24wRw6ATAA";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(record("Send", "a@contoso.example", "203.0.113.1", one, token, "Succeeded"));
        }
        lines.add(record("Update", "a@contoso.example", "203.0.113.1", one, token, "Succeeded"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.1", one, token, "Succeeded"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.2", one, token, "Succeeded"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.2", two, "AAD3UZnmTkud24wRw6ATAA", "Succeeded"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.2", two, "BBD3UZnmTkud24wRw6ATAA", "Succeeded"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.2", two, "BBD3UZnmTkud24wRw6ATAA", "Failed"));
        lines.add(record("Update", "b@contoso.example", "203.0.113.2", two, "BBD3UZnmTkud24wRw6ATAA", "Failed"));
        try (TestCase test = new TestCase(folder)) {
            test.loadOne(test.write("audit.jsonl", String.join("\n", lines)));
            Correlation correlation = Correlation.upToDate(test.caseFile());
            EventRuns runs = EventRuns.of(IntStream.range(0, lines.size()).toArray(), correlation);
            assertThat(lengths(runs)).containsExactly(3, 1, 1, 1, 1, 1, 2);
            assertThat(runs.runAt(0)).isZero();
            assertThat(runs.runAt(2)).isZero();
            assertThat(runs.runAt(3)).isEqualTo(1);
            assertThat(runs.runAt(9)).isEqualTo(6);
            assertThat(runs.event(6, 1)).isEqualTo(9);
            assertThat(lengths(EventRuns.of(new int[] { 0, 9, 1, 2, 8 }, correlation)))
                    .as("in the order in which they are shown").containsExactly(1, 1, 2, 1);
            assertThat(EventRuns.of(new int[0], correlation).size()).isZero();
        }
    }

    @Test
    void moreRunsThanRoomWasMadeForAreAllKept() {
        try (StoredRows rows = new StoredRows(folder)) {
            for (int number = 0; number < 33; number++) {
                rows.row(StoredRows.event("k" + number).time(number, TimeQuality.READ, 0).set(EventField.OPERATION,
                        "op" + number));
            }
            EventRuns runs = EventRuns.of(IntStream.range(0, 33).toArray(), Correlation.of(rows.file("1").events()));
            assertThat(runs.size()).isEqualTo(33);
            assertThat(runs.start(32)).isEqualTo(32);
            assertThat(lengths(runs)).containsOnly(1);
        }
    }
}
