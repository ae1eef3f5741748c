package org.tokenlane.ui.details;

import java.time.Duration;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Workbench;

/** Looks around the selected event; how far is chosen behind the arrow and kept. */
final class AroundButton extends SplitMenuButton {

    AroundButton(Workbench workbench, Dialogs dialogs) {
        Around around = workbench.around();
        setId("around");
        textProperty().bind(around.span().map(span -> "±" + Durations.exact(span)));
        setTooltip(new Tooltip("Everything of this user as long before and after (Ctrl+R)"));
        setOnAction(event -> around.look());
        for (Duration usual : Around.USUAL) {
            getItems().add(ValueMenu.item("±" + Durations.exact(usual), () -> around.look(usual)));
        }
        MenuItem other = ValueMenu.item("Another length…", () -> around.ask(dialogs));
        getItems().addAll(new SeparatorMenuItem(), other);
    }
}
