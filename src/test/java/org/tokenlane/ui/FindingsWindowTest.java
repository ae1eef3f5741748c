package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.findings.FindingsText;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.overview.OverviewText;
import org.tokenlane.ui.state.Page;

/**
 * Findings as a person meets them: on the first page, in their list with proof, as a session's risk, and the rules
 * switched off and tuned.
 */
class FindingsWindowTest {

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    private List<String> texts(String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup((Node node) -> node instanceof Labeled)
                .<Labeled> queryAll().stream().filter(Node::isVisible)
                .map(Labeled::getText).filter(Objects::nonNull).toList();
    }

    private TableView<Finding> findings() {
        robot.clickOn("#page-findings");
        turnTo(0);
        TableView<Finding> table = robot.lookup("#findings").query();
        SampleWindow.await(() -> !table.getItems().isEmpty());
        robot.interact(() -> table.getSelectionModel().select(0));
        return table;
    }

    /** Shows the findings (0), other victims (1) or the rules (2). */
    private void turnTo(int tab) {
        robot.interact(() -> robot.lookup("#findings-tabs").<TabPane> query().getSelectionModel().select(tab));
    }

    private void awaitRulesAfter(Runnable change) {
        Detection before = sample.workbench.rules().detection().get();
        change.run();
        SampleWindow.await(() -> sample.workbench.rules().detection().get() != before);
    }

    @Test
    void theFirstPageSaysWhichSessionIsLikelyAnAttackersWhyAndWhatSpeaksAgainstIt() {
        SampleWindow.await(
                () -> texts("#worth-opening").stream().anyMatch(text -> text.startsWith(OverviewText.RISK.text(""))));
        assertThat(texts("#worth-opening"))
                .contains("adela.novakova@contoso.example", "soren.ostergard@contoso.example")
                .anyMatch(text -> text.contains("AS64510") && text.contains("203.0.113.77 (NL, AS64510)"))
                .anyMatch(text -> text.equals(OverviewText.NO_COUNTER_EVIDENCE.text())
                        || text.startsWith(OverviewText.COUNTER_EVIDENCE.text("")));
        assertThat(
                texts("#worth-opening").stream().filter(text -> text.startsWith(OverviewText.RISK.text(""))).toList())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aFindingShowsItsSentenceItsProofAndTheSessionIsOneClickAway() {
        TableView<Finding> table = findings();
        assertThat(table.getItems().getFirst().severity()).isEqualTo(Severity.HIGH);
        Finding finding = table.getItems().getFirst();
        Label why = robot.lookup("#finding-why").query();
        assertThat(why.getText()).isEqualTo(finding.why());
        TableView<Integer> proof = robot.lookup("#proof").query();
        assertThat(proof.getItems()).isEqualTo(finding.events());
        robot.interact(() -> {
            proof.getSelectionModel().select(1);
            proof.requestFocus();
        });
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.selection().event().get() == finding.events().get(1));
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
        assertThat(sample.workbench.selection().view().get().session()).isEqualTo(finding.sessionId());
        SampleWindow.await(() -> robot.lookup("#link-reason").tryQuery().isPresent());
        robot.clickOn("#page-findings");
        turnTo(1);
        robot.clickOn("#compare");
        TableView<Alike> victims = robot.lookup("#victims").query();
        SampleWindow.await(() -> !victims.getItems().isEmpty());
    }

    @Test
    void theSessionsTableBeginsWithTheHighestRiskAndExplainsIt() {
        robot.clickOn("#page-sessions");
        TreeTableView<?> table = robot.lookup("#sessions").query();
        SampleWindow.await(() -> !texts("#sessions").isEmpty() && table.getExpandedItemCount() > 100);
        int risk = sample.workbench.rules().detection().get().risk(sample.answers.aitmSession()).points();
        assertThat(risk).isGreaterThan(200);
        SampleWindow.await(() -> texts("#sessions").contains(Integer.toString(risk)));
        assertThat(texts("#sessions"))
                .anyMatch(text -> text.startsWith("Portal sign-in"));
        assertThat(table.getRoot().getChildren().getFirst().getValue().toString())
                .contains(sample.answers.aitmSession());
    }

    @Test
    void aRuleSwitchedOffFindsNothingAnyMoreAndSaysThatItIsOff() {
        TableView<Finding> table = findings();
        Finding first = table.getItems().getFirst();
        awaitRulesAfter(() -> robot.interact(() -> robot.lookup("#switch-off").queryButton().fire()));
        assertThat(table.getItems()).noneMatch(finding -> finding.rule().equals(first.rule()));
        turnTo(2);
        robot.clickOn("Impossible travel within one session");
        TextField speed = robot.lookup((Node node) -> node instanceof TextField field && "900".equals(field.getText()))
                .query();
        robot.interact(() -> speed.setText("fast"));
        robot.clickOn(speed).type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.problems.stream().anyMatch(problem -> problem.contains("fast")));
        SampleWindow.await(() -> texts("#rules").contains(FindingsText.STATE_OFF.text()));
        CheckBox on = robot.from(robot.lookup("#rules").queryAll()).lookup(".check-box").<CheckBox> queryAll().stream()
                .filter(box -> !box.isSelected()).findFirst()
                .orElseThrow();
        awaitRulesAfter(() -> robot.clickOn(on));
        assertThat(table.getItems()).anyMatch(finding -> finding.rule().equals(first.rule()));
    }

    @Test
    void sigmaRulesAreLoadedByTheMenuFindInTheCaseAndAreTakenOutAgain() throws IOException {
        TableView<Finding> table = findings();
        Path rules = Files.writeString(sample.folder.resolve("hiding.yml"), """
                title: Inbox rule of any kind
                logsource: {product: m365, service: audit}
                detection:
                    selection: {Operation: New-InboxRule}
                    condition: selection
                level: high
                ---
                title: Not for this program
                logsource: {product: m365, service: audit}
                detection:
                    selection: {Operation|near: New-InboxRule}
                    condition: selection
                """);
        sample.dialogs.files = List.of(rules);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        SampleWindow.await(
                () -> table.getItems().stream().anyMatch(finding -> finding.title().equals("Inbox rule of any kind")));
        assertThat(sample.said())
                .isEqualTo(FindingsText.SIGMA_LOADED_PARTLY.text(Count.FILES.of(1), Count.RULES.of(1)));
        TableView<?> list = robot.lookup("#rules").query();
        assertThat(list.isVisible()).isTrue();
        int last = list.getItems().size() - 1;
        assertThat(((TableColumn<?, ?>) list.getColumns().get(3)).getCellData(last).toString())
                .contains("near", "hiding.yml");
        robot.interact(() -> list.getSelectionModel().select(last));
        robot.interact(() -> robot.lookup("#remove-sigma").queryButton().fire());
        SampleWindow.await(
                () -> table.getItems().stream().noneMatch(finding -> finding.title().equals("Inbox rule of any kind")));
    }

}
