package org.tokenlane.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.WarningKind;
import org.tokenlane.model.text.Text;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.imports.ImportViewModel.Phase;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ImportViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ImportViewModel model;
    private MadeCases cases;

    /** Makes cases on the test's thread. */
    private static final class MadeCases implements CaseMaker {

        private final Workbench workbench;
        private final Path folder;
        private Text failure;
        private boolean stopped;

        MadeCases(Workbench workbench, Path folder) {
            this.workbench = workbench;
            this.folder = folder;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void make(Path file, char[] password, Runnable opened, Consumer<Text> failed) {
            if (failure != null || stopped) {
                failed.accept(failure);
                return;
            }
            workbench.show(OpenCase.load(CaseFile.create(file, password, "test")));
            opened.run();
        }
    }

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        cases = new MadeCases(workbench, folder);
        model = new ImportViewModel(workbench.selection(), workbench.navigation(), workbench.messages(), sample.runner,
                workbench::show, cases);
    }

    private Path export() {
        return sample.answers.files().stream().map(file -> SharedSample.exports().resolve(file.name()))
                .filter(java.nio.file.Files::isRegularFile).findFirst().orElseThrow();
    }

    @Test
    void filesAreLookedAtThenImportedThenAccountedFor() {
        sample.runner.hold();
        model.offer(List.of(export()));
        assertThat(model.phase().get()).isEqualTo(Phase.LOOKING);
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.rows()).hasSize(1).allMatch(ImportRow::isRecognised);
        sample.runner.hold();
        model.start(null);
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        model.dismiss();
        assertThat(model.phase().get()).as("it stays while it runs").isEqualTo(Phase.RUNNING);
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(sample.open().events().size()).isEqualTo(sample.answers.events());
        model.dismiss();
        assertThat(model.phase().get()).isEqualTo(Phase.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = { ImportViewModel.MOST_REJECTED, ImportViewModel.MOST_REJECTED + 1 })
    void ofVeryManyRejectedRecordsTheFirstAreListedAndAllAreCounted(int rejected, @TempDir Path own) throws Exception {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            Path broken = Files.writeString(own.resolve("broken.jsonl"), "{\"CreationTime\":\"2026-09-15T08:00:00\","
                    + "\"Id\":\"10000000-0000-4000-8000-000000000001\",\"Operation\":\"Send\",\"RecordType\":2,"
                    + "\"Workload\":\"Exchange\",\"UserId\":\"lea@contoso.example\"}\n"
                    + "{\"CreationTime\":\"2026-09-15T\n".repeat(rejected));
            ImportViewModel other = new ImportViewModel(opened.workbench.selection(), opened.workbench.navigation(),
                    opened.workbench.messages(), opened.runner, opened.workbench::show,
                    new MadeCases(opened.workbench, own));
            other.offer(List.of(broken));
            other.start(null);
            assertThat(other.rejectedInAll().get()).isEqualTo(rejected);
            assertThat(other.rejected()).hasSize(ImportViewModel.MOST_REJECTED);
        }
    }

    @Test
    void aFileThatIsLeftOutIsNotImportedAlsoAfterAnotherLook(@TempDir Path own) throws Exception {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            ImportViewModel imports = of(opened);
            Path one = Files.writeString(own.resolve("one.csv"), PurviewRows.table(0, 2));
            Path two = Files.writeString(own.resolve("two.csv"), PurviewRows.table(5, 7));
            Path none = Files.writeString(own.resolve("letter.txt"), "Dear Adele");
            imports.offer(List.of(one, two, none));
            assertThat(imports.taken()).isEqualTo(2);
            assertThat(imports.rows().getLast().taken().get()).as("nothing to import").isFalse();
            imports.takeAll(false);
            assertThat(imports.taken()).isZero();
            imports.takeAll(true);
            assertThat(imports.taken()).isEqualTo(2);
            imports.rows().getFirst().taken().set(false);
            imports.name("nothing", "AuditData");
            assertThat(imports.taken()).isEqualTo(1);
            imports.start(null);
            assertThat(opened.open().file().evidence()).extracting(Evidence::path).contains(two.toString())
                    .doesNotContain(one.toString());
            imports.offer(List.of(one));
            assertThat(imports.taken()).as("what was left out once is offered again").isEqualTo(1);
        }
    }

    @Test
    void aFileInLocalTimeThatIsLeftOutNeedsNoZone() throws Exception {
        model.offer(List.of(Files.writeString(folder.resolve("local3.csv"), LOCAL.formatted(3))));
        model.takeAll(false);
        assertThat(model.inLocalTime()).isEmpty();
    }

    @Test
    void withoutACaseOneIsMadeFirstWhereTheAnalystSaysAndWithThePassword(@TempDir Path own) throws Exception {
        Path exports = Files.createDirectories(own.resolve("Contoso exports"));
        Files.writeString(exports.resolve("one.csv"), PurviewRows.table(0, 2));
        Workbench empty = new Workbench(sample.runner);
        MadeCases made = new MadeCases(empty, own);
        ImportViewModel imports = new ImportViewModel(empty.selection(), empty.navigation(), empty.messages(),
                sample.runner, empty::show, made);
        imports.offer(List.of(exports));
        assertThat(imports.makesCase().get()).isTrue();
        assertThat(imports.wanted().name().get()).isEqualTo("Contoso exports");
        imports.wanted().password().set("correct horse");
        imports.start(null);
        assertThat(imports.phase().get()).as("the password was not repeated").isEqualTo(Phase.READY);
        imports.wanted().repeated().set("correct horse");
        made.failure = ImportsText.CASE_FOLDER_BAD.with();
        imports.start(null);
        assertThat(imports.phase().get()).isEqualTo(Phase.READY);
        assertThat(imports.account().get()).isEqualTo(made.failure.toString());
        assertThat(imports.taken()).isEqualTo(1);
        made.failure = null;
        imports.wanted().password().set("correct horse");
        imports.wanted().repeated().set("correct horse");
        imports.start(null);
        assertThat(imports.phase().get()).isEqualTo(Phase.DONE);
        assertThat(empty.selection().openCase().get().events().size()).isEqualTo(2);
        assertThat(CaseFile.isEncrypted(own.resolve("Contoso exports.tlcase"))).isTrue();
        assertThat(imports.wanted().password().get()).isEmpty();
        empty.selection().openCase().get().file().close();
    }

    @Test
    void aCaseWithoutFilesIsMadeBesideTheOpenOneOnlyWhenTheAnalystSaysSo(@TempDir Path own) {
        Path before = sample.open().file().path();
        MadeCases made = new MadeCases(workbench, own);
        ImportViewModel imports = new ImportViewModel(workbench.selection(), workbench.navigation(),
                workbench.messages(), sample.runner, workbench::show, made);
        imports.newCase();
        assertThat(imports.phase().get()).isEqualTo(Phase.READY);
        assertThat(imports.rows()).isEmpty();
        made.stopped = true;
        imports.start(null);
        assertThat(imports.phase().get()).isEqualTo(Phase.READY);
        assertThat(imports.account().get()).isEqualTo(ImportsText.CASE_WITHOUT_FILES.text());
        imports.dismiss();
        assertThat(sample.open().file().path()).isEqualTo(before);
        assertThat(own).isEmptyDirectory();
    }

    private static final String LOCAL = "TimeGenerated [Local Time],Operation,OfficeWorkload,UserId,OfficeId\n"
            + "\"3/2/2026, 9:15:00.000 AM\",Send,Exchange,lea@contoso.example,5b1f2a3c-0000-4000-8000-00000000050%d\n";

    @Test
    void theZoneOfLocalTimesIsAskedForAndWithoutItAWarningRemains() throws Exception {
        model.offer(List.of(Files.writeString(folder.resolve("local1.csv"), LOCAL.formatted(1))));
        assertThat(model.inLocalTime()).containsExactly("local1.csv");
        model.start(null);
        assertThat(model.warnings()).extracting(ImportWarning::kind)
                .contains(WarningKind.LOCAL_TIME_WITHOUT_ZONE);
        model.offer(List.of(Files.writeString(folder.resolve("local2.csv"), LOCAL.formatted(2))));
        assertThat(model.warnings()).isEmpty();
        model.localZone(ZoneId.of("Europe/Berlin"));
        model.start(null);
        assertThat(model.warnings()).extracting(ImportWarning::kind)
                .doesNotContain(WarningKind.LOCAL_TIME_WITHOUT_ZONE, WarningKind.WITHOUT_TIME);
        assertThat(sample.open().file().evidence().getLast().firstEvent())
                .isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(sample.open().file().evidence().getLast().columnNames())
                .containsEntry(FileForm.LOCAL_TIME, "Europe/Berlin");
    }

    @Test
    void whatIsNotAnExportIsNotOfferedForImport() throws Exception {
        model.offer(List.of(java.nio.file.Files.writeString(folder.resolve("letter.txt"), "Dear Adele")));
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.rows()).noneMatch(ImportRow::isRecognised);
    }

    @Test
    void aFileThatTheCaseContainsAlreadyIsSkippedAndTheReasonIsOnItsRow() {
        model.offer(List.of(export()));
        model.start(null);
        assertThat(model.rows().getFirst().state().get())
                .startsWith(ImportsText.SKIPPED.text("").replaceFirst("\\W*$", ""));
        assertThat(model.differences()).isEmpty();
    }

    @Test
    void whatWasSeenInAFileThatIsNotRecognisedIsOnItsRow() throws Exception {
        model.offer(List.of(Files.writeString(folder.resolve("shopping.csv"), "Milk,Eggs\n1,2\n")));
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.isRecognised()).isFalse();
            assertThat(row.state().get()).contains("Milk, Eggs");
        });
    }

    @Test
    void aColumnOfAnotherNameIsSaidToBeWhatItIsAndTheFileIsThenRecognised(@TempDir Path own) throws Exception {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            ImportViewModel imports = of(opened);
            imports.offer(List.of(Files.writeString(own.resolve("renamed.csv"),
                    PurviewRows.table(0, 3).replaceFirst("AuditData", "Daten").replaceFirst("RecordId", "Satznummer")
                            .replace("\"{", "\"cut off ")))); // a whole record would be recognized by itself
            assertThat(imports.rows()).singleElement().satisfies(row -> {
                assertThat(row.isRecognised()).isFalse();
                assertThat(row.missing()).contains("AuditData");
                assertThat(row.columns()).contains("Daten");
            });
            imports.name("Daten", "AuditData");
            assertThat(imports.rows()).allMatch(ImportRow::isRecognised);
            imports.start(null);
            Evidence kept = opened.open().file().evidence().getLast();
            assertThat(kept.columnNames()).isEqualTo(Map.of("Daten", "AuditData"));
            assertThat(kept.stored()).isEqualTo(3);
        }
    }

    @Test
    void whatALaterFileAddsIsSaidAndBecomesTheFilter(@TempDir Path own) throws Exception {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            ImportViewModel imports = of(opened);
            imports.offer(List.of(Files.writeString(own.resolve("more.csv"), PurviewRows.table(0, 5))));
            imports.start(null);
            assertThat(imports.differences().getFirst().words()).isEqualTo(ImportsText.NEW_EVENTS.text(5));
            imports.look(imports.differences().getFirst());
            assertThat(opened.workbench.selection().matching().get().events()).hasSize(5);
            assertThat(opened.workbench.selection().view().get().filter().toText()).startsWith("new:");
        }
    }

    private static ImportViewModel of(OpenedCase opened) {
        return new ImportViewModel(opened.workbench.selection(), opened.workbench.navigation(),
                opened.workbench.messages(), opened.runner, opened.workbench::show,
                new MadeCases(opened.workbench, Path.of("unused")));
    }

    @Test
    void anImportThatIsCancelledBeforeItsTurnEnds() {
        model.offer(List.of(export()));
        sample.runner.hold();
        model.start(null);
        model.cancel();
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(sample.open().events().size()).isEqualTo(sample.answers.events());
    }

    @Test
    void nothingElseIsOfferedWhileAnImportRuns() {
        model.offer(List.of(export()));
        sample.runner.hold();
        model.start(null);
        model.offer(List.of());
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.rows()).hasSize(1);
    }
}
