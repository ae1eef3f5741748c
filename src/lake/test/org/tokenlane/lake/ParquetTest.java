package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.store.CaseFile;

/** Parquet files and Delta tables, as Spark writes them, are read as the workbench reads them. */
class ParquetTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String OTHER_SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-000000000002";

    @TempDir
    Path folder;

    /** Rows of the table SigninLogs of Microsoft Sentinel. */
    private static String signIns(int from, int to, String session) {
        return """
                select 'SigninLogs' as Type, timestamp_micros(1772438400123456 + id) as TimeGenerated,
                  timestamp_ntz'2026-03-02 08:00:00' as CreatedDateTime,
                  concat('8c9d0e1f-0000-4000-8000-', lpad(id, 12, '0')) as Id,
                  concat('8c9d0e1f-0000-4000-9000-', lpad(id, 12, '0')) as CorrelationId,
                  'lea@contoso.example' as UserPrincipalName, '192.0.2.44' as IPAddress, '0' as ResultType,
                  '%s' as SessionId, named_struct('displayName', 'PC-4', 'deviceId', cast(null as string))
                  as DeviceDetail, array('a', 'b') as Tags, cast(null as string) as UserAgent,
                  cast(64498 as int) as AutonomousSystemNumber, true as IsInteractive
                from range(%d, %d, 1, 1)""".formatted(session, from, to);
    }

    private static Path write(String sql, Path file) throws IOException {
        Path made = Files.createTempDirectory("tokenlane-parquet");
        // several groups of rows
        LocalSpark.session().sql(sql).coalesce(1).write().mode("overwrite").option("parquet.block.size", "20000")
                .option("parquet.page.size", "4096").parquet(made.toString());
        try (Stream<Path> files = Files.list(made)) {
            Path part = files.filter(one -> one.getFileName().toString().startsWith("part-")).findFirst().orElseThrow();
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static SampleLake.Made made(SampleLake.Writing writing) {
        String parts = LocalSpark.session().conf().get("spark.tokenlane.partBytes");
        LocalSpark.session().conf().set("spark.tokenlane.partBytes", "30000");
        try {
            return SampleLake.made("parquet", writing);
        } finally {
            LocalSpark.session().conf().set("spark.tokenlane.partBytes", parts);
        }
    }

    @Test
    void rowsAreTheSameEventsWithTheSameRecordsAsInTheWorkbench() throws IOException {
        SampleLake.Made made = made(exports -> {
            write(signIns(0, 1200, SESSION), exports.resolve("signins.parquet"));
            // the columns of a portal's table, as a Delta table has them
            write("""
                    select '2026-03-02T08:00:00Z' as `Date__UTC_`, '8c9d0e1f-0000-4000-8000-00000000aaaa' as `Request_ID`,
                      'm' as `User_agent`, 'c' as `Correlation_ID`, '9d0e1f2a-0000-4000-8000-000000000003' as `User_ID`,
                      'Lea' as `User`, 'lea@contoso.example' as `Username`, 'Mail' as `Application`,
                      '192.0.2.44' as `IP_address`, 'Success' as `Status`, '0' as `Sign-in_error_code`,
                      '%s' as `Session_ID`"""
                    .formatted(SESSION), exports.resolve("portal.parquet"));
            byte[] whole = Files.readAllBytes(exports.resolve("portal.parquet"));
            Files.write(exports.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 20));
        });
        SameEventsTest.compare(made);
        assertThat(made.accounts().stream().filter(account -> account.plan().refused() == null))
                .hasSize(2).allSatisfy(account -> assertThat(account.plan().division()).isEqualTo(Division.ROWS));
        FileAccount many = made.accounts().stream().filter(account -> account.stored() == 1200).findFirst()
                .orElseThrow();
        assertThat(many.sha256()).isNull();
        // several tasks read it
        assertThat(Lake.open(LocalSpark.session(), made.lake().toString()).records()
                .where("record = 'end' and file_order = " + many.plan().order()).count()).isGreaterThan(2);
        assertThat(raw(made)).isEqualTo(rawInCase(made.caseFile()));
        carved(made);
    }

    private static Map<String, String> raw(SampleLake.Made made) throws IOException {
        Map<String, String> texts = new HashMap<>();
        SameEventsTest.events(Lake.open(LocalSpark.session(), made.lake().toString()))
                .forEach(event -> texts.put(event.id(),
                        new String((byte[]) event.records().getFirst().get(EventMerge.at(RecordColumn.RAW)),
                                java.nio.charset.StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, String> rawInCase(Path caseFile) {
        try (CaseFile file = CaseFile.open(caseFile, null)) {
            Map<String, String> texts = new HashMap<>();
            var events = Correlation.upToDate(file).events();
            for (int event = 0; event < events.size(); event++) {
                texts.put(events.id(event), file.rawRecords().text(events.places(event).getFirst()));
            }
            return texts;
        }
    }

    /** What is carved is marked as made from rows, and has the rows' numbers. */
    private void carved(SampleLake.Made made) throws IOException {
        Path out = folder.resolve("carved");
        SampleLake.run("carve", "--lake", made.lake().toString(), "--session", SESSION, "--out", out.toString());
        Path carved = folder.resolve("carved.tlcase");
        try (CaseFile part = CaseFile.create(carved, null, "test")) {
            ImportReport report = new ImportService(part, Importers.all()).importAll(List.of(out),
                    ImportOptions.by("test"), Progress.NONE);
            assertThat(report.refused()).isEmpty();
            assertThat(report.records()).isEqualTo(1201);
            assertThat(part.derived())
                    .isEqualTo(part.evidence().stream().map(Evidence::id).collect(Collectors.toSet()));
            var events = Correlation.upToDate(part).events();
            assertThat(Stream.iterate(0, event -> event < events.size(), event -> event + 1)
                    .flatMap(event -> events.places(event).stream()).map(place -> place.line()).distinct())
                    .hasSize(1200);
        }
        assertThat(rawInCase(carved)).isEqualTo(raw(made));
    }

    private static String add(String file, String partition) {
        return "{\"add\":{\"path\":\"" + file + "\",\"partitionValues\":{" + partition
                + "},\"size\":1,\"modificationTime\":1,\"dataChange\":true}}\n";
    }

    private static void deltaTable(Path table) throws IOException {
        Files.createDirectories(table.resolve("Type=SigninLogs"));
        write(signIns(0, 10, SESSION), table.resolve("part-00000-a.parquet"));
        write(signIns(10, 20, OTHER_SESSION), table.resolve("part-00000-b.parquet"));
        write("select * except (Type) from (" + signIns(20, 30, SESSION) + ")",
                table.resolve("Type=SigninLogs/part-00000-c.parquet"));
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        Files.writeString(log.resolve("00000000000000000000.json"),
                "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}\n{\"metaData\":{\"id\":\"1\","
                        + "\"format\":{\"provider\":\"parquet\"},\"partitionColumns\":[],\"configuration\":{}}}\n"
                        + add("part-00000-a.parquet", "") + add("part-00000-b.parquet", ""));
        Files.writeString(log.resolve("00000000000000000001.json"),
                "{\"remove\":{\"path\":\"part-00000-b.parquet\",\"dataChange\":true}}\n"
                        + add("Type=SigninLogs/part-00000-c.parquet", "\"Type\":\"SigninLogs\""));
    }

    @Test
    void ofADeltaTableOnlyTheFilesAreReadThatItsLogNames() throws IOException {
        SampleLake.Made made = SampleLake.made("delta", exports -> deltaTable(exports.resolve("SigninLogs")));
        SameEventsTest.compare(made);
        assertThat(made.accounts()).extracting(FileAccount::stored).containsExactlyInAnyOrder(10L, 10L, 0L);
        assertThat(made.accounts().stream().map(account -> account.plan().refused()).filter(reason -> reason != null))
                .containsExactly(TablesText.DELTA_REMOVED.text());
        // what its log says is read at each run
        Path log = made.exports().resolve("SigninLogs/_delta_log");
        Files.writeString(log.resolve("00000000000000000002.json"), add("part-00000-b.parquet", ""));
        assertThat(again(made)).extracting(FileAccount::stored).containsExactly(10L);
        assertThat(again(made)).isEmpty();
        // the same in a checkpoint, behind which earlier commits are deleted
        write("select named_struct('path', path, 'partitionValues', values) as add from values "
                + "('part-00000-a.parquet', map()), ('part-00000-b.parquet', map()), "
                + "('Type=SigninLogs/part-00000-c.parquet', map('Type', 'SigninLogs')) as files(path, values)",
                log.resolve("00000000000000000002.checkpoint.parquet"));
        for (int commit = 0; commit < 3; commit++) {
            Files.delete(log.resolve("0000000000000000000" + commit + ".json"));
        }
        assertThat(again(made)).isEmpty();
        Files.writeString(log.resolve("00000000000000000003.json"),
                add("part-00000-d.parquet", "").replace("\"size\"",
                        "\"deletionVector\":{\"storageType\":\"u\"},\"size\""));
        assertThat(again(made)).hasSize(3).allSatisfy(
                account -> assertThat(account.plan().refused()).isEqualTo(TablesText.DELTA_VECTORS.text()));
    }

    private static List<FileAccount> again(SampleLake.Made made) throws IOException {
        return new Indexing(Lake.openOrCreate(LocalSpark.session(), made.lake().toString()),
                Planner.IndexOptions.NONE).run(List.of(made.exports().toString()));
    }

    @Test
    void aFileWithDamagedPagesIsRefusedAndTheOthersAreRead() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path file = write(signIns(0, 200, SESSION), in.resolve("signins.parquet"));
        Files.copy(file, in.resolve("whole.parquet"));
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 200, bytes.length / 2, (byte) 0x55);
        Files.write(file, bytes);
        List<FileAccount> accounts = new Indexing(
                Lake.openOrCreate(LocalSpark.session(), folder.resolve("lake").toString()), Planner.IndexOptions.NONE)
                .run(List.of(in.toString()));
        assertThat(accounts).extracting(account -> account.plan().file().name() + " "
                + (account.plan().refused() != null) + " " + account.stored())
                .containsExactly("signins.parquet true 0", "whole.parquet false 200");
    }

    @Test
    void tablesOfOtherKindsAreRefusedByName() throws IOException {
        Path iceberg = Files.createDirectories(folder.resolve("in/iceberg/metadata"));
        Files.writeString(iceberg.resolve("v1.metadata.json"), "{}");
        Files.createDirectories(folder.resolve("in/hudi/.hoodie"));
        List<FileAccount> accounts = new Indexing(
                Lake.openOrCreate(LocalSpark.session(), folder.resolve("lake").toString()), Planner.IndexOptions.NONE)
                .run(List.of(folder.resolve("in").toString()));
        assertThat(accounts).extracting(account -> account.plan().file().name() + " " + account.plan().refused())
                .containsExactly("hudi " + TablesText.HUDI.text(), "iceberg " + TablesText.ICEBERG.text());
    }
}
