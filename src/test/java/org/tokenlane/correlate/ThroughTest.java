package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.StoredRows;

/** Through whom something was done, of events and of sessions. */
class ThroughTest {

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

    private AuditEvent.Builder next(EventKind kind) {
        return event(kind, "k" + ++seconds).time(seconds * 1_000_000_000L, TimeQuality.READ, 0);
    }

    private void with(EventField field, String... values) {
        for (String value : values) {
            rows.row(next(EventKind.OPERATION).set(field, value));
        }
    }

    private List<Through> read(int from, int to) {
        CaseEvents events = rows.events();
        Through.Reader reader = new Through.Reader(events);
        return IntStream.range(from, to).mapToObj(reader::of).toList();
    }

    @Test
    void theWordsOfTheLogsSayThroughWhom() {
        with(EventField.CROSS_TENANT_ACCESS, "serviceProvider", "granularGDAP", "b2bCollaboration", "B2BDirectConnect",
                "passthrough", "none", "notb2b");
        with(EventField.USER_TYPE, "partnerTechnician", "Guest", "member");
        with(EventField.AGENT_ID, "a1");
        with(EventField.AGENT_NAME, "Helper");
        with(EventField.ACTOR, "agent", "application", "user", "system");
        rows.row(next(EventKind.OPERATION));
        rows.file("1");
        assertThat(read(0, 7)).containsExactly(Through.PARTNER, Through.PARTNER, Through.GUEST, Through.GUEST,
                Through.GUEST, null, null);
        assertThat(read(7, 10)).containsExactly(Through.PARTNER, Through.GUEST, null);
        assertThat(read(10, 12)).containsExactly(Through.AGENT, Through.AGENT);
        assertThat(read(12, 17)).containsExactly(Through.AGENT, Through.APPLICATION, null, null, null);
    }

    @Test
    void theWayOfAccessCountsBeforeTheUsersTypeAndThatBeforeTheAgentAndTheActor() {
        rows.row(next(EventKind.OPERATION).set(EventField.CROSS_TENANT_ACCESS, "serviceProvider")
                .set(EventField.USER_TYPE, "guest").set(EventField.ACTOR, "application"));
        rows.row(next(EventKind.OPERATION).set(EventField.USER_TYPE, "guest").set(EventField.AGENT_ID, "a"));
        rows.row(next(EventKind.OPERATION).set(EventField.AGENT_ID, "a").set(EventField.ACTOR, "application"));
        rows.file("1");
        assertThat(read(0, 3)).containsExactly(Through.PARTNER, Through.GUEST, Through.AGENT);
        assertThat(Through.values()).filteredOn(Through::isFromOutside).containsExactly(Through.PARTNER,
                Through.GUEST);
    }

    private static SessionThrough of(Correlation correlation, String session) {
        return SessionThrough.of(correlation, new Through.Reader(correlation.events()),
                correlation.sessionCode(session));
    }

    @Test
    void aSessionHasThroughWhomAndBetweenWhichTenantsItsEventsByFactWere() {
        rows.row(next(EventKind.SIGN_IN).set(EventField.SESSION_ID, "s").set(EventField.UPN, "a@contoso.example")
                .set(EventField.IP, "203.0.113.1").set(EventField.HOME_TENANT_ID, "h2")
                .set(EventField.AGENT_ID, "a").result(EventResult.SUCCESS));
        rows.row(next(EventKind.OPERATION).set(EventField.SESSION_ID, "s").set(EventField.HOME_TENANT_ID, "h1")
                .set(EventField.RESOURCE_TENANT_ID, "r").set(EventField.USER_TYPE, "partner"));
        rows.row(next(EventKind.OPERATION).set(EventField.UPN, "a@contoso.example").set(EventField.IP, "203.0.113.1")
                .set(EventField.HOME_TENANT_ID, "guessed").set(EventField.USER_TYPE, "guest"));
        rows.row(next(EventKind.OPERATION).set(EventField.SESSION_ID, "member"));
        Correlation correlation = Correlation.of(rows.file("1").events());
        assertThat(correlation.rule(2).isInferred()).isTrue();
        assertThat(of(correlation, "s")).isEqualTo(new SessionThrough(List.of(Through.PARTNER, Through.AGENT),
                List.of("h1", "h2"), List.of("r")));
        assertThat(of(correlation, "member")).isEqualTo(SessionThrough.NOTHING);
    }

    @Test
    void aSessionIsEmptyOnlyWhereNoRecordSaysAnything() {
        assertThat(SessionThrough.NOTHING.isEmpty()).isTrue();
        assertThat(new SessionThrough(List.of(Through.GUEST), List.of(), List.of()).isEmpty()).isFalse();
        assertThat(new SessionThrough(List.of(), List.of("h"), List.of()).isEmpty()).isFalse();
        assertThat(new SessionThrough(List.of(), List.of(), List.of("r")).isEmpty()).isFalse();
    }
}
