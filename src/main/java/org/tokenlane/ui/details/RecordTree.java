package org.tokenlane.ui.details;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordField;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;

/** A record's fields as a tree; a value has the usual menu, and the event's ids are highlighted. */
final class RecordTree extends TreeView<RecordField> {

    /** A tree of more fields is opened at its first level only. */
    private static final int MOST_OPENED = 600;

    /** Of a longer value the beginning is shown; the record as text has the whole. */
    private static final int MOST_SHOWN = 2_000;

    private final List<String> ids;

    RecordTree(List<RecordField> fields, List<String> ids, ValueMenus menus) {
        this.ids = ids;
        getStyleClass().add("record-tree");
        TreeItem<RecordField> root = new TreeItem<>();
        boolean all = count(fields) <= MOST_OPENED;
        fields.forEach(field -> root.getChildren().add(item(field, all)));
        root.setExpanded(true);
        setRoot(root);
        setShowRoot(false);
        setCellFactory(tree -> new Cell(menus));
        setOnKeyPressed(event -> {
            if (Shortcut.COPY_CSV.matches(event)) {
                copySelected();
                event.consume();
            }
        });
    }

    private static int count(List<RecordField> fields) {
        return fields.stream().mapToInt(field -> 1 + count(field.children())).sum();
    }

    private static TreeItem<RecordField> item(RecordField field, boolean expanded) {
        TreeItem<RecordField> item = new TreeItem<>(field);
        item.setExpanded(expanded);
        field.children().forEach(child -> item.getChildren().add(item(child, expanded)));
        return item;
    }

    /** Selects the first field whose name or value holds a text, whatever its case, and returns how many do. */
    int find(String wanted) {
        if (wanted.isEmpty()) {
            getSelectionModel().clearSelection();
            return 0;
        }
        Found found = new Found(wanted.toLowerCase(Locale.ROOT));
        found.look(getRoot());
        TreeItem<RecordField> first = found.first;
        if (first != null) {
            for (TreeItem<RecordField> parent = first.getParent(); parent != null; parent = parent.getParent()) {
                parent.setExpanded(true);
            }
            getSelectionModel().select(first);
            scrollTo(Math.max(0, getRow(first) - 2));
        }
        return found.count;
    }

    private static final class Found {

        private final String wanted;
        private int count;
        private @Nullable TreeItem<RecordField> first;

        Found(String wanted) {
            this.wanted = wanted;
        }

        void look(TreeItem<RecordField> item) {
            RecordField field = item.getValue();
            if (field != null && (holds(field.name()) || field.isLeaf() && holds(field.value()))) {
                count++;
                first = first == null ? item : first;
            }
            item.getChildren().forEach(this::look);
        }

        private boolean holds(@Nullable String text) {
            return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    private final class Cell extends TreeCell<RecordField> {

        private final ValueMenus menus;

        Cell(ValueMenus menus) {
            this.menus = menus;
            // as wide as the tree leaves room for, so that values go on in the next line
            setPrefWidth(0);
            setOnContextMenuRequested(event -> {
                RecordField field = getItem();
                if (field != null && field.value() != null) {
                    menus.of(field).show(this, event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable RecordField field, boolean empty) {
            super.updateItem(field, empty);
            if (empty || field == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Label name = Captions.valueLabel(Texts.oneLine(field.name()));
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(8, name);
            String value = field.value();
            if (field.isLeaf()) {
                Label shown = value == null ? Captions.muted(DetailsText.NO_VALUE)
                        : Captions.valueLabel(Texts.wrappable(Texts.oneLine(shortened(value))));
                shown.setWrapText(true);
                shown.setMinWidth(0);
                HBox.setHgrow(shown, Priority.ALWAYS);
                if (value != null && ids.stream().anyMatch(value::equalsIgnoreCase)) {
                    shown.getStyleClass().add("raw-id");
                }
                line.getChildren().add(shown);
                setTooltip(value == null || value.length() <= MOST_SHOWN ? null
                        : Captions.valueTooltip(Texts.visible(value)));
            } else {
                setTooltip(null);
            }
            setGraphic(line);
        }
    }

    private static String shortened(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN - 1) + "…";
    }

    /** What a right click on a field offers. */
    interface ValueMenus {
        javafx.scene.control.ContextMenu of(RecordField field);
    }

    /** Copies the selected field's value. */
    private void copySelected() {
        TreeItem<RecordField> item = getSelectionModel().getSelectedItem();
        if (item != null && item.getValue().value() != null) {
            ValueMenu.copy(item.getValue().value());
        }
    }
}
