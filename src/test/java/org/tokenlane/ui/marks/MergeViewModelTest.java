package org.tokenlane.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.marks.MergeViewModel.Decision;

/** Another analyst's marks are compared, decided and merged, without a window. */
class MergeViewModelTest {

    private static final MarkTarget SESSION = MarkTarget.of(Kind.SESSION, BareSignIns.SESSION);
    private static final MarkTarget TOKEN = MarkTarget.of(Kind.TOKEN, BareSignIns.UTI);
    private static final MarkTarget ELSEWHERE = MarkTarget.of(Kind.EVENT, "e00112233445566ff");

    @TempDir
    private Path folder;
    private Path file;
    private OpenedCase opened;
    private MergeViewModel model;

    @BeforeEach
    void makeTwoCopies() throws IOException {
        Path ours = folder.resolve("ours.tlcase");
        Path theirs = folder.resolve("theirs.tlcase");
        CommandRun.of("import", "--case", ours, BareSignIns.write(folder.resolve("signins.json"))).isDone();
        Files.copy(ours, theirs);
        opened = new OpenedCase(CaseFile.open(ours, null));
        opened.open().file().marks().verdict(List.of(SESSION, TOKEN), Verdict.BENIGN, "", "Anna");
        opened.workbench.marking().refresh();
        try (CaseFile other = CaseFile.open(theirs, null)) {
            other.marks().verdict(List.of(SESSION, TOKEN), Verdict.MALICIOUS, "relay", "Ben");
            other.marks().tag(List.of(SESSION, ELSEWHERE), "bec", "Ben");
            other.settings().saveFilter("mine", "result:failure", "Ben");
        }
        file = folder.resolve("theirs.json");
        CommandRun.of("marks", "--case", theirs, "--export", file).isDone();
        model = new MergeViewModel(opened.workbench.selection(), opened.workbench.marking(),
                opened.workbench.display(), opened.workbench.messages(), opened.runner);
    }

    @AfterEach
    void close() {
        assertThat(opened.open().file().verify()).isEmpty();
        opened.close();
    }

    private CaseMarks marks() {
        return opened.workbench.marking().marked().get().marks();
    }

    @Test
    void newSameAndConflictingMarksAreCountedAndConflictsShowBothSides() {
        model.begin(file);
        assertThat(model.open().get()).isTrue();
        assertThat(model.summary().get()).isEqualTo(MarksText.MERGE_SUMMARY.text("theirs.json", 3, 0, 2));
        assertThat(model.missing().get()).contains(ELSEWHERE.key());
        assertThat(model.undecided().get()).isEqualTo(MarksText.MERGE_UNDECIDED.text(2));
        assertThat(model.rows().get()).hasSize(2).allSatisfy(row -> {
            assertThat(model.words(row.item().ours())).contains("benign", "Anna", "UTC");
            assertThat(model.words(row.item().theirs())).contains("malicious", "relay", "Ben", "UTC");
        });
        assertThat(marks().all()).as("nothing changed yet").hasSize(2);
    }

    @Test
    void eachConflictIsDecidedAloneAndWhatIsNotDecidedStays() {
        model.begin(file);
        model.rows().get().getFirst().decision().set(Decision.THEIRS);
        assertThat(model.undecided().get()).isEqualTo(MarksText.MERGE_UNDECIDED.text(1));
        int turned = opened.workbench.marking().settingsTurned().get();
        model.merge();
        assertThat(model.open().get()).isFalse();
        assertThat(opened.said()).isEqualTo(MarksText.MERGED.key());
        assertThat(List.of(marks().verdict(SESSION).verdict(), marks().verdict(TOKEN).verdict()))
                .containsExactlyInAnyOrder(Verdict.BENIGN, Verdict.MALICIOUS);
        assertThat(marks().on(SESSION)).extracting(mark -> mark.stamp().author()).contains("Ben");
        assertThat(opened.workbench.marking().settingsTurned().get()).as("filters are read again")
                .isGreaterThan(turned);
        assertThat(opened.open().file().settings().savedFilters()).containsKey("mine");
        opened.workbench.marking().undo();
        assertThat(marks().all()).hasSize(2);
        assertThat(opened.open().file().settings().savedFilters()).isEmpty();
    }

    @Test
    void allOursAllTheirsAndNewestDecideAllOfThem() {
        model.begin(file);
        model.allOurs();
        assertThat(model.rows().get()).allMatch(row -> row.decision().get() == Decision.OURS);
        assertThat(model.undecided().get()).isEmpty();
        model.allTheirs();
        assertThat(model.rows().get()).allMatch(row -> row.decision().get() == Decision.THEIRS);
        model.newest();
        assertThat(model.rows().get()).allSatisfy(row -> assertThat(row.decision().get())
                .isEqualTo(row.item().theirsIsNewer() ? Decision.THEIRS : Decision.OURS));
        model.allTheirs();
        model.merge();
        assertThat(marks().verdict(SESSION).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(marks().verdict(TOKEN).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void aFileThatCannotBeMergedIsRefusedAndNoSheetOpens() throws IOException {
        Files.writeString(file, "{\"format\": 1}");
        model.begin(file);
        assertThat(model.open().get()).isFalse();
        assertThat(opened.said()).isEqualTo(MarksText.MERGE_FAILED.key());
        assertThat(marks().all()).hasSize(2);
    }

    @Test
    void theMarksOfTheCaseAreExportedForAnotherCopy() {
        Path export = folder.resolve("ours.json");
        model.export(export);
        assertThat(opened.said()).isEqualTo(MarksText.EXPORTED.key());
        model.begin(export);
        assertThat(model.summary().get()).isEqualTo(MarksText.MERGE_SUMMARY.text("ours.json", 0, 2, 0));
        model.dismiss();
        model.merge();
        assertThat(marks().all()).hasSize(2);
    }
}
