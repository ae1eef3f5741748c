package org.tokenlane.ui.state;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.job.BackgroundRunner;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.ProgramFailure;

/**
 * What all parts of the window share, each in the piece that a part needs. Used on the window's thread only. Only the
 * shell knows all of it.
 */
public final class Workbench implements AutoCloseable {

    private final Runner background;
    private final LatestMessage messages = new LatestMessage();
    private final Activities activities = new Activities();
    private final Display display = new Display();
    private final ObjectProperty<Enrichment> enrichment = new SimpleObjectProperty<>(Enrichment.of(Networks.shipped()));
    private final CaseSelection selection;
    private final EventTexts texts;
    private final Marking marking;
    private final Navigator navigation;
    private final KnownOrigins library;
    private final RuleRuns rules;
    private final AnswerRuns answers;
    private final Around around;

    /** The window's: work runs in the background and answers on the window's thread. */
    public Workbench() {
        this(new BackgroundRunner(Platform::runLater, ProgramFailure::of));
    }

    /**
     * @param background
     *            runs all work that takes time or reads a file
     */
    public Workbench(Runner background) {
        this.background = background;
        activities.follow(background);
        selection = new CaseSelection(background, messages, activities, this::marks);
        texts = new EventTexts(background);
        marking = new Marking(selection, messages, background, selection::marksChanged);
        navigation = new Navigator(selection, marking, messages, background);
        library = new KnownOrigins(selection, messages, background);
        rules = new RuleRuns(selection, messages, activities, background, enrichment, library.library());
        answers = new AnswerRuns(selection, rules, marking, enrichment, messages, activities, background);
        around = new Around(selection, navigation, messages);
    }

    private MarkedEvents marks() {
        return marking.marked().get();
    }

    /** Shows a case as it is now; the filter stays as it is for the same case, and is emptied for another. */
    public void show(@Nullable OpenCase opened) {
        OpenCase before = selection.openCase().get();
        boolean sameCase = opened != null && before != null && before.file() == opened.file();
        selection.event().set(-1);
        if (!sameCase) {
            selection.leave();
            // what is read for the screen is of the case that is left
            background.cancel(WorkLane.SHORT);
            rules.forget();
        }
        marking.take(opened);
        selection.open(opened);
        if (!sameCase) {
            navigation.go(ViewState.ALL);
        }
        selection.match();
        rules.detect();
    }

    public Selection selection() {
        return selection;
    }

    public Navigation navigation() {
        return navigation;
    }

    public Messages messages() {
        return messages;
    }

    /** What was hostile in earlier cases. */
    public KnownOrigins library() {
        return library;
    }

    public Rules rules() {
        return rules;
    }

    /** The answers to the first questions of the incident. */
    public CaseAnswers answers() {
        return answers;
    }

    /** What the analyst waits for. */
    public Activities activities() {
        return activities;
    }

    public Display display() {
        return display;
    }

    /** Runs all work that takes time or reads a file. */
    public Runner background() {
        return background;
    }

    /** The texts of events, for what is on the screen. */
    public EventTexts texts() {
        return texts;
    }

    /** Looking around the selected event. */
    public Around around() {
        return around;
    }

    /** The analyst's marks. */
    public Marking marking() {
        return marking;
    }

    /** What external data says of networks and applications; the rules run again when it changes. */
    public ObjectProperty<Enrichment> enrichment() {
        return enrichment;
    }

    @Override
    public void close() {
        close(() -> {
        });
    }

    /** Ends all work, does this as the last of it, and closes the case. */
    public void close(Runnable last) {
        OpenCase open = selection.openCase().get();
        background.close(() -> {
            last.run();
            if (open != null) {
                open.file().close();
            }
        });
    }
}
