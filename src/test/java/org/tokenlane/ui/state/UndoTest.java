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
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.ui.OpenedCase;

/** Undo is about the last change of any kind, and says which. */
class UndoTest {

    private static final OriginSplit SPLIT = new OriginSplit("AS64511|curl|||", OriginSplit.By.ADDRESS, "203.0.113.9");

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

    private List<String> next() {
        List<String> next = new ArrayList<>();
        marking.next((undo, redo) -> {
            next.add(undo);
            next.add(redo);
        });
        return next;
    }

    @Test
    void aSplitAfterAMarkIsUndoneFirstAndNamed() {
        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, BareSignIns.SESSION);
        marking.change((marks, who) -> marks.verdict(List.of(session), Verdict.MALICIOUS, "", who));
        opened.open().file().settings().splitOrigin(BareSignIns.SESSION, SPLIT, true, "Adele");
        assertThat(next().getFirst()).contains("AS64511, curl");
        marking.undo();
        assertThat(opened.open().file().settings().originSplits(BareSignIns.SESSION)).isEmpty();
        assertThat(marking.marked().get().marks().verdict(session)).isNotNull();
        assertThat(opened.workbench.messages().latest().get().kind()).isEqualTo(Message.Kind.TURNED);
        assertThat(opened.workbench.messages().latest().get().text().toString()).contains("AS64511, curl");
        assertThat(marking.settingsTurned().get()).as("the timeline and lists read again").isEqualTo(1);
        assertThat(next().getLast()).contains("AS64511, curl");
        marking.undo();
        assertThat(marking.marked().get().marks().verdict(session)).isNull();
        assertThat(marking.settingsTurned().get()).as("marks are followed anyway").isEqualTo(1);
        marking.undo();
        assertThat(opened.said()).isEqualTo(StateText.UNDO_NOTHING.key());
        assertThat(next().getFirst()).isNull();
    }

    @Test
    void anEventIsNamedByItsOperationAndTimeNotByItsId() {
        String id = opened.open().events().id(0);
        MarkTarget event = MarkTarget.of(MarkTarget.Kind.EVENT, id);
        marking.change((marks, who) -> marks.verdict(List.of(event), Verdict.MALICIOUS, "", who));
        String time = UtcText.of(opened.open().events().time(0));
        assertThat(next().getFirst()).contains(time).doesNotContain(id);
        marking.change((marks, who) -> marks.clearVerdict(List.of(event), who));
        marking.undo();
        assertThat(opened.workbench.messages().latest().get().text().toString()).contains(time).doesNotContain(id);
        assertThat(next().getLast()).contains(time).doesNotContain(id);
    }
}
