package org.tokenlane.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/**
 * All that can be done, each with a menu entry and a shortcut; the menus and the sheet of shortcuts are made from it.
 */
final class Actions {

    /**
     * An action.
     *
     * @param keys
     *            as JavaFX spells them, such as {@code Shortcut+K}; empty where another action of the menu has the keys
     */
    record Action(String menu, String text, String keys, Runnable run) {
    }

    private final List<Action> all = new ArrayList<>();

    void add(String menu, String text, String keys, Runnable run) {
        all.add(new Action(menu, text, keys, run));
    }

    /** A line between the menu's entries. */
    void separate(String menu) {
        all.add(new Action(menu, "", "", null));
    }

    List<Action> all() {
        return all.stream().filter(action -> action.run() != null).toList();
    }

    MenuBar menus() {
        MenuBar bar = new MenuBar();
        for (Action action : all) {
            Menu menu = bar.getMenus().stream().filter(known -> known.getText().equals(action.menu())).findFirst()
                    .orElseGet(() -> {
                        Menu made = new Menu(action.menu());
                        bar.getMenus().add(made);
                        return made;
                    });
            if (action.run() == null) {
                menu.getItems().add(new SeparatorMenuItem());
            } else {
                MenuItem item = new MenuItem(action.text());
                if (!action.keys().isEmpty()) {
                    item.setAccelerator(KeyCombination.valueOf(action.keys()));
                }
                item.setOnAction(event -> action.run().run());
                menu.getItems().add(item);
            }
        }
        return bar;
    }
}
