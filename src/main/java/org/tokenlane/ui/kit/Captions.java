package org.tokenlane.ui.kit;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;

/**
 * Puts texts of the catalogue on controls, and values of the case: the one place that hands strings to controls, so
 * that no sentence hides in a view. Numbers among the arguments get thousands separators.
 */
public final class Captions {

    /** The font of tables' headers, and what stands beside the name: edges and the arrow of the order. */
    private static final TextWidths HEADER = new TextWidths(Font.font(null, FontWeight.BOLD, -1));
    private static final double HEADER_EDGES = 24;

    private Captions() {
    }

    public static Label label(TextKey key, Object... arguments) {
        return new Label(key.text(arguments));
    }

    /** A label that shows a value of the case as it is. */
    public static Label valueLabel(String value) {
        return new Label(value);
    }

    public static Label label(Text text) {
        return new Label(text.toString());
    }

    /** A label above a group of things. */
    public static Label heading(TextKey key, Object... arguments) {
        return styled(label(key, arguments), "section-title");
    }

    /** The title of a pane that lies over the window. */
    public static Label paneTitle(TextKey key, Object... arguments) {
        return styled(label(key, arguments), "pane-title");
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        return label;
    }

    /** A text without a control's frame that shows a value of the case as it is. */
    public static javafx.scene.text.Text valueText(String value) {
        return new javafx.scene.text.Text(value);
    }

    /** A label in the muted style, for hints and names beside values. */
    public static Label muted(TextKey key, Object... arguments) {
        return styled(label(key, arguments), "muted");
    }

    public static Button button(TextKey key, Object... arguments) {
        return new Button(key.text(arguments));
    }

    /** A button that shows a value of the case as it is. */
    public static Button valueButton(String value) {
        Button button = new Button(value);
        button.setMnemonicParsing(false);
        return button;
    }

    /** A link that shows a value of the case as it is. */
    public static Hyperlink valueLink(String value) {
        Hyperlink link = new Hyperlink(value);
        link.setMnemonicParsing(false);
        return link;
    }

    /** A button with an icon before its text. */
    public static Button button(String icon, TextKey key, Object... arguments) {
        Button button = button(key, arguments);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** A button that shows an icon only; its text is its tooltip and what a screen reader says. */
    public static Button iconButton(String icon, TextKey key, Object... arguments) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        tip(button, key, arguments);
        accessible(button, key, arguments);
        return button;
    }

    /** A toggle that shows an icon only, like {@link #iconButton}. */
    public static ToggleButton iconToggle(String icon, TextKey key, Object... arguments) {
        ToggleButton button = new ToggleButton();
        button.setGraphic(new FontIcon(icon));
        tip(button, key, arguments);
        accessible(button, key, arguments);
        return button;
    }

    public static ToggleButton toggle(TextKey key, Object... arguments) {
        return new ToggleButton(key.text(arguments));
    }

    public static CheckBox checkBox(TextKey key, Object... arguments) {
        return new CheckBox(key.text(arguments));
    }

    /** A check box for a value of the case, or a text that was made before. */
    public static CheckBox valueCheckBox(String value) {
        CheckBox box = new CheckBox(value);
        box.setMnemonicParsing(false);
        return box;
    }

    /** An entry of a menu that is one choice of several. */
    public static RadioMenuItem radioItem(TextKey key, Object... arguments) {
        return new RadioMenuItem(key.text(arguments));
    }

    public static RadioButton radio(TextKey key, Object... arguments) {
        return new RadioButton(key.text(arguments));
    }

    public static Hyperlink link(TextKey key, Object... arguments) {
        return new Hyperlink(key.text(arguments));
    }

    public static Menu menu(TextKey key, Object... arguments) {
        return new Menu(key.text(arguments));
    }

    public static MenuItem item(TextKey key, Object... arguments) {
        return new MenuItem(key.text(arguments));
    }

