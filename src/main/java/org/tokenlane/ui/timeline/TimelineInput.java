package org.tokenlane.ui.timeline;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.timeline.LaneLayout;
import org.tokenlane.timeline.Moment;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.MenuKey;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** Mouse and keys over the lanes. */
final class TimelineInput {

    private static final double STEP = 1.25;
    private static final double PAN = 60;
    private static final double CLICK = 3;

    private final TimelineCanvas canvas;
    private final Selection selection;
    private final Navigation navigation;
    private final TimelineViewModel model;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private boolean ranging;
    private double hoverX = -1;
    private Filter.@Nullable FieldIs chosenLane;

    TimelineInput(TimelineCanvas canvas, Selection selection, Navigation navigation, TimelineViewModel model) {
        this.canvas = canvas;
        this.selection = selection;
        this.navigation = navigation;
        this.model = model;
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(event -> {
            hoverX = -1;
            canvas.hoverHead(-1);
            canvas.explain(-1, -1, 0, 0);
        });
        canvas.setOnScroll(this::scroll);
        canvas.setOnKeyPressed(this::key);
        canvas.setOnContextMenuRequested(this::menu);
        MenuKey.place(canvas, this::placeOfSelected);
        Markable.offer(canvas, this::marked);
        selection.event().addListener((property, before, now) -> chosenLane = null);
        selection.matching().addListener((property, before, now) -> chosenLane = null);
        model.laneKey().addListener((property, before, now) -> chosenLane = null);
    }

    private static double lanesX(double x) {
        return x - TimelinePainter.GUTTER;
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        chosenLane = null;
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        dragged = false;
        ranging = event.isShiftDown() && event.getButton() == MouseButton.PRIMARY;
        canvas.explain(-1, -1, 0, 0);
        event.consume();
    }

