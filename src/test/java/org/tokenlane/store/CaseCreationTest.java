package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.app.Launcher;
import org.tokenlane.ingest.PurviewRows;

/** A new case has its name when it is complete and not before, and only its owner may read it. */
@ExtendWith(QuickKeys.class)
class CaseCreationTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheCase() {
        file = folder.resolve("a.tlcase");
    }

    @Test
    void aProgramThatIsKilledWhileItCreatesACaseLeavesNoneUnderItsName() throws IOException {
        try (ChildJvm making = ChildJvm.start(CaseMaker.class, file)) {
            assertThat(making.line()).isEqualTo("in the middle");
        }
        assertThat(file).doesNotExist();
        CaseFile.create(file, null, "tester").close();
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    @Test
    void anImportIntoANewCaseCanBeKilledAtAnyMomentAndDoneAgain() throws Exception {
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.table(1, 20));
        for (int wait = 1; wait <= 3; wait++) {
            try (ChildJvm importing = ChildJvm.start(Launcher.class, "import", "--case", file, export)) {
                while (importing.isAlive() && files().size() < 2) {
                    Thread.sleep(1);
                }
                Thread.sleep(20L * wait);
            }
            if (Files.exists(file)) {
                try (CaseFile caseFile = CaseFile.open(file, null)) {
                    assertThat(caseFile.verify()).isEmpty();
                }
                Files.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void nothingIsLeftBesideACaseThatWasCreated() throws IOException {
        CaseFile.create(file, "secret".toCharArray(), "tester").close();
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aFileThatAppearsMeanwhileIsNotReplaced() {
        assertThatThrownBy(() -> CaseCreation.run(file, null, "tester", () -> {
            try {
                Files.writeString(file, "somebody else's");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).isInstanceOf(CaseFileException.class).hasMessage(StoreText.EXISTS.text(file));
        assertThat(file).hasContent("somebody else's");
    }

    @Test
    void onlyItsOwnerMayReadACase() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        CaseFile.create(file, null, "tester").close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
