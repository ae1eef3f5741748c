package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** A case that another process has open is read in a copy, which is a whole state of the case or is refused. */
@ExtendWith(QuickKeys.class)
class CaseCopyTest {

    private static final int EVENTS = 1_000;

    @TempDir
    private Path exports;
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeACase() throws IOException {
        file = folder.resolve("a.tlcase");
        fill(file, null);
    }

    private void fill(Path target, String password) throws IOException {
        Path export = Files.writeString(exports.resolve("a.csv"), PurviewRows.bulkyTable(1, EVENTS));
        try (CaseFile caseFile = CaseFile.create(target, password == null ? null : password.toCharArray(), "tester")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                    Progress.NONE);
        }
    }

    private String refused(String password) {
        return Refusal.when(file, () -> CaseFile.openCopy(file, password == null ? null : password.toCharArray())
                .close());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void aCaseThatAnotherProcessHasOpenIsReadInACopyAndNotChanged() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(holder.line()).isEqualTo("open 1");
            byte[] before = Files.readAllBytes(file);
            try (CaseFile copy = CaseFile.openCopy(file, null)) {
                assertThat(copy.path()).isEqualTo(file);
                assertThat(copy.isReadOnly()).isTrue();
                assertThat(copy.copiedBytes()).isPositive();
                assertThat(CaseEvents.load(copy).size()).isEqualTo(EVENTS);
                assertThat(copy.verify()).isEmpty();
                String readOnly = StoreText.COPY_READ_ONLY.text(file, CaseTime.text(copy.copiedAt()));
                assertThat(Refusal.when(file, copy::write)).isEqualTo(readOnly);
                assertThat(Refusal.when(file, () -> copy.settings().setRule("x", "y", "z", "tester")))
                        .isEqualTo(readOnly);
                try (CaseFile another = CaseFile.openCopy(file, null)) {
                    assertThat(another.evidence()).hasSize(1);
                }
            }
            assertThat(holder.isAlive()).isTrue();
            assertThat(file).hasBinaryContent(before);
            assertThat(files()).containsExactlyInAnyOrder(file, CaseHold.beside(file));
        }
    }

    @Test
    void aCopyDuringWhichTheCaseIsWrittenIsMadeAgainAndIsNotUsed() throws Exception {
        int[] copied = { 0 };
        assertThat(Refusal.when(file, () -> CaseCopy.of(file, null, () -> {
            copied[0]++;
            assertThat(file.toFile().setLastModified(System.currentTimeMillis())).isTrue();
        }))).isEqualTo(StoreText.COPY_UNSOUND.text(file));
        assertThat(copied[0]).isBetween(2, 4);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aCopyDuringWhichTheCaseGrowsIsNotUsedAndTheNextOneIs() throws Exception {
        int[] copied = { 0 };
        CaseCopy copy = CaseCopy.of(file, null, () -> {
            if (copied[0]++ == 0) {
                try (CaseFile other = CaseFile.open(file, null)) {
                    other.audit("tester", AuditNote.of(AuditKind.OTHER, "note", "meanwhile"));
                }
            }
        });
        assertThat(copied[0]).isEqualTo(2);
        try (CaseFile read = CaseFile.open(copy.file(), null)) {
            assertThat(read.auditTrail().entries()).last().extracting(AuditTrail.Entry::detail).isEqualTo("meanwhile");
        }
        copy.delete();
        assertThat(files()).containsExactly(file);
    }

    @Test
    void whileTheCaseIsWrittenWithoutABreakACopyIsAWholeStateOrRefused() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file, "1")) {
            assertThat(holder.line()).isEqualTo("open 1");
            for (int i = 0; i < 3; i++) {
                try (CaseFile copy = CaseFile.openCopy(file, null)) {
                    assertThat(copy.verify()).isEmpty();
                    assertThat(CaseEvents.load(copy).size()).isEqualTo(EVENTS);
                } catch (CaseFileException refused) {
                    assertThat(refused).hasMessage(StoreText.COPY_UNSOUND.text(file));
                }
            }
            assertThat(files()).containsExactlyInAnyOrder(file, CaseHold.beside(file));
        }
    }

    @Test
    void betweenTwoWritesEachCopyIsAWholeStateOfTheCase() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file, "400")) {
            assertThat(holder.line()).isEqualTo("open 1");
            int entries = 0;
            for (int i = 0; i < 3; i++) {
                try (CaseFile copy = CaseFile.openCopy(file, null)) {
                    assertThat(copy.verify()).isEmpty();
                    assertThat(CaseEvents.load(copy).size()).isEqualTo(EVENTS);
                    assertThat(copy.lastEntry()).isGreaterThanOrEqualTo(entries);
                    entries = copy.lastEntry();
                }
                Thread.sleep(500);
            }
            assertThat(entries).isGreaterThan(3);
        }
    }

    @Test
    void theCopyOfAnEncryptedCaseIsEncryptedAndNeedsItsPassword() throws Exception {
        Files.delete(file);
        fill(file, "secret");
        assertThat(refused(null)).isEqualTo(StoreText.PASSWORD_NEEDED.text(file));
        assertThat(refused("wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        try (CaseFile copy = CaseFile.openCopy(file, "secret".toCharArray())) {
            assertThat(CaseEvents.load(copy).size()).isEqualTo(EVENTS);
            List<Path> beside = files().stream().filter(other -> !other.equals(file)).toList();
            assertThat(beside).hasSize(1).allMatch(KeyHeader::isEncrypted);
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aDamagedCaseGivesNoCopy() throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertThat(refused(null)).isEqualTo(StoreText.COPY_UNSOUND.text(file));
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aCaseThatDoesNotVerifyGivesNoCopy() throws Exception {
        PlainJdbc.run(file, "update audit_trail set who = 'nobody' where number = 1");
        assertThat(refused(null)).isEqualTo(StoreText.COPY_UNSOUND.text(file));
    }

    @Test
    void aCaseOfAnOlderSchemaIsNotUpdatedInACopy() throws Exception {
        PlainJdbc.run(file,
                "update case_info set text = '" + (CaseSchema.CURRENT - 1) + "' where name = 'schema version'");
        assertThat(refused(null)).isEqualTo(StoreText.COPY_OLDER.text(file));
        assertThat(files()).containsExactly(file);
    }
}