    private void drag(MouseEvent event) {
        dragged |= Math.abs(event.getX() - pressedX) > CLICK || Math.abs(event.getY() - pressedY) > CLICK;
        if (!dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (ranging) {
            canvas.showRange(new double[] { lanesX(pressedX), lanesX(event.getX()) });
        } else {
            canvas.setCursor(Cursor.CLOSED_HAND);
            model.moveBy(lastX - event.getX());
            canvas.scrollBy(lastY - event.getY());
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void release(MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
        if (ranging) {
            canvas.showRange(null);
            if (dragged) {
                model.filterTo(model.scale().get().time(lanesX(pressedX)),
                        model.scale().get().time(lanesX(event.getX())));
            }
        } else if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            click(event);
        }
        ranging = false;
    }

    /** A single mark's event is selected; of several the first, and a double click takes the view to them. */
    private void click(MouseEvent event) {
        if (event.getX() < TimelinePainter.GUTTER) {
            head(event.getX(), canvas.laneAt(event.getY()));
            return;
        }
        int mark = canvas.markAt(event.getX(), event.getY());
        if (mark < 0) {
            Moment moment = canvas.momentAt(event.getX());
            if (moment != null) {
                model.select(moment);
            }
            return;
        }
        int[] events = canvas.scene().events(mark);
        boolean twice = event.getClickCount() == 2;
        if (twice && events.length > 1) {
            model.zoomAt(lanesX(event.getX()), 0.2);
        } else if (twice) {
            model.openToken(events[0]);
        } else {
            selection.event().set(events[0]);
        }
    }

    /** The triangle collapses a lane, the pin keeps it above; a click on the rest selects the lane's first event. */
    private void head(double x, int lane) {
        if (lane < 0) {
            return;
        }
        if (x < HeadPainter.COLLAPSE) {
            model.collapse(lane);
        } else if (x > TimelinePainter.GUTTER - HeadPainter.PIN) {
            model.pin(lane);
        } else {
            selection.event().set(model.timeline().get().lanes().get(lane).events()[0]);
            chosenLane = model.commonTo(lane);
        }
    }

    /** What keys for marks apply to: the lane whose head was clicked last, where it is a token, session or the like. */
    private @Nullable MarkSubject marked() {
        return chosenLane == null || chosenLane.values().size() != 1 ? null
                : MarkSubject.value(chosenLane.field(), chosenLane.values().getFirst());
    }

    /**
     * The values of a single mark's event, else what the lane has in common: to filter by, to leave out, to look at
     * everywhere.
     */
    private void menu(ContextMenuEvent event) {
        int mark = canvas.markAt(event.getX(), event.getY());
        if (mark >= 0 && canvas.scene().count(mark) == 1) {
            List<Filter.FieldIs> values = model.valuesOf(canvas.scene().events(mark)[0]);
            if (!values.isEmpty()) {
                ValueMenu.ofEach(navigation, values).show(canvas, event.getScreenX(), event.getScreenY());
                event.consume();
                return;
            }
        }
        int lane = canvas.laneAt(event.getY());
        Filter.FieldIs common = lane < 0 ? null : model.commonTo(lane);
        ContextMenu menu = common == null ? new ContextMenu()
                : ValueMenu.of(navigation, common.field(), common.values().getFirst());
        if (lane >= 0) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(Captions.action(TimelineText.PIN_LANE, () -> model.pin(lane)),
                    Captions.action(TimelineText.COLLAPSE_LANE, () -> model.collapse(lane)));
            menu.show(canvas, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** Where the selected event is drawn; at the head of its lane where it is out of sight. */
    private @Nullable Point2D placeOfSelected() {
        OpenCase open = selection.openCase().get();
        int event = selection.event().get();
        int lane = open == null || event < 0 ? -1 : model.timeline().get().laneOf(event);
        if (open == null || lane < 0) {
            return null;
        }
        double x = model.scale().get().x(open.events().time(event));
        return new Point2D(x < 0 || x > model.scale().get().width() ? TimelinePainter.GUTTER / 2
                : TimelinePainter.GUTTER + x, canvas.middleOf(lane));
    }

    private void hover(MouseEvent event) {
        hoverX = event.getX();
        canvas.hoverHead(hoverX < TimelinePainter.GUTTER ? canvas.laneAt(event.getY()) : -1);
        int mark = canvas.markAt(event.getX(), event.getY());
        canvas.setCursor(mark < 0 && canvas.momentAt(event.getX()) == null ? Cursor.DEFAULT : Cursor.HAND);
        canvas.explain(mark, event.getX(), event.getScreenX(), event.getScreenY());
    }

    private void scroll(ScrollEvent event) {
        if (event.getX() < TimelinePainter.GUTTER || event.isControlDown()) {
            canvas.scrollBy(-event.getDeltaY());
        } else if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.moveBy(-event.getDeltaX());
        } else if (event.getDeltaY() != 0) {
            model.zoomAt(lanesX(event.getX()), event.getDeltaY() > 0 ? 1 / STEP : STEP);
        }
        event.consume();
    }

    /** Zooming by key stays at the pointer where that is over the lanes. */
    private double pointer(double otherwise) {
        return hoverX < TimelinePainter.GUTTER ? otherwise : lanesX(hoverX);
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double middle = model.scale().get().width() / 2;
        switch (event.getCode()) {
        case RIGHT -> {
            if (event.isShiftDown()) {
                model.moveBy(PAN);
            } else {
                model.step(1);
            }
        }
        case LEFT -> {
            if (event.isShiftDown()) {
                model.moveBy(-PAN);
            } else {
                model.step(-1);
            }
        }
        case UP -> canvas.scrollBy(-LaneLayout.LEAST);
        case DOWN -> canvas.scrollBy(LaneLayout.LEAST);
        case HOME -> model.stepToEnd(false);
        case END -> model.stepToEnd(true);
        case PLUS, ADD, EQUALS -> model.zoomAt(middle, 1 / STEP);
        case MINUS, SUBTRACT -> model.zoomAt(middle, STEP);
        case F -> model.fit();
        case W -> model.zoomAt(pointer(middle), 1 / STEP);
        case S -> model.zoomAt(pointer(middle), STEP);
        case A -> model.moveBy(-PAN);
        case D -> model.moveBy(PAN);
        case ENTER -> {
            if (selection.event().get() >= 0) {
                model.openToken(selection.event().get());
            }
        }
        default -> {
            return;
        }
        }
        event.consume();
    }
}
