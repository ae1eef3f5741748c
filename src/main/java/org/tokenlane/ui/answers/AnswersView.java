package org.tokenlane.ui.answers;

import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** A question with its answer in a sentence; the proof unfolds below it, each line with its events. */
public final class AnswersView extends VBox {

    private final AnswersViewModel model;
    private final VBox list = new VBox(10);
    private final Set<Question> unfolded = EnumSet.noneOf(Question.class);

    public AnswersView(Selection selection, Navigation navigation, CaseAnswers answers) {
        super(8);
        model = new AnswersViewModel(selection, navigation, answers);
        setId("answers");
        getStyleClass().add("card");
        setPadding(new Insets(12, 14, 12, 14));
        Label title = Captions.heading(AnswersText.TITLE);
        title.setGraphic(new FontIcon("bi-question-circle"));
        getChildren().addAll(title, list);
        model.answers().addListener((property, before, now) -> show(now));
        show(model.answers().get());
    }

    private void show(@Nullable Answers answers) {
        list.getChildren().clear();
        if (answers == null) {
            list.getChildren().add(Captions.muted(AnswersText.WORKING));
            return;
        }
        answers.all().forEach(answer -> list.getChildren().add(entry(answer)));
        list.getChildren().add(new WrappedLabel(AnswersText.SHOW_WHY.with(), "muted"));
    }

    private VBox entry(Answer answer) {
        Label question = Captions.valueLabel(answer.question().text());
        question.getStyleClass().add("answer-question");
        question.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(8, question);
        heading.setAlignment(Pos.CENTER_LEFT);
        if (answer.question() == Question.CONTAINED || answer.state() == Answer.State.NOT_KNOWN) {
            Label state = Captions.valueLabel(answer.state().text());
            state.getStyleClass().addAll("answer-state", answer.state().id());
            state.setMinWidth(USE_PREF_SIZE);
            heading.getChildren().add(state);
        }
        WrappedLabel sentence = new WrappedLabel(Texts.visible(answer.text()));
        VBox entry = new VBox(2, heading, sentence);
        int size = answer.lines().size() + answer.limits().size() + answer.fetch().size();
        if (size > 0) {
            VBox proof = proof(answer);
            Hyperlink fold = Captions.link(AnswersText.SHOW_PROOF, size);
            fold.setId("proof-" + answer.question().id());
            fold.setOnAction(event -> {
                if (!unfolded.remove(answer.question())) {
                    unfolded.add(answer.question());
                }
                fold(answer, fold, proof, size);
            });
            fold(answer, fold, proof, size);
            heading.getChildren().add(fold);
            entry.getChildren().add(proof);
        }
        return entry;
    }

    private void fold(Answer answer, Hyperlink link, VBox proof, int size) {
        boolean open = unfolded.contains(answer.question());
        Captions.set(link, open ? AnswersText.HIDE_PROOF.with() : AnswersText.SHOW_PROOF.with(size));
        proof.setVisible(open);
        proof.setManaged(open);
    }

    private VBox proof(Answer answer) {
        VBox lines = new VBox(3);
        lines.setPadding(new Insets(2, 0, 4, 14));
        for (Answer.Line line : answer.lines()) {
            WrappedLabel words = new WrappedLabel(Texts.visible(line.text()));
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(8, words);
            row.setAlignment(Pos.TOP_LEFT);
            if (!line.events().isEmpty()) {
                Hyperlink show = Captions.link(AnswersText.SHOW_EVENTS, line.events().size());
                show.setMinWidth(USE_PREF_SIZE);
                show.setOnAction(event -> model.show(line));
                row.getChildren().add(show);
            }
            lines.getChildren().add(row);
        }
        answer.limits().forEach(limit -> lines.getChildren().add(new WrappedLabel(Texts.visible(limit), "muted")));
        answer.fetch().forEach(fetch -> lines.getChildren()
                .add(new WrappedLabel(AnswersText.FETCH.with(Texts.visible(fetch)), "muted")));
        return lines;
    }
}
