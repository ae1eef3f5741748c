package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Test
    void theDocumentListsEachQuery() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/tenant-scale.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| .*")).toList();
        assertThat(rows).containsAll(Hunts.shipped().values().stream()
                .map(hunt -> "| `" + hunt.name() + "` | " + hunt.title() + " |").toList());
    }
}
