package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;
import static org.tokenlane.query.StoredRows.weak;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.evidence.EventKey;

/** Which rows are one event, and whose fields win. */
class RowGroupsTest {

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

    private int[] groups() {
        RowGroups groups = rows.file("a").groups();
        return IntStream.range(0, rows.caseFile().segments().rows()).map(groups::groupOf).toArray();
    }

    @Test
    void rowsOfOneKeyAreOneEvent() {
        rows.row(event("a")).row(event("b")).row(event("a")).row(event("c")).row(event("b"));
        assertThat(groups()).containsExactly(0, 1, 0, 2, 1);
    }

    @Test
    void aRowWithAWeakKeyAloneIsTheEventThatHasTheWeakKeyWhereverItStands() {
        rows.row(weak("w")).row(event("a").weakKey("w")).row(event("b")).row(weak("w")).row(weak("other"))
                .row(weak("other"));
        assertThat(groups()).containsExactly(0, 0, 1, 0, 2, 2);
    }

    @Test
    void ofTwoEventsWithOneWeakKeyTheOneWithTheSmallerKeyGetsTheWeakRow() {
        String small = Stream.of("a", "b")
                .min((a, b) -> Long.compareUnsigned(EventKey.of(a).high(), EventKey.of(b).high())).orElseThrow();
        String large = small.equals("a") ? "b" : "a";
        rows.row(event(large).weakKey("w")).row(event(small).weakKey("w")).row(weak("w"));
        assertThat(groups()).containsExactly(0, 1, 1);
    }

    @Test
    void aGroupTellsItsRowsAndWhetherItHasOnlyOne() {
        rows.row(event("a")).row(event("b")).row(event("a"));
        RowGroups groups = rows.file("a").groups();
        assertThat(groups.groups()).isEqualTo(2);
        assertThat(groups.rows(0)).containsExactly(0, 2);
        assertThat(groups.isSingle(0)).isFalse();
        assertThat(groups.rows(1)).containsExactly(1);
        assertThat(groups.isSingle(1)).isTrue();
    }

    private int[] ordered(int[] richness, long[] recordedAt, int[] rank) {
        rows.row(event("a")).row(event("a")).row(event("b"));
        RowGroups groups = rows.file("a").groups();
        LongColumn recorded = new LongColumn(recordedAt.length);
        recorded.put(0, recordedAt);
        groups.order(row -> richness[row], () -> recorded, row -> rank[row]);
        assertThat(groups.firstRow(0)).isEqualTo(groups.rows(0)[0]);
        return groups.rows(0);
    }

    @Test
    void theRicherShapeWinsBeforeAllElse() {
        assertThat(ordered(new int[] { 10, 11, 99 }, new long[] { 5, 4, 0 }, new int[] { 0, 1, 0 }))
                .containsExactly(1, 0);
    }

    @Test
    void ofOneRichnessTheLaterRecordedWins() {
        assertThat(ordered(new int[] { 10, 10, 99 }, new long[] { 4, 5, 9 }, new int[] { 0, 1, 0 }))
                .containsExactly(1, 0);
    }

    @Test
    void ofOneMomentTheEvidenceWithTheSmallerHashWins() {
        assertThat(ordered(new int[] { 10, 10, 99 }, new long[] { 5, 5, 9 }, new int[] { 1, 0, 0 }))
                .containsExactly(1, 0);
    }

    @Test
    void otherwiseTheEarlierRowWins() {
        assertThat(ordered(new int[] { 10, 10, 99 }, new long[] { 5, 5, 9 }, new int[] { 1, 1, 0 }))
                .containsExactly(0, 1);
    }
}
