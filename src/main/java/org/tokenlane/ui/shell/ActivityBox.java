package org.tokenlane.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Late;
import org.tokenlane.ui.state.Activities;
import org.tokenlane.ui.state.Activity;

/** What the analyst waits for, how far it is, and a button to stop it. */
final class ActivityBox extends HBox {

    private final Activities activities;
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final Label what = new Label();
    private Subscription following = Subscription.EMPTY;
    private final ProgressBar share = new ProgressBar();
    private final Button stop = Captions.button(ShellText.STOP);

    /**
     * @param here
     *            whether this is the place where it is shown now
     */
    ActivityBox(Activities activities, String id, ObservableBooleanValue here) {
        super(6);
        this.activities = activities;
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        share.setPrefWidth(90);
        share.setMinWidth(30);
        what.setMinWidth(USE_PREF_SIZE);
        stop.setId(id + "-stop");
        stop.getStyleClass().addAll("flat", "small");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(event -> {
            Activity now = activities.shown().get();
            if (now != null) {
                now.stop();
            }
        });
        getChildren().addAll(share, what, stop);
        visibleProperty().bind(Bindings.and(Late.of(waiting), here));
        managedProperty().bind(visibleProperty());
        activities.shown().addListener((property, before, now) -> show(now));
        show(activities.shown().get());
    }

    private void show(@Nullable Activity now) {
        waiting.set(now != null);
        share.progressProperty().unbind();
        following.unsubscribe();
        if (now != null) {
            stop.setVisible(now.canBeStopped());
            following = now.shown().subscribe(text -> Captions.set(what, text));
            share.progressProperty().bind(now.share());
        }
    }
}
