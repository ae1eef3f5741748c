package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.tables.sql.SqlText;

/** Queries on the command line: as a table, as JSON, into a file. */
class SqlCommandTest {

    private static final int MOST_ROWS = 1000;

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void copyTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    private static CommandRun run(Object... more) {
        List<Object> all = new ArrayList<>(List.of("sql", "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    @Test
    void theTableHasTheRowsUpToItsLimitAndSaysWhereItEnds() {
        assertThat(run("select count(*) from events").isDone().out()).contains(Long.toString(answers.events()));
        String exactly = run("select event_id from events limit 1000").isDone().out();
        assertThat(exactly).doesNotContain("--csv");
        assertThat(exactly.lines().filter(line -> line.matches("e[0-9a-f]{16}"))).hasSize(MOST_ROWS);
        assertThat(run("select event_id from events limit 1001").isDone().out().lines().toList().getLast())
                .isEqualTo(CliText.FIRST_ROWS.text(MOST_ROWS));
    }

    @Test
    void jsonHasEveryRowWithItsTypes() {
        List<Map<String, Object>> rows = run("--json", "select event_id, time, confidence, throttled, line, "
                + "cast(null as varchar) as nothing from events where session = '" + answers.aitmSession() + "'")
                .isDone().jsonArray();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("time").toString()).matches("2026-09-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            assertThat(row.get("confidence")).isInstanceOf(Double.class);
            assertThat(row.get("throttled")).isInstanceOf(Boolean.class);
            assertThat(row.get("line")).isInstanceOf(Integer.class);
            assertThat(row).containsEntry("nothing", null);
        });
        assertThat(run("--json", "select countries from sessions where session_id = '" + answers.aitmSession() + "'")
                .isDone().jsonArray().getFirst().get("countries")).isInstanceOf(List.class);
    }

    @Test
    void aFileIsSafeForSpreadsheetsAndIsEnteredInTheAuditTrail() throws IOException {
        Path csv = folder.resolve("rows.csv");
        String query = "select '=1+1' as \"@formula\", timestamp with time zone '2026-09-10 10:00:00+02' as at_time, "
                + "array['a', 'b'] as list from system_range(1, 2)";
        CommandRun run = run("--csv", csv, query).isDone();
        assertThat(Files.readAllLines(csv)).containsExactly("\uFEFF'@formula,at_time,list",
                "'=1+1,2026-09-10 08:00:00.000,\"a, b\"", "'=1+1,2026-09-10 08:00:00.000,\"a, b\"");
        assertThat(run.err()).contains(CliText.ROWS_WRITTEN.text(2, csv));
        assertThat(CommandRun.of("log", "--case", file).isDone().out()).contains("rows.csv");
        assertThat(run("--csv", csv, query).exitCode()).isEqualTo(CaseCommand.FAILED);
    }

    @Test
    void aQueryThatFailsOrIsRefusedLeavesNoFile() {
        Path csv = folder.resolve("none.csv");
        CommandRun refused = run("--csv", csv, "drop table events");
        assertThat(refused.exitCode()).isEqualTo(CaseCommand.FAILED);
        assertThat(refused.err()).contains(SqlText.ONLY_SELECT.text());
        assertThat(run("--csv", csv, "select cast('x' as int) from events").exitCode()).isEqualTo(CaseCommand.FAILED);
        assertThat(csv).doesNotExist();
    }

    @Test
    void aTimeoutBelowZeroIsWrongUsage() {
        assertThat(run("--timeout", "-1", "select 1").exitCode()).isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(run("--timeout", "0", "select 1").exitCode()).isEqualTo(CaseCommand.DONE);
    }
}
