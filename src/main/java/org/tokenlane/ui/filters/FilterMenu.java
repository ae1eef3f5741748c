package org.tokenlane.ui.filters;

import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Background;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** Filters to begin with, and the case's own. Each narrows the session that is looked at, where there is one. */
final class FilterMenu extends MenuButton {

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final Background background;
    private final Dialogs dialogs;

    FilterMenu(Selection selection, Navigation navigation, Messages messages, Background background, Dialogs dialogs) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
        this.background = background;
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
        OpenCase open = selection.openCase().get();
        if (open == null) {
            return;
        }
        ReadyFilters.ALL.forEach((name, text) -> getItems().add(item(name.text(), text)));
        getItems().add(new SeparatorMenuItem());
        Map<String, String> saved = open.file().savedFilters();
        saved.forEach((name, text) -> getItems().add(item(name, text)));
        MenuItem save = Captions.action(FiltersText.SAVE, this::save);
        save.setDisable(selection.view().get().parts().isEmpty());
        getItems().add(save);
        if (!saved.isEmpty()) {
            Menu remove = Captions.menu(FiltersText.DELETE);
            saved.keySet()
                    .forEach(name -> remove.getItems().add(Captions.valueAction(name, () -> keep(name, null))));
            getItems().add(remove);
        }
    }

    private MenuItem item(String name, String text) {
        return Captions.valueAction(name, () -> apply(text));
    }

    /** A ready or saved filter takes the place of all but the session. */
    private void apply(String text) {
        try {
            String session = selection.view().get().session();
            ViewState wanted = ViewState.of(FilterParser.parse(text));
            ViewState view = session == null || wanted.session() != null ? ViewState.ALL : ViewState.ofSession(session);
            for (var part : wanted.parts()) {
                view = view.with(part);
            }
            navigation.go(view);
        } catch (FilterSyntaxException outdated) {
            messages.failed(FiltersText.OUTDATED, outdated);
        }
    }

    /** Asks for a name and keeps the filter under it. */
    void save() {
        if (selection.openCase().get() == null || selection.view().get().parts().isEmpty()) {
            messages.hint(FiltersText.NOTHING_TO_SAVE.with());
            return;
        }
        String name = dialogs.text(FiltersText.SAVE_TITLE.with(), FiltersText.SAVE_QUESTION.with());
        if (name != null && !name.isBlank()) {
            keep(name.strip(), selection.view().get().filter().toText());
        }
    }

    private void keep(String name, String text) {
        OpenCase open = selection.openCase().get();
        background.run(() -> {
            open.file().saveFilter(name, text);
            return name;
        }, done -> messages.info((text == null ? FiltersText.DELETED : FiltersText.SAVED).with(done)),
                failure -> messages.failed(FiltersText.NOT_SAVED, failure));
    }
}
