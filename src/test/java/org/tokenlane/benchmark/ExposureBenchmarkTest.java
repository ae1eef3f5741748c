package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureOf;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.store.CaseFile;

/**
 * How long it takes to say what a session with very many mail records, and a whole large case, got at. It prints
 * figures and asserts on none but counts.
 */
@Tag("benchmark")
class ExposureBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);
    private static final int MAIL = 100_000;
    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";

    @TempDir
    private Path folder;

    @Test
    void aSessionOfAHundredThousandMailRecordsInACaseOfAMillionRecords() throws IOException {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        Path mail = folder.resolve("mail.jsonl");
        writeMail(mail);
        try (CaseFile caseFile = CaseFile.create(folder.resolve("benchmark.tlcase"), null, "benchmark")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export, mail), ImportOptions.by("benchmark"),
                    Progress.NONE);
            ExposureOf exposures = new ExposureOf(caseFile);
            for (int run = 1; run <= 3; run++) {
                long started = System.nanoTime();
                Exposure found = exposures.filter("session:" + SESSION);
                print("session: %,d operations, %,d mail items in %.2f s", found.operations(), found.mailItems().size(),
                        (System.nanoTime() - started) / 1e9);
                assertThat(found.mailItems()).hasSize(2 * MAIL);
            }
            long started = System.nanoTime();
            Exposure found = exposures.everything();
            double seconds = (System.nanoTime() - started) / 1e9;
            started = System.nanoTime();
            int rows = ExposureTables.of(found).stream().mapToInt(table -> table.rows().size()).sum();
            print("whole case: %,d operations in %.1f s, %,d lines of tables in %.2f s, heap used %,.0f MB",
                    found.operations(), seconds, rows,
                    (System.nanoTime() - started) / 1e9,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
            assertThat(found.operations()).isEqualTo(RECORDS + MAIL);
        }
    }

    private static void writeMail(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < MAIL; i++) {
                out.write(String.format(Locale.ROOT, "{\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION
                        + "\",\"UniqueTokenId\":\"G3oMXtKTSEyPYbJ9njoEAA\"},"
                        + "\"CreationTime\":\"2026-09-%02dT%02d:%02d:%02d\","
                        + "\"Id\":\"20000000-0000-4000-8000-%012d\",\"Operation\":\"MailItemsAccessed\","
                        + "\"RecordType\":50,"
                        + "\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\","
                        + "\"MailboxOwnerUPN\":\"adele@contoso.example\",\"ClientIPAddress\":\"203.0.113.9\","
                        + "\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"}],"
                        + "\"OperationCount\":2,\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":["
                        + "{\"InternetMessageId\":\"<a%d@contoso.example>\"},"
                        + "{\"InternetMessageId\":\"<b%d@contoso.example>\"}]}]}%n",
                        1 + i / 10_000, i / 400 % 24,
                        i / 7 % 60, i % 60, i, i, i));
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
