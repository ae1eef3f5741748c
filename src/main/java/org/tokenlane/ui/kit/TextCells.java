package org.tokenlane.ui.kit;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/** Cells of tables for texts that may be longer than their column. */
public final class TextCells {

    private static final double PADDING = 12;

    private TextCells() {
    }

    /** A cell with the whole text as its tip. */
    public static <T> TableCell<T, String> explained() {
        return new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                Captions.value(this, empty ? "" : text);
                setTooltip(empty || text == null || text.isEmpty() ? null : Captions.valueTooltip(text));
            }
        };
    }

    /** The same for paths: of a long one the end counts, the file's name. */
    public static <T> TableCell<T, String> fromTheEnd() {
        TableCell<T, String> cell = explained();
        cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return cell;
    }

    /** A cell as high as its text is in the column's width. */
    public static <T> TableCell<T, String> wrapped(String style) {
        return new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                if (empty || text == null) {
                    setGraphic(null);
                    return;
                }
                WrappedLabel label = new WrappedLabel(text, style);
                label.setMaxWidth(getTableColumn().getWidth() - PADDING);
                label.setPrefWidth(getTableColumn().getWidth() - PADDING);
                setGraphic(label);
            }
        };
    }
}
