package org.tokenlane.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class MarkSheetViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private MarkSheetViewModel model;

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
        model = new MarkSheetViewModel(workbench.selection(), workbench.marking(), workbench.display(),
                workbench.messages(), workbench.background());
    }

    @Test
    void theSelectedEventIsOfferedFirstAndAVerdictOnItIsKept() {
        workbench.selection().event().set(3);
        workbench.marking().askAboutSelected();
        assertThat(model.open().get()).isTrue();
        assertThat(model.choices()).isNotEmpty();
        assertThat(model.choice().get()).isEqualTo(model.choices().getFirst());
        model.judge(Verdict.MALICIOUS);
        model.apply();
        assertThat(model.open().get()).isFalse();
        assertThat(workbench.marking().marked().get().verdict(3)).isEqualTo(Verdict.MALICIOUS);
        workbench.marking().undo();
        assertThat(workbench.marking().marked().get().verdict(3)).isNull();
    }

    @Test
    void dismissedNothingIsMarked() {
        workbench.selection().event().set(3);
        workbench.marking().askAboutSelected();
        model.judge(Verdict.MALICIOUS);
        model.dismiss();
        assertThat(model.open().get()).isFalse();
        assertThat(workbench.marking().marked().get().verdict(3)).isNull();
    }

    private static MarkTarget event(int number) {
        return MarkTarget.of(MarkTarget.Kind.EVENT, sample.open().events().id(number));
    }

    private CaseMarks marks() {
        return workbench.marking().marked().get().marks();
    }

    private List<String> tags(int number) {
        return marks().on(event(number), Tag.class).stream().map(Tag::name).toList();
    }

    private void sheetFor(Integer... numbers) {
        workbench.marking().askAbout("", Stream.of(numbers).map(MarkSheetViewModelTest::event).toList());
    }

    @Test
    void theSheetOfOneTargetShowsItsMarks() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(5)), Verdict.SUSPICIOUS, "from a new network", who);
            marks.tag(List.of(event(5)), "mail", who);
            marks.tag(List.of(event(5)), "first", who);
            marks.note(List.of(event(5)), "asked the user", who);
            marks.bookmark(List.of(event(5)), who);
        });
        sheetFor(5);
        assertThat(model.verdict().get()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(model.reason().get()).isEqualTo("from a new network");
        assertThat(model.tags().get().split(", ")).containsExactlyInAnyOrder("mail", "first");
        assertThat(model.knownTags()).contains("mail", "first");
        assertThat(model.notes()).singleElement().asString().contains("asked the user");
        assertThat(model.note().get()).isEmpty();
        assertThat(model.bookmark().get()).isTrue();
    }

    @Test
    void theSheetOfSeveralTargetsShowsWhatAllOfThemHave() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(6)), Verdict.SUSPICIOUS, "one reason", who);
            marks.verdict(List.of(event(7)), Verdict.SUSPICIOUS, "another reason", who);
            marks.tag(List.of(event(6), event(7)), "both", who);
            marks.tag(List.of(event(6)), "one", who);
            marks.bookmark(List.of(event(6)), who);
            marks.note(List.of(event(6)), "of one", who);
        });
        sheetFor(6, 7);
        assertThat(model.verdict().get()).isNull();
        assertThat(model.reason().get()).isEmpty();
        assertThat(model.tags().get()).isEqualTo("both");
        assertThat(model.notes()).isEmpty();
        assertThat(model.bookmark().get()).isFalse();
    }

    @Test
    void theSameVerdictWithTheSameReasonByTwoMarksIsShownForBoth() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(8)), Verdict.BENIGN, "known", who);
            marks.verdict(List.of(event(9)), Verdict.BENIGN, "known", "another analyst");
        });
        sheetFor(8, 9);
        assertThat(model.verdict().get()).isEqualTo(Verdict.BENIGN);
        assertThat(model.reason().get()).isEqualTo("known");
    }

    @Test
    void aTagForTargetsOfMixedMarksLeavesTheirOtherMarksAsTheyAre() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(10)), Verdict.MALICIOUS, "sent by nobody", who);
            marks.tag(List.of(event(10)), "own", who);
            marks.bookmark(List.of(event(10)), who);
        });
        sheetFor(10, 11);
        model.addTag("both");
        model.apply();
        assertThat(marks().verdict(event(10)).reason()).isEqualTo("sent by nobody");
        assertThat(marks().verdict(event(11))).isNull();
        assertThat(tags(10)).containsExactlyInAnyOrder("own", "both");
        assertThat(tags(11)).containsExactly("both");
        assertThat(marks().isBookmarked(event(10))).isTrue();
        assertThat(marks().isBookmarked(event(11))).isFalse();
    }

    @Test
    void verdictsThatDifferAreClearedOrReplacedInOneStepOnlyWhenOneIsChosen() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(17)), Verdict.MALICIOUS, "", who);
            marks.verdict(List.of(event(18)), Verdict.BENIGN, "", who);
        });
        sheetFor(17, 18, 19);
        assertThat(model.differing().get()).isTrue();
        assertThat(model.scope().get()).isEqualTo(MarksText.SCOPE_EACH_DIFFERS.text());
        model.apply();
        assertThat(marks().verdict(event(17)).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(marks().verdict(event(18)).verdict()).isEqualTo(Verdict.BENIGN);
        sheetFor(17, 18, 19);
        model.judge(null);
        assertThat(model.differing().get()).isFalse();
        model.apply();
        assertThat(marks().verdict(event(17))).isNull();
        assertThat(marks().verdict(event(18))).isNull();
        workbench.marking().undo();
        assertThat(marks().verdict(event(18)).verdict()).isEqualTo(Verdict.BENIGN);
        sheetFor(17, 18, 19);
        model.judge(Verdict.SUSPICIOUS);
        model.apply();
        assertThat(marks().verdict(event(19)).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(marks().verdict(event(17)).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        workbench.marking().undo();
        assertThat(marks().verdict(event(19))).isNull();
        sheetFor(19);
        assertThat(model.differing().get()).as("one target cannot differ").isFalse();
    }

    @Test
    void theVerdictOfSomethingWiderIsSaidOfAnEventOnly() {
        int event = sample.open().correlation()
                .eventsOfSession(sample.open().correlation().sessionCode(sample.answers.aitmSession()))[0];
        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(session), Verdict.MALICIOUS, "stolen", who));
        sample.runner.hold();
        sheetFor(event);
        assertThat(model.scope().get()).as("read in a task").isEmpty();
        sample.runner.proceed();
        assertThat(model.scope().get()).isEqualTo(MarksText.SCOPE_WIDER_REASON.text(Verdict.MALICIOUS.text(),
                MarkTarget.Kind.SESSION.text(), "stolen"));
        workbench.marking().askAbout("", List.of(session));
        assertThat(model.scope().get()).isEqualTo(MarksText.SCOPE_TARGET.text());
        workbench.marking().undo();
    }

    @Test
    void aNoteLeavesTheVerdictToTheOneWhoGaveIt() {
        workbench.marking().change(
                (marks, who) -> marks.verdict(List.of(event(12)), Verdict.MALICIOUS, "", "another analyst"));
        sheetFor(12);
        model.note().set("seen again");
        model.apply();
        assertThat(marks().verdict(event(12)).stamp().author()).isEqualTo("another analyst");
        assertThat(marks().on(event(12), Note.class)).hasSize(1);
    }

    @Test
    void aNewReasonReplacesTheVerdict() {
        workbench.marking()
                .change((marks, who) -> marks.verdict(List.of(event(13)), Verdict.MALICIOUS, "guessed", who));
        sheetFor(13);
        model.reason().set("confirmed");
        model.apply();
        assertThat(marks().on(event(13), VerdictMark.class)).singleElement()
                .satisfies(mark -> assertThat(mark.reason()).isEqualTo("confirmed"));
    }

    @Test
    void whatIsTakenOutOfTheSheetIsTakenOffTheTarget() {
        workbench.marking().change((marks, who) -> {
            marks.verdict(List.of(event(14)), Verdict.BENIGN, "", who);
            marks.tag(List.of(event(14)), "old", who);
            marks.bookmark(List.of(event(14)), who);
        });
        sheetFor(14);
        model.judge(null);
        model.tags().set("");
        model.bookmark().set(false);
        model.apply();
        assertThat(marks().on(event(14))).isEmpty();
    }

    @Test
    void oneUndoTakesBackAllThatTheSheetDid() {
        sheetFor(15);
        model.judge(Verdict.MALICIOUS);
        model.tags().set("one, two");
        model.note().set("a note");
        model.bookmark().set(true);
        model.apply();
        assertThat(marks().on(event(15))).hasSize(5);
        workbench.marking().undo();
        assertThat(marks().on(event(15))).isEmpty();
        workbench.marking().redo();
        assertThat(marks().on(event(15))).hasSize(5);
    }

    @Test
    void aSheetThatIsAppliedUnchangedChangesNothing() {
        sheetFor(16);
        model.judge(Verdict.MALICIOUS);
        model.apply();
        List<Mark> before = marks().all();
        sheetFor(16);
        model.apply();
        assertThat(marks().all()).isEqualTo(before);
    }
}
