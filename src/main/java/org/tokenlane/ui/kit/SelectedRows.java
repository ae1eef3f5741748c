package org.tokenlane.ui.kit;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/** What is selected, as a list whose elements are made when they are asked for. */
final class SelectedRows<T> extends ObservableListBase<T> {

    private final IntFunction<T> of;
    private Rows<T> now;
    private Rows<T> before;

    /**
     * @param of
     *            gives the element of a row
     */
    SelectedRows(IntFunction<T> of) {
        this.of = of;
        now = new Rows<>(new BitSet(), 0, of);
        before = now;
    }

    @Override
    public T get(int index) {
        return now.get(index);
    }

    @Override
    public int size() {
        return now.size();
    }

    /** Takes other rows, which are not changed any more; nobody is told yet. */
    void become(BitSet rows, int count) {
        before = now;
        now = new Rows<>(rows, count, of);
    }

    /** Tells that all that was selected gave way to what is selected now. */
    void tell() {
        Rows<T> gone = before;
        before = now;
        fireChange(new Replaced<>(this, gone));
    }

    /** Elements of rows, in ascending order. */
    private static final class Rows<T> extends AbstractList<T> {

        private final BitSet rows;
        private final int count;
        private final IntFunction<T> of;
        /** Where the last question ended, so that walking along does not begin again at each element. */
        private int walkedTo = -1;
        private int walkedRow;

        Rows(BitSet rows, int count, IntFunction<T> of) {
            this.rows = rows;
            this.count = count;
            this.of = of;
        }

        @Override
        public T get(int index) {
            if (index < 0 || index >= count) {
                throw new IndexOutOfBoundsException(index);
            }
            if (walkedTo < 0 || index < walkedTo) {
                walkedTo = 0;
                walkedRow = rows.nextSetBit(0);
            }
            while (walkedTo < index) {
                walkedRow = rows.nextSetBit(walkedRow + 1);
                walkedTo++;
            }
            return of.apply(walkedRow);
        }

        @Override
        public int size() {
            return count;
        }
    }

    /** One change from all that was to all that is; nothing is copied to say so. */
    private static final class Replaced<T> extends ListChangeListener.Change<T> {

        private final List<T> removed;
        private boolean begun;

        Replaced(ObservableList<T> list, List<T> removed) {
            super(list);
            this.removed = removed;
        }

        @Override
        public boolean next() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override
        public void reset() {
            begun = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<T> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
