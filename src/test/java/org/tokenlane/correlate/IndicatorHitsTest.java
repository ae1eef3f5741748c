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
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.query.StoredRows;

/** What an indicator matches and what only looks like it. */
class IndicatorHitsTest {

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
    private void next(EventField field, String value) {
        rows.row(at(field, value));
    }

    private AuditEvent.Builder at(EventField field, String value) {
        return event("k" + ++seconds).time(seconds * 1_000_000_000L, TimeQuality.READ, 0).set(field, value);
    }

    private IndicatorHits hits(Indicator... indicators) {
        rows.file("1");
        rows.caseFile().marks().indicators("kit", "kit.csv", List.of(indicators), "Adele");
        return MarkedEvents.of(rows.caseFile(), Correlation.of(rows.events())).hits().getFirst();
    }

    private static Indicator indicator(Indicator.Type type, String value) {
        return new Indicator(type, value, "");
    }

    @Test
    void aDomainMatchesItselfAndWhatIsBelowItButNoLongerName() {
        for (String text : List.of("https://kit.example/login", "mail.kit.example", "x@KIT.example", "at kit.example.",
                "kit.example, then", "see kit.example. Then", "notkit.example and kit.example", "kit.example")) {
            next(EventField.TARGET, text);
        }
        int matching = seconds;
        for (String text : List.of("notkit.example", "my-kit.example", "kit.example.org", "kit.examples",
                "kit.example-x", "kit.exampl", "7kit.example")) {
            next(EventField.TARGET, text);
        }
        next(EventField.OPERATION, "kit.example");
        IndicatorHits hits = hits(indicator(Indicator.Type.DOMAIN, "kit.example"));
        assertThat(hits.events().stream()).hasSize(matching).allMatch(event -> event < matching);
    }

    @Test
    void aDomainIsLookedForInUsersMailboxesSendersAndRecipients() {
        next(EventField.UPN, "adele@kit.example");
        next(EventField.MAILBOX, "adele@kit.example");
        next(EventField.SENDER, "adele@kit.example");
        next(EventField.RECIPIENT, "adele@kit.example");
        next(EventField.USER_AGENT, "kit.example");
        for (EventField field : List.of(EventField.UPN, EventField.MAILBOX, EventField.SENDER, EventField.RECIPIENT)) {
            next(field, "adele@contoso.example");
        }
        assertThat(hits(indicator(Indicator.Type.DOMAIN, "kit.example")).events().stream()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void eachIndicatorHasItsEventsAndThoseWithoutAnyAreLeftOut() {
        Indicator address = indicator(Indicator.Type.IP, "203.0.113.7");
        Indicator network = indicator(Indicator.Type.NETWORK, "203.0.113.0/29");
        Indicator agent = indicator(Indicator.Type.USER_AGENT, "axios*");
        Indicator session = indicator(Indicator.Type.SESSION, "s1");
        Indicator token = indicator(Indicator.Type.TOKEN, "t1");
        next(EventField.IP, "203.0.113.7");
        next(EventField.IP, "203.0.113.6");
        next(EventField.IP, "203.0.113.8");
        next(EventField.USER_AGENT, "axios/1.7.9");
        next(EventField.USER_AGENT, "not axios");
        rows.row(at(EventField.SESSION_ID, "s1").uti("t1", UtiOrigin.FIELD));
        rows.row(at(EventField.OPERATION, "Send").uti("t1", UtiOrigin.FIELD));
        next(EventField.SESSION_ID, "s2");
        IndicatorHits hits = hits(address, network, agent, session, token,
                indicator(Indicator.Type.NETWORK, "198.51.100.0/24"), indicator(Indicator.Type.IP, "203.0.113.70"));
        assertThat(hits.byIndicator().keySet()).containsExactly(address, network, agent, session, token);
        assertThat(hits.byIndicator().get(address).stream()).containsExactly(0);
        assertThat(hits.byIndicator().get(network).stream()).containsExactly(0, 1);
        assertThat(hits.byIndicator().get(agent).stream()).containsExactly(3);
        assertThat(hits.byIndicator().get(session).stream()).as("its token's events, too").containsExactly(5, 6);
        assertThat(hits.byIndicator().get(token).stream()).containsExactly(5, 6);
        assertThat(hits.events().stream()).containsExactly(0, 1, 3, 5, 6);
        assertThat(hits.on(0)).containsExactly(address, network);
        assertThat(hits.on(1)).containsExactly(network);
        assertThat(hits.on(2)).isEmpty();
    }
}
