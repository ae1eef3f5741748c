package org.tokenlane.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Message;
import org.tokenlane.ui.state.Messages;

/** Says for a few seconds what was undone or done again, where it cannot be missed. */
final class Toast extends Label {

    private static final Duration SHOWN = Duration.seconds(5);

    Toast(Messages messages) {
        setId("toast");
        getStyleClass().add("toast");
        setMouseTransparent(true);
        setVisible(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 20, 48, 20));
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(event -> setVisible(false));
        messages.latest().addListener((property, before, now) -> {
            if (now != null && now.kind() == Message.Kind.TURNED) {
                Captions.set(this, now.text());
                setVisible(true);
                pause.playFromStart();
            }
        });
    }
}
