package org.tokenlane.ui.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ExtractViewModelTest {

    /** The address that the attacker used the session from, and no one else. */
    private static final String ATTACKER = "203.0.113.200";

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ExtractViewModel model;

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
        model = new ExtractViewModel(workbench.selection(), workbench.marking(), workbench.answers(),
                workbench.enrichment(),
                sample.runner);
    }

    @Test
    void anExtractIsMadeOfTheSessionsThatAreShown() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        assertThat(model.open().get()).isTrue();
        assertThat(model.problem()).isNull();
        Path file = folder.resolve("done.tlcase");
        sample.runner.hold();
        model.save(file, null);
        assertThat(model.running().get()).isTrue();
        model.dismiss();
        assertThat(model.open().get()).as("it stays while it runs").isTrue();
        sample.runner.proceed();
        assertThat(model.running().get()).isFalse();
        assertThat(model.made().get()).isEqualTo(file).exists();
        model.dismiss();
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void aCancelledExtractLeavesNoFile() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        Path file = folder.resolve("cancelled.tlcase");
        sample.runner.hold();
        model.save(file, null);
        model.cancel();
        sample.runner.proceed();
        assertThat(model.running().get()).isFalse();
        assertThat(model.made().get()).isNull();
        assertThat(file).doesNotExist();
        assertThat(model.state().get()).isNotEmpty();
    }

    @Test
    void aFailedExtractSaysSo() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        model.save(folder.resolve("no/such/folder/x.tlcase"), null);
        assertThat(model.running().get()).isFalse();
        assertThat(model.made().get()).isNull();
        assertThat(model.state().get()).isNotEmpty();
    }

    @Test
    void onlyTheOrganizationsOwnValuesAreReplacedWhereThatIsChosen() throws IOException {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.begin();
        model.pseudonyms().set(true);
        for (boolean ours : new boolean[] { false, true }) {
            model.onlyOurs().set(ours);
            Path key = folder.resolve("key " + ours + ".json");
            model.key().set(key);
            assertThat(model.problem()).isNull();
            model.save(folder.resolve("ours " + ours + ".tlcase"), null);
            assertThat(model.made().get()).isNotNull();
            assertThat(key).content().contains("adela.novakova@contoso.example");
            assertThat(Files.readString(key).contains("collector@mailbox.example")).isEqualTo(!ours);
            assertThat(Files.readString(key).contains(ATTACKER)).isEqualTo(!ours);
        }
    }

    @Test
    void pseudonymsNeedAPlaceForTheirKey() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        model.pseudonyms().set(true);
        assertThat(model.problem()).isNotNull();
        model.key().set(folder.resolve("key.json"));
        assertThat(model.problem()).isNull();
    }
}
