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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real cluster gives the same as in one process, and does so too where a worker is lost. */
class ClusterTest {

    /** As in the tests in one process, so that files are read in the same parts. */
    private static final Map<String, String> SMALL_PARTS = Map.of("spark.tokenlane.partBytes",
            Integer.toString(3 << 20), "spark.sql.files.openCostInBytes", "4096", "spark.sql.shuffle.partitions", "2",
            "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    /** With so many jobs begun, results of both workers wait for the next step. */
    private static final int JOBS = 12;

    @TempDir
    private static Path folder;
    private static LocalCluster cluster;

    @BeforeAll
    static void startACluster() throws IOException, InterruptedException {
        cluster = new LocalCluster(folder.resolve("cluster"), 1);
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.close();
    }

    private interface Moment {
        boolean hasCome() throws IOException;
    }

    /** Runs a command and takes one of its two workers away in the middle. */
    private static void runAndLoseAWorker(String name, Moment moment, String... arguments)
            throws IOException, InterruptedException {
        cluster.addWorker();
        Process command = cluster.submit(name, SMALL_PARTS, arguments);
        while (command.isAlive() && !(cluster.count(name, "ExecutorAdded") == 2 && moment.hasCome())) {
            Thread.sleep(20);
        }
        long jobs = cluster.count(name, "JobStart");
        assertThat(command.isAlive()).isTrue();
        cluster.killWorker();
        cluster.await(name, command);
        assertThat(cluster.count(name, "ExecutorRemoved")).isPositive();
        assertThat(cluster.count(name, "JobStart")).isGreaterThan(jobs);
    }

    @Test
    void aWorkerLostInTheMiddleOfAnIndexChangesNothing() throws Exception {
        SampleLake.Made sample = SampleLake.sample();
        Path lake = folder.resolve("lake");
        Path begun = lake.resolve("records/batch=1/_temporary/0");
        runAndLoseAWorker("index", () -> Files.exists(begun), "index", "--in", sample.exports().toString(), "--out",
                lake.toString());
        assertThat(events(lake)).isEqualTo(events(sample.lake()));
        assertThat(accounts(lake)).isEqualTo(accounts(sample.lake()));
    }

    @Test
    void aWorkerLostInTheMiddleOfACarveChangesNothing() throws Exception {
        SampleLake.Made sample = SampleLake.sample();
        Path carved = folder.resolve("carved");
        runAndLoseAWorker("carve", () -> cluster.count("carve", "JobStart") >= JOBS, "carve", "--lake",
                sample.lake().toString(), "--session", SampleLake.answers().aitmSession(), "--out", carved.toString());
        Path here = folder.resolve("here");
        SampleLake.run("carve", "--lake", sample.lake().toString(), "--session",
                SampleLake.answers().aitmSession(), "--out", here.toString());
        assertThat(files(carved)).isNotEmpty().isEqualTo(files(here));
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
