package org.tokenlane.ui.answers;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The answers to the first questions, each with its proof. */
final class AnswersViewModel {

    private final Selection selection;
    private final Navigation navigation;
    private final CaseAnswers answers;

    AnswersViewModel(Selection selection, Navigation navigation, CaseAnswers answers) {
        this.selection = selection;
        this.navigation = navigation;
        this.answers = answers;
    }

    /** The answers, or null while there are none yet. */
    ReadOnlyObjectProperty<@Nullable Answers> answers() {
        return answers.answers();
    }

    /** Shows the events that prove a line, the first of them selected. */
    void show(Answer.Line line) {
        OpenCase open = selection.openCase().get();
        if (open != null && !line.events().isEmpty()) {
            List<String> ids = line.events().stream().map(open.events()::id).toList();
            navigation.investigate(ViewState.of(new Filter.EventIs(ids)), line.events().getFirst());
        }
    }
}
