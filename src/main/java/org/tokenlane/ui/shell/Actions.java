package org.tokenlane.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;

/**
 * Everything that can be done, each with an entry in a menu and a shortcut; the menus and the sheet of shortcuts are
 * made from it.
 */
final class Actions {

    /** What a menu shows. */
    private sealed interface Entry {

        TextKey menu();
    }

    /**
     * What can be done.
     *
     * @param shortcut
     *            null where there is none
     */
    private record Action(TextKey menu, Text text, @Nullable Shortcut shortcut, Runnable run) implements Entry {
    }

    /** A line between two actions. */
    private record Line(TextKey menu) implements Entry {
    }

    private final List<Entry> all = new ArrayList<>();

    void add(TextKey menu, TextKey text, Shortcut shortcut, Runnable run) {
        all.add(new Action(menu, text.with(), shortcut, run));
    }

    /** An action without a shortcut. */
    void add(TextKey menu, Text text, Runnable run) {
        all.add(new Action(menu, text, null, run));
    }

    /** A line between the menu's entries. */
    void separate(TextKey menu) {
        all.add(new Line(menu));
    }

    /** The menus, in their order. */
    List<TextKey> menus() {
        return all.stream().map(Entry::menu).distinct().toList();
    }

    /** What the shortcuts of a menu do, in the menu's order. */
    Map<Shortcut, Text> shortcuts(TextKey menu) {
        Map<Shortcut, Text> shortcuts = new LinkedHashMap<>();
        for (Entry entry : all) {
            if (entry instanceof Action action && action.menu() == menu && action.shortcut() != null) {
                shortcuts.put(action.shortcut(), action.text());
            }
        }
        return shortcuts;
    }

    MenuBar menuBar() {
        MenuBar bar = new MenuBar();
        for (TextKey name : menus()) {
            Menu menu = Captions.menu(name);
            all.stream().filter(entry -> entry.menu() == name).map(Actions::item).forEach(menu.getItems()::add);
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static MenuItem item(Entry entry) {
        return switch (entry) {
        case Line line -> new SeparatorMenuItem();
        case Action action -> item(action);
        };
    }

    private static MenuItem item(Action action) {
        MenuItem item = Captions.action(action.text(), action.run());
        if (action.shortcut() != null) {
            item.setAccelerator(action.shortcut().keys());
        }
        return item;
    }
}