    /** A choice that has a name of its own in every language. */
    public static RadioMenuItem valueRadioItem(String name) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        return item;
    }

    /** A menu entry that does something. */
    public static MenuItem action(TextKey key, Runnable action, Object... arguments) {
        return act(item(key, arguments), action);
    }

    /** A menu entry that does something. */
    public static MenuItem action(Text text, Runnable action) {
        return act(new MenuItem(text.toString()), action);
    }

    /** A menu entry for a value of the case. */
    public static MenuItem valueAction(String value, Runnable action) {
        return act(new MenuItem(value), action);
    }

    private static MenuItem act(MenuItem item, Runnable action) {
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** A menu for a value of the case. */
    public static Menu valueMenu(String value) {
        Menu menu = new Menu(value);
        menu.setMnemonicParsing(false);
        return menu;
    }

    /** A pane that folds below its title. */
    public static TitledPane titled(TextKey key, Node content, Object... arguments) {
        return new TitledPane(key.text(arguments), content);
    }

    public static Tab tab(TextKey key, Node content, Object... arguments) {
        return new Tab(key.text(arguments), content);
    }

    /** Lets a caption go on in further lines where it has too little room for one. */
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A column that is at least as wide as its name. */
    public static <S, T> TableColumn<S, T> column(TextKey key, Object... arguments) {
        TableColumn<S, T> column = new TableColumn<>(key.text(arguments));
        column.setMinWidth(nameWidth(column.getText()));
        return column;
    }

    /** A column whose name comes with its values. */
    public static <S, T> TableColumn<S, T> valueColumn(String name) {
        return new TableColumn<>(name);
    }

    /** A column that is at least as wide as its name. */
    public static <S, T> TreeTableColumn<S, T> treeColumn(TextKey key, Object... arguments) {
        TreeTableColumn<S, T> column = new TreeTableColumn<>(key.text(arguments));
        column.setMinWidth(nameWidth(column.getText()));
        return column;
    }

    private static double nameWidth(String name) {
        return Math.ceil(HEADER.of(name)) + HEADER_EDGES;
    }

    public static Tooltip tooltip(TextKey key, Object... arguments) {
        return new Tooltip(key.text(arguments));
    }

    /** A tooltip that shows a value of the case, or a text that was made before, in several lines if it is long. */
    public static Tooltip valueTooltip(String value) {
        Tooltip tooltip = new Tooltip(value);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(640);
        return tooltip;
    }

    /** Gives a control a tooltip. */
    public static void tip(Control control, TextKey key, Object... arguments) {
        control.setTooltip(tooltip(key, arguments));
    }

    /** Gives a control a tooltip that shows a value of the case, or a text that was made before. */
    public static void valueTip(Control control, String value) {
        control.setTooltip(new Tooltip(value));
    }

    public static void set(Labeled control, TextKey key, Object... arguments) {
        control.setText(key.text(arguments));
    }

    public static void set(Labeled control, Text text) {
        control.setText(text.toString());
    }

    public static void set(MenuItem item, TextKey key, Object... arguments) {
        item.setText(key.text(arguments));
    }

    public static void set(Tab tab, TextKey key, Object... arguments) {
        tab.setText(key.text(arguments));
    }

    /** Shows a value of the case as it is; null shows nothing. */
    public static void value(Labeled control, @Nullable String value) {
        control.setText(value);
    }

    /** Shows a value of the case as it is. */
    public static void value(Tooltip tooltip, String value) {
        tooltip.setText(value);
    }

    /** Shows a value of the case as it is. */
    public static void value(TextInputControl control, String value) {
        control.setText(value);
    }

    /** The title of a further window. */
    public static void title(Stage window, TextKey key, Object... arguments) {
        window.setTitle(key.text(arguments));
    }

    /** A column's title. */
    public static void title(TableColumnBase<?, ?> column, TextKey key, Object... arguments) {
        column.setText(key.text(arguments));
    }

    /** What stands for each choice of a box that nobody types into. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        };
    }

    /** What is seen where nothing is chosen. */
    public static void prompt(ComboBoxBase<?> choice, TextKey key) {
        choice.setPromptText(key.text());
    }

    public static void prompt(TextInputControl control, TextKey key, Object... arguments) {
        control.setPromptText(key.text(arguments));
        // a screen reader reads what was typed, and the prompt as what it is for
        if (control.getAccessibleHelp() == null) {
            control.setAccessibleHelp(key.text(arguments));
        }
    }

    /** What a screen reader says of a node. */
    public static void accessible(Node node, TextKey key, Object... arguments) {
        node.setAccessibleText(key.text(arguments));
    }

    /** What a screen reader says a field is for, besides what it contains. */
    public static void help(Node node, TextKey key, Object... arguments) {
        node.setAccessibleHelp(key.text(arguments));
    }

    /** What a screen reader says of a node that shows values of the case. */
    public static void accessibleValue(Node node, String value) {
        node.setAccessibleText(value);
    }
}
