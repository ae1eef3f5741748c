package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.store.CaseFile;

/**
 * How much time of the processor, memory and shuffled bytes a million records take on a cluster of workers with one
 * core each: mvn verify -Plake -Dtest=LakeBenchmarkTest -Dgroups=benchmark -DexcludedGroups= and
 * <ul>
 * <li>-Dlake.records=N: how many;</li>
 * <li>-Dlake.workers=1,2: on how many workers, one after the other; 0 for none;</li>
 * <li>-Dlake.commands=index,carve,hunt: what to run;</li>
 * <li>-Dlake.hunts=NAME,NAME: which of the queries;</li>
 * <li>-Dlake.memory=700m: the heap of each executor;</li>
 * <li>-Dlake.workbench=false: without the workbench's import;</li>
 * <li>-Dlake.folder=FOLDER: keeps exports and lakes there, and uses those that are there.</li>
 * </ul>
 * Its last results are in docs/tenant-scale.md.
 */
@Tag("benchmark")
class LakeBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("lake.records", 1_000_000);
    private static final String WORKERS = System.getProperty("lake.workers", "1,2");
    private static final String COMMANDS = System.getProperty("lake.commands", "index,carve,hunt");
    private static final boolean WITH_WORKBENCH = Boolean.parseBoolean(System.getProperty("lake.workbench", "true"));
    private static final String HUNTS = System.getProperty("lake.hunts",
            "sessions-with-two-networks,tokens-without-sign-in,address-in-sessions,consents");
    private static final int FILES = 8;
    /** As on a cluster of others: Spark's own number of partitions, and executors that compile what runs often. */
    private static final Map<String, String> SETTINGS = Map.of("spark.sql.shuffle.partitions", "200",
            "spark.executor.extraJavaOptions", "-XX:+UseParallelGC", "spark.executor.memory",
            System.getProperty("lake.memory", "700m"));

    @TempDir
    Path own;

    /** What a process has used: ticks of the processor, of which there are a hundred each second, and kilobytes. */
    private record Use(String name, long ticks, long peak) {
    }

    @Test
    void recordsAreIndexedAndASessionIsCarved() throws Exception {
        Path folder = System.getProperty("lake.folder") == null ? own : Path.of(System.getProperty("lake.folder"));
        Path exports = exports(folder);
        try (Stream<Path> files = Files.list(exports)) {
            say("%d records, %d bytes", RECORDS, files.mapToLong(one -> one.toFile().length()).sum());
        }
        for (String workers : WORKERS.split(",")) {
            if (!workers.equals("0")) {
                onACluster(folder, Integer.parseInt(workers), exports);
            }
        }
        if (WITH_WORKBENCH) {
            workbench(folder, exports);
        }
    }

    private static Path exports(Path folder) throws IOException {
        Path exports = folder.resolve("exports" + RECORDS);
        if (!Files.exists(exports)) {
            Files.createDirectories(exports);
            for (int file = 0; file < FILES; file++) {
                try (BufferedWriter out = Files.newBufferedWriter(exports.resolve("PT1H-" + file + ".json"))) {
                    for (int i = file; i < RECORDS; i += FILES) {
                        out.write(signIn(i));
                    }
                }
            }
        }
        return exports;
    }

    private void onACluster(Path folder, int workers, Path exports) throws Exception {
        Path lake = folder.resolve("lake" + RECORDS + "-" + workers);
        try (LocalCluster cluster = new LocalCluster(own.resolve("cluster" + workers), workers)) {
            if (COMMANDS.contains("index")) {
                String account = run(cluster, workers, "index", "index", "--in", exports.toString(), "--out",
                        lake.toString());
                assertThat(account).contains(String.format(Locale.ROOT, "%1$,d records = %1$,d stored", RECORDS));
            }
            if (COMMANDS.contains("carve")) {
                run(cluster, workers, "carve", "carve", "--lake", lake.toString(), "--session", session(7), "--out",
                        own.resolve("carved" + workers).toString());
            }
            if (COMMANDS.contains("hunt")) {
                for (String hunt : HUNTS.split(",")) {
                    run(cluster, workers, hunt, "hunt", hunt, "--lake", lake.toString(), "--value", "198.51.100.7");
                }
            }
        }
        try (Stream<Path> files = Files.walk(lake)) {
            say("the lake has %d bytes",
                    files.filter(Files::isRegularFile).mapToLong(one -> one.toFile().length()).sum());
        }
    }

    /** Imports in a process of its own, with the workbench's memory and collector. */
    private void workbench(Path folder, Path exports) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path"),
                LakeBenchmarkTest.class.getName(), exports.toString(),
                folder.resolve("case" + RECORDS + ".tlcase").toString()).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    /** Imports the exports in the first folder into the case file that is the second argument. */
    public static void main(String[] arguments) throws IOException {
        try (CaseFile file = CaseFile.create(Path.of(arguments[1]), null, "test")) {
            long records = new ImportService(file, Importers.all())
                    .importAll(List.of(Path.of(arguments[0])), ImportOptions.by("test"), Progress.NONE).records();
            Use use = use("import", Path.of("/proc/self"));
            say("the workbench's import of %d records: %.1f s of CPU time, the process's peak %d MB", records,
                    use.ticks() / 100.0, use.peak() >> 10);
        }
    }

    private static String run(LocalCluster cluster, int workers, String name, String... arguments) throws Exception {
        long begun = System.nanoTime();
        Map<Long, Use> uses = new TreeMap<>();
        Map<Long, Long> before = new HashMap<>();
        look(cluster, uses);
        uses.forEach((pid, use) -> before.put(pid, use.ticks()));
        AtomicBoolean runs = new AtomicBoolean(true);
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            while (runs.get()) {
                look(cluster, uses);
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        String log = cluster.await(name, cluster.submit(name, SETTINGS, arguments));
        runs.set(false);
        watch.join();
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<String> processes = new ArrayList<>();
        double all = 0;
        for (Map.Entry<Long, Use> use : uses.entrySet()) {
            double cpu = (use.getValue().ticks() - before.getOrDefault(use.getKey(), 0L)) / 100.0;
            all += cpu;
            processes.add(String.format(Locale.ROOT, "%s %.1f s %d MB", use.getValue().name(), cpu,
                    use.getValue().peak() >> 10));
        }
        say("%s with %d workers: %.0f s, %.1f s of CPU time; %s; %s", name, workers, seconds, all,
                String.join(", ", processes), tasks(cluster.notes(name)));
        return log;
    }

    /** Notes what the processes of the cluster have used; those that ended keep what they had. */
    private static void look(LocalCluster cluster, Map<Long, Use> uses) {
        cluster.processes().forEach(process -> {
            try {
                Path of = Path.of("/proc", Long.toString(process.pid()));
                String command = Files.readString(of.resolve("cmdline")).replace('\0', ' ');
                // a worker also starts small programs that look at the machine
                Optional<String> name = Stream.of("CoarseGrainedExecutorBackend", "SparkSubmit", "Worker", "Master")
                        .filter(command::contains).findFirst();
                if (name.isPresent()) {
                    uses.put(process.pid(), use(name.get(), of));
                }
            } catch (IOException | RuntimeException ended) {
                // what was noted last holds
            }
        });
    }

    private static Use use(String name, Path of) throws IOException {
        String stat = Files.readString(of.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long peak = Files.readAllLines(of.resolve("status")).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        return new Use(name, Long.parseLong(fields[11]) + Long.parseLong(fields[12]), peak);
    }

    private static String tasks(List<String> notes) throws IOException {
        int tasks = 0;
        long written = 0;
        long spilled = 0;
        long cpu = 0;
        for (String note : notes) {
            if (note.startsWith("{\"Event\":\"SparkListenerTaskEnd\"")) {
                JsonNode metrics = new ObjectMapper().readTree(note).path("Task Metrics");
                tasks++;
                cpu += metrics.path("Executor CPU Time").asLong();
                spilled += metrics.path("Disk Bytes Spilled").asLong();
                written += metrics.path("Shuffle Write Metrics").path("Shuffle Bytes Written").asLong();
            }
        }
        return String.format(Locale.ROOT, "%d tasks with %.1f s of CPU time, %d bytes shuffled, %d bytes spilled",
                tasks,
                cpu / 1e9, written, spilled);
    }

    private static void say(String text, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, text, arguments));
    }

    private static String session(int number) {
        return "00c46fa3-45a8-11c0-96d6-%012d".formatted(number);
    }

    /** One of twenty sign-ins of a session, some 1,400 bytes long as those of a tenant are. */
    private static String signIn(int number) {
        int session = number / 20;
        String time = "2026-05-%02dT%02d:%02d:%02d.%07dZ".formatted(1 + session % 28, session / 28 % 24, number % 60,
                number / 60 % 60, number % 10_000_000);
        return """
                {"time":"%s","resourceId":"/tenants/6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31/providers/Microsoft.aadiam",\
                "operationName":"Sign-in activity","operationVersion":"1.0","category":"NonInteractiveUserSignInLogs",\
                "tenantId":"6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31","resultType":"0","durationMs":0,\
                "callerIpAddress":"198.51.100.%d","correlationId":"a37e3156-7e80-4cdd-b07a-%012d","Level":4,\
                "location":"DK","properties":{"id":"7c1d7e0a-53f1-4c55-9f0e-%012d","createdDateTime":"%s",\
                "userDisplayName":"User %d","userPrincipalName":"user%d@contoso.example",\
                "userId":"2b9d6c58-7a11-4f0d-9a51-%012d","appId":"d3590ed6-52b3-4102-aeff-aad2292ab01c",\
                "appDisplayName":"Microsoft Office","ipAddress":"198.51.100.%d","status":{"errorCode":0},\
                "clientAppUsed":"Mobile Apps and Desktop clients","userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; \
                x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",\
                "deviceDetail":{"deviceId":"","operatingSystem":"Windows10","browser":"Edge 139.0.0"},\
                "location":{"city":"Aarhus","state":"Midtjylland","countryOrRegion":"DK","geoCoordinates":\
                {"latitude":56.16,"longitude":10.2}},"resourceDisplayName":"Office 365 Exchange Online",\
                "resourceId":"00000002-0000-0ff1-ce00-000000000000","resourceTenantId":\
                "6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31","homeTenantId":"6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31",\
                "autonomousSystemNumber":64498,"sessionId":"%s","isInteractive":false,"userType":"Member"}}
                """.formatted(time, session % 250, number, number, time, session % 5000, session % 5000, session % 5000,
                session % 250, session(session));
    }
}
