package org.tokenlane.ui.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Activity;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class AnswersViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private AnswersViewModel model;

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
        model = new AnswersViewModel(workbench.selection(), workbench.navigation(), workbench.answers());
    }

    private static String user(String session) {
        return sample.answers.sessions().get(session).upn();
    }

    private List<String> accounts() {
        return model.answers().get().incident().accounts().stream().map(Account::name).toList();
    }

    @Test
    void whenTheRulesHaveRunTheAccountsOfBothAttacksAreNamed() {
        workbench.rules().detect();
        assertThat(accounts()).contains(user(sample.answers.aitmSession()), user(sample.answers.deviceCodeSession()));
        assertThat(model.answers().get().all()).extracting(Answer::question).containsExactly(Question.values());
    }

    @Test
    void answeringIsShownAsUnderWayLikeTheRulesBeforeIt() {
        List<TextKey> seen = new ArrayList<>();
        ChangeListener<Activity> listener = (property, before, now) -> {
            if (now != null) {
                seen.add(now.what().key());
            }
        };
        workbench.activities().current().addListener(listener);
        workbench.rules().detect();
        workbench.activities().current().removeListener(listener);
        assertThat(seen).extracting(TextKey::key).containsSubsequence("StateText.rules-running",
                "StateText.answering");
        assertThat(workbench.activities().current().get()).isNull();
    }

    @Test
    void aVerdictChangesTheAnswersAtOnce() {
        workbench.rules().detect();
        workbench.marking().change((marks, who) -> marks.verdict(
                List.of(MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession()),
                        MarkTarget.of(MarkTarget.Kind.USER, user(sample.answers.aitmSession()))),
                Verdict.BENIGN, "", who));
        assertThat(accounts()).doesNotContain(user(sample.answers.aitmSession()))
                .contains(user(sample.answers.deviceCodeSession()));
    }

    @Test
    void theEventsOfALineAreShownWithTheFirstSelected() {
        workbench.rules().detect();
        Answer.Line line = model.answers().get().to(Question.HOW_IN).lines().getFirst();
        model.show(line);
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
        assertThat(workbench.selection().event().get()).isEqualTo(line.events().getFirst());
        assertThat(workbench.selection().matching().get().set().stream().boxed().toList()).isEqualTo(line.events());
    }
}
