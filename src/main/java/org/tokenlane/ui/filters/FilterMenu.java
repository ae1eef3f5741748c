package org.tokenlane.ui.filters;

import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Filters to begin with, and the case's own. Each narrows the session that is looked at, where there is one. */
final class FilterMenu extends MenuButton {

    private final Workbench workbench;
    private final Dialogs dialogs;

    FilterMenu(Workbench workbench, Dialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        setId("filter-menu");
        setGraphic(new FontIcon("bi-star"));
        setTooltip(new Tooltip("Ready and saved filters"));
        setMinWidth(USE_PREF_SIZE);
        setOnShowing(event -> fill());
        getItems().add(new MenuItem(""));
    }

    private void fill() {
        getItems().clear();
        OpenCase open = workbench.openCase().get();
        if (open == null) {
            return;
        }
        ReadyFilters.ALL.forEach((name, text) -> getItems().add(item(name, text)));
        getItems().add(new SeparatorMenuItem());
        Map<String, String> saved = open.file().savedFilters();
        saved.forEach((name, text) -> getItems().add(item(name, text)));
        MenuItem save = new MenuItem("Save this filter…");
        save.setDisable(workbench.view().get().parts().isEmpty());
        save.setOnAction(event -> save());
        getItems().add(save);
        if (!saved.isEmpty()) {
            Menu remove = new Menu("Take out");
            saved.keySet().forEach(name -> {
                MenuItem item = new MenuItem(name);
                item.setMnemonicParsing(false);
                item.setOnAction(event -> keep(name, null));
                remove.getItems().add(item);
            });
            getItems().add(remove);
        }
    }

    private MenuItem item(String name, String text) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> apply(text));
        return item;
    }

    /** A ready or saved filter takes the place of all but the session. */
    private void apply(String text) {
        try {
            String session = workbench.view().get().session();
            ViewState wanted = ViewState.of(FilterParser.parse(text));
            ViewState view = session == null || wanted.session() != null ? ViewState.ALL : ViewState.ofSession(session);
            for (var part : wanted.parts()) {
                view = view.with(part);
            }
            workbench.go(view);
        } catch (FilterSyntaxException outdated) {
            workbench.problem().set("The saved filter is not understood any more: " + outdated.getMessage());
        }
    }

    /** Asks for a name and keeps the filter under it. */
    void save() {
        if (workbench.openCase().get() == null || workbench.view().get().parts().isEmpty()) {
            workbench.problem().set("There is no filter to save.");
            return;
        }
        String name = dialogs.text("Save this filter", "Its name:");
        if (name != null && !name.isBlank()) {
            keep(name.strip(), workbench.view().get().filter().toText());
        }
    }

    private void keep(String name, String text) {
        OpenCase open = workbench.openCase().get();
        workbench.background().run(() -> {
            open.file().saveFilter(name, text);
            return name;
        }, done -> workbench.problem().set(text == null ? "" : "Saved as “" + done + "”."),
                failure -> workbench.problem().set(failure.getMessage()));
    }
}
