package org.tokenlane.ui.tour;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.WrappedLabel;

/** A note beside what a step of the tour is about, with a frame around that; the window can be used meanwhile. */
public final class TourView extends Pane {

    private static final double WIDTH = 340;
    private static final double GAP = 12;

    private final Tour tour;
    private final Region frame = new Region();
    private final VBox note = new VBox(8);
    private final Button next = Captions.button(TourText.NEXT);
    /** What is shown moves while pages are laid out. */
    private final AnimationTimer follow = new AnimationTimer() {
        @Override
        public void handle(long now) {
            place();
        }
    };

    public TourView(Tour tour) {
        this.tour = tour;
        setId("tour");
        setPickOnBounds(false);
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        note.getStyleClass().addAll("search-box", "tour-note");
        note.setId("tour-note");
        note.setPadding(new Insets(14));
        note.setManaged(false);
        next.setId("tour-next");
        next.setOnAction(event -> tour.next());
        getChildren().addAll(frame, note);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                tour.end();
                event.consume();
            }
        });
        ChangeListener<Number> turn = (property, before, now) -> show(now.intValue());
        tour.at().addListener(turn);
        show(tour.at().get());
    }

    private void show(int step) {
        setVisible(step != Tour.NOWHERE);
        if (step == Tour.NOWHERE) {
            follow.stop();
            return;
        }
        Tour.Step now = tour.steps().get(step);
        boolean last = step == tour.steps().size() - 1;
        Captions.set(next, last ? TourText.DONE : TourText.NEXT);
        next.setDefaultButton(true);
        Button back = Captions.button(TourText.BACK);
        back.setId("tour-back");
        back.setDisable(step == 0);
        back.setOnAction(event -> tour.back());
        Hyperlink skip = Captions.link(TourText.SKIP);
        skip.setId("tour-skip");
        skip.setVisible(!last);
        skip.setOnAction(event -> tour.end());
        Label of = Captions.muted(TourText.OF, step + 1, tour.steps().size());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, of, skip, gap, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        List.of(of, skip, back, next).forEach(control -> control.setMinWidth(USE_PREF_SIZE));
        Label heading = Captions.heading(now.title());
        heading.setWrapText(true);
        note.getChildren().setAll(heading, new WrappedLabel(now.words().with()), buttons);
        place();
        follow.start();
        next.requestFocus();
    }

    /** Puts the frame around what the step is about and the note beside it; in the middle where that is not shown. */
    private void place() {
        if (getScene() == null || tour.at().get() == Tour.NOWHERE) {
            return;
        }
        // in some languages what the buttons say needs more
        double width = Math.max(WIDTH, note.minWidth(USE_COMPUTED_SIZE));
        double height = note.prefHeight(width);
        Bounds target = target(tour.steps().get(tour.at().get()).target());
        frame.setVisible(target != null);
        double x = (getWidth() - width) / 2;
        double y = (getHeight() - height) / 2;
        if (target != null) {
            frame.resizeRelocate(target.getMinX() - 3, target.getMinY() - 3, target.getWidth() + 6,
                    target.getHeight() + 6);
            if (target.getMinX() - width - 2 * GAP > 0) {
                x = target.getMinX() - width - GAP;
                y = target.getMinY();
            } else if (target.getMaxX() + width + 2 * GAP < getWidth()) {
                x = target.getMaxX() + GAP;
                y = target.getMinY();
            } else if (target.getMaxY() + height + 2 * GAP < getHeight()) {
                x = target.getMinX();
                y = target.getMaxY() + GAP;
            } else if (target.getMinY() - height - 2 * GAP > 0) {
                x = target.getMinX();
                y = target.getMinY() - height - GAP;
            } else {
                x = target.getMaxX() - width - GAP;
                y = target.getMaxY() - height - GAP;
            }
        }
        note.resizeRelocate(Math.clamp(x, GAP, Math.max(GAP, getWidth() - width - GAP)),
                Math.clamp(y, GAP, Math.max(GAP, getHeight() - height - GAP)), width, height);
    }

    /** Where a node is in the window, as far as it is in sight; null where it is not. */
    private @Nullable Bounds target(String selector) {
        for (Node node : getScene().getRoot().lookupAll(selector)) {
            if (isShown(node)) {
                Bounds place = sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double left = Math.max(0, place.getMinX());
                double top = Math.max(0, place.getMinY());
                double right = Math.min(getWidth(), place.getMaxX());
                double bottom = Math.min(getHeight(), place.getMaxY());
                if (right - left > 1 && bottom - top > 1) {
                    return new BoundingBox(left, top, right - left, bottom - top);
                }
            }
        }
        return null;
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
