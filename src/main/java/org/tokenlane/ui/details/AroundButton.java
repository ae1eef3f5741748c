package org.tokenlane.ui.details;

import java.time.Duration;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Around;

/** Shows what happened around the selected event; the arrow offers other time spans, and the last one is kept. */
final class AroundButton extends SplitMenuButton {

    AroundButton(Around around, Dialogs dialogs) {
        setId("around");
        textProperty().bind(around.span().map(span -> DetailsText.AROUND.text(Durations.exact(span))));
        Captions.tip(this, DetailsText.AROUND_TIP, Shortcut.AROUND);
        setOnAction(event -> around.look());
        for (Duration usual : Around.USUAL) {
            getItems().add(Captions.action(DetailsText.AROUND, () -> around.look(usual), Durations.exact(usual)));
        }
        MenuItem other = Captions.action(DetailsText.AROUND_OTHER, () -> around.ask(dialogs));
        getItems().addAll(new SeparatorMenuItem(), other);
    }
}
