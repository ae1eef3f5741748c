package org.tokenlane.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Selection;

/**
 * The keys that mark whatever is selected: the row, token, session or chip that has the keyboard; where nothing there has
 * a say, the selected event. While somebody types, they are letters.
 */
final class MarkKeys {

    private final Marking marking;
    private final Selection selection;

    MarkKeys(Marking marking, Selection selection) {
        this.marking = marking;
        this.selection = selection;
    }

    /** Handles a key that nothing else wanted; tells whether it was one of these. */
    boolean press(KeyEvent event) {
        Node focused = event.getTarget() instanceof Scene scene ? scene.getFocusOwner()
                : event.getTarget() instanceof Node node ? node : null;
        if (isTyping(focused)) {
            return false;
        }
        for (Shortcut key : Shortcut.MARKS) {
            if (key.matches(event)) {
                run(key, focused);
                return true;
            }
        }
        return false;
    }

    static boolean isTyping(@Nullable Node focused) {
        return focused instanceof TextInputControl || focused instanceof ComboBoxBase<?> box && box.isEditable();
    }

    /** Does what the key stands for with what has the keyboard. */
    void run(Shortcut key, @Nullable Node focused) {
        if (selection.openCase().get() == null) {
            return;
        }
        MarkSubject subject = subject(focused);
        switch (key) {
        case MALICIOUS -> marking.judge(subject, Verdict.MALICIOUS);
        case SUSPICIOUS -> marking.judge(subject, Verdict.SUSPICIOUS);
        case BENIGN -> marking.judge(subject, Verdict.BENIGN);
        case NO_VERDICT -> marking.judge(subject, null);
        case TAG -> marking.askForTags(subject);
        case BOOKMARK -> marking.toggleBookmark(subject);
        default -> throw new IllegalArgumentException(key.name());
        }
    }

    private MarkSubject subject(@Nullable Node focused) {
        MarkSubject said = Markable.at(focused);
        if (said != null) {
            return said;
        }
        int event = selection.event().get();
        return event < 0 ? MarkSubject.NONE : MarkSubject.events(event);
    }
}
