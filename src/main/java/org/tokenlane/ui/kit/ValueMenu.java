package org.tokenlane.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.EntityQueries;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** What a right click on any value offers. */
public final class ValueMenu {

    private static final int MOST_VALUES = 30;

    private ValueMenu() {
    }

    /**
     * @param field
     *            the filter's field that the value is of, or null where there is none; then it can be copied only
     */
    public static ContextMenu of(ValueActions actions, @Nullable FilterField field, String value) {
        return field == null ? of(actions, (Filter) null, value) : of(actions, field, value, null);
    }

    /** With the menu at whose place a card is to be shown, null for the menu itself. */
    private static ContextMenu of(ValueActions actions, FilterField field, String value,
            @Nullable ContextMenu shownAt) {
        ContextMenu menu = of(actions, new Filter.FieldIs(field, List.of(value)), value);
        ContextMenu at = shownAt == null ? menu : shownAt;
        int copy = menu.getItems().size() - 2;
        if (field == FilterField.SESSION) {
            menu.getItems().set(copy - 1, Captions.action(KitText.OPEN_SESSION, () -> actions.investigate(value)));
        }
        if (EntityQueries.hasFacts(field)) {
            menu.getItems().add(copy,
                    Captions.action(KitText.CARD,
                            () -> actions.showCard(field, value, at.getAnchorX(), at.getAnchorY())));
        }
        if (field == FilterField.SESSION || field == FilterField.TOKEN) {
            menu.getItems().add(Captions.action(KitText.COPY_KQL, () -> actions.kql(field, value, ValueMenu::copy)));
        }
        if (actions.canMark(field, value)) {
            menu.getItems().add(copy, Captions.action(KitText.MARK, () -> actions.mark(field, value)));
        }
        return menu;
    }

    /**
     * @param is
     *            what chooses the events with the value, or null where nothing does
     */
    public static ContextMenu of(ValueActions actions, @Nullable Filter is, String value) {
        ContextMenu menu = new ContextMenu();
        if (is != null) {
            menu.getItems().addAll(Captions.action(KitText.FILTER_TO, () -> actions.narrow(is), shown(value)),
                    Captions.action(KitText.FILTER_OUT, () -> actions.narrow(new Filter.Not(is)), shown(value)),
                    Captions.action(KitText.EVERYTHING_WITH, () -> actions.only(is), shown(value)),
                    Captions.action(KitText.ITS_SESSIONS, () -> actions.sessionsWith(is)),
                    new SeparatorMenuItem());
        }
        menu.getItems().add(Captions.action(KitText.COPY, () -> copy(value)));
        return menu;
    }

    /** As {@link #of(ValueActions, FilterField, String)}; of several values, each has a menu of its own. */
    public static ContextMenu ofEach(ValueActions actions, FilterField field, List<String> values) {
        return ofEach(actions, values.stream().map(value -> new Filter.FieldIs(field, List.of(value))).toList());
    }

    /**
     * As {@link #of(ValueActions, FilterField, String)} for the first value of each; of several, each has a menu of its
     * own.
     */
    public static ContextMenu ofEach(ValueActions actions, List<Filter.FieldIs> each) {
        if (each.size() == 1) {
            return of(actions, each.getFirst().field(), each.getFirst().values().getFirst());
        }
        ContextMenu menu = new ContextMenu();
        for (Filter.FieldIs is : each.subList(0, Math.min(MOST_VALUES, each.size()))) {
            String value = is.values().getFirst();
            Menu one = Captions.valueMenu(KitText.QUOTED.text(shown(value)));
            one.getItems().addAll(List.copyOf(of(actions, is.field(), value, menu).getItems()));
            menu.getItems().add(one);
        }
        menu.getItems().addAll(new SeparatorMenuItem(),
                Captions.action(KitText.COPY_ALL,
                        () -> copy(each.stream().map(is -> is.values().getFirst()).collect(Collectors.joining("\n")))));
        return menu;
    }

    /**
     * @param nanos
     *            nanoseconds since 1970, UTC
     * @param shown
     *            the time as it is shown
     */
    public static ContextMenu ofTime(ValueActions actions, long nanos, String shown) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(Captions.action(KitText.FROM_TIME, () -> actions.narrow(new Filter.TimeFrom(nanos))),
                Captions.action(KitText.UP_TO_TIME, () -> actions.narrow(new Filter.TimeBefore(nanos + 1))),
                new SeparatorMenuItem(), Captions.action(KitText.COPY, () -> copy(shown)));
        return menu;
    }

    private static String shown(String value) {
        String line = Texts.oneLine(value);
        return line.length() > 48 ? line.substring(0, 47) + "…" : line;
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
