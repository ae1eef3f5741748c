package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.OriginPaints;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.timeline.TimelineText;
import org.tokenlane.ui.timeline.TimelineView;

/**
 * The picture of the swimlanes is what its model says: a mark of its origin's colour stands at the pixel where its time
 * and lane put it.
 */
class TimelinePictureTest {

    private static final double AXIS = TimelineView.corner().getY();
    private static final double GUTTER = TimelineView.corner().getX();
    /** The strip of the attack's moments at the lower edge, which covers what is under it. */
    private static final double MOMENTS = 18;

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

    private TimelineView attackersTimeline() {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        TimelineView view = robot.lookup(".timeline-view").query();
        robot.interact(() -> view.laneKey().set(org.tokenlane.timeline.LaneKey.WORKLOAD));
        SampleWindow.await(
                () -> view.model().timeline().get().origins().size() == 3 && view.model().scale().get().width() > 100);
        return view;
    }

    private static double middle(TimelineView view, int lane) {
        return AXIS + view.layoutOfLanes().top(lane, 0) + view.layoutOfLanes().height(lane) / 2;
    }

    private WritableImage picture() {
        Node canvas = robot.lookup("#timeline").query();
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = canvas.snapshot(null, null));
        return picture[0];
    }

    @Test
    void everyMarkInSightIsDrawnInTheColourOfItsOrigin() {
        TimelineView view = attackersTimeline();
        WritableImage picture = picture();
        Timeline timeline = view.model().timeline().get();
        TimelineScene scene = TimelineScene.of(timeline, view.model().scale().get(), 34,
                sample.workbench.selection().matching().get().set());
        OriginPaints paints = OriginPaints.of(sample.workbench.display().dark().get());
        int seen = 0;
        for (int mark = 0; mark < scene.size(); mark++) {
            double y = middle(view, scene.lane(mark));
            if (y + 4 > picture.getHeight() - MOMENTS || scene.matched(mark) == 0
                    || scene.kind(mark) == Lane.Mark.FAILURE
                    || scene.right(mark) - scene.left(mark) < 4) {
                continue;
            }
            int origin = 0;
            while (scene.ofOrigin(mark, origin) == 0) {
                origin++;
            }
            double x = GUTTER + (scene.count(mark) == 1 ? scene.middle(mark) : scene.left(mark) + 1.5);
            Color wanted = paints.color(timeline.style(origin));
            double nearest = 3;
            // dots and stripes leave gaps in what is not confirmed or not certain
            for (int i = 0; i < 9; i++) {
                nearest = Math.min(nearest, distance(
                        picture.getPixelReader().getColor((int) x - 1 + i % 3, (int) y - 1 + i / 3), wanted));
            }
            assertThat(nearest).as("mark " + mark + " at " + x + "," + y + " is not " + wanted).isLessThan(0.2);
            seen++;
        }
        assertThat(seen).isGreaterThan(15);
    }

    private static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }

    @Test
    void theLanesHaveAFrameOnlyWhileTheyHaveTheKeyboard() {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        Region lanes = robot.lookup("#timeline").query();
        SampleWindow.await(() -> lanes.getWidth() > 100);
        robot.interact(lanes::requestFocus);
        Color accent = Palette.of(sample.workbench.display().dark().get()).accent();
        SampleWindow.await(() -> corner(lanes).equals(accent));
        robot.interact(() -> robot.lookup("#filter").query().requestFocus());
        SampleWindow.await(() -> !corner(lanes).equals(accent));
    }

    private static Color corner(Region lanes) {
        return lanes.snapshot(null, null).getPixelReader().getColor(0, 0);
    }

    @Test
    void wAndSZoomAtThePointerAndAAndDMoveAlongTheAxis() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        robot.moveTo(canvas.localToScreen(GUTTER + 200, AXIS + 10));
        robot.interact(canvas::requestFocus);
        TimeScale whole = view.model().scale().get();
        long under = whole.time(200);
        robot.type(KeyCode.W, 3);
        TimeScale near = view.model().scale().get();
        assertThat(near.nanosPerPixel()).isLessThan(whole.nanosPerPixel());
        assertThat(near.x(under)).as("what is under the pointer stays there").isBetween(198.0, 202.0);
        robot.type(KeyCode.D);
        TimeScale right = view.model().scale().get();
        assertThat(right.start()).isGreaterThan(near.start());
        assertThat(right.nanosPerPixel()).isEqualTo(near.nanosPerPixel());
        robot.type(KeyCode.A);
        assertThat(view.model().scale().get().start()).isEqualTo(near.start());
        robot.type(KeyCode.S);
        assertThat(view.model().scale().get().nanosPerPixel()).isGreaterThan(near.nanosPerPixel());
        TextField typed = robot.lookup("#filter").query();
        TimeScale before = view.model().scale().get();
        robot.clickOn(typed).write("wasd");
        assertThat(typed.getText()).isEqualTo("wasd");
        assertThat(view.model().scale().get()).isEqualTo(before);
        robot.interact(typed::clear);
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheSelectedEventOfALane() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        int event = view.model().timeline().get().lanes().getFirst().events()[0];
        List<Point2D> asked = new ArrayList<>();
        List<Point2D> expected = new ArrayList<>();
        EventHandler<ContextMenuEvent> note = menu -> {
            asked.add(new Point2D(menu.getX(), menu.getY()));
            // the details slide in meanwhile, and the lanes get narrower
            long time = sample.workbench.selection().openCase().get().events().time(event);
            expected.add(new Point2D(GUTTER + view.model().scale().get().x(time), middle(view, 0)));
        };
        canvas.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, note);
        robot.interact(() -> {
            sample.workbench.selection().event().set(event);
            canvas.requestFocus();
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        SampleWindow.await(() -> robot.listWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.type(KeyCode.ESCAPE);
        canvas.removeEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, note);
        assertThat(asked).singleElement()
                .satisfies(place -> assertThat(place.distance(expected.getFirst())).isLessThan(1));
    }

    @Test
    void theWheelZoomsAtThePointerAndFShowsAllAgain() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        TimeScale whole = view.model().scale().get();
        Point2D pointer = canvas.localToScreen(GUTTER + 200, AXIS + 10);
        long under = whole.time(200);
        robot.moveTo(pointer).scroll(3, javafx.geometry.VerticalDirection.UP);
        SampleWindow.await(() -> view.model().scale().get().nanosPerPixel() < whole.nanosPerPixel());
        assertThat(view.model().scale().get().x(under)).isBetween(198.0, 202.0);
        Timeline timeline = view.model().timeline().get();
        assertThat(view.model().scale().get().start()).isGreaterThan(timeline.first());
        robot.push(KeyCode.ALT, KeyCode.T).type(KeyCode.F);
        SampleWindow.await(() -> view.model().scale().get().start() < timeline.first()
                && view.model().scale().get().end() > timeline.last());
    }

    @Test
    void aStretchDraggedWithShiftBecomesTheFilter() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        TimeScale scale = view.model().scale().get();
        double y = AXIS + 12;
        // the headless platform's robot does not tell the shift key to the mouse
        robot.interact(() -> {
            canvas.fireEvent(shifted(MouseEvent.MOUSE_PRESSED, canvas.localToScene(GUTTER + 100, y)));
            canvas.fireEvent(shifted(MouseEvent.MOUSE_DRAGGED, canvas.localToScene(GUTTER + 140, y)));
            canvas.fireEvent(shifted(MouseEvent.MOUSE_DRAGGED, canvas.localToScene(GUTTER + 180, y)));
            canvas.fireEvent(shifted(MouseEvent.MOUSE_RELEASED, canvas.localToScene(GUTTER + 180, y)));
        });
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().size() == 3);
        Filter.TimeFrom from = (Filter.TimeFrom) sample.workbench.selection().view().get().parts().get(1);
        assertThat(from.nanos()).isBetween(scale.time(97), scale.time(103));
        assertThat(view.model().timeline().get().events().length).as("the lanes still show the whole session")
                .isGreaterThan(100);
    }

    private static MouseEvent shifted(EventType<MouseEvent> type, Point2D point) {
        return new MouseEvent(type, point.getX(), point.getY(), point.getX(), point.getY(), MouseButton.PRIMARY, 1,
                true, false, false, false, true, false, false, false,
                false, false, null);
    }

    @Test
    void aClickSelectsTheEventOfAMarkAndADoubleClickItsToken() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        TimelineScene scene = TimelineScene.of(view.model().timeline().get(), view.model().scale().get(), 34,
                sample.workbench.selection().matching().get().set());
        int single = -1;
        for (int mark = 0; mark < scene.size() && single < 0; mark++) {
            single = scene.count(mark) == 1 && scene.lane(mark) == 1 ? mark : -1;
        }
        int event = scene.events(single)[0];
        Point2D point = canvas.localToScreen(GUTTER + scene.middle(single), middle(view, 1));
        robot.clickOn(point);
        SampleWindow.await(() -> sample.workbench.selection().event().get() == event);
        assertThat(canvas.getAccessibleText()).contains("selected").contains("3 origins");
        // the details are open now, and the lanes narrower
        SampleWindow.await(() -> robot.lookup("#details-drawer").tryQuery().isPresent());
        robot.interact(() -> canvas.getScene().getRoot().layout());
        robot.doubleClickOn(canvas.localToScreen(GUTTER + view.model().scale().get()
                .x(sample.workbench.selection().openCase().get().events().time(event)), middle(view, 1)));
        SampleWindow.await(() -> sample.workbench.selection().view().get().token() != null);
        assertThat(sample.workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }

    @Test
    void aRightClickOnALaneOffersWhatItsEventsHaveInCommon() {
        TimelineView view = attackersTimeline();
        Region canvas = robot.lookup("#timeline").query();
        robot.rightClickOn(canvas.localToScreen(60, middle(view, 1)));
        robot.clickOn("Filter out “Exchange”");
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().size() == 2);
        assertThat(sample.workbench.selection().view().get().parts().get(1))
                .isEqualTo(new Filter.Not(new Filter.FieldIs(FilterField.WORKLOAD, List.of("Exchange"))));
    }

    @Test
    void detailsSlideInWithASelectionAndTheTimelineCanHaveThePageAlone() {
        TimelineView view = attackersTimeline();
        assertThat(robot.lookup("#details-drawer").tryQuery()).isEmpty();
        int event = view.model().timeline().get().events()[0];
        robot.interact(() -> sample.workbench.selection().event().set(event));
        SampleWindow.await(() -> robot.lookup("#details-drawer").tryQuery().isPresent());
        robot.clickOn("#pin-details");
        robot.interact(() -> sample.workbench.selection().event().set(-1));
        assertThat(robot.lookup("#details-drawer").tryQuery()).as("pinned").isPresent();
        robot.clickOn("#close-details");
        SampleWindow.await(() -> robot.lookup("#details-drawer").tryQuery().isEmpty());
        robot.doubleClickOn((Node node) -> node instanceof Label label && label.getStyleClass().contains("pane-title")
                && label.getParent().getParent().getParent() == view);
        SampleWindow.await(() -> robot.lookup("#events").tryQuery().isEmpty());
        assertThat(view.alone().get()).isTrue();
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> robot.lookup("#events").tryQuery().isPresent());
    }

    @Test
    void aPictureWithTheStoryIsSavedWithTwoClicks() throws Exception {
        attackersTimeline();
        sample.dialogs.fileToWrite = sample.folder.resolve("attack.png");
        robot.clickOn("#picture").clickOn(TimelineText.SAVE_SCREEN.text());
        SampleWindow.await(() -> java.nio.file.Files.exists(sample.folder.resolve("attack.png")));
        java.awt.image.BufferedImage picture = javax.imageio.ImageIO.read(sample.folder.resolve("attack.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1_920);
        assertThat(picture.getHeight()).isEqualTo(1_080);
    }

    @Test
    void whatAShortcutLeadsToIsSeenAlsoWhereTheTimelineHadThePageAlone() {
        TimelineView view = attackersTimeline();
        robot.interact(() -> view.alone().set(true));
        SampleWindow.await(() -> robot.lookup("#events").tryQuery().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        SampleWindow.await(() -> robot.lookup("#find").tryQuery().map(Node::isFocused).orElse(false));
        assertThat(view.alone().get()).isFalse();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> view.alone().set(true));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        SampleWindow.await(() -> robot.lookup("#filter").tryQuery().map(Node::isFocused).orElse(false));
        assertThat(view.alone().get()).isFalse();
    }
}
