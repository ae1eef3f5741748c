package org.tokenlane.detect.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.query.StoredRows;

/** How the events that a rule selects are put together, and how the one who acted is called. */
class ChosenTest {

    private static final String ADELE = "adele@contoso.example";

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

    private AuditEvent.Builder next() {
        return event("k" + ++seconds).time(seconds * 10_000_000_000_000L, TimeQuality.READ, 0);
    }

    private CaseFacts facts() {
        return Detection.facts(rows.caseFile(), Correlation.of(rows.file("1").events()), new RecordDetails(),
                AddressLookup.NOTHING);
    }

    private static List<List<Integer>> groups(CaseFacts facts, String per) {
        int[] all = IntStream.range(0, facts.events().size()).toArray();
        return Chosen.groups(facts, all, per).stream().map(Chosen::list).toList();
    }

    @Test
    void eventsArePutTogetherByWhatTheRuleSaysAndThoseWithoutItAreLeftOut() {
        rows.row(next().set(EventField.UPN, ADELE).set(EventField.SESSION_ID, "s").uti("t1", UtiOrigin.FIELD)
                .set(EventField.IP, "203.0.113.1").set(EventField.APP_ID, "app1"));
        rows.row(next().set(EventField.SESSION_ID, "s").set(EventField.IP, "203.0.113.2")
                .set(EventField.USER_OBJECT_ID, "o1").set(EventField.APP_ID, "app1"));
        rows.row(next().set(EventField.UPN, ADELE).uti("t1", UtiOrigin.FIELD).set(EventField.IP, "203.0.113.1"));
        rows.row(next().set(EventField.UPN, ADELE).set(EventField.APP_ID, "app2"));
        rows.row(next().set(EventField.APP_ID, "app2"));
        rows.row(next());
        rows.row(next());
        CaseFacts facts = facts();
        assertThat(groups(facts, "event")).hasSize(7).allMatch(group -> group.size() == 1);
        assertThat(groups(facts, "session")).as("else by the user").containsExactly(List.of(0, 1, 2), List.of(3));
        assertThat(groups(facts, "token")).as("else by the session").containsExactly(List.of(0, 2), List.of(1));
        assertThat(groups(facts, "user")).as("else by the object, else by the application, else together")
                .containsExactly(List.of(0, 2, 3), List.of(1), List.of(4), List.of(5, 6));
        assertThat(groups(facts, "app")).containsExactly(List.of(0, 1), List.of(3, 4));
        assertThat(groups(facts, "address")).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void theOneWhoActedIsTheUserElseTheApplicationElseTheObject() {
        rows.row(next().set(EventField.UPN, ADELE).set(EventField.APP_NAME, "Robot"));
        rows.row(next().set(EventField.APP_NAME, "Robot").set(EventField.USER_OBJECT_ID, "o1"));
        rows.row(next().set(EventField.USER_OBJECT_ID, "o1"));
        rows.row(next());
        CaseFacts facts = facts();
        assertThat(Arrays.asList(Chosen.actor(facts, 0), Chosen.actor(facts, 1), Chosen.actor(facts, 2),
                Chosen.actor(facts, 3))).containsExactly(Words.account(ADELE),
                        PatternText.APPLICATION.text(Words.quoted("Robot")), PatternText.OBJECT.text("o1"),
                        Words.account(null));
    }
}
