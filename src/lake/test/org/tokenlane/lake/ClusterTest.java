package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real cluster gives the same as in one process, and does so too where a worker is lost. */
class ClusterTest {

    /** As in the tests in one process, so that files are read in the same parts. */
    private static final Map<String, String> SMALL_PARTS = Map.of("spark.tokenlane.partBytes",
            Integer.toString(3 << 20), "spark.tokenlane.openBytes", "4096", "spark.sql.shuffle.partitions", "2",
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

    /** The sample tenant and all fixtures. */
    private static void everything(Path exports) throws IOException {
        copy(SampleLake.sample().exports(), exports.resolve("sample"));
        copy(Path.of("src/test/resources/ingest"), exports.resolve("fixtures"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** What two workers make of everything, of which one is lost meanwhile. */
    private static List<FileAccount> index(Path exports, Path lake) throws IOException {
        Path begun = lake.resolve("records/batch=1/_temporary/0");
        try {
            runAndLoseAWorker("index", () -> Files.exists(begun), "index", "--in", exports.toString(), "--out",
                    lake.toString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return Lake.open(LocalSpark.session(), lake.toString()).fileAccounts(List.of(1)).collectAsList().stream()
                .map(FileAccount::of).toList();
    }

    @Test
    void aClusterThatLosesAWorkerMakesOfAllFilesWhatTheWorkbenchMakesOfThem() throws IOException {
        SampleLake.Made all = SampleLake.made("all", ClusterTest::everything, ClusterTest::index);
        SameEventsTest.compare(all);
        SameEventsTest.compareLinks(all);
        assertThat(SameAnswersTest.exact(SampleLake.run("sessions", "--lake", all.lake().toString())))
                .hasSizeGreaterThan(20)
                .isEqualTo(SameAnswersTest.exact(SameAnswersTest.workbench(all.caseFile(), "sessions")));
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

    /** The hashes of the carved files. */
    private static List<String> files(Path carved) throws IOException {
        return new ObjectMapper().readTree(carved.resolve("manifest.json").toFile()).path("files")
                .findValuesAsText("sha256");
    }
}
