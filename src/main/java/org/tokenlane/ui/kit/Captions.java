package org.tokenlane.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.stage.FileChooser;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;

/**
 * Puts texts of the catalogue on controls, and values of the case: the one place that hands strings to controls, so
 * that no sentence hides in a view. Numbers among the arguments get thousands separators.
 */
public final class Captions {

    private Captions() {
    }

    public static Label label(TextKey key, Object... arguments) {
        return new Label(key.text(arguments));
    }

    /** A label that shows a value of the case as it is. */
    public static Label valueLabel(String value) {
        return new Label(value);
    }

    public static Button button(TextKey key, Object... arguments) {
        return new Button(key.text(arguments));
    }

    public static ToggleButton toggle(TextKey key, Object... arguments) {
        return new ToggleButton(key.text(arguments));
    }

    public static CheckBox checkBox(TextKey key, Object... arguments) {
        return new CheckBox(key.text(arguments));
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

    public static Tab tab(TextKey key, Node content) {
        return new Tab(key.text(), content);
    }

    public static <S, T> TableColumn<S, T> column(TextKey key, Object... arguments) {
        return new TableColumn<>(key.text(arguments));
    }

    public static <S, T> TreeTableColumn<S, T> treeColumn(TextKey key, Object... arguments) {
        return new TreeTableColumn<>(key.text(arguments));
    }

    public static Tooltip tooltip(TextKey key, Object... arguments) {
        return new Tooltip(key.text(arguments));
    }

    /** Gives a control a tooltip. */
    public static void tip(Control control, TextKey key, Object... arguments) {
        control.setTooltip(tooltip(key, arguments));
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

    /** Shows a value of the case as it is; null shows nothing. */
    public static void value(Labeled control, String value) {
        control.setText(value);
    }

    public static void prompt(TextInputControl control, TextKey key, Object... arguments) {
        control.setPromptText(key.text(arguments));
    }

    /** What a screen reader says of a node. */
    public static void accessible(Node node, TextKey key, Object... arguments) {
        node.setAccessibleText(key.text(arguments));
    }

    public static void title(FileChooser chooser, TextKey key, Object... arguments) {
        chooser.setTitle(key.text(arguments));
    }
}
