package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While the password of a case is changed nobody opens it, and whoever is in the way or is killed loses nothing. */
@ExtendWith(QuickKeys.class)
class CasePasswordTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void makeACase() {
        file = folder.resolve("a.tlcase");
        CaseFile.create(file, null, "tester").close();
    }

    private static char[] chars(String password) {
        return password == null ? null : password.toCharArray();
    }

    @Test
    void noProgramOpensTheCaseBeforeTheOtherHasTakenItsPlace() {
        String[] seen = new String[2];
        CasePassword.change(file, null, chars("secret"), "tester", () -> {
            try (ChildJvm other = ChildJvm.start(CaseTrier.class, file)) {
                seen[0] = other.line();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            seen[1] = Refusal.of(file, null);
        });
        assertThat(seen).containsExactly(StoreText.IN_USE.text(file), StoreText.IN_USE.text(file));
        try (CaseFile caseFile = CaseFile.open(file, chars("secret"))) {
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({ ",secret", "secret,other", "secret,secret", "secret," })
    void anOpeningThatBeganBeforeIsRefused(String before, String after) {
        if (before != null) {
            CasePassword.change(file, null, chars(before), "tester");
        }
        assertThat(Refusal.when(file, () -> CaseFile.open(file, chars(before),
                () -> CasePassword.change(file, chars(before), chars(after), "tester")).close()))
                .isEqualTo(StoreText.IN_USE.text(file));
        try (CaseFile caseFile = CaseFile.open(file, chars(after))) {
            assertThat(caseFile.auditTrail().entries()).hasSize(before == null ? 2 : 3);
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    @Test
    void aCaseThatWasReplacedMeanwhileIsNotOpenedUnseen() throws IOException {
        Path other = folder.resolve("b.tlcase");
        CaseFile.create(other, null, "somebody else").close();
        assertThat(Refusal.when(file, () -> CaseFile.open(file, null, () -> {
            try {
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).close())).isEqualTo(StoreText.IN_USE.text(file));
        CaseFile.open(file, null).close();
    }

    @Test
    void theCaseIsNotChangedWhileItIsOpen() throws IOException {
        try (CaseFile open = CaseFile.open(file, null)) {
            assertThat(Refusal.when(file, () -> CasePassword.change(file, null, chars("secret"), "tester")))
                    .isEqualTo(StoreText.IN_USE.text(file));
            assertThat(open.evidence()).isEmpty();
        }
        assertThat(CaseFile.isEncrypted(file)).isFalse();
        assertOnlyTheCaseIsThere();
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({ ",secret", "secret,other", "secret," })
    void whoIsKilledInTheMiddleLeavesTheCaseAsItWas(String before, String after) throws IOException {
        if (before != null) {
            CasePassword.change(file, null, chars(before), "tester");
        }
        try (ChildJvm changing = ChildJvm.start(PasswordChanger.class, file, before == null ? "" : before,
                after == null ? "" : after)) {
            assertThat(changing.line()).isEqualTo("in the middle");
        }
        try (CaseFile caseFile = CaseFile.open(file, chars(before))) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(caseFile.auditTrail().entries()).hasSize(before == null ? 1 : 2);
        }
        CasePassword.change(file, chars(before), chars(after), "tester");
        try (CaseFile caseFile = CaseFile.open(file, chars(after))) {
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    private void assertOnlyTheCaseIsThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
