package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;

/** What the keys for marks apply to. */
class MarkKeysTest {

    @TempDir
    private Path folder;
    private OpenedCase opened;
    private MarkKeys keys;
    private final Pane focused = new Pane();

    @BeforeEach
    void open() {
        opened = OpenedCase.bare(folder);
        keys = new MarkKeys(opened.workbench.marking(), opened.workbench.selection());
        opened.workbench.selection().event().set(1);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private Verdict verdict(int event) {
        return opened.workbench.marking().marked().get().verdict(event);
    }

    @Test
    void aLineThatCannotBeMarkedIsNotMarkedAndNothingElseIsInItsPlace() {
        Markable.offer(focused, () -> MarkSubject.NONE);
        keys.run(Shortcut.MALICIOUS, focused);
        assertThat(verdict(1)).isNull();
        assertThat(opened.said()).isNotEmpty();
    }

    @Test
    void whereNothingHasASayTheSelectedEventIsMarked() {
        Markable.offer(focused, () -> null);
        keys.run(Shortcut.MALICIOUS, focused);
        assertThat(verdict(1)).isEqualTo(Verdict.MALICIOUS);
        assertThat(verdict(0)).isNull();
        keys.run(Shortcut.SUSPICIOUS, null);
        assertThat(verdict(1)).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void whatHasTheKeyboardIsMarked() {
        Markable.offer(focused, () -> MarkSubject.value(FilterField.SESSION, BareSignIns.SESSION));
        Pane inside = new Pane();
        focused.getChildren().add(inside);
        keys.run(Shortcut.MALICIOUS, inside);
        assertThat(verdict(0)).isEqualTo(Verdict.MALICIOUS);
    }
}
