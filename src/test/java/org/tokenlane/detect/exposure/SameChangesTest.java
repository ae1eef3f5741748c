package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.query.StoredRows;

/** Two logs that record one change make one change of it, and two changes stay two. */
class SameChangesTest {

    private static final Shape DIRECTORY = new Shape("directory", "Directory", LogSource.DIRECTORY_AUDITS, 50,
            Shape.Container.JSON, List.of("Id"));
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int events;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    /** The next event, of the directory audits or of the unified audit log. */
    private SameChangesTest at(Shape shape, long time) {
        rows.row(shape, event("k" + ++events).time(time, TimeQuality.READ, 0));
        return this;
    }

    private static Use use(int number, long time, String... tokens) {
        return new Use(time, time, 1, List.of(tokens), new int[] { number });
    }

    private static Change change(String activity, String actor, String target, String id, Use use) {
        return new Change(ChangeKind.ROLE, activity, actor, target, id, null, List.of(), Map.of(), false, null, use);
    }

    private List<Change> merged(Change... changes) {
        return new SameChanges(Correlation.of(rows.file("1").events())).merged(List.of(changes));
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "10_000_000_000, 1", "10_000_000_001, 2" })
    void theTwoLogsMayBeTenSecondsApart(String apart, int expected) {
        long later = Long.parseLong(apart.replace("_", ""));
        at(StoredRows.RICH, 0).at(DIRECTORY, later);
        assertThat(merged(change("Add member.", "adele", "x", null, use(0, 0)),
                change("Add member", "ADELE", "X", null, use(1, later)))).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({ "add member., Adele, X, i, 1", "add member.., adele, x, i, 2", "add member, bela, x, i, 2",
        "add member, , x, i, 2", "add member, adele, y, I, 1", "add member, adele, X, j, 1",
        "add member, adele, y, j, 2", "add member, adele, , , 2", "other, adele, x, i, 2" })
    void activityActorAndObjectHaveToBeTheSame(String activity, String actor, String target, String id, int expected) {
        at(StoredRows.RICH, 0).at(DIRECTORY, SECOND);
        assertThat(merged(change(activity, actor, target, id, use(0, 0)),
                change("Add member", "adele", "x", "i", use(1, SECOND)))).hasSize(expected);
    }

    @Test
    void twoRecordsOfOneLogAreTwoChangesAndAPairTakesNoThird() {
        at(StoredRows.RICH, 0).at(StoredRows.RICH, SECOND).at(DIRECTORY, 2 * SECOND).at(DIRECTORY, 3 * SECOND);
        assertThat(merged(change("a", "u", "x", null, use(0, 0)), change("a", "u", "x", null, use(1, SECOND))))
                .hasSize(2);
        assertThat(new SameChanges(Correlation.of(rows.events())).merged(List.of(
                change("b", "u", "x", null, use(1, SECOND)), change("a", "u", "x", null, use(0, 0)),
                change("a", "u", "x", null, use(2, 2 * SECOND)), change("a", "u", "x", null, use(3, 3 * SECOND)))))
                .as("in the order of time, and what is between does not count")
                .extracting(one -> one.activity() + one.use().events().length).containsExactly("a2", "b1", "a1");
    }

    @Test
    void undatedChangesAreNeverTheSame() {
        at(StoredRows.RICH, 0);
        rows.row(DIRECTORY, event("undated"));
        assertThat(merged(change("a", "u", "x", null, use(0, 0)),
                change("a", "u", "x", null, use(1, AuditEvent.NO_TIME)))).hasSize(2);
    }

    private static Change full(boolean failed, String what, String id, String link, Use use) {
        return new Change(ChangeKind.ROLE, "a", "u", "x", id, what, List.of(), Map.of(), failed, link, use);
    }

    @Test
    void aChangeOfTwoLogsHasWhatTheDirectoryAuditsSayAndWhatOnlyTheOtherSays() {
        at(StoredRows.RICH, 0).at(DIRECTORY, SECOND);
        List<Change> one = merged(full(true, "audited", "i", "inferred", use(0, 0, "t1", "t2")),
                full(false, "directory", null, "also", use(1, SECOND, "t2", "t3")));
        assertThat(one).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo("directory");
            assertThat(change.targetId()).isEqualTo("i");
            assertThat(change.failed()).as("one of them says that it succeeded").isFalse();
            assertThat(change.link()).isEqualTo("also");
            assertThat(change.use().tokens()).containsExactly("t1", "t2", "t3");
            assertThat(change.use().events()).containsExactly(0, 1);
            assertThat(List.of(change.use().first(), change.use().last())).containsExactly(0L, SECOND);
            assertThat(change.use().times()).isEqualTo(1);
        });
        assertThat(new SameChanges(Correlation.of(rows.events())).merged(List.of(
                full(true, "audited", null, null, use(0, 0)), full(true, null, "d", "inferred", use(1, SECOND)))))
                .singleElement().satisfies(change -> {
                    assertThat(change.what()).isEqualTo("audited");
                    assertThat(change.targetId()).isEqualTo("d");
                    assertThat(change.failed()).isTrue();
                    assertThat(change.link()).as("by fact").isNull();
                });
    }
}
