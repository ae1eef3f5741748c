package org.tokenlane.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.MmdbWriter;
import org.tokenlane.enrich.NetworkFile;
import org.tokenlane.enrich.Networks;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.ui.SampleDialogs;
import org.tokenlane.ui.networks.NetworkDataViewModel.Line;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** Files of network data are added, ordered, taken out and remembered, without a window. */
class NetworkDataViewModelTest {

    private static final String ADDRESS = "203.0.113.9";

    @TempDir
    private Path folder;

    private final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    private final ObjectProperty<Enrichment> enrichment = new SimpleObjectProperty<>(
            Enrichment.of(Networks.shipped()));
    private final SampleDialogs dialogs = new SampleDialogs();
    private final Workbench workbench = new Workbench(runner);
    private NetworkDataViewModel model;

    @BeforeEach
    void make() {
        model = again();
    }

    private NetworkDataViewModel again() {
        return new NetworkDataViewModel(enrichment, workbench.messages(), runner, new Settings(remembered()), dialogs);
    }

    private Path remembered() {
        return folder.resolve("settings/window.properties");
    }

    private Path data(String name, int system) {
        return MmdbWriter.of("GeoLite2-ASN", 1_772_539_200)
                .with("203.0.113.0/24",
                        Map.of("autonomous_system_number", system, "autonomous_system_organization", name))
                .write(folder.resolve(name + ".mmdb"));
    }

    private void add(Path... files) {
        dialogs.files = List.of(files);
        model.add();
    }

    private List<Path> ownInUse() {
        return enrichment.get().networks().own().stream().map(NetworkFile::source).map(source -> source.file())
                .toList();
    }

    @Test
    void atFirstOnlyTheBuiltInDataIsUsed() {
        assertThat(model.lines()).singleElement().satisfies(line -> {
            assertThat(line.path()).isNull();
            assertThat(line.source()).isEqualTo(enrichment.get().networks().sources().getLast());
        });
        assertThat(ownInUse()).isEmpty();
    }

    @Test
    void anAddedFileIsUsedAtOnceBeforeTheBuiltInDataAndRemembered() {
        Path one = data("one", 64500);
        add(one);
        assertThat(model.lines()).extracting(Line::path).containsExactly(one.toAbsolutePath().normalize(), null);
        assertThat(enrichment.get().networks().lookUp(ADDRESS).asn().text()).isEqualTo("64500");
        assertThat(again().lines()).extracting(Line::path).containsExactly(one.toAbsolutePath().normalize(), null);
    }

    @Test
    void aFileThatIsUsedAlreadyIsNotAddedAgain() {
        Path one = data("one", 64500);
        add(one);
        Enrichment before = enrichment.get();
        add(one);
        assertThat(model.lines()).hasSize(2);
        assertThat(enrichment.get()).isSameAs(before);
    }

    @Test
    void theFirstFileThatKnowsAValueIsUsedAndTheOrderCanBeChanged() {
        Path one = data("one", 64500);
        Path two = data("two", 64501);
        add(one, two);
        assertThat(enrichment.get().networks().lookUp(ADDRESS).asn().text()).isEqualTo("64500");
        model.moveUp(model.lines().getFirst());
        assertThat(ownInUse()).as("the first cannot go further up").containsExactly(one, two);
        model.moveUp(model.lines().getLast());
        assertThat(ownInUse()).as("the built-in data stays last").containsExactly(one, two);
        model.moveUp(model.lines().get(1));
        assertThat(enrichment.get().networks().lookUp(ADDRESS).asn().text()).isEqualTo("64501");
        assertThat(again().lines()).extracting(Line::path).containsExactly(two, one, null);
    }

    @Test
    void aFileThatIsTakenOutIsUsedNoMoreAndForgotten() {
        add(data("one", 64500));
        model.remove(model.lines().getLast());
        assertThat(model.lines()).as("the built-in data cannot be taken out").hasSize(2);
        model.remove(model.lines().getFirst());
        assertThat(ownInUse()).isEmpty();
        assertThat(enrichment.get().networks().lookUp(ADDRESS).asn()).isNull();
        assertThat(again().lines()).hasSize(1);
    }

    @Test
    void aFileThatIsNotNetworkDataIsNamedAndLeftOut() throws IOException {
        Enrichment before = enrichment.get();
        add(Files.writeString(folder.resolve("notes.mmdb"), "notes"));
        assertThat(dialogs.problems).singleElement().asString().contains("notes.mmdb");
        assertThat(model.lines()).hasSize(1);
        assertThat(enrichment.get()).isSameAs(before);
    }

    @Test
    void aRememberedFileThatIsGoneIsListedWithTheReasonAndOthersAreUsed() throws IOException {
        Path one = data("one", 64500);
        Path two = data("two", 64501);
        add(one, two);
        Files.delete(one);
        NetworkDataViewModel next = again();
        assertThat(next.lines().getFirst().source()).isNull();
        assertThat(next.lines().getFirst().problem().toString()).contains("one.mmdb");
        assertThat(ownInUse()).containsExactly(two);
    }

    @Test
    void nothingIsReadBeforeItsTaskRuns() {
        Path one = data("one", 64500);
        runner.hold();
        add(one);
        assertThat(model.lines()).hasSize(1);
        assertThat(ownInUse()).isEmpty();
        runner.proceed();
        assertThat(ownInUse()).containsExactly(one);
    }
}
