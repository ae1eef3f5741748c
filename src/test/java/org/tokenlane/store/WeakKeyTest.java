package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;

/** A case that was encrypted by an earlier version, with a key that H2 alone derived by 10 rounds. */
@ExtendWith(QuickKeys.class)
class WeakKeyTest {

    private static final String PASSWORD = WeakCase.PASSWORD;

    @TempDir
    private Path folder;

    private Path weak() throws IOException {
        return WeakCase.write(folder.resolve("a.tlcase"));
    }

    /** A case of an older schema, encrypted by H2 alone. */
    private Path weakOfSchema(int schema) throws IOException {
        try (InputStream in = WeakKeyTest.class.getResourceAsStream("/store/schema-" + schema + ".tlcase")) {
            return WeakCase.encrypt(in.readAllBytes(), folder.resolve("old.tlcase"));
        }
    }

    private static boolean hasHeader(Path file) throws IOException {
        byte[] bytes = Arrays.copyOfRange(Files.readAllBytes(file), 32, 46);
        return Arrays.equals(bytes, "Tokenlane key\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static CaseFile open(Path file) {
        return CaseFile.open(file, PASSWORD.toCharArray());
    }

    @Test
    void itOpensWithItsPasswordAndSaysThatItsKeyIsWeak() throws IOException {
        Path file = weak();
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.PASSWORD_NEEDED.text(file));
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isTrue();
            assertThat(caseFile.evidence()).extracting(Evidence::stored, Evidence::rejected)
                    .containsExactly(tuple(3L, 1L));
            assertThat(caseFile.verify()).isEmpty();
        }
        assertThat(hasHeader(file)).as("opening alone changes nothing of that").isFalse();
    }

    @Test
    void theWorkOfSuchAVersionOpensAndGetsAKeyOfTodayAsItIsUpdated() throws IOException {
        Path file = folder.resolve("b.tlcase");
        try (InputStream in = WeakKeyTest.class.getResourceAsStream("/store/weak-key.tlcase")) {
            Files.copy(in, file);
        }
        assertThat(hasHeader(file)).isFalse();
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isFalse();
            assertThat(caseFile.evidence()).extracting(Evidence::stored, Evidence::rejected)
                    .containsExactly(tuple(3L, 1L));
            assertThat(caseFile.verify()).isEmpty();
        }
        assertThat(hasHeader(file)).isTrue();
        assertThat(CasePassword.weakCopies(file)).hasSize(1);
    }

    @Test
    void neitherANewCaseNorOneWithoutAPasswordIsSaidToBeWeak() {
        try (CaseFile made = CaseFile.create(folder.resolve("b.tlcase"), PASSWORD.toCharArray(), "tester");
                CaseFile plain = CaseFile.create(folder.resolve("c.tlcase"), null, "tester")) {
            assertThat(made.hasWeakKey()).isFalse();
            assertThat(plain.hasWeakKey()).isFalse();
        }
        try (CaseFile again = open(folder.resolve("b.tlcase"))) {
            assertThat(again.hasWeakKey()).isFalse();
        }
    }

    @Test
    void itCanBeWorkedWithAsBefore() throws IOException {
        Path file = weak();
        Path export = Files.writeString(folder.resolve("b.csv"), PurviewRows.table(100, 20));
        try (CaseFile caseFile = open(file)) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                    Progress.NONE);
        }
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isTrue();
            assertThat(caseFile.evidence()).hasSize(2);
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    @Test
    void itOpensWhereItCanOnlyBeRead() throws IOException {
        Path file = weak();
        Path strong = folder.resolve("b.tlcase");
        CaseFile.create(strong, PASSWORD.toCharArray(), "tester").close();
        for (Path each : List.of(file, strong)) {
            assumeTrue(each.getFileSystem().supportedFileAttributeViews().contains("posix"));
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r--------"));
            assumeFalse(Files.isWritable(each), "this user may write everything");
            byte[] before = Files.readAllBytes(each);
            try (CaseFile caseFile = open(each)) {
                assertThat(caseFile.hasWeakKey()).isEqualTo(each.equals(file));
                assertThat(caseFile.verify()).isEmpty();
            }
            assertThat(each).hasBinaryContent(before);
        }
    }

    @Test
    void itGetsAKeyOfTodayWithAPasswordBeItTheSame() throws IOException {
        Path file = weak();
        CasePassword.change(file, PASSWORD.toCharArray(), PASSWORD.toCharArray(), "tester");
        assertThat(hasHeader(file)).isTrue();
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isFalse();
            assertThat(caseFile.verify()).isEmpty();
            assertThat(caseFile.auditTrail().entries().getLast().kind()).isEqualTo(AuditKind.PASSWORD_CHANGED);
        }
        CasePassword.change(file, PASSWORD.toCharArray(), null, "tester");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.evidence()).hasSize(1);
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    @Test
    void itGetsAKeyOfTodayWhenItIsUpdatedAndTheCopyThatIsKeptStaysAsItWas() throws IOException {
        Path file = weakOfSchema(5);
        byte[] before = Files.readAllBytes(file);
        Path kept = folder.resolve("old.schema-5.tlcase");
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isFalse();
            assertThat(caseFile.verify()).isEmpty();
            assertThat(caseFile.auditTrail().entries().getLast().kind()).isEqualTo(AuditKind.SCHEMA_MIGRATED);
        }
        assertThat(hasHeader(file)).isTrue();
        assertThat(hasHeader(kept)).isFalse();
        assertThat(Files.readAllBytes(kept)).startsWith(Arrays.copyOf(before, 4096));
        assertThat(CasePassword.weakCopies(file)).containsExactly(kept);
        assertThat(CasePassword.plainCopies(file)).isEmpty();
        try (CaseFile again = open(file)) {
            assertThat(again.hasWeakKey()).isFalse();
        }
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, kept);
        }
        try (CaseFile old = open(kept)) {
            assertThat(old.verify()).isEmpty();
        }
    }

    @Test
    void aCaseWithAKeyOfTodayKeepsItWhenItIsUpdated() throws Exception {
        Path weak = weakOfSchema(5);
        Path file = Files.createFile(folder.resolve("b.tlcase"));
        try (LockedCase locked = LockedCase.of(weak, LockedCase.identity(weak))) {
            locked.copyTo(file, locked.key(PASSWORD.toCharArray()), CaseKey.create(file, PASSWORD.toCharArray()));
        }
        byte[] header = Arrays.copyOf(Files.readAllBytes(file), 4096);
        try (CaseFile caseFile = open(file)) {
            assertThat(caseFile.hasWeakKey()).isFalse();
            assertThat(caseFile.verify()).isEmpty();
        }
        assertThat(Files.readAllBytes(file)).startsWith(header);
        assertThat(Files.readAllBytes(folder.resolve("b.schema-5.tlcase"))).startsWith(header);
        assertThat(CasePassword.weakCopies(file)).isEmpty();
    }

    @Test
    void anUpdateThatFailsLeavesItAsItWas() throws Exception {
        Path file = weakOfSchema(2);
        try (var connection = PlainJdbc.connect(file, PASSWORD)) {
            PlainJdbc.update(connection, "alter table audit_trail add column kind int");
        }
        assertThatThrownBy(() -> open(file)).isInstanceOf(CaseFileException.class)
                .hasMessageContaining(file.toString());
        assertThat(hasHeader(file)).isFalse();
        try (var notLocked = PlainJdbc.connect(file, PASSWORD)) {
            assertThat(notLocked.isValid(1)).isTrue();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
