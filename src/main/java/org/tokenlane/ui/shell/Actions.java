package org.tokenlane.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;

/**
 * Everything that can be done, each with an entry in a menu and a shortcut; the menus and the sheet of shortcuts are
 * made from it.
 */
final class Actions {

    /**
     * An action, or a line between two.
     *
     * @param shortcut
     *            null where another action of the menu has the keys
     * @param run
     *            null for a line
     */
    record Action(TextKey menu, Text text, Shortcut shortcut, Runnable run) {
    }

    private final List<Action> all = new ArrayList<>();

    void add(TextKey menu, TextKey text, Shortcut shortcut, Runnable run) {
        all.add(new Action(menu, text.with(), shortcut, run));
    }

    /** An action without a shortcut. */
    void add(TextKey menu, Text text, Runnable run) {
        all.add(new Action(menu, text, null, run));
    }

    /** A line between the menu's entries. */
    void separate(TextKey menu) {
        all.add(new Action(menu, null, null, null));
    }

    /** The menus, in their order. */
    List<TextKey> menus() {
        return all.stream().map(Action::menu).distinct().toList();
    }

    /** The actions of a menu that have a shortcut. */
    List<Action> withShortcut(TextKey menu) {
        return all.stream().filter(action -> action.menu() == menu && action.shortcut() != null).toList();
    }

    MenuBar menuBar() {
        MenuBar bar = new MenuBar();
        for (TextKey name : menus()) {
            Menu menu = Captions.menu(name);
            all.stream().filter(action -> action.menu() == name).map(Actions::item).forEach(menu.getItems()::add);
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static MenuItem item(Action action) {
        if (action.run() == null) {
            return new SeparatorMenuItem();
        }
        MenuItem item = Captions.action(action.text(), action.run());
        if (action.shortcut() != null) {
            item.setAccelerator(action.shortcut().keys());
        }
        return item;
    }
}
