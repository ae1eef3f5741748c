package org.tokenlane.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.report.manifest.QuickKey;
import org.tokenlane.report.manifest.SignedManifest;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.PlainJdbc;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.store.WeakCase;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;

/** Which files a case was made from, and whether it is intact, without a window. */
@ExtendWith(QuickKeys.class)
class EvidenceViewModelTest {

    @TempDir
    private Path folder;
    private OpenedSample sample;
    private EvidenceViewModel model;

    @BeforeEach
    void open() {
        sample = new OpenedSample(folder);
        model = new EvidenceViewModel(sample.workbench.selection(), sample.workbench.display(),
                sample.workbench.messages(), sample.runner);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void everyFileIsListedWithTheHashThatItHasOnDisk() throws Exception {
        model.list();
        EvidenceViewModel.Listing listing = model.listing().get();
        assertThat(listing.files()).hasSize(sample.answers.files().size());
        Path export = SharedSample.exports().resolve(sample.answers.files().getFirst().name());
        String table = EvidenceViewModel.asTable(listing.files());
        assertThat(table.lines()).hasSize(listing.files().size() + 1);
        try (var in = Files.newInputStream(export)) {
            assertThat(table).contains(export.getFileName() + "\t" + Sha256.of(in) + "\t" + Files.size(export) + "\t");
        }
        assertThat(listing.files()).extracting(listing::shapes).allMatch(title -> title.contains(" "));
        assertThat(listing.rejectedInAll())
                .isEqualTo(sample.answers.files().stream().mapToInt(SampleAnswers.File::damaged).sum());
        assertThat(listing.rejected()).hasSize(listing.rejectedInAll());
        assertThat(listing.warnings()).hasSameSizeAs(
                sample.open().file().warnings().values().stream().flatMap(List::stream).toList());
    }

    @Test
    void aCaseWithAKeyOfAnEarlierVersionIsSaidToBeOne() throws Exception {
        model.list();
        assertThat(model.listing().get().weakKey()).isFalse();
        Path file = WeakCase.write(folder.resolve("weak.tlcase"));
        sample.workbench.show(OpenCase.load(CaseFile.open(file, "blåbær".toCharArray())));
        model.list();
        assertThat(model.listing().get().weakKey()).isTrue();
    }

    @Test
    void anIntactCaseIsSaidToBeOneUntilItIsLeft() {
        sample.runner.hold();
        model.verify();
        assertThat(model.verifying().get()).isTrue();
        assertThat(model.result().get()).isNull();
        model.verify();
        sample.runner.proceed();
        assertThat(model.verifying().get()).isFalse();
        assertThat(model.result().get().isIntact()).isTrue();
        assertThat(model.result().get().faults()).isEmpty();
        sample.workbench.show(null);
        assertThat(model.result().get()).isNull();
        assertThat(model.listing().get().files()).isEmpty();
        model.verify();
        assertThat(model.verifying().get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = { EvidenceViewModel.MOST_REJECTED, EvidenceViewModel.MOST_REJECTED + 1 })
    void ofVeryManyRejectedRecordsTheFirstAreListedAndAllAreCounted(int rejected, @TempDir Path own) {
        TestCase test = new TestCase(own);
        test.loadOne(test.write("broken.jsonl", "{\"CreationTime\":\"2026-09-15T08:00:00\","
                + "\"Id\":\"10000000-0000-4000-8000-000000000001\",\"Operation\":\"Send\",\"RecordType\":2,"
                + "\"Workload\":\"Exchange\",\"UserId\":\"lea@contoso.example\"}\n"
                + "{\"CreationTime\":\"2026-09-15T\n".repeat(rejected)));
        try (OpenedCase opened = new OpenedCase(test.caseFile())) {
            EvidenceViewModel other = new EvidenceViewModel(opened.workbench.selection(), opened.workbench.display(),
                    opened.workbench.messages(), opened.runner);
            other.list();
            assertThat(other.listing().get().rejectedInAll()).isEqualTo(rejected);
            assertThat(other.listing().get().rejected()).hasSize(EvidenceViewModel.MOST_REJECTED);
        }
    }

    @Test
    void aCaseThatSomebodyChangedIsSaidToBeChanged() {
        Path file = SharedSample.copyTo(folder.resolve("changed.tlcase"));
        // as somebody could with any tool that reads H2 databases
        assertThat(PlainJdbc.run(file, "update evidence set stored = stored + 1 where id = 1")).isEqualTo(1);
        sample.workbench.show(OpenCase.load(CaseFile.open(file, null)));
        model.verify();
        assertThat(model.result().get().isIntact()).isFalse();
        assertThat(model.result().get().faults()).isNotEmpty();
        sample.open().file().close();
    }

    @Test
    void aManifestIsOnlyConfirmedWhereTheCaseWasVerifiedToo(@TempDir Path keys) throws Exception {
        CaseFile file = sample.open().file();
        Path manifest = SignedManifest.beside(file.path());
        SignedManifest.sign(file, QuickKey.create(keys.resolve("a.key"), "secret"), "Ann", manifest);
        model.list();
        assertThat(model.standing()).isEqualTo(EvidenceViewModel.Standing.RECORDED);
        model.verify();
        assertThat(model.standing()).isEqualTo(EvidenceViewModel.Standing.VERIFIED);
        Files.writeString(manifest, Files.readString(manifest).replace("Ann", "Bob"));
        model.list();
        assertThat(model.standing()).isEqualTo(EvidenceViewModel.Standing.ALTERED);
    }
}
