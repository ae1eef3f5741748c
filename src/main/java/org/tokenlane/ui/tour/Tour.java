package org.tokenlane.ui.tour;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Selection;

/** Where the tour is, and what each of its steps shows. It ends when the case is closed. */
public final class Tour {

    /** Where the tour is not under way. */
    static final int NOWHERE = -1;

    /**
     * A step.
     *
     * @param target
     *            what it is about, as a style selector
     * @param arrive
     *            shows that
     */
    record Step(TextKey title, TextKey words, String target, Runnable arrive) {
    }

    private final Selection selection;
    private final Navigation navigation;
    private final CaseAnswers answers;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NOWHERE);
    private final List<Step> steps = List.of(
            new Step(TourText.START_TITLE, TourText.START_WORDS, "#case-map", this::start),
            new Step(TourText.LANES_TITLE, TourText.LANES_WORDS, ".timeline-view", this::lanes),
            new Step(TourText.TOKENS_TITLE, TourText.TOKENS_WORDS, "#tokens", this::tokens),
            new Step(TourText.PROOF_TITLE, TourText.PROOF_WORDS, "#details", this::proof),
            new Step(TourText.REPORT_TITLE, TourText.REPORT_WORDS, ".menu-bar", () -> {
            }));
    private boolean wanted;

    public Tour(Selection selection, Navigation navigation, CaseAnswers answers) {
        this.selection = selection;
        this.navigation = navigation;
        this.answers = answers;
        selection.openCase().addListener((property, before, now) -> {
            if (now == null || before != null && before.file() != now.file()) {
                end();
            }
        });
        answers.answers().addListener((property, before, now) -> beginIfReady());
    }

    /** Begins as soon as it is known what the attacker did. */
    public void begin() {
        wanted = true;
        beginIfReady();
    }

    private void beginIfReady() {
        if (wanted && story() != null) {
            wanted = false;
            go(0);
        }
    }

    /** The step that is shown, or {@link #NOWHERE}. */
    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    List<Step> steps() {
        return steps;
    }

    void next() {
        go(at.get() + 1);
    }

    void back() {
        go(Math.max(0, at.get() - 1));
    }

    void end() {
        wanted = false;
        at.set(NOWHERE);
    }

    private void go(int step) {
        if (step >= steps.size() || story() == null) {
            end();
            return;
        }
        steps.get(step).arrive().run();
        at.set(step);
    }

    private @Nullable Story story() {
        Answers known = answers.answers().get();
        return known == null ? null
                : known.stories().stream().filter(story -> !story.sessions().isEmpty()).findFirst().orElse(null);
    }

    private void start() {
        navigation.page().set(Page.START);
    }

    private void lanes() {
        Story story = story();
        if (story != null) {
            navigation.investigate(story.sessions().getFirst());
        }
    }

    private void tokens() {
        if (navigation.page().get() != Page.INVESTIGATE) {
            lanes();
        }
        navigation.tab().set(InvestigationTab.TOKENS);
    }

    private void proof() {
        Story story = story();
        if (story != null && !story.station(Story.Kind.ACTIONS).events().isEmpty()) {
            selection.event().set(story.station(Story.Kind.ACTIONS).events().getFirst());
        }
    }
}
