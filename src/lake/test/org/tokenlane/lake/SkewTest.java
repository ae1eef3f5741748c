package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service principal and the system's own account have a third of all records each, and no task has their records. */
class SkewTest {

    private static final int RECORDS = 2400;
    private static final int TASKS = 8;
    private static final Map<String, String> AS_IF_LARGE = Map.of("spark.sql.shuffle.partitions",
            Integer.toString(TASKS), "spark.sql.autoBroadcastJoinThreshold", "-1",
            "spark.sql.adaptive.autoBroadcastJoinThreshold", "-1", "spark.sql.adaptive.coalescePartitions.enabled",
            "false", "spark.tokenlane.fewRows", "0");

    @TempDir
    Path folder;

    private final Map<String, String> before = new HashMap<>();
    private final Rows rows = new Rows();
    private String lake = "";

    /** How many records each task of each stage reads from others. */
    private static final class Rows extends SparkListener {

        private final ConcurrentMap<Integer, List<Long>> byStage = new ConcurrentHashMap<>();

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            long read = end.taskMetrics().shuffleReadMetrics().recordsRead();
            byStage.computeIfAbsent(end.stageId(), stage -> java.util.Collections.synchronizedList(new ArrayList<>()))
                    .add(read);
        }
    }

    private static SparkSession spark() {
        return LocalSpark.session();
    }

    @BeforeEach
    void makeALake() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            lines.append(i % 3 == 0 ? ofPrincipal(i) : i % 3 == 1 ? ofSystem(i) : ofUser(i));
        }
        Files.writeString(in.resolve("logs.json"), lines);
        lake = folder.resolve("lake").toString();
        List<FileAccount> accounts = new Indexing(Lake.openOrCreate(spark(), lake), Planner.IndexOptions.NONE)
                .run(List.of(in.toString()));
        assertThat(accounts).singleElement().satisfies(file -> assertThat(file.stored()).isEqualTo(RECORDS));
        AS_IF_LARGE.forEach((name, value) -> {
            before.put(name, spark().conf().getOption(name).getOrElse(() -> ""));
            spark().conf().set(name, value);
        });
        spark().sparkContext().addSparkListener(rows);
    }

    @AfterEach
    void putBack() {
        spark().sparkContext().removeSparkListener(rows);
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                spark().conf().unset(name);
            } else {
                spark().conf().set(name, value);
            }
        });
    }

    private static String time(int number) {
        return "2026-05-04T%02d:%02d:%02d.%03dZ".formatted(number / 3600 % 24, number / 60 % 60, number % 60,
                number % 1000);
    }

    private static String ofPrincipal(int number) {
        return """
                {"time":"%s","category":"ServicePrincipalSignInLogs","operationName":"Sign-in activity",\
                "properties":{"id":"7c1d7e0a-53f1-4c55-9f0e-%012d","createdDateTime":"%s",\
                "servicePrincipalId":"11111111-7a11-4f0d-9a51-6f6f0e7f3a10","servicePrincipalName":"Backup",\
                "appId":"22222222-7a11-4f0d-9a51-6f6f0e7f3a10","ipAddress":"198.51.100.7",\
                "autonomousSystemNumber":64498,"status":{"errorCode":0}}}
                """.formatted(time(number), number, time(number));
    }

    private static String ofSystem(int number) {
        return """
                {"CreationTime":"%s","Id":"5b1f2a3c-0000-4000-8000-%012d","Operation":"Set-Mailbox","RecordType":1,\
                "Workload":"Exchange","UserType":3,"UserKey":"NT AUTHORITY\\\\SYSTEM (w3wp)",\
                "UserId":"NT AUTHORITY\\\\SYSTEM (w3wp)","ResultStatus":"True","ObjectId":"box%d"}
                """.formatted(time(number).substring(0, 19), number, number % 50);
    }

    private static String ofUser(int number) {
        int user = number % 199;
        return """
                {"time":"%s","category":"SignInLogs","operationName":"Sign-in activity",\
                "properties":{"id":"7c1d7e0a-53f1-4c55-9f0e-%012d","createdDateTime":"%s",\
                "userPrincipalName":"user%d@contoso.example","userId":"2b9d6c58-7a11-4f0d-9a51-%012d",\
                "appDisplayName":"Azure Portal","ipAddress":"203.0.113.%d","status":{"errorCode":0},\
                "sessionId":"00c46fa3-45a8-11c0-96d6-%012d"}}
                """.formatted(time(number), number, time(number), user, user, user, user);
    }

    /** Of the stages that read many records from others, no task reads much more than the one in the middle. */
    private void noTaskHasMuchMore() throws Exception {
        spark().sparkContext().listenerBus().waitUntilEmpty(60_000);
        int large = 0;
        for (List<Long> tasks : rows.byStage.values()) {
            List<Long> sorted = tasks.stream().sorted().toList();
            if (sorted.size() < TASKS || sorted.stream().mapToLong(Long::longValue).sum() < RECORDS / 4) {
                continue;
            }
            large++;
            assertThat(sorted.getLast()).as(sorted.toString()).isLessThanOrEqualTo(3 * sorted.get(sorted.size() / 2));
        }
        assertThat(large).isPositive();
        rows.byStage.clear();
    }

    @Test
    void noTaskHasAllRecordsOfOneAccount() throws Exception {
        assertThat(SampleLake.run("sessions", "--lake", lake)).contains("user7@contoso.example");
        noTaskHasMuchMore();
        assertThat(SampleLake.run("hunt", "--lake", lake, "--sql",
                "select network, count(*) as events from events group by network order by network"))
                .contains("\"AS64498\",\"events\":800");
        noTaskHasMuchMore();
        assertThat(SampleLake.run("carve", "--lake", lake, "--ip", "198.51.100.7", "--out",
                folder.resolve("carved").toString())).contains("800 ");
        noTaskHasMuchMore();
    }
}
