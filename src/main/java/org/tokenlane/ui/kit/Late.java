package org.tokenlane.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** True a moment after something became true, so that what is over at once does not flicker. */
public final class Late {

    private static final Duration MOMENT = Duration.millis(100);

    private Late() {
    }

    public static ReadOnlyBooleanProperty of(ObservableBooleanValue value) {
        ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();
        PauseTransition pause = new PauseTransition(MOMENT);
        pause.setOnFinished(event -> late.set(value.get()));
        value.addListener((property, before, now) -> {
            if (now) {
                pause.playFromStart();
            } else {
                pause.stop();
                late.set(false);
            }
        });
        return late.getReadOnlyProperty();
    }
}
