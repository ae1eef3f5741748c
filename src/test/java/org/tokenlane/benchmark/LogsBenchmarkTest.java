package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.store.CaseFile;

/** How long sign-ins and calls of Microsoft Graph take. It prints figures and asserts on none but counts. */
@Tag("benchmark")
class LogsBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aLogIsImportedInTurnWithDuckDb(LogGenerator log) throws Exception {
        Path export = folder.resolve("log." + log.ending());
        log.write(export, RECORDS);
        Measured own = Measured.NOTHING;
        Measured duck = Measured.NOTHING;
        long caseBytes = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Path file = folder.resolve("case-" + round + ".tlcase");
            own = own.plus(Measured.of(() -> load(export, file)));
            caseBytes = Files.size(file);
            Path database = folder.resolve(round + ".duckdb");
            duck = duck.plus(Measured.of(() -> DuckImport.load(export, database, RECORDS, log.jsonFields())));
        }
        System.out.printf("%s: %,d records, %,.0f MB, %d rounds of an import and one with DuckDB%n", log, RECORDS,
                Files.size(export) / 1e6, ROUNDS);
        own.print("import and linking, all rounds");
        duck.print("DuckDB, all rounds");
        own.printTimes("import and linking, times DuckDB", duck, "0.60");
        Measured.row("case file, share of the export", "%.1f %%", 100.0 * caseBytes / Files.size(export), "20 %");
    }

    private static void load(Path export, Path file) {
        try (CaseFile caseFile = CaseFile.create(file, null, "benchmark")) {
            ImportReport report = new ImportService(caseFile, Importers.all()).importAll(List.of(export),
                    ImportOptions.by("benchmark"), Progress.NONE);
            assertThat(report.stored()).isEqualTo(RECORDS);
            Correlation.upToDate(caseFile);
        }
    }
}
