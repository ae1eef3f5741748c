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
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/**
 * Findings as a person meets them: on the first page, in their list with proof, as a session's risk, and the rules
 * switched off and tuned.
 */
@ExtendWith(ApplicationExtension.class)
class FindingsWindowTest {

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup((Node node) -> node instanceof Labeled)
                .<Labeled> queryAll().stream().filter(Node::isVisible)
                .map(Labeled::getText).filter(Objects::nonNull).toList();
    }

    private TableView<Finding> findings(FxRobot robot) {
        sample.withSampleCase();
        robot.clickOn("#page-findings");
        TableView<Finding> table = robot.lookup("#findings").query();
        SampleWindow.await(() -> !table.getItems().isEmpty());
        return table;
    }

    @Test
    void theFirstPageSaysWhichSessionIsLikelyAnAttackersWhyAndWhatSpeaksAgainstIt(FxRobot robot) {
        sample.withSampleCase();
        SampleWindow.await(() -> texts(robot, "#worth-opening").stream().anyMatch(text -> text.startsWith("risk ")));
        assertThat(texts(robot, "#worth-opening"))
                .contains("adela.novakova@contoso.example", "soren.ostergard@contoso.example")
                .anyMatch(text -> text.startsWith("Likely: ") && text.contains("203.0.113.77 (NL, AS64510)"))
                .anyMatch(text -> text.startsWith("Against it: "));
        assertThat(texts(robot, "#worth-opening").stream().filter(text -> text.startsWith("risk ")).toList())
                .hasSize(2);
    }

    @Test
    void aFindingShowsItsSentenceItsProofAndTheSessionIsOneClickAway(FxRobot robot) {
        TableView<Finding> table = findings(robot);
        assertThat(table.getItems().getFirst().severity()).isEqualTo(Severity.HIGH);
        robot.interact(() -> table.getSelectionModel().select(0));
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
        SampleWindow.await(() -> sample.workbench.event().get() == finding.events().get(1));
        assertThat(sample.workbench.page().get()).isEqualTo(Page.INVESTIGATE);
        assertThat(sample.workbench.view().get().session()).isEqualTo(finding.sessionId());
        SampleWindow.await(() -> robot.lookup("#link-reason").tryQuery().isPresent());
    }

    @Test
    void theListFollowsTheFilterAndSaysSo(FxRobot robot) {
        TableView<Finding> table = findings(robot);
        int all = table.getItems().size();
        robot.clickOn("#filter-user").write("soren.ostergard@contoso.example").type(KeyCode.ENTER);
        SampleWindow.await(() -> table.getItems().size() < all && !table.getItems().isEmpty());
        assertThat(table.getItems()).allMatch(finding -> "soren.ostergard@contoso.example".equals(finding.upn()));
        Label facts = robot.lookup("#findings-facts").query();
        assertThat(facts.getText()).contains(" of " + all + " on the filtered events");
    }

    @Test
    void theSessionsTableBeginsWithTheHighestRiskAndExplainsIt(FxRobot robot) {
        sample.withSampleCase();
        robot.clickOn("#page-sessions");
        TreeTableView<?> table = robot.lookup("#sessions").query();
        SampleWindow.await(() -> !texts(robot, "#sessions").isEmpty() && table.getExpandedItemCount() > 100);
        int risk = sample.workbench.detection().get().risk(sample.answers.aitmSession()).points();
        assertThat(risk).isGreaterThan(200);
        SampleWindow.await(() -> texts(robot, "#sessions").contains(Integer.toString(risk)));
        assertThat(texts(robot, "#sessions"))
                .anyMatch(text -> text.startsWith("Portal sign-in") && text.contains(" more"));
        assertThat(table.getRoot().getChildren().getFirst().getValue().toString())
                .contains(sample.answers.aitmSession());
    }

    @Test
    void aRuleSwitchedOffFindsNothingAnyMoreAndSaysThatItIsOff(FxRobot robot) {
        TableView<Finding> table = findings(robot);
        Finding first = table.getItems().getFirst();
        Detection before = sample.workbench.detection().get();
        robot.clickOn("Switch this rule off");
        SampleWindow.await(() -> sample.workbench.detection().get() != before);
        assertThat(table.getItems()).noneMatch(finding -> finding.rule().equals(first.rule()));
        robot.clickOn("Rules");
        SampleWindow.await(() -> texts(robot, "#rules").contains("switched off"));
        CheckBox on = robot.from(robot.lookup("#rules").queryAll()).lookup(".check-box").<CheckBox> queryAll().stream()
                .filter(box -> !box.isSelected()).findFirst()
                .orElseThrow();
        Detection off = sample.workbench.detection().get();
        robot.clickOn(on);
        SampleWindow.await(() -> sample.workbench.detection().get() != off);
        assertThat(table.getItems()).anyMatch(finding -> finding.rule().equals(first.rule()));
    }

    @Test
    void sigmaRulesAreLoadedByTheMenuFindInTheCaseAndAreTakenOutAgain(FxRobot robot) throws IOException {
        TableView<Finding> table = findings(robot);
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
                .isEqualTo("1 file of Sigma rules loaded; 1 rule in the case not supported, see the list.");
        TableView<?> list = robot.lookup("#rules").query();
        assertThat(list.isVisible()).isTrue();
        int last = list.getItems().size() - 1;
        assertThat(((javafx.scene.control.TableColumn<?, ?>) list.getColumns().get(3)).getCellData(last).toString())
                .contains("not evaluated: The modifier “near” is not supported (hiding.yml, line");
        robot.interact(() -> list.getSelectionModel().select(last));
        robot.interact(() -> robot.lookup("#remove-sigma").queryButton().fire());
        SampleWindow.await(
                () -> table.getItems().stream().noneMatch(finding -> finding.title().equals("Inbox rule of any kind")));
    }

    @Test
    void anAllowedNetworkIsNobodysAttackAndAWrongSettingIsToldInASentence(FxRobot robot) {
        TableView<Finding> table = findings(robot);
        robot.clickOn("Rules");
        TextField networks = robot.lookup("#allowed-networks").query();
        Detection before = sample.workbench.detection().get();
        robot.interact(() -> networks.setText("203.0.113.0/24"));
        robot.clickOn(networks).type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.detection().get() != before);
        assertThat(table.getItems()).noneMatch(finding -> finding.rule().equals("aitm-portal-then-elsewhere"));
        assertThat(sample.workbench.openCase().get().file().ruleSettings()).containsEntry("*",
                java.util.Map.of("networks", "203.0.113.0/24"));
        robot.clickOn("Impossible travel within one session");
        TextField speed = robot.lookup((Node node) -> node instanceof TextField field && "900".equals(field.getText()))
                .query();
        robot.interact(() -> speed.setText("fast"));
        robot.clickOn(speed).type(KeyCode.ENTER);
        assertThat(sample.problems).anyMatch(problem -> problem.contains("“fast”"));
    }

    @Test
    void sessionsLikeTheOneThatIsLookedAtAreListedWithWhatTheyHaveInCommon(FxRobot robot) {
        findings(robot);
        robot.interact(() -> sample.workbench.go(ViewState.ofSession(sample.answers.aitmSession())));
        robot.clickOn("Other victims").clickOn("#compare");
        TableView<Alike> victims = robot.lookup("#victims").query();
        SampleWindow.await(() -> !victims.getItems().isEmpty());
        assertThat(victims.getItems().getFirst().sessionId()).isEqualTo(sample.answers.deviceCodeSession());
        assertThat(texts(robot, "#victims")).anyMatch(text -> text.contains("python-requests"));
    }
}
