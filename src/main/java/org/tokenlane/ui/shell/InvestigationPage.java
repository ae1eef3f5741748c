package org.tokenlane.ui.shell;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.Settings;

/**
 * The page with the timeline on its full width over the tabs. The details of what is selected slide in from the right,
 * and stay where they are pinned. The timeline can have the page alone.
 */
final class InvestigationPage extends BorderPane {

    private static final String LANES = "split.lanes";
    private static final String DETAILS = "split.right";
    private static final String PINNED = "details.pinned";
    private static final double TWO_THIRDS = 0.66;
    private static final Duration SLIDE = Duration.millis(140);
    private static final Duration DOUBLE_CLICK = Duration.millis(320);

    private final Selection selection;
    private final BooleanProperty alone;
    private final BooleanProperty reducedMotion;
    private final Node tabs;
    private final SplitPane down;
    private final SplitPane across;
    private final VBox drawer;
    private final ToggleButton pin = Captions.iconToggle("bi-pin-angle", ShellText.PIN_DETAILS);
    private final PauseTransition opening = new PauseTransition(DOUBLE_CLICK);
    /** Whether the details of what is selected were closed by giving the page to the timeline. */
    private boolean dismissed;
    private double lanes;
    private double right;

    /**
     * @param alone
     *            whether nothing but the timeline is shown
     * @param reducedMotion
     *            whether details are there at once instead of sliding in
     */
    InvestigationPage(Selection selection, BooleanProperty alone, Node crumbs, Region timeline, Node tabs,
            Region details, Settings settings, BooleanProperty reducedMotion) {
        this.reducedMotion = reducedMotion;
        this.selection = selection;
        this.alone = alone;
        this.tabs = tabs;
        lanes = settings.number(LANES, TWO_THIRDS);
        right = settings.number(DETAILS, 0.72);
        pin.setId("pin-details");
        pin.setSelected(settings.text(PINNED, "false").equals("true"));
        down = new SplitPane(timeline, tabs);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(lanes);
        drawer = new VBox(drawerBar(), details);
        drawer.setId("details-drawer");
        VBox.setVgrow(details, Priority.ALWAYS);
        across = new SplitPane(down);
        SplitPane.setResizableWithParent(drawer, false);
        setTop(crumbs);
        setCenter(across);
        // lanes that move under the pointer would make a double click miss
        opening.setOnFinished(event -> arrange());
        selection.event().addListener((property, before, now) -> {
            dismissed = false;
            if (now.intValue() >= 0 && before.intValue() < 0) {
                opening.playFromStart();
            } else if (opening.getStatus() != Animation.Status.RUNNING || now.intValue() < 0) {
                arrange();
            }
        });
        pin.selectedProperty().addListener((property, before, now) -> arrange());
        alone.addListener((property, before, now) -> {
            dismissed = now;
            arrange();
        });
        arrange();
    }

    private HBox drawerBar() {
        Button close = Captions.iconButton("bi-x", ShellText.CLOSE_DETAILS);
        close.setId("close-details");
        close.setOnAction(event -> {
            pin.setSelected(false);
            selection.event().set(-1);
        });
        pin.getStyleClass().addAll("flat", "small");
        close.getStyleClass().addAll("flat", "small");
        HBox bar = new HBox(2, pin, close);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.setPadding(new Insets(2, 4, 0, 4));
        return bar;
    }

    /** Shows what is to be seen now. */
    private void arrange() {
        boolean open = selection.event().get() >= 0 && !dismissed || pin.isSelected() && !alone.get();
        boolean shown = across.getItems().contains(drawer);
        if (shown && !open) {
            right = across.getDividerPositions()[0];
            across.getItems().remove(drawer);
        } else if (open && !shown) {
            across.getItems().add(drawer);
            across.setDividerPositions(right);
            slideIn();
        }
        boolean both = down.getItems().contains(tabs);
        if (alone.get() && both) {
            lanes = down.getDividerPositions()[0];
            down.getItems().remove(tabs);
        } else if (!alone.get() && !both) {
            down.getItems().add(tabs);
            down.setDividerPositions(lanes);
        }
        getTop().setVisible(!alone.get());
        getTop().setManaged(!alone.get());
    }

    private void slideIn() {
        if (!reducedMotion.get()) {
            TranslateTransition slide = new TranslateTransition(SLIDE, drawer);
            slide.setFromX(80);
            slide.setToX(0);
            slide.play();
        }
    }

    /** Notes how the page is arranged. */
    void remember(Settings settings) {
        if (down.getItems().contains(tabs)) {
            lanes = down.getDividerPositions()[0];
        }
        if (across.getItems().contains(drawer)) {
            right = across.getDividerPositions()[0];
        }
        settings.put(LANES, lanes);
        settings.put(DETAILS, right);
        settings.put(PINNED, pin.isSelected());
    }
}
