package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.AuditKind;
import org.tokenlane.timeline.CaseOrigins;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.timeline.TimelineText;
import org.tokenlane.ui.timeline.TimelineView;
import org.tokenlane.ui.tokens.TokensText;

/** The way from the opened case to the attacker's session, its tokens and a record's proof, as a person goes it. */
class InvestigationTest {

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

    private void investigateAttacker() {
        // the page is filled again when the answers are there, with the attacker's accounts first
        SampleWindow.await(() -> sample.workbench.answers().answers().get() != null
                && robot.lookup("#known .hyperlink").tryQuery().isPresent());
        assertThat(texts("#worth-opening")).contains("adela.novakova@contoso.example");
        robot.clickOn(robot.from(robot.lookup("#case-map").queryAll()).lookup("adela.novakova@contoso.example")
                .<Node> query());
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500
                && robot.lookup("#tokens").tryQuery().isPresent());
    }

    @Test
    void fromTheFirstPageOverATokenToAnOperationAndTheRecordThatProvesIt() {
        investigateAttacker();
        assertThat(sample.workbench.selection().view().get().session()).isEqualTo(sample.answers.aitmSession());
        assertThat(texts("#tokens")).contains(
                TokensText.OPERATIONS_OF_EVENTS.text(Count.OPERATIONS.of(59), Count.EVENTS.of(60)),
                TokensText.SESSION.text(Texts.shortId(sample.answers.aitmSession())));
        assertThat(texts(".timeline-view")).anyMatch(text -> text.contains("AS64510") && text.contains("NL"))
                .anyMatch(text -> text.contains("python-requests"));
        assertThat(texts("#breadcrumbs")).anyMatch(text -> text.startsWith("adela.novakova@contoso.example"));
        robot.push(KeyCode.ALT, KeyCode.K);
        TreeView<?> tree = robot.lookup("#tokens").query();
        SampleWindow.await(tree::isFocused);
        clickInTree(tree, TokensText.OPERATIONS_OF_EVENTS.text(Count.OPERATIONS.of(59), Count.EVENTS.of(60)));
        SampleWindow.await(() -> sample.workbench.selection().view().get().token() != null);
        assertThat(sample.workbench.selection().view().get().token()).isEqualTo(sample.answers.exchangeToken());
        SampleWindow.await(() -> operations() == 59);
        TreeItem<?> token = tree.getSelectionModel().getSelectedItem();
        robot.interact(() -> token.setExpanded(true));
        clickInTree(tree, "New-InboxRule");
        robot.push(KeyCode.ALT, KeyCode.E);
        TableView<Integer> events = robot.lookup("#events").query();
        SampleWindow.await(() -> events.getItems().size() == 1);
        assertThat(texts("#chips")).anyMatch(text -> text.equals("op:New-InboxRule"));
        robot.interact(() -> events.getSelectionModel().select(0));
        SampleWindow.await(() -> robot.lookup("#link-reason").tryQuery().isPresent());
        Label reason = robot.lookup("#link-reason").query();
        assertThat(reason.getText()).contains(LinkRule.UTI_GIVEN.words());
        assertThat(texts("#details")).contains("Session ID", sample.answers.aitmSession())
                .anyMatch(text -> text.contains("SHA-256"));
        Node record = robot.lookup("#details").lookup(".tab").nth(1).query();
        robot.clickOn(record);
        Set<String> marked = robot.lookup(".raw-id").<Label> queryAll().stream().map(Label::getText)
                .collect(Collectors.toSet());
        assertThat(marked).contains(sample.answers.aitmSession());
        robot.clickOn("#back");
        SampleWindow.await(() -> operations() == 59);
        robot.push(KeyCode.ALT, KeyCode.V);
        TableView<?> values = robot.lookup("#values").query();
        SampleWindow.await(() -> values.getItems().size() == 1);
        assertThat(texts("#values")).contains("203.0.113.200");
    }

    /** Scrolls through the tree until a row with the text is in sight, and clicks on it. */
    private void clickInTree(TreeView<?> tree, String text) {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            int at = row;
            robot.interact(() -> tree.scrollTo(at));
            Node found = robot.from(tree).lookup(text).tryQuery().orElse(null);
            if (found != null && tree.localToScene(tree.getBoundsInLocal())
                    .contains(found.localToScene(found.getBoundsInLocal()))) {
                robot.clickOn(found);
                return;
            }
        }
        throw new AssertionError("no row with " + text);
    }

    private long operations() {
        var events = sample.workbench.selection().openCase().get().events();
        return java.util.Arrays.stream(sample.workbench.selection().matching().get().events())
                .filter(event -> events.kind(event).isOperation()).count();
    }

    @Test
    void theFilterIsSetByFieldsChipsLanguageAndMenu() {
        robot.clickOn("#page-investigate");
        robot.clickOn("#filter-user").write("adela.novakova@contoso.example").type(KeyCode.ENTER);
        robot.clickOn("#filter-ip").write("203.0.113.0/24").type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().size() == 2
                && sample.workbench.selection().matching().get().events().length < 400);
        var events = sample.workbench.selection().openCase().get().events();
        int[] found = sample.workbench.selection().matching().get().events();
        assertThat(found.length).isGreaterThan(100);
        for (int event : found) {
            assertThat(events.text(EventField.UPN, event)).isEqualTo("adela.novakova@contoso.example");
            assertThat(events.text(EventField.IP, event)).startsWith("203.0.113.");
        }
        Node remove = robot.lookup("#chips").lookup(".chip-remove").nth(1).query();
        robot.clickOn(remove);
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length > found.length);
        assertThat(texts("#chips")).contains("upn:adela.novakova@contoso.example")
                .noneMatch(text -> text.startsWith("ip:"));
        robot.clickOn("#filter").write("opp:x").type(KeyCode.ENTER);
        Label mistake = robot.lookup("#filter-mistake").query();
        SampleWindow.await(mistake::isVisible);
        assertThat(mistake.getText()).contains("opp").contains("op");
        TextField field = robot.lookup("#filter").query();
        assertThat(field.getSelectedText()).isEqualTo("opp");
        robot.interact(field::clear);
        robot.clickOn("#filter-menu").clickOn("Inbox rules and forwarding");
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 100);
        String ready = sample.workbench.selection().view().get().filter().toText();
        robot.clickOn("#filter-menu").clickOn("Save this filter…");
        SampleWindow.await(() -> sample.saidKey().equals("FiltersText.saved"));
        Node only = robot.lookup("#chips").lookup(".chip-remove").nth(0).query();
        robot.clickOn(only);
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().isEmpty());
        robot.clickOn("#filter-menu").clickOn("my own");
        SampleWindow.await(() -> sample.workbench.selection().view().get().filter().toText().equals(ready));
        robot.clickOn("#filter-user").write("a").type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().size() == 2);
        robot.clickOn("#clear-filter");
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().isEmpty());
    }

    @Test
    void theSessionsPageOpensASessionByKeyboardAlone() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        TreeTableView<?> sessions = robot.lookup("#sessions").query();
        SampleWindow.await(() -> sessions.getExpandedItemCount() == sample.workbench.selection()
                .openCase().get().sessions().size() && sessions.isFocused());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.navigation().page().get() == Page.INVESTIGATE
                && sample.workbench.selection().view().get().session() != null);
        robot.push(KeyCode.ALT, KeyCode.T);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.HOME);
        SampleWindow.await(() -> sample.workbench.selection().event().get() >= 0);
        int first = sample.workbench.selection().event().get();
        robot.type(KeyCode.RIGHT);
        SampleWindow.await(() -> sample.workbench.selection().event().get() > first);
    }

    @Test
    void theThemeSwitches() {
        boolean before = sample.workbench.display().dark().get();
        robot.clickOn("#theme");
        SampleWindow.await(() -> sample.workbench.display().dark().get() != before);
        assertThat(sample.stage.getScene().getRoot().getStyleClass()).contains(before ? "light" : "dark");
    }

    @Test
    void anOriginIsTakenApartByHandNamedAndPutTogetherAgain() {
        investigateAttacker();
        TimelineView view = robot.lookup(".timeline-view").query();
        SampleWindow.await(() -> view.model().timeline().get().origins().size() == 3);
        int whole = view.model().timeline().get().origins().get(1).events();
        robot.interact(() -> view.laneKey().set(org.tokenlane.timeline.LaneKey.WORKLOAD));
        SampleWindow.await(() -> view.model().timeline().get().lanes().stream()
                .anyMatch(lane -> lane.name().equals("SharePoint")));
        int[] events = view.model().timeline().get().lanes().stream().filter(lane -> lane.name().equals("SharePoint"))
                .findFirst().orElseThrow().events();
        robot.interact(() -> sample.workbench.selection().event().set(events[0]));
        CaseOrigins before = sample.workbench.answers().origins().get();
        robot.push(new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN));
        robot.clickOn((Node node) -> node instanceof Label label
                && label.getText().startsWith(TimelineText.SPLIT_TOKEN.text("")));
        // the legend is filled again as soon as it is known how the new origin is drawn
        SampleWindow.await(() -> view.model().timeline().get().origins().size() == 4
                && sample.workbench.answers().origins().get() != before
                && isDrawn(view.model().timeline().get(), sample.workbench.answers().origins().get()));
        var people = view.model().timeline().get().origins();
        assertThat(
                people.stream().filter(person -> person.name().contains("token ")).findFirst().orElseThrow().events())
                .isEqualTo(24);
        assertThat(people.stream().mapToInt(person -> person.events()).sum())
                .isEqualTo(people.get(0).events() + whole + 32);
        assertThat(sample.workbench.selection().openCase().get().file().auditTrail().entries().getLast().kind())
                .isEqualTo(AuditKind.ORIGIN_SPLIT);
        robot.clickOn(robot.lookup(".legend").<Label> queryAll().stream()
                .filter(label -> label.getText().contains("token ")).findFirst().orElseThrow());
        robot.clickOn(TimelineText.UNDO_SPLIT.text());
        SampleWindow.await(() -> view.model().timeline().get().origins().size() == 3);
        assertThat(view.model().timeline().get().origins().get(1).events()).isEqualTo(whole);
    }

    private static boolean isDrawn(Timeline timeline, CaseOrigins as) {
        return timeline.lanes().stream().allMatch(lane -> IntStream.range(0, lane.events().length)
                .allMatch(i -> timeline.style(lane.origins()[i]).equals(as.style(lane.events()[i]))));
    }

    @Test
    void aPastedRequestIdLeadsToTheTokenThatItsSignInIssued() {
        String requestId = Uti.of(sample.answers.exchangeToken()).toRequestId();
        TextField box = robot.lookup("#paste").query();
        robot.interact(() -> box.setText("RequestId: " + requestId));
        robot.clickOn(box).type(KeyCode.ENTER);
        SampleWindow.await(() -> !texts("#search-results").isEmpty());
        robot.type(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> ((TextField) sample.stage.getScene().getFocusOwner()).setText(requestId));
        SampleWindow.await(() -> texts("#search-results").contains(sample.answers.exchangeToken()));
        robot.type(KeyCode.ENTER);
        SampleWindow
                .await(() -> sample.answers.exchangeToken().equals(sample.workbench.selection().view().get().token()));
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }
}
