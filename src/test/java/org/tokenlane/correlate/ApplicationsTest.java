package org.tokenlane.correlate;

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
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.query.StoredRows;

/** Which applications acted by themselves, and what is known of them. */
class ApplicationsTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int seconds;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    /** The next event, each a second after the one before; its number is the order of the calls. */
    private AuditEvent.Builder next(EventKind kind, String actor, String app) {
        return event(kind, "k" + ++seconds).time(seconds * SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, actor)
                .set(EventField.APP_ID, app);
    }

    private List<ApplicationFacts> acting() {
        Correlation correlation = Correlation.of(rows.file("1").events());
        return new Applications(correlation.events()).acting(correlation);
    }

    @Test
    void anApplicationHasItsSignInsOperationsRefusedCallsTokensAndAddresses() {
        rows.row(at(EventKind.SIGN_IN_SERVICE_PRINCIPAL).set(EventField.IP, "203.0.113.2").uti("t1", UtiOrigin.FIELD)
                .result(EventResult.FAILURE));
        rows.row(at(EventKind.GRAPH_CALL).set(EventField.IP, "203.0.113.1").uti("t1", UtiOrigin.FIELD)
                .result(EventResult.FAILURE));
        rows.row(at(EventKind.GRAPH_CALL).set(EventField.IP, "203.0.113.2").uti("t1", UtiOrigin.FIELD)
                .result(EventResult.SUCCESS));
        rows.row(at(EventKind.OPERATION).uti("t2", UtiOrigin.FIELD).set(EventField.APP_NAME, "Sync Robot")
                .result(EventResult.FAILURE));
        rows.row(at(EventKind.RISK));
        assertThat(acting()).containsExactly(new ApplicationFacts("robot", "Sync Robot", SECOND, 5 * SECOND, 1, 2, 3, 1,
                List.of(0, 1, 2, 3, 4), List.of("203.0.113.1", "203.0.113.2")));
    }

    private AuditEvent.Builder at(EventKind kind) {
        return next(kind, "application", "robot");
    }

    @Test
    void onlyApplicationsAndAgentsActByThemselvesAndThoseWithMostEventsComeFirst() {
        rows.row(next(EventKind.OPERATION, "application", "c"));
        rows.row(next(EventKind.OPERATION, "agent", "b"));
        rows.row(next(EventKind.OPERATION, "agent", "a"));
        rows.row(next(EventKind.OPERATION, "agent", "b"));
        rows.row(next(EventKind.OPERATION, "user", "d"));
        rows.row(next(EventKind.OPERATION, "system", "e"));
        rows.row(next(EventKind.OPERATION, null, "f"));
        assertThat(acting()).extracting(ApplicationFacts::id).containsExactly("b", "a", "c");
    }

    @Test
    void anApplicationWithoutAnIdHasItsNameAndOneWithoutBothIsNone() {
        rows.row(event("k1").time(SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, "application")
                .set(EventField.APP_NAME, "Tool"));
        rows.row(event("k2").time(2 * SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, "application"));
        rows.row(event("k3").time(3 * SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, "application")
                .set(EventField.APP_ID, "unnamed"));
        List<ApplicationFacts> acting = acting();
        assertThat(acting).extracting(ApplicationFacts::id).containsExactly("Tool", "unnamed");
        assertThat(acting).extracting(ApplicationFacts::name).containsExactly("Tool", "unnamed");
    }

    @Test
    void whatBelongsToASessionByFactOrHasNoTimeIsNotOfAnApplicationByItself() {
        rows.row(event(EventKind.SIGN_IN, "k1").time(SECOND, TimeQuality.READ, 0).set(EventField.SESSION_ID, "s")
                .set(EventField.UPN, "adele@contoso.example").set(EventField.IP, "203.0.113.1")
                .result(EventResult.SUCCESS));
        rows.row(event("k2").time(2 * SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, "agent")
                .set(EventField.APP_ID, "in the session").set(EventField.SESSION_ID, "s"));
        rows.row(event("k3").time(3 * SECOND, TimeQuality.READ, 0).set(EventField.ACTOR, "agent")
                .set(EventField.APP_ID, "inferred").set(EventField.UPN, "adele@contoso.example")
                .set(EventField.IP, "203.0.113.1"));
        rows.row(event("k4").set(EventField.ACTOR, "agent").set(EventField.APP_ID, "undated"));
        Correlation correlation = Correlation.of(rows.file("1").events());
        assertThat(correlation.rule(2).isInferred()).isTrue();
        assertThat(new Applications(correlation.events()).acting(correlation)).extracting(ApplicationFacts::id)
                .containsExactly("inferred");
    }

    @Test
    void theNameOfAnApplicationIsTheRecordsOwnElseThatOfTheFirstRecordWithItsId() {
        rows.row(event("k1").time(1, TimeQuality.READ, 0).set(EventField.APP_ID, "a"));
        rows.row(event("k2").time(2, TimeQuality.READ, 0).set(EventField.APP_ID, "a").set(EventField.APP_NAME, "One"));
        rows.row(event("k3").time(3, TimeQuality.READ, 0).set(EventField.APP_ID, "a").set(EventField.APP_NAME, "Two"));
        rows.row(event("k4").time(4, TimeQuality.READ, 0).set(EventField.APP_NAME, "Three"));
        rows.row(event("k5").time(5, TimeQuality.READ, 0));
        rows.row(event("k6").time(6, TimeQuality.READ, 0).set(EventField.APP_ID, "b"));
        Applications applications = new Applications(rows.file("1").events());
        assertThat(List.of(applications.of(0), applications.of(1), applications.of(2), applications.of(3),
                applications.of(5))).containsExactly("One", "One", "Two", "Three", "b");
        assertThat(applications.of(4)).isNull();
    }
}
