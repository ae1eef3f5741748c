package org.tokenlane.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** What a right click on any value offers. */
public final class ValueMenu {

    private ValueMenu() {
    }

    /**
     * @param field
     *            the filter's field that the value is of, or null where there is none
     * @param narrow
     *            takes what the filter is to be narrowed by
     * @param only
     *            takes what is to be the whole filter
     */
    public static ContextMenu of(FilterField field, String value, Consumer<Filter> narrow, Consumer<Filter> only) {
        ContextMenu menu = new ContextMenu();
        if (field != null) {
            Filter is = new Filter.FieldIs(field, List.of(value));
            menu.getItems().addAll(item("Filter to " + shown(value), () -> narrow.accept(is)),
                    item("Filter out " + shown(value), () -> narrow.accept(new Filter.Not(is))),
                    item("Everything with " + shown(value), () -> only.accept(is)), new SeparatorMenuItem());
        }
        menu.getItems().add(item("Copy", () -> copy(value)));
        return menu;
    }

    private static String shown(String value) {
        String line = Texts.oneLine(value);
        return "“" + (line.length() > 48 ? line.substring(0, 47) + "…" : line) + "”";
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
