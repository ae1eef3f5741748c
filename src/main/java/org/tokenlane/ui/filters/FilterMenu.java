package org.tokenlane.ui.filters;

import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.job.Runner;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** Filters to begin with, and the case's own. Each narrows the session that is looked at, where there is one. */
final class FilterMenu extends MenuButton {

    private final Selection selection;
    private final Messages messages;
    private final FilterMenuViewModel model;
    private final Dialogs dialogs;

    FilterMenu(Selection selection, Navigation navigation, Marking marking, Messages messages, Runner background,
            Dialogs dialogs) {
        this.selection = selection;
        this.messages = messages;
        this.model = new FilterMenuViewModel(selection, navigation, marking, messages, background);
        this.dialogs = dialogs;
        setId("filter-menu");
        setGraphic(new FontIcon("bi-star"));
        Captions.tip(this, FiltersText.MENU_TIP);
        setMinWidth(USE_PREF_SIZE);
        setOnShowing(event -> fill());
        getItems().add(new MenuItem());
    }

    private void fill() {
        getItems().clear();
        if (selection.openCase().get() == null) {
            return;
        }
        ReadyFilters.ALL.forEach((name, text) -> getItems().add(item(name.text(), text)));
        getItems().add(new SeparatorMenuItem());
        Map<String, String> saved = model.saved().get();
        saved.forEach((name, text) -> getItems().add(item(name, text)));
        MenuItem save = Captions.action(FiltersText.SAVE, this::save);
        save.setDisable(selection.view().get().parts().isEmpty());
        getItems().add(save);
        if (!saved.isEmpty()) {
            Menu remove = Captions.menu(FiltersText.DELETE);
            saved.keySet()
                    .forEach(name -> remove.getItems().add(Captions.valueAction(name, () -> model.remove(name))));
            getItems().add(remove);
        }
    }

    private MenuItem item(String name, String text) {
        return Captions.valueAction(name, () -> model.apply(text));
    }

    /** Asks for a name and keeps the filter under it. */
    void save() {
        if (!model.canSave()) {
            messages.hint(FiltersText.NOTHING_TO_SAVE.with());
            return;
        }
        String name = dialogs.text(FiltersText.SAVE_TITLE.with(), FiltersText.SAVE_QUESTION.with());
        if (name != null && !name.isBlank()) {
            model.save(name.strip());
        }
    }
}
