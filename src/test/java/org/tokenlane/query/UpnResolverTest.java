package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** Names that follow from object ids, and what a newer file shows of records that the test writes itself. */
class UpnResolverTest {

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int second;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private AuditEvent.Builder next(EventKind kind, String key) {
        return event(kind, key).time(++second * 1_000_000_000L, TimeQuality.READ, 0);
    }

    private void user(EventKind kind, String objectId, String upn) {
        rows.row(next(kind, "u" + second).set(EventField.USER_OBJECT_ID, objectId).set(EventField.UPN, upn));
    }

    private String upn(CaseEvents events, int event) {
        return events.text(EventField.UPN, event);
    }

    @Test
    void anEventWithOnlyAnObjectIdGetsTheNameThatOthersHaveForIt() {
        user(EventKind.OPERATION, "o1", "adele@contoso.example");
        user(EventKind.GRAPH_CALL, "o1", null);
        user(EventKind.GRAPH_CALL, "o2", null);
        user(EventKind.GRAPH_CALL, null, null);
        user(EventKind.GRAPH_CALL, "o1", "a display name");
        user(EventKind.GRAPH_CALL, "o1", "@odd");
        CaseEvents events = rows.file("1").events();
        assertThat(upn(events, 1)).isEqualTo("adele@contoso.example");
        assertThat(List.of(events.isUpnResolved(0), events.isUpnResolved(1), events.isUpnResolved(2)))
                .containsExactly(false, true, false);
        assertThat(upn(events, 2)).isNull();
        assertThat(upn(events, 3)).isNull();
        assertThat(upn(events, 4)).isEqualTo("adele@contoso.example");
        assertThat(upn(events, 5)).isEqualTo("adele@contoso.example");
    }

    @Test
    void ofTwoNamesTheOneOfMostSignInsWins() {
        user(EventKind.OPERATION, "o1", "old@contoso.example");
        user(EventKind.OPERATION, "o1", "old@contoso.example");
        user(EventKind.SIGN_IN_INTERACTIVE, "o1", "new@contoso.example");
        user(EventKind.GRAPH_CALL, "o1", null);
        user(EventKind.OPERATION, "o2", "one@contoso.example");
        user(EventKind.OPERATION, "o2", "two@contoso.example");
        user(EventKind.OPERATION, "o2", "two@contoso.example");
        user(EventKind.GRAPH_CALL, "o2", null);
        user(EventKind.OPERATION, "o3", "b@contoso.example");
        user(EventKind.OPERATION, "o3", "a@contoso.example");
        user(EventKind.GRAPH_CALL, "o3", null);
        CaseEvents events = rows.file("1").events();
        assertThat(upn(events, 3)).isEqualTo("new@contoso.example");
        assertThat(upn(events, 7)).isEqualTo("two@contoso.example");
        assertThat(upn(events, 10)).as("of equal weight the first in the alphabet").isEqualTo("a@contoso.example");
    }

    @Test
    void aNewerFileChangesWhatItSaysOtherwise() {
        rows.row(next(EventKind.OPERATION, "a").result(EventResult.SUCCESS).set(EventField.CITY, "Bonn"));
        rows.row(next(EventKind.OPERATION, "b").set(EventField.CITY, "Bonn"));
        rows.row(next(EventKind.OPERATION, "c").result(EventResult.SUCCESS));
        rows.row(next(EventKind.OPERATION, "d").set(EventField.CITY, "Bonn"));
        rows.row(next(EventKind.OPERATION, "e").set(EventField.CITY, "Bonn"));
        rows.file("1");
        second = 0;
        rows.row(next(EventKind.OPERATION, "a").result(EventResult.FAILURE).set(EventField.CITY, "Bonn"));
        rows.row(next(EventKind.OPERATION, "b").set(EventField.CITY, "Oslo"));
        rows.row(next(EventKind.OPERATION, "c"));
        rows.row(next(EventKind.OPERATION, "d"));
        rows.row(StoredRows.POOR, next(EventKind.OPERATION, "e").set(EventField.CITY, "Oslo")
                .set(EventField.SESSION_ID, "s"));
        rows.file("2");
        CaseEvents events = rows.events();
        LateData late = LateData.of(events, 2, 2);
        assertThat(late.hadBefore()).isTrue();
        assertThat(late.changed().stream()).as("another result, another city, a session").containsExactly(0, 1, 4);
        assertThat(late.fields()).containsOnlyKeys("result", "city", "session id");
        assertThat(late.added().isEmpty()).isTrue();
        assertThat(late.gone().isEmpty()).isTrue();
        LateData first = LateData.of(events, 1, 1);
        assertThat(first.hadBefore()).isFalse();
        assertThat(first.changed().isEmpty()).isTrue();
    }

    @Test
    void filesBehindTheComparedOnesDoNotCount() {
        rows.row(next(EventKind.OPERATION, "a")).file("1");
        rows.row(next(EventKind.OPERATION, "b")).file("2");
        rows.row(next(EventKind.OPERATION, "c")).file("3");
        rows.row(next(EventKind.OPERATION, "d")).file("4");
        CaseEvents events = rows.events();
        assertThat(LateData.of(events, 2, 3).added().stream()).containsExactly(1, 2);
        assertThat(LateData.of(events, 2, 2).added().stream()).containsExactly(1);
        assertThat(LateData.of(events, 4, 9).added().stream()).containsExactly(3);
    }
}
