package org.tokenlane.ui.events;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.event.EventField;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;

/**
 * A cell of the events table. In the first column, runs have a sign that expands and collapses them, and the events of
 * an expanded run are indented.
 */
final class EventCell extends TableCell<Integer, String> {

    private static final double STEP = 14;

    private final EventColumn column;
    private final EventsViewModel model;
    private final EventFinder finder;
    private final FontIcon icon = new FontIcon();
    private final StackPane sign = new StackPane(icon);

    EventCell(EventColumn column, EventsViewModel model, EventFinder finder, IntConsumer toggle) {
        this.finder = finder;
        this.column = column;
        this.model = model;
        sign.getStyleClass().add("fold-sign");
        setGraphicTextGap(2);
        sign.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null && EventList.isRun(line())) {
                toggle.accept(line());
                event.consume();
            }
        });
    }

    private int line() {
        return getTableView().getItems().get(getIndex());
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        getStyleClass().removeAll("failure", "several", "fold", "seen-before", "find-hit");
        setGraphic(null);
        setTooltip(null);
        EventList list = model.events().get();
        if (empty || text == null || getIndex() < 0 || getIndex() >= list.size()) {
            Captions.value(this, "");
            return;
        }
        int line = list.get(getIndex());
        boolean run = EventList.isRun(line);
        boolean first = getTableView().getVisibleLeafColumn(0) == getTableColumn();
        String count = run && countsHere(first) ? " × " + Texts.number(list.count(line)) : "";
        Captions.value(this, Texts.oneLine(text) + count);
        if (finder.isHit(text)) {
            getStyleClass().add("find-hit");
        }
        if (first && list.isFolded()) {
            indent(list, line);
        }
        if (run) {
            getStyleClass().add(model.isMixed(column, line) ? "several" : "fold");
        }
        List<String> cases = model.seenBefore(column, line, text);
        if (!cases.isEmpty()) {
            getStyleClass().add("seen-before");
            setTooltip(Captions.valueTooltip(String.join("\n", cases)));
            if (getGraphic() == null) {
                setGraphic(new FontIcon("bi-journal-bookmark-fill"));
            }
        }
        if (column == EventColumn.RESULT && model.isFailure(line)) {
            getStyleClass().add("failure");
        }
    }

    /** The count follows the operation; if that column is hidden, it is in the first column. */
    private boolean countsHere(boolean first) {
        return column.field() == EventField.OPERATION || first && getTableView().getVisibleLeafColumns().stream()
                .noneMatch(shown -> ((EventColumn) shown.getUserData()).field() == EventField.OPERATION);
    }

    private void indent(EventList list, int line) {
        boolean run = EventList.isRun(line);
        if (run) {
            icon.setIconLiteral(list.isOpened(line) ? "bi-chevron-down" : "bi-chevron-right");
        }
        icon.setVisible(run);
        double width = !run && list.parent(getIndex()) >= 0 ? STEP * 2 : STEP;
        sign.setMinWidth(width);
        sign.setMaxWidth(width);
        setGraphic(sign);
    }
}
