package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.app.Launcher;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.SlowImport;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.query.CaseEvents;

/**
 * A process that is killed in the middle of an import leaves a case with whole files only, which opens and takes the
 * rest.
 */
class KilledImportTest {

    private static final int SMALL = 500;
    private static final int BIG = 5_000;
    /** More than a segment takes, and so many that an import that nothing holds up is killed in time. */
    private static final int LONG = 20_000;

    @TempDir
    private static Path exports;
    @TempDir
    private Path folder;

    private static Path small;
    private static Path big;
    private static Path large;
    private Path file;

    @BeforeAll
    static void writeTheExports() throws IOException {
        small = Files.writeString(exports.resolve("1.csv"), PurviewRows.table(1, SMALL));
        big = Files.writeString(exports.resolve("2.csv"), PurviewRows.bulkyTable(SMALL + 1, BIG));
        large = Files.writeString(exports.resolve("3.csv"), PurviewRows.bulkyTable(SMALL + 1, LONG));
    }

    @BeforeEach
    void nameTheCase() {
        file = folder.resolve("a.tlcase");
    }

    private static ImportReport load(CaseFile caseFile, Path export) {
        return new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                Progress.NONE);
    }

    private void assertTheFirstFileIsThereAndTheSecondCanBeImported(Path second, int records) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).contains(file).isSubsetOf(file, CaseHold.beside(file));
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(caseFile.evidence()).extracting(Evidence::path, Evidence::stored)
                    .containsExactly(tuple(small.toString(), (long) SMALL));
            assertThat(CaseEvents.load(caseFile).size()).isEqualTo(SMALL);
            assertThat(caseFile.segments().rows()).isEqualTo(SMALL);
            assertThat(caseFile.auditTrail().entries()).extracting(AuditTrail.Entry::what)
                    .containsExactly("case created", "evidence imported");
            ImportReport again = load(caseFile, second);
            assertThat(List.of(again.records(), again.stored(), again.duplicates(), again.rejected()))
                    .containsExactly((long) records, (long) records, 0L, 0L);
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(CaseEvents.load(caseFile).size()).isEqualTo(SMALL + records);
        }
    }

    @ParameterizedTest(name = "after {0} records")
    @ValueSource(ints = { 1, 2_500, LONG })
    void ofTheFileThatWasBeingReadNothingIsKept(int records) throws IOException {
        Path second = records > BIG ? large : big;
        CaseFile.create(file, null, "tester").close();
        try (ChildJvm importing = ChildJvm.start(SlowImport.class, file, records, small, second)) {
            assertThat(importing.line()).isEqualTo("in the middle");
        }
        assertTheFirstFileIsThereAndTheSecondCanBeImported(second, second == large ? LONG : BIG);
    }

    @Test
    void theProgramItselfCanBeKilledWhileItImports() throws Exception {
        try (CaseFile caseFile = CaseFile.create(file, null, "tester")) {
            load(caseFile, small);
        }
        long before = Files.size(file);
        try (ChildJvm importing = ChildJvm.start(Launcher.class, "import", "--case", file, large)) {
            // the file grows by the first megabytes of raw records, which are far from all
            while (importing.isAlive() && Files.size(file) < before + 2_000_000) {
                Thread.sleep(2);
            }
            assertThat(importing.isAlive()).as("it was still importing").isTrue();
        }
        assertTheFirstFileIsThereAndTheSecondCanBeImported(large, LONG);
    }

    @Test
    void aCaseThatWasKilledBeforeItsFirstFileWasReadIsEmpty() throws IOException {
        CaseFile.create(file, null, "tester").close();
        try (ChildJvm importing = ChildJvm.start(SlowImport.class, file, 1_250, big)) {
            assertThat(importing.line()).isEqualTo("in the middle");
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.evidence()).isEmpty();
            assertThat(CaseEvents.load(caseFile).size()).isZero();
            assertThat(caseFile.dictionary("OPERATION")).containsExactly((String) null);
            assertThat(caseFile.verify()).isEmpty();
        }
    }
}
