package org.tokenlane.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.text.TextKey;

class NewCaseTest {

    @TempDir
    private Path folder;
    private NewCase wanted;

    @BeforeEach
    void propose() {
        wanted = new NewCase();
        wanted.propose(List.of(), folder.resolve("cases"));
    }

    private TextKey problem() {
        return wanted.problem() == null ? null : wanted.problem().key();
    }

    @Test
    void theProposedNameIsThatOfTheOneFolderElseTheDay() throws Exception {
        Path exports = Files.createDirectories(folder.resolve("Contoso Ltd"));
        wanted.propose(List.of(exports), folder);
        assertThat(wanted.name().get()).isEqualTo("Contoso Ltd");
        String day = ImportsText.CASE_OF_DAY.text(LocalDate.now().toString());
        wanted.propose(List.of(exports, exports), folder);
        assertThat(wanted.name().get()).isEqualTo(day);
        wanted.propose(List.of(folder.resolve("export.csv")), folder);
        assertThat(wanted.name().get()).isEqualTo(day);
    }

    @Test
    void noCaseIsProposedThatExists() throws Exception {
        Path exports = Files.createDirectories(folder.resolve("Contoso"));
        Files.writeString(folder.resolve("Contoso.tlcase"), "");
        wanted.propose(List.of(exports), folder);
        assertThat(wanted.name().get()).isEqualTo("Contoso 2");
        Files.writeString(folder.resolve("Contoso 2.tlcase"), "");
        wanted.propose(List.of(exports), folder);
        assertThat(wanted.name().get()).isEqualTo("Contoso 3");
        assertThat(problem()).isNull();
        wanted.name().set("Contoso 2");
        assertThat(problem()).isEqualTo(ImportsText.CASE_EXISTS);
        wanted.name().set("Contoso 2.tlcase");
        assertThat(problem()).isEqualTo(ImportsText.CASE_EXISTS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a/b", "a\\b", "a:b", "a*", "a?", "a\"b", "<a", "a>", "a|b", "con", "NUL", "com1.old",
        "a\u0001b", " a", "a ",
        "a." })
    void namesThatSomeSystemRefusesAreRefused(String name) {
        wanted.name().set(name);
        assertThat(problem()).isEqualTo(ImportsText.CASE_NAME_BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "a b", "a.b", "contoso", "com", "nul 2", "Fall Müller – 事件", "a;b", "x.tlcase" })
    void otherNamesAreNot(String name) {
        wanted.name().set(name);
        assertThat(problem()).isNull();
        assertThat(wanted.file()).isEqualTo(
                folder.resolve("cases").resolve(name.endsWith(".tlcase") ? name : name + ".tlcase"));
    }

    @Test
    void aNameAndAFolderAreNeeded() throws Exception {
        wanted.name().set("  ");
        assertThat(problem()).isEqualTo(ImportsText.CASE_NAME_MISSING);
        wanted.name().set("a");
        for (String none : List.of("", " ", "cases", "\u0000")) {
            wanted.folder().set(none);
            assertThat(problem()).as(none).isEqualTo(ImportsText.CASE_FOLDER_BAD);
        }
        wanted.folder().set(Files.writeString(folder.resolve("file"), "").toString());
        assertThat(problem()).isEqualTo(ImportsText.CASE_FOLDER_IS_A_FILE);
        wanted.folder().set(folder.resolve("not there yet") + " ");
        assertThat(problem()).isNull();
    }

    @Test
    void thePasswordIsEnteredTwiceAndForgottenWhenItIsTaken() {
        assertThat(wanted.takePassword()).isNull();
        wanted.password().set("secret");
        assertThat(problem()).isEqualTo(ImportsText.PASSWORDS_DIFFER);
        wanted.repeated().set("secret ");
        assertThat(problem()).isEqualTo(ImportsText.PASSWORDS_DIFFER);
        wanted.repeated().set("secret");
        assertThat(problem()).isNull();
        assertThat(wanted.takePassword()).containsExactly("secret".toCharArray());
        assertThat(wanted.password().get() + wanted.repeated().get()).isEmpty();
    }

    @Test
    void aCaseBesideOrBelowTheEvidenceIsRemarkedOnAndOneAboveItIsNot() throws Exception {
        Path exports = Files.createDirectories(folder.resolve("exports"));
        Path export = Files.writeString(exports.resolve("a.csv"), "");
        for (List<Path> evidence : List.of(List.of(exports), List.of(export))) {
            wanted.propose(evidence, folder);
            assertThat(wanted.remark()).isNull();
            wanted.folder().set(folder.resolve("exports2").toString());
            assertThat(wanted.remark()).isNull();
            wanted.folder().set(exports.toString());
            assertThat(wanted.remark()).isNotNull();
            wanted.folder().set(exports.resolve("cases").toString());
            assertThat(wanted.remark()).isNotNull();
            assertThat(problem()).as("it can be made all the same").isNull();
        }
    }
}
