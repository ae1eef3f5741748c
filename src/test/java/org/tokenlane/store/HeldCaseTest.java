package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.sigma.rule.SigmaFiles;
import org.tokenlane.enrich.NetworkFile;
import org.tokenlane.extract.marks.MarksFile;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.ingest.ImportPreview;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.ingest.text.IndicatorFile;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.HeldFileException;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.ImportReport.Remark;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.manifest.SignedManifest;

/**
 * Nothing in the program opens the file of a case that it has open: to close it again would give up the lock on it
 * where locks belong to a process, as on Linux.
 */
@ExtendWith(QuickKeys.class)
class HeldCaseTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path good;
    private CaseFile open;

    @BeforeEach
    void makeACaseBesideEvidence() throws IOException {
        file = folder.resolve("a.tlcase");
        good = Files.writeString(folder.resolve("good.csv"), PurviewRows.table(1, 5));
        open = CaseFile.create(file, null, "tester");
    }

    @AfterEach
    void closeIt() {
        open.close();
    }

    private void isStillLocked() throws IOException {
        try (ChildJvm other = ChildJvm.start(CaseTrier.class, file)) {
            assertThat(other.line()).contains(Long.toString(ProcessHandle.current().pid()));
        }
    }

    private ImportReport load(Path... paths) {
        return new ImportService(open, Importers.all()).importAll(List.of(paths), ImportOptions.by("tester"),
                Progress.NONE);
    }

    @Test
    void anImportOfTheFolderWithTheOpenCaseSkipsIt() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path second = Files.createLink(folder.resolve("second.csv"), file);
        ImportReport report = load(folder);
        assertThat(report.imported()).extracting(Evidence::path).containsExactly(good.toString());
        assertThat(report.skipped()).containsExactly(new Remark(file.toString(), FilesText.OPEN_CASE.text()),
                new Remark(link.toString(), FilesText.OPEN_CASE.text()),
                new Remark(second.toString(), FilesText.OPEN_CASE.text()));
        assertThat(report.refused()).isEmpty();
        isStillLocked();
    }

    @Test
    void theNoteBesideTheCaseIsSkippedToo() throws Exception {
        Path note = CaseHold.beside(file);
        assertThat(load(note).skipped()).containsExactly(new Remark(note.toString(), FilesText.OPEN_CASE.text()));
        isStillLocked();
    }

    @Test
    void aCaseThatIsNotOpenIsRefusedAsWhatItIs() throws Exception {
        Path other = folder.resolve("b.tlcase");
        CaseFile.create(other, null, "tester").close();
        ImportReport report = load(other);
        assertThat(report.skipped()).isEmpty();
        assertThat(report.refused()).extracting(Remark::path).containsExactly(other.toString());
    }

    @Test
    void aPreviewOfTheFolderSaysThatItIsTheOpenCase() throws Exception {
        List<ImportPreview.Line> lines = ImportPreview.of(List.of(folder), Importers.all(), Map.of());
        assertThat(lines).filteredOn(line -> line.path().equals(file.toString()))
                .extracting(ImportPreview.Line::problem)
                .containsExactly(FilesText.OPEN_CASE.text());
        isStillLocked();
    }

    @ParameterizedTest
    @ValueSource(strings = { "manifest.json", "manifest.json.sha256", "_delta_log/00000000000000000000.json" })
    void whatAFolderOfExportsConsistsOfMayBeALinkToTheOpenCase(String name) throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Path place = exports.resolve(name);
        Files.createDirectories(place.getParent());
        Files.writeString(exports.resolve("manifest.json"), "{\"format\":\"tokenlane-carve\",\"version\":1}");
        Files.writeString(exports.resolve("manifest.json.sha256"), "0 *manifest.json");
        Files.write(exports.resolve("part.parquet"), "PAR1PAR1".getBytes());
        Files.deleteIfExists(place);
        Files.createSymbolicLink(place, file);
        load(exports);
        isStillLocked();
    }

    @Test
    void aFileThatWasFoundBeforeItBecameTheOpenCaseIsNotRead() throws Exception {
        Path packed = folder.resolve("packed.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(good));
        }
        assertThat(HeldFiles.isHeld(packed)).isFalse();
        try (var in = HeldFiles.open(packed)) {
            assertThat(in.read()).isEqualTo(0x1f);
        }
        assertThatThrownBy(() -> HeldFiles.open(file)).isInstanceOf(HeldFileException.class);
        assertThatThrownBy(() -> HeldFiles.bytes(file)).isInstanceOf(HeldFileException.class);
        assertThatThrownBy(() -> HeldFiles.text(file)).isInstanceOf(HeldFileException.class);
    }

    private interface Reading {

        Object read() throws Exception;
    }

    private void refused(Reading reading) throws Exception {
        try {
            reading.read();
        } catch (IOException | RuntimeException refused) {
            // each in its own words
        }
        isStillLocked();
    }

    @Test
    void nothingElseThatReadsAFileOfTheAnalystsOpensIt() throws Exception {
        refused(() -> MarksFile.read(file));
        refused(() -> PseudonymKey.read(file));
        refused(() -> SigmaFiles.read(List.of(file)));
        refused(() -> IndicatorFile.read(file));
        refused(() -> SignedManifest.read(file));
        refused(() -> ReportLogo.read(file));
        refused(() -> Library.read(file));
        refused(() -> NetworkFile.open(file));
        refused(() -> CaseFile.isEncrypted(file));
        refused(() -> {
            SignedManifest.refuseOtherFile(file);
            return file;
        });
        refused(() -> {
            CasePassword.change(file, null, "secret".toCharArray(), "tester");
            return file;
        });
    }

    @Test
    void anExportDoesNotTakeThePlaceOfTheOpenCase() throws Exception {
        Object before = LockedCase.identity(file);
        assertThatThrownBy(() -> ExportFile.settings(file, out -> out.write("x")))
                .isInstanceOf(HeldFileException.class);
        assertThat(LockedCase.identity(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        isStillLocked();
    }

    @Test
    void aCaseWhosePasswordIsBeingChangedIsHeldToo() throws Exception {
        open.close();
        CasePassword.change(file, null, "secret".toCharArray(), "tester", () -> {
            assertThat(HeldFiles.isHeld(file)).isTrue();
            assertThatThrownBy(() -> CasePassword.change(file, null, "other".toCharArray(), "tester"))
                    .isInstanceOf(CaseFileException.class);
            assertThatThrownBy(() -> CaseFile.isEncrypted(file)).isInstanceOf(CaseFileException.class);
            try (ChildJvm other = ChildJvm.start(CaseTrier.class, file)) {
                assertThat(other.line()).isEqualTo(StoreText.IN_USE.text(file));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(HeldFiles.isHeld(file)).isFalse();
        open = CaseFile.open(file, "secret".toCharArray());
    }
}
