package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.StoredRows;

/** Events have the session and token that they belong to by fact, also where only another record gives them. */
class LinkedEventsTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StoredRows rows;
    private Correlation correlation;
    private LinkedEvents linked;

    private static AuditEvent.Builder at(EventKind kind, int second) {
        return event(kind, "k" + second).time(second * SECOND, TimeQuality.READ, 0);
    }

    @BeforeEach
    void fill() {
        rows = new StoredRows(folder);
        rows.row(StoredRows.POOR, at(EventKind.SIGN_IN, 1).set(EventField.SESSION_ID, "s")
                .set(EventField.UPN, "adele@contoso.example").set(EventField.IP, "203.0.113.1")
                .uti("t", UtiOrigin.REQUEST_ID).result(EventResult.SUCCESS));
        rows.row(at(EventKind.GRAPH_CALL, 2).uti("t", UtiOrigin.FIELD).set(EventField.TARGET, "me")
                .result(EventResult.FAILURE));
        rows.row(at(EventKind.OPERATION, 3).set(EventField.UPN, "adele@contoso.example")
                .set(EventField.IP, "203.0.113.1").set(EventField.RECORD_ID, "r3"));
        rows.row(at(EventKind.OPERATION, 4).set(EventField.SESSION_ID, "other"));
        correlation = Correlation.of(rows.file("1").events());
        linked = new LinkedEvents(correlation);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void anEventHasTheSessionOfItsTokenButNoneThatIsOnlyInferred() {
        assertThat(correlation.rule(2).isInferred()).isTrue();
        int session = correlation.sessionCode("s");
        assertThat(linked.codes(EventField.SESSION_ID).toArray()).containsExactly(session, session, 0,
                correlation.sessionCode("other"));
        assertThat(linked.codes(EventField.UTI).toArray()).containsExactly(1, 1, 0, 0);
        assertThat(linked.codes(EventField.SESSION_ID)).as("worked out once")
                .isSameAs(linked.codes(EventField.SESSION_ID));
        assertThat(linked.text(EventField.SESSION_ID, 1)).isEqualTo("s");
        assertThat(correlation.events().text(EventField.SESSION_ID, 1)).as("the record itself gives none").isNull();
        assertThat(linked.text(EventField.SESSION_ID, 2)).isNull();
        assertThat(linked.text(EventField.UTI, 1)).isEqualTo("t");
    }

    @Test
    void allElseIsAsTheEventsHaveIt() {
        assertThat(linked.size()).isEqualTo(4);
        assertThat(linked.codes(EventField.UPN)).isSameAs(correlation.events().codes(EventField.UPN))
                .isEqualTo(IntColumn.of(1, 0, 1, 0));
        assertThat(linked.code(EventField.UPN, 1)).as("the user of the token's sign-in is not the call's").isZero();
        assertThat(linked.dictionary(EventField.UPN)).containsExactly(null, "adele@contoso.example");
        assertThat(linked.text(EventField.TARGET, 1)).isEqualTo("me");
        assertThat(linked.time(3)).isEqualTo(4 * SECOND);
        assertThat(List.of(linked.kind(0), linked.kind(1))).containsExactly(EventKind.SIGN_IN, EventKind.GRAPH_CALL);
        assertThat(List.of(linked.result(0), linked.result(1), linked.result(2))).containsExactly(EventResult.SUCCESS,
                EventResult.FAILURE, EventResult.UNKNOWN);
        assertThat(List.of(linked.source(0), linked.source(1))).containsExactly(LogSource.ENTRA_SIGN_INS,
                LogSource.UNIFIED_AUDIT_LOG);
        assertThat(linked.withIds(List.of(correlation.events().id(2), "e" + "0".repeat(16))).stream())
                .containsExactly(2);
    }

    @Test
    void eventsWithoutAVerdictAreThoseThatNoVerdictHoldsFor() {
        Filter.Marked none = new Filter.Marked(Filter.Marked.By.VERDICT, List.of(Filter.Marked.NONE));
        assertThat(linked.marked(none).stream()).as("without marks").containsExactly(0, 1, 2, 3);
        rows.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, "s")), Verdict.MALICIOUS, "",
                "Adele");
        LinkedEvents marked = linked.with(MarkedEvents.of(rows.caseFile(), correlation));
        assertThat(marked.marked(none).stream()).containsExactly(2, 3);
        assertThat(marked.marked(verdict("malicious")).stream()).containsExactly(0, 1);
        assertThat(marked.marked(new Filter.Marked(Filter.Marked.By.VERDICT,
                List.of("malicious", Filter.Marked.NONE))).cardinality()).isEqualTo(4);
        assertThat(marked.marked(new Filter.Marked(Filter.Marked.By.TAG, List.of(Filter.Marked.NONE))))
                .as("a tag of that name").isEqualTo(new BitSet());
        assertThat(linked.marked(verdict("malicious")).isEmpty()).as("the events without marks stay as they are")
                .isTrue();
    }

    private static Filter.Marked verdict(String word) {
        return new Filter.Marked(Filter.Marked.By.VERDICT, List.of(word));
    }
}
