package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A case is open in one place at a time; a second opening is refused and harms neither the file nor the first. */
@ExtendWith(QuickKeys.class)
class CaseLockTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeACase() {
        file = folder.resolve("a.tlcase");
        CaseFile.create(file, null, "tester").close();
    }

    private String inUse() {
        return StoreText.IN_USE.text(file);
    }

    @Test
    void aSecondOpeningInTheSameProcessIsRefused() {
        try (CaseFile first = CaseFile.open(file, null)) {
            assertThat(Refusal.of(file, null)).isEqualTo(inUse());
            Path spelled = folder.resolve(".").resolve("a.tlcase");
            assertThat(Refusal.of(spelled, null)).as("under another spelling of its path")
                    .isEqualTo(StoreText.IN_USE.text(spelled));
            first.audit("tester", AuditNote.of(AuditKind.OTHER, "note", "still writing"));
        }
        try (CaseFile again = CaseFile.open(file, null)) {
            assertThat(again.auditTrail().entries()).extracting(AuditTrail.Entry::detail).containsExactly("a.tlcase",
                    "still writing");
        }
    }

    @Test
    void aSecondOpeningOfANewCaseIsRefused() {
        Path other = folder.resolve("b.tlcase");
        try (CaseFile created = CaseFile.create(other, null, "tester")) {
            assertThat(Refusal.of(other, null)).isEqualTo(StoreText.IN_USE.text(other));
            assertThat(created.evidence()).isEmpty();
        }
    }

    @Test
    void aSecondOpeningOfAnEncryptedCaseIsRefusedAsSuch() {
        Path other = folder.resolve("b.tlcase");
        CaseFile.create(other, "secret".toCharArray(), "tester").close();
        try (CaseFile first = CaseFile.open(other, "secret".toCharArray())) {
            assertThat(Refusal.of(other, "secret")).isEqualTo(StoreText.IN_USE.text(other));
            assertThat(first.evidence()).isEmpty();
        }
    }

    @Test
    void anOpeningWhileAnotherProcessHoldsTheCaseIsRefusedUntilThatEnds() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(holder.line()).isEqualTo("open 0");
            assertThat(Refusal.of(file, null)).contains(Long.toString(holder.pid()));
            assertThat(holder.isAlive()).isTrue();
        }
        try (CaseFile again = CaseFile.open(file, null)) {
            assertThat(again.verify()).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
