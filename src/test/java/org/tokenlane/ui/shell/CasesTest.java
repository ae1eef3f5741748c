package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.query.FilterParser;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseHolder;
import org.tokenlane.store.ChildJvm;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.ui.SampleDialogs;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Cases are opened with or without a password, and opening can be stopped. */
@ExtendWith(QuickKeys.class)
class CasesTest {

    @TempDir
    private Path folder;
    private final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    private final Workbench workbench = new Workbench(runner);
    private final SampleDialogs dialogs = new SampleDialogs();
    private Path file;
    private Cases cases;

    @BeforeEach
    void makeAnEncryptedCase() {
        file = folder.resolve("a.tlcase");
        CaseFile.create(file, "blåbær".toCharArray(), "Adele").close();
        cases = new Cases(workbench, new Settings(folder.resolve("window.properties")), dialogs,
                folder.resolve("cases"));
    }

    @AfterEach
    void close() {
        runner.proceed();
        workbench.close();
    }

    @Test
    void aWrongPasswordCanBeEnteredAgain() {
        dialogs.passwords.addAll(List.of("wrong", "Blåbær", "blåbær"));
        cases.open(file);
        assertThat(dialogs.passwordsAsked).containsExactly(false, true, true);
        assertThat(dialogs.problems).isEmpty();
        assertThat(workbench.selection().openCase().get().file().path()).isEqualTo(file);
    }

    @Test
    void whoGivesNoPasswordOpensNothingAndIsToldNothing() {
        dialogs.passwords.add("wrong");
        cases.open(file);
        assertThat(dialogs.passwordsAsked).containsExactly(false, true);
        assertThat(dialogs.problems).isEmpty();
        assertThat(workbench.selection().openCase().get()).isNull();
        assertThat(workbench.activities().current().get()).isNull();
    }

    @Test
    void aCaseThatAnotherProcessHasOpenCanBeOpenedReadOnly() throws Exception {
        Path plain = folder.resolve("plain.tlcase");
        CaseFile.create(plain, null, "Adele").close();
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, plain)) {
            assertThat(holder.line()).isEqualTo("open 0");
            cases.open(plain);
            assertThat(dialogs.questions).hasSize(1).first().asString().contains(Long.toString(holder.pid()));
            assertThat(dialogs.problems).isEmpty();
            CaseFile copy = workbench.selection().openCase().get().file();
            assertThat(copy.path()).isEqualTo(plain);
            assertThat(copy.copiedAt()).isNotNull();
            assertThat(copy.isReadOnly()).isTrue();
            cases.close();
            assertThat(folder).isDirectoryNotContaining("glob:**/.plain.tlcase-*");
        }
    }

    @Test
    void theSampleCaseThatCameWithTheProgramIsCopiedAndNotMadeAnew() throws Exception {
        Path shipped = SharedSample.copyTo(folder.resolve("shipped.tlcase"));
        Cases fromPackage = new Cases(workbench, new Settings(folder.resolve("window.properties")), dialogs,
                folder.resolve("cases"), () -> {
                    try {
                        return Files.newInputStream(shipped);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        int[] opened = { 0 };
        fromPackage.sample(folder.resolve("sample"), () -> opened[0]++);
        assertThat(opened[0]).isEqualTo(1);
        assertThat(workbench.selection().openCase().get().events().size())
                .isEqualTo(SharedSample.answers().events());
        assertThat(folder.resolve("sample/exports")).doesNotExist();
        assertThat(Files.readAllBytes(shipped)).as("the original stays").isNotEmpty();
        fromPackage.sample(folder.resolve("sample"), () -> opened[0]++);
        assertThat(opened[0]).as("it is open already").isEqualTo(2);
        workbench.selection().openCase().get().file().close();
    }

    @Test
    void partsOfTheFilterThatAreSwitchedOffAreThereWhenTheCaseIsOpenedAgain() throws Exception {
        Path plain = folder.resolve("plain.tlcase");
        CaseFile.create(plain, null, "Adele").close();
        cases.open(plain);
        Filter range = FilterParser.parse("after:2026-09-01T00:00:00Z before:2026-09-02T00:00:00Z");
        Filter either = FilterParser.parse("upn:a@contoso.example OR \"two words\"");
        ViewState view = new ViewState(List.of(FilterParser.parse("op:Send")), List.of(range, either));
        workbench.navigation().go(view);
        cases.close();
        cases.open(plain);
        assertThat(workbench.selection().view().get()).isEqualTo(view);
        ViewState onlyOff = new ViewState(List.of(), List.of(range));
        workbench.navigation().go(onlyOff);
        cases.close();
        cases.open(plain);
        assertThat(workbench.selection().view().get()).isEqualTo(onlyOff);
        workbench.navigation().go(ViewState.ALL);
        cases.close();
        cases.open(plain);
        assertThat(workbench.selection().view().get()).isEqualTo(ViewState.ALL);
    }

    @Test
    void openingIsShownAsUnderWayAndCanBeStopped() {
        Path plain = folder.resolve("plain.tlcase");
        CaseFile.create(plain, null, "Adele").close();
        runner.hold();
        cases.sample(folder.resolve("sample"), () -> {
        });
        assertThat(workbench.activities().current().get().what().key()).isEqualTo(ShellText.OPENING);
        workbench.activities().current().get().stop();
        runner.proceed();
        assertThat(workbench.activities().current().get()).isNull();
        assertThat(workbench.selection().openCase().get()).isNull();
        cases.open(plain);
        assertThat(workbench.selection().openCase().get().name()).isEqualTo("plain");
    }
}
