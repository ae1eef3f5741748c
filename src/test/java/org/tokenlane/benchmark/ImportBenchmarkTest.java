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
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    @Test
    void aPurviewExportOfAMillionRecords() throws Exception {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        long bytes = Files.size(export);
        Path file = folder.resolve("case-1.tlcase");
        double seconds = 0;
        double withLinks = 0;
        double duck = 0;
        long peak = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            try (CaseFile caseFile = CaseFile.create(folder.resolve("case-" + round), null, "benchmark")) {
                long started = System.nanoTime();
                ImportReport report = new ImportService(caseFile, Importers.all()).importAll(List.of(export),
                        ImportOptions.by("benchmark"), Progress.NONE);
                seconds += (System.nanoTime() - started) / 1e9 / ROUNDS;
                assertThat(report.stored()).isEqualTo(RECORDS);
                Correlation.upToDate(caseFile);
                withLinks += (System.nanoTime() - started) / 1e9 / ROUNDS;
            }
            // before DuckDB takes memory in the same process
            peak = peak == 0 ? Measured.peakMemory() : peak;
            duck += DuckImport.seconds(export, folder.resolve(round + ".duckdb"), RECORDS) / ROUNDS;
        }
        print("%,d records, %,.0f MB: %,.0f records/s, %.0f MB/s", RECORDS, bytes / 1e6, RECORDS / seconds,
                bytes / 1e6 / seconds);
        print("%d rounds of an import and one with DuckDB, mean:", ROUNDS);
        Measured.row("import", "%.1f s", seconds, "");
        Measured.row("import and linking", "%.1f s", withLinks, "");
        Measured.row("DuckDB", "%.1f s", duck, "");
        Measured.row("import and linking, times DuckDB", "%.2f", withLinks / duck, "0.60");
        Measured.row("peak memory of the process", "%,.0f MB", peak / 1e6, "1,100 MB");
        Measured.row("case file, share of the export", "%.1f %%", 100.0 * Files.size(file) / bytes, "20 %");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            long started = System.nanoTime();
            Correlation correlation = Correlation.upToDate(caseFile);
            CaseEvents events = correlation.events();
            Measured.row("opening: events and links", "%.2f s", (System.nanoTime() - started) / 1e9, "1.00 s");
            started = System.nanoTime();
            int sessions = new SessionQueries(correlation).all().size();
            Measured.row("listing the sessions", "%.2f s", (System.nanoTime() - started) / 1e9, "");
            started = System.nanoTime();
            int found = events.withRawText("Document 4711.docx").cardinality();
            double searched = (System.nanoTime() - started) / 1e9;
            double grep = grep("Document 4711.docx", export);
            Measured.row("text search in all raw records", "%.2f s", searched, "");
            Measured.row("the same, times grep in the export", "%.2f", searched / grep, "4.00");
            print("%,d sessions, %,d events found", sessions, found);
        }
    }

    /** What grep takes in any case, as the search does; not a number where there is no grep. */
    private static double grep(String text, Path file) throws IOException, InterruptedException {
        long started = System.nanoTime();
        try {
            new ProcessBuilder("grep", "-c", "-i", "-F", text, file.toString()).inheritIO().start().waitFor();
        } catch (IOException noGrep) {
            return Double.NaN;
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
