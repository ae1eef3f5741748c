package org.tokenlane.ui.kit;

import java.util.BitSet;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Selected rows of a table as a set of bits. The toolkit's own selection makes an object with three weak references for
 * each row: a million rows took 330 MB and seconds to
 * select, and minutes to let go of. Here it is a bit each. Rows only, no single cells.
 */
public final class RowSelection<S> extends TableView.TableViewSelectionModel<S> {

    private BitSet rows = new BitSet();
    private int count;
    private final SelectedRows<Integer> indices = new SelectedRows<>(row -> row);
    private final SelectedRows<S> items = new SelectedRows<>(this::item);
    @SuppressWarnings("rawtypes")
    private final SelectedRows<TablePosition> cells = new SelectedRows<>(this::position);

    private RowSelection(TableView<S> table) {
        super(table);
        setSelectionMode(SelectionMode.MULTIPLE);
        table.itemsProperty().addListener((property, before, now) -> clearSelection());
    }

    /** Gives the table this selection in place of its own. Other items clear it. */
    public static <S> RowSelection<S> of(TableView<S> table) {
        RowSelection<S> selection = new RowSelection<>(table);
        table.setSelectionModel(selection);
        return selection;
    }

    /** The selected rows in ascending order. */
    public int[] selected() {
        return rows.stream().toArray();
    }

    public int count() {
        return count;
    }

    private @Nullable S item(int row) {
        return row < 0 || row >= getItemCount() ? null : getTableView().getItems().get(row);
    }

    private TablePosition<S, Object> position(int row) {
        return new TablePosition<>(getTableView(), row, null);
    }

    @Override
    protected int getItemCount() {
        return getTableView().getItems() == null ? 0 : getTableView().getItems().size();
    }

    @Override
    protected @Nullable S getModelItem(int row) {
        return item(row);
    }

    /** Everything that changes the selection ends here: the lead row is what single-row listeners follow. */
    private void become(BitSet now, int lead) {
        if (now.equals(rows) && lead == getSelectedIndex() && item(lead) == getSelectedItem()) {
            return;
        }
        boolean other = !now.equals(rows);
        rows = now;
        count = now.cardinality();
        setSelectedIndex(lead);
        setSelectedItem(item(lead));
        if (lead >= 0 && getTableView().getFocusModel() != null) {
            getTableView().getFocusModel().focus(lead);
        }
        if (other) {
            // all know the rows before anybody is told
            indices.become(rows, count);
            items.become(rows, count);
            cells.become(rows, count);
            indices.tell();
            items.tell();
            cells.tell();
        }
    }

    private boolean isRow(int row) {
        return row >= 0 && row < getItemCount();
    }

    @Override
    public void clearAndSelect(int row) {
        if (isRow(row)) {
            BitSet only = new BitSet();
            only.set(row);
            become(only, row);
        }
    }

    @Override
    public void select(int row) {
        if (isRow(row)) {
            BitSet more = getSelectionMode() == SelectionMode.SINGLE ? new BitSet() : (BitSet) rows.clone();
            more.set(row);
            become(more, row);
        }
    }

    @Override
    public void select(@Nullable S item) {
        int row = item == null ? -1 : getTableView().getItems().indexOf(item);
        if (row < 0) {
            clearSelection();
        } else {
            select(row);
        }
    }

    @Override
    public void selectIndices(int row, int @Nullable... others) {
        BitSet more = (BitSet) rows.clone();
        int lead = -1;
        int[] behind = others == null ? new int[0] : others;
        for (int i = -1; i < behind.length; i++) {
            int one = i < 0 ? row : behind[i];
            if (isRow(one)) {
                more.set(one);
                lead = one;
            }
        }
        if (lead >= 0) {
            become(more, lead);
        }
    }

    /** Selects from one row to before another, in either direction; the last of them leads. */
    @Override
    public void selectRange(int from, int to) {
        if (from == to) {
            return;
        }
        int low = Math.max(0, from < to ? from : to + 1);
        int high = Math.min(getItemCount(), from < to ? to : from + 1);
        if (low < high) {
            BitSet more = (BitSet) rows.clone();
            more.set(low, high);
            become(more, from < to ? high - 1 : low);
        }
    }

    @Override
    public void selectRange(int from, javafx.scene.control.TableColumnBase<S, ?> fromColumn, int to,
            javafx.scene.control.TableColumnBase<S, ?> toColumn) {
        selectRange(from, from <= to ? to + 1 : to - 1);
    }

    @Override
    public void selectAll() {
        BitSet all = new BitSet();
        all.set(0, getItemCount());
        become(all, getSelectedIndex() >= 0 ? getSelectedIndex() : getItemCount() - 1);
    }

    @Override
    public void selectFirst() {
        clearAndSelect(0);
    }

    @Override
    public void selectLast() {
        clearAndSelect(getItemCount() - 1);
    }

    @Override
    public void clearSelection(int row) {
        if (isSelected(row)) {
            BitSet fewer = (BitSet) rows.clone();
            fewer.clear(row);
            become(fewer, row == getSelectedIndex() ? fewer.length() - 1 : getSelectedIndex());
        }
    }

    @Override
    public void clearSelection() {
        become(new BitSet(), -1);
    }

    @Override
    public boolean isSelected(int row) {
        return row >= 0 && rows.get(row);
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private void step(int by) {
        int next = getTableView().getFocusModel().getFocusedIndex() + by;
        if (isRow(next)) {
            select(next);
        }
    }

    @Override
    public void selectPrevious() {
        step(-1);
    }

    @Override
    public void selectNext() {
        step(1);
    }

    @Override
    public void selectAboveCell() {
        step(-1);
    }

    @Override
    public void selectBelowCell() {
        step(1);
    }

    @Override
    public void selectLeftCell() {
        // rows only
    }

    @Override
    public void selectRightCell() {
        // rows only
    }

    @Override
    public boolean isSelected(int row, TableColumn<S, ?> column) {
        return isSelected(row);
    }

    @Override
    public void select(int row, TableColumn<S, ?> column) {
        select(row);
    }

    @Override
    public void clearAndSelect(int row, TableColumn<S, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearSelection(int row, TableColumn<S, ?> column) {
        clearSelection(row);
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<S> getSelectedItems() {
        return items;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }
}
