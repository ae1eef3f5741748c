package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.ui.OpenedCase;

/** What a key marks: events, tokens, sessions, values; and that the way back leads to what was selected. */
class MarkSubjectTest {

    private static final MarkSubject SESSION = MarkSubject.value(FilterField.SESSION, BareSignIns.SESSION);

    @TempDir
    private Path folder;
    private OpenedCase opened;
    private Marking marking;

    @BeforeEach
    void open() {
        opened = OpenedCase.bare(folder);
        marking = opened.workbench.marking();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private VerdictMark verdict() {
        return marking.marked().get().marks().verdict(MarkTarget.of(MarkTarget.Kind.SESSION, BareSignIns.SESSION));
    }

    @Test
    void aVerdictIsGivenChangedAndTakenOff() {
        marking.judge(SESSION, Verdict.SUSPICIOUS);
        assertThat(verdict().verdict()).isEqualTo(Verdict.SUSPICIOUS);
        marking.judge(SESSION, Verdict.MALICIOUS);
        assertThat(verdict().verdict()).isEqualTo(Verdict.MALICIOUS);
        marking.judge(SESSION, null);
        assertThat(verdict()).isNull();
        marking.undo();
        assertThat(verdict().verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void theSameVerdictAgainKeepsItsReason() {
        marking.change((marks, who) -> marks.verdict(
                List.of(MarkTarget.of(MarkTarget.Kind.SESSION, BareSignIns.SESSION)), Verdict.MALICIOUS, "replayed",
                who));
        VerdictMark given = verdict();
        marking.judge(SESSION, Verdict.MALICIOUS);
        assertThat(verdict()).isEqualTo(given);
    }

    @Test
    void severalEventsAreMarkedAsOneChange() {
        marking.judge(MarkSubject.events(0, 1), Verdict.BENIGN);
        assertThat(said()).isEqualTo(StateText.VERDICT_GIVEN.text(Verdict.BENIGN.text(), 2, 2, 0));
        assertThat(marking.marked().get().marks().all(VerdictMark.class)).hasSize(2);
        marking.judge(MarkSubject.events(0, 1, 2), Verdict.BENIGN);
        assertThat(said()).isEqualTo(StateText.VERDICT_GIVEN.text(Verdict.BENIGN.text(), 1, 3, 1));
        marking.undo();
        marking.judge(MarkSubject.events(2), null);
        assertThat(said()).isEqualTo(StateText.VERDICT_TAKEN.text(0, 1, 0));
        marking.undo();
        assertThat(marking.marked().get().marks().all()).isEmpty();
    }

    private String said() {
        return opened.workbench.messages().latest().get().text().toString();
    }

    @Test
    void aBookmarkIsPutOnAllAndTakenOffOnlyWhereAllHaveOne() {
        marking.toggleBookmark(MarkSubject.events(0));
        marking.toggleBookmark(MarkSubject.events(0, 1));
        assertThat(marking.marked().get().marks().all()).hasSize(2);
        marking.toggleBookmark(MarkSubject.events(0, 1));
        assertThat(marking.marked().get().marks().all()).isEmpty();
    }

    @Test
    void tagsAreAskedForAndNothingIsMarkedWithoutASubject() {
        List<MarkRequest> requests = new ArrayList<>();
        marking.request().addListener((property, before, now) -> requests.add(now));
        marking.askForTags(MarkSubject.NONE);
        marking.judge(MarkSubject.value(FilterField.CITY, "Prague"), Verdict.MALICIOUS);
        assertThat(requests).isEmpty();
        assertThat(opened.workbench.messages().latest().get().text().key()).isEqualTo(StateText.MARK_NOTHING);
        marking.askForTags(SESSION);
        assertThat(requests.getLast().tags()).isTrue();
        assertThat(requests.getLast().choices().getFirst().targets())
                .containsExactly(MarkTarget.of(MarkTarget.Kind.SESSION, BareSignIns.SESSION));
    }

    @Test
    void theWayBackLeadsToTheEventThatWasSelected() {
        Selection selection = opened.workbench.selection();
        selection.event().set(1);
        String ip = opened.open().events().text(org.tokenlane.model.event.EventField.IP, 0);
        opened.workbench.navigation().go(ViewState.of(new Filter.FieldIs(FilterField.IP, List.of(ip))));
        assertThat(selection.event().get()).as("the filter leaves it out").isEqualTo(-1);
        opened.workbench.navigation().back();
        assertThat(selection.event().get()).isEqualTo(1);
    }
}
