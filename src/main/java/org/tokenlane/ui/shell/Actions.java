package org.tokenlane.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.search.Command;
import org.tokenlane.ui.search.SearchText;

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
     * @param within
     *            the menu in the menu that it is in; null where it is in the menu itself
     * @param shortcut
     *            null where there is none
     * @param needsCase
     *            whether it is possible in an open case only
     */
    private record Action(TextKey menu, @Nullable TextKey within, Text text, @Nullable Shortcut shortcut,
            boolean needsCase, Runnable run) implements Entry {
    }

    /** A menu in a menu. */
    private record Submenu(TextKey menu, Menu inside) implements Entry {
    }

    /** A line between two actions. */
    private record Line(TextKey menu) implements Entry {
    }

    private final List<Entry> all = new ArrayList<>();
    private final Map<TextKey, Runnable> showing = new HashMap<>();
    private final Map<TextKey, MenuItem> items = new HashMap<>();
    private final Map<TextKey, BooleanProperty> pointless = new HashMap<>();
    private @Nullable TextKey within;

    void add(TextKey menu, TextKey text, Shortcut shortcut, Runnable run) {
        all.add(new Action(menu, within, text.with(), shortcut, true, run));
    }

    /** An action without a shortcut. */
    void add(TextKey menu, Text text, Runnable run) {
        all.add(new Action(menu, within, text, null, true, run));
    }

    /** An action that is possible without a case too. */
    void always(TextKey menu, TextKey text, @Nullable Shortcut shortcut, Runnable run) {
        all.add(new Action(menu, within, text.with(), shortcut, false, run));
    }

    void submenu(TextKey menu, Menu inside) {
        all.add(new Submenu(menu, inside));
    }

    /**
     * A menu in a menu, so that the menu fits on small screens.
     *
     * @param entries
     *            adds what it has
     */
    void within(TextKey menu, TextKey name, Runnable entries) {
        if (within != null) {
            throw new IllegalStateException(menu + " has menus of one level only");
        }
        within = name;
        entries.run();
        within = null;
    }

    /** Is run whenever the menu is about to be shown. */
    void onShowing(TextKey menu, Runnable listener) {
        showing.put(menu, listener);
    }

    /** The entry of an action in the menus that were made last. */
    @Nullable
    MenuItem entry(TextKey text) {
        return items.get(text);
    }

    /**
     * Greys the entry of an action that would do nothing, for as long as the menu is open; its shortcut still works when it
     * is closed, as something may be there to do by then.
     */
    void grey(TextKey text, boolean nothingToDo) {
        pointless(text).set(nothingToDo);
    }

    private BooleanProperty pointless(TextKey text) {
        return pointless.computeIfAbsent(text, entry -> new SimpleBooleanProperty());
    }

    /** What can be done, for the search. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Entry entry : all) {
            if (entry instanceof Action action) {
                commands.add(new Command(SearchText.COMMAND, action.text().toString(),
                        action.shortcut() == null ? action.menu().text()
                                : ShellText.ENTRY_WITH_KEY.text(action.menu().text(), action.shortcut()),
                        action.run()));
            }
        }
        return commands;
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

    /**
     * @param noCase
     *            whether no case is open
     */
    MenuBar menuBar(ObservableBooleanValue noCase) {
        MenuBar bar = new MenuBar();
        for (TextKey name : menus()) {
            Menu menu = Captions.menu(name);
            Map<TextKey, Menu> inside = new HashMap<>();
            for (Entry entry : all) {
                if (entry.menu() == name) {
                    menuOf(entry, menu, inside).getItems().add(item(entry, noCase));
                }
            }
            menu.setOnShowing(event -> showing.getOrDefault(name, () -> {
            }).run());
            menu.setOnHidden(event -> pointless.values().forEach(each -> each.set(false)));
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static Menu menuOf(Entry entry, Menu menu, Map<TextKey, Menu> inside) {
        if (!(entry instanceof Action action) || action.within() == null) {
            return menu;
        }
        return inside.computeIfAbsent(action.within(), name -> {
            Menu made = Captions.menu(name);
            menu.getItems().add(made);
            return made;
        });
    }

    private MenuItem item(Entry entry, ObservableBooleanValue noCase) {
        return switch (entry) {
        case Line line -> new SeparatorMenuItem();
        case Submenu submenu -> submenu.inside();
        case Action action -> item(action, noCase);
        };
    }

    private MenuItem item(Action action, ObservableBooleanValue noCase) {
        Shortcut key = action.shortcut();
        // a key alone is a letter while somebody types, so it cannot be an accelerator: see MarkKeys
        MenuItem item = key != null && key.isPlain()
                ? Captions.action(ShellText.ENTRY_WITH_KEY.with(action.text(), key), action.run())
                : Captions.action(action.text(), action.run());
        items.put(action.text().key(), item);
        if (action.needsCase()) {
            item.disableProperty().bind(Bindings.or(noCase, pointless(action.text().key())));
        }
        if (key != null && !key.isPlain()) {
            item.setAccelerator(key.keys());
        }
        return item;
    }
}
