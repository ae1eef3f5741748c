package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;

/** How long a large import takes. It prints figures and asserts on none but counts; CONTRIBUTING says how to run it. */
@Tag("benchmark")
class ImportBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);

    @TempDir
    private Path folder;

    @Test
    void aPurviewExportOfAMillionRecords() throws Exception {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        long bytes = Files.size(export);
        Path file = folder.resolve("benchmark.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, null, "benchmark")) {
            long started = System.nanoTime();
            ImportReport report = new ImportService(caseFile, Importers.all()).importAll(List.of(export),
                    ImportOptions.by("benchmark"), Progress.NONE);
            double seconds = (System.nanoTime() - started) / 1e9;
            assertThat(report.stored()).isEqualTo(RECORDS);
            Correlation.upToDate(caseFile);
            double withLinks = (System.nanoTime() - started) / 1e9;
            print("import: %,d records, %,.0f MB in %.1f s: %,.0f records/s, %.0f MB/s", RECORDS, bytes / 1e6, seconds,
                    RECORDS / seconds, bytes / 1e6 / seconds);
            print("with linking: %.1f s", withLinks);
            print("peak memory of the process: %,.0f MB, with a heap of at most %,.0f MB", peakMemory() / 1e6,
                    Runtime.getRuntime().maxMemory() / 1e6);
        }
        print("case file: %,.0f MB, %.1f %% of the export", Files.size(file) / 1e6, 100.0 * Files.size(file) / bytes);
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            long started = System.nanoTime();
            Correlation correlation = Correlation.upToDate(caseFile);
            CaseEvents events = correlation.events();
            double opened = (System.nanoTime() - started) / 1e9;
            started = System.nanoTime();
            int sessions = new SessionQueries(correlation).all().size();
            double listed = (System.nanoTime() - started) / 1e9;
            started = System.nanoTime();
            int found = events.withRawText("Document 4711.docx").cardinality();
            double searched = (System.nanoTime() - started) / 1e9;
            print("open: %.2f s to load events and links, %.2f s to list %,d sessions; a text search over all raw "
                    + "records %.2f s (%d found)",
                    opened, listed,
                    sessions,
                    searched, found);
        }
    }

    /**
     * The most memory that the whole process held, Java's own and libraries' included: what Linux calls its high water
     * mark; 0 elsewhere.
     */
    private static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).sum() : 0;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
