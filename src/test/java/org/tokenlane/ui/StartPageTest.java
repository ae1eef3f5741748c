package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Page;

/** The first page: what is known in a sentence whose numbers lead to what they count, the map, the evidence. */
class StartPageTest {

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

    private List<Hyperlink> known() {
        return List
                .copyOf(robot.from(robot.lookup("#known").queryAll()).lookup((Node node) -> node instanceof Hyperlink)
                        .<Hyperlink> queryAll());
    }

    private void follow(String words) {
        Hyperlink link = known().stream().filter(one -> one.getText().equals(words)).findFirst().orElseThrow();
        robot.interact(link::fire);
    }

    @Test
    void theNumbersOfTheSentenceLeadToWhatTheyCount() {
        SampleWindow.await(() -> sample.workbench.answers().answers().get() != null && !known().isEmpty());
        Answers answers = sample.workbench.answers().answers().get();
        int events = answers.incident().events().cardinality();
        follow(Count.EVENTS.of(events));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length == events);
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
        sample.reset();
        follow(Count.MAIL_ITEMS.of(answers.exposure().mailItems().size() + answers.exposure().unnamedItems()));
        assertThat(sample.workbench.navigation().tab().get()).isEqualTo(InvestigationTab.EXPOSURE);
        assertThat(sample.workbench.selection().view().get().parts()).containsExactly(
                new Filter.FieldIs(FilterField.SESSION, answers.incident().sessions()));
        sample.reset();
        follow(Count.SESSIONS.of(answers.incident().sessions().size()));
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.SESSIONS);
    }

    /** Sections side by side are as high as the higher of them, whatever their texts were wrapped to before. */
    private void pairsAreAsHighAsTheirContents() {
        List<HBox> pairs = robot.lookup((Node node) -> node instanceof HBox both
                && both.getChildren().stream().anyMatch(one -> one.getStyleClass().contains("card"))).<HBox> queryAll()
                .stream().toList();
        assertThat(pairs).isNotEmpty().allSatisfy(both -> assertThat(both.getHeight()).isCloseTo(
                both.getChildren().stream().mapToDouble(one -> ((Region) one).prefHeight(((Region) one).getWidth()))
                        .max().orElseThrow(),
                within(1.0)));
    }

    @Test
    void sectionsSideBySideAreAsHighAsTheHigherOfThem() {
        SampleWindow.await(() -> robot.lookup("#case-map").tryQuery().isPresent());
        pairsAreAsHighAsTheirContents();
    }

    @Test
    void aWideWindowHasTwoColumns() {
        SampleWindow.await(() -> robot.lookup("#case-map").tryQuery().isPresent());
        Node answers = robot.lookup("#answers").query();
        assertThat(answers.getParent()).isNotInstanceOf(HBox.class);
        robot.interact(() -> sample.stage.setWidth(1920));
        try {
            SampleWindow.await(() -> answers.getParent() instanceof HBox && answers.getBoundsInParent().getMinX() > 700
                    && answers.localToScene(answers.getBoundsInLocal()).getMaxX() > 1750);
            pairsAreAsHighAsTheirContents();
        } finally {
            robot.interact(() -> sample.stage.setWidth(SampleWindow.WIDTH));
        }
        SampleWindow.await(() -> !(robot.lookup("#answers").query().getParent() instanceof HBox));
    }

    @Test
    void theSentenceIsThereAsSoonAsTheQuestionsAreAnswered() {
        SampleWindow.await(() -> sample.workbench.answers().answers().get() != null && !known().isEmpty());
        boolean[] together = { true };
        int[] changes = { 0 };
        ChangeListener<Object> watch = (property, before, now) -> {
            changes[0]++;
            together[0] &= (now != null) == !known().isEmpty();
        };
        robot.interact(() -> sample.workbench.answers().answers().addListener(watch));
        robot.interact(() -> sample.workbench.rules().detect());
        SampleWindow.await(() -> changes[0] > 0 && sample.workbench.answers().answers().get() != null);
        robot.interact(() -> sample.workbench.answers().answers().removeListener(watch));
        assertThat(together[0]).isTrue();
    }

    @Test
    void aClickOnTheMapShowsTheUsersEventsOfThatTime() {
        SampleWindow.await(() -> robot.lookup("#case-map .clickable").tryQuery().isPresent());
        Node strip = robot.lookup("#case-map .clickable").query();
        robot.interact(() -> strip.fireEvent(click(1)));
        SampleWindow.await(() -> sample.workbench.navigation().page().get() == Page.INVESTIGATE);
        assertThat(sample.workbench.selection().view().get().parts().getFirst()).isInstanceOf(Filter.FieldIs.class);
        assertThat(sample.workbench.selection().matching().get().events()).isNotEmpty();
    }

    private static javafx.scene.input.MouseEvent click(double x) {
        return new javafx.scene.input.MouseEvent(javafx.scene.input.MouseEvent.MOUSE_CLICKED, x, 5, x, 5,
                javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false,
                true, null);
    }

    @Test
    void theEvidenceIsListedFromAnywhereAndTheCaseIsVerified() {
        robot.interact(() -> sample.workbench.navigation().page().set(Page.FINDINGS));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D).release(KeyCode.D, KeyCode.SHIFT, KeyCode.CONTROL);
        TableView<?> files = robot.lookup("#evidence-files").query();
        SampleWindow.await(() -> files.getItems().size() == sample.answers.files().size());
        robot.clickOn("#evidence-verify");
        SampleWindow.await(() -> robot.lookup("#evidence-result .intact").tryQuery().isPresent());
        assertThat(robot.from(robot.lookup("#evidence-files").<Node> query())
                .lookup((Node node) -> node instanceof Labeled labeled && labeled.getText() != null
                        && labeled.getText().matches("[0-9a-f]{64}"))
                .tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(files.getParent().isVisible()).isTrue();
        assertThat(robot.lookup("#evidence-close").tryQuery().map(node -> node.getScene() != null
                && isShown(node)).orElse(false)).isFalse();
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.FINDINGS);
    }

    @Test
    void theTourOfTheSampleCaseLeadsToTheAttackersSessionAndEndsOnEscape() {
        robot.interact(sample.window::beginTour);
        SampleWindow.await(() -> robot.lookup("#tour-note").tryQuery().map(StartPageTest::isShown).orElse(false));
        robot.clickOn("#tour-next");
        SampleWindow.await(() -> sample.workbench.navigation().page().get() == Page.INVESTIGATE);
        robot.clickOn("#tour-next");
        robot.clickOn("#tour-next");
        SampleWindow.await(() -> sample.workbench.selection().event().get() >= 0);
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> !isShown(robot.lookup("#tour").query()));
        assertThat(sample.workbench.selection().event().get()).as("the selection stays").isNotNegative();
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
