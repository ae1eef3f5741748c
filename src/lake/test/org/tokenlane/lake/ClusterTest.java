package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real cluster gives the same as in one process, and does so too where a worker is lost. */
class ClusterTest {

    /** As in the tests in one process, so that files are read in the same parts. */
    private static final Map<String, String> SMALL_PARTS = Map.of("spark.tokenlane.partBytes",
            Integer.toString(3 << 20), "spark.sql.files.openCostInBytes", "4096");

    @TempDir
    Path folder;

    @Test
    void aWorkerLostInTheMiddleOfAnIndexChangesNothing() throws Exception {
        SampleLake.Made sample = SampleLake.sample();
        Path lake = folder.resolve("lake");
        try (LocalCluster cluster = new LocalCluster(folder.resolve("cluster"), 2)) {
            Process index = cluster.submit("index", SMALL_PARTS, "index", "--in", sample.exports().toString(), "--out",
                    lake.toString());
            Path begun = lake.resolve("records/batch=1/_temporary/0");
            while (index.isAlive() && !Files.exists(begun)) {
                Thread.sleep(50);
            }
            assertThat(index.isAlive()).isTrue();
            cluster.killWorker(0);
            cluster.await("index", index);
            assertThat(events(lake)).isEqualTo(events(sample.lake()));
            assertThat(accounts(lake)).isEqualTo(accounts(sample.lake()));

            Path carved = folder.resolve("carved");
            Process carve = cluster.submit("carve", SMALL_PARTS, "carve", "--lake", lake.toString(), "--session",
                    SampleLake.answers().aitmSession(), "--out", carved.toString());
            cluster.await("carve", carve);
            Path here = folder.resolve("here");
            SampleLake.run("carve", "--lake", sample.lake().toString(), "--session",
                    SampleLake.answers().aitmSession(), "--out", here.toString());
            assertThat(files(carved)).isNotEmpty().isEqualTo(files(here));
        }
    }

    private static Map<String, String> events(Path lake) throws IOException {
        Map<String, String> events = new TreeMap<>();
        SameEventsTest.events(Lake.open(LocalSpark.session(), lake.toString()))
                .forEach(event -> events.put(event.id(), SameEventsTest.words(event)));
        return events;
    }

    private static Map<String, List<Long>> accounts(Path lake) throws IOException {
        Map<String, List<Long>> accounts = new HashMap<>();
        Lake.open(LocalSpark.session(), lake.toString()).fileAccounts(List.of(1)).collectAsList().forEach(row -> {
            FileAccount account = FileAccount.of(row);
            accounts.put(account.plan().file().path(),
                    List.of(account.stored(), account.duplicates(), account.rejected()));
        });
        return accounts;
    }

    /** The hashes of the carved files. */
    private static List<String> files(Path carved) throws IOException {
        return new ObjectMapper().readTree(carved.resolve("manifest.json").toFile()).path("files")
                .findValuesAsText("sha256");
    }
}
