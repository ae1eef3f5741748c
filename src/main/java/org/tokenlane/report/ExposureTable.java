package org.tokenlane.report;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.time.UtcText;

/**
 * One list of an exposure as a table, the same on the command line, in files and in the window.
 *
 * @param id
 *            its name in file names ({@code mail-read})
 * @param title
 *            its name for people
 */
public record ExposureTable(String id, String title, List<Column> columns, List<Row> rows) {

    /**
     * A column.
     *
     * @param field
     *            the filter's field that its values are of, or null
     */
    public record Column(String title, FilterField field) {
    }

    /** A time in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}. */
    public record Moment(long nanos) implements Comparable<Moment> {

        @Override
        public int compareTo(Moment other) {
            return Long.compare(nanos, other.nanos);
        }

        /** In UTC, or {@code undated}. */
        @Override
        public String toString() {
            return nanos == AuditEvent.NO_TIME ? "undated" : UtcText.of(nanos, 0);
        }
    }

    /**
     * A line.
     *
     * @param cells
     *            texts, whole numbers and moments; null where something is not known
     * @param events
     *            the numbers of the events that it was made of; not to be changed
     * @param filter
     *            what chooses these events among others, or null
     */
    public record Row(List<Object> cells, int[] events, Filter filter) {

        /** A cell as text, empty where something is not known. */
        public String text(int column) {
            return cells.get(column) == null ? "" : cells.get(column).toString();
        }
    }
}
