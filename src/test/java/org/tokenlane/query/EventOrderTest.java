package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.TimeQuality;

/** In which order events are, and which of several times an event has. */
class EventOrderTest {

    private static final int READ = TimeQuality.READ.code();
    private static final int ASSUMED = TimeQuality.ORDER_CHOSEN.code();

    @TempDir
    private Path folder;
    private StoredRows rows;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private EventOrder order(long[] times, int[] qualities, int[] digits, long[] keys, String... groups) {
        for (String group : groups) {
            rows.row(event(group));
        }
        RowGroups found = rows.file("a").groups();
        EventOrder order = order(found, times, qualities, digits, keys, EventOrder.MOST_AT_ONCE);
        for (int mostAtOnce = 1; mostAtOnce <= times.length + 1; mostAtOnce++) {
            EventOrder inRuns = order(found, times, qualities, digits, keys, mostAtOnce);
            assertThat(inRuns.groupOfEvent()).as("sorted by %d", mostAtOnce).isEqualTo(order.groupOfEvent());
        }
        return order;
    }

    private static EventOrder order(RowGroups groups, long[] times, int[] qualities, int[] digits, long[] keys,
            int mostAtOnce) {
        return new EventOrder(groups, column(times), IntColumn.of(qualities), IntColumn.of(digits), column(keys),
                mostAtOnce);
    }

    private static LongColumn column(long... values) {
        LongColumn column = new LongColumn(values.length);
        column.put(0, values);
        return column;
    }

    @Test
    void eventsAreInTheOrderOfTheirTimesAndUndatedOnesLast() {
        EventOrder order = order(new long[] { 30, AuditEvent.NO_TIME, -5, 29 }, new int[] { READ, 0, READ, READ },
                new int[4], new long[] { 1, 2, 3, 4 }, "a", "b", "c", "d");
        assertThat(order.groupOfEvent().toArray()).containsExactly(2, 3, 0, 1);
        assertThat(order.times()).isEqualTo(column(-5, 29, 30, AuditEvent.NO_TIME));
        assertThat(order.eventOfGroup().toArray()).containsExactly(2, 3, 0, 1);
    }

    @Test
    void eventsOfOneMomentAreInTheOrderOfTheirKeysWithoutSign() {
        EventOrder order = order(new long[] { 7, 7, 7, 6 }, new int[] { READ, READ, READ, READ }, new int[4],
                new long[] { -1, 5, 4, 9 }, "a", "b", "c", "d");
        assertThat(order.groupOfEvent().toArray()).containsExactly(3, 2, 1, 0);
    }

    @Test
    void theSmallestKeyOfAnEventsRowsCounts() {
        EventOrder order = order(new long[] { 7, 7, 7 }, new int[] { READ, READ, READ }, new int[3],
                new long[] { 8, 5, 4 }, "a", "b", "a");
        assertThat(order.groupOfEvent().toArray()).containsExactly(0, 1);
        assertThat(EventOrder.smallestKey(rows.groups(), column(8, 5, 4), 0)).isEqualTo(4);
        assertThat(EventOrder.smallestKey(rows.groups(), column(8, 5, -4), 0)).isEqualTo(8);
    }

    @Test
    void theMostCertainTimeWinsBeforeTheMostPrecise() {
        EventOrder order = order(new long[] { 1, 2, 3 }, new int[] { ASSUMED, READ, ASSUMED }, new int[] { 7, 0, 9 },
                new long[] { 1, 1, 1 }, "a", "a", "a");
        assertThat(order.times()).isEqualTo(column(2));
        assertThat(order.qualities()).containsExactly((byte) READ);
        assertThat(order.digits()).containsExactly((byte) 0);
    }

    @Test
    void ofEquallyCertainTimesTheMostPreciseWinsAndElseTheFirst() {
        EventOrder order = order(new long[] { 1, 2, 3, 4 }, new int[] { READ, READ, READ, READ },
                new int[] { 3, 7, 7, 6 }, new long[] { 1, 1, 1, 1 }, "a", "a", "a", "a");
        assertThat(order.times()).isEqualTo(column(2));
        assertThat(order.digits()).containsExactly((byte) 7);
    }
}
