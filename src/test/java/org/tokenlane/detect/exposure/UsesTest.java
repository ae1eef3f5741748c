package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.Envelope;
import org.tokenlane.detect.exposure.Exposure.GraphUse;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.query.StoredRows;

/** How uses of things are counted, and what is gathered of Graph's resources and of messages. */
class UsesTest {

    private static final long SECOND = 1_000_000_000L;
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

    private AuditEvent.Builder next(EventKind kind) {
        return event(kind, "k" + ++seconds).time(seconds * SECOND, TimeQuality.READ, 0);
    }

    private Correlation correlation() {
        return Correlation.of(rows.file("1").events());
    }

    private static List<String> told(Uses<String, Void> uses) {
        return uses.list((key, nothing, use) -> key + " " + use.times() + " " + Arrays.toString(use.events()) + " "
                + use.tokens());
    }

    @Test
    void aThingHasItsEventsOnceInOrderAndThoseUsedFirstComeFirst() {
        for (int i = 0; i < 8; i++) {
            rows.row(next(EventKind.OPERATION));
        }
        Uses<String, Void> uses = Uses.plain(correlation());
        for (int number : new int[] { 7, 7, 2, 6, 3, 5, 2 }) {
            uses.add("many", number);
        }
        uses.add("one", 1);
        uses.add("twice in one", 4);
        uses.add("twice in one", 4);
        List<String> keys = new ArrayList<>();
        uses.each((key, nothing) -> keys.add(key));
        assertThat(keys).containsExactly("many", "one", "twice in one");
        assertThat(told(uses)).containsExactly("one 1 [1] []", "many 7 [2, 3, 5, 6, 7] []", "twice in one 2 [4] []");
        assertThat(told(uses)).as("what was listed is not counted again").isEmpty();
    }

    @Test
    void aUseHasItsTimesAndTheTokensOfItsEventsByFact() {
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN).set(EventField.SESSION_ID, "s").set(EventField.UPN, ADELE)
                .set(EventField.IP, "203.0.113.1").uti("t1", UtiOrigin.REQUEST_ID).result(EventResult.SUCCESS));
        rows.row(next(EventKind.OPERATION).uti("t1", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION).uti("t2", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION).set(EventField.UPN, ADELE).set(EventField.IP, "203.0.113.1"));
        rows.row(event("undated").uti("t1", UtiOrigin.FIELD));
        Correlation correlation = correlation();
        assertThat(correlation.rule(3).isInferred()).isTrue();
        Uses<String, Void> uses = Uses.plain(correlation);
        for (int number = 1; number < 5; number++) {
            uses.add("all", number);
        }
        Use use = uses.list((key, nothing, one) -> one).getFirst();
        assertThat(List.of(use.first(), use.last())).as("the undated one is not the last").containsExactly(2 * SECOND,
                4 * SECOND);
        assertThat(use.tokens()).containsExactly("t1", "t2");
        assertThat(Uses.of(correlation, 1).tokens()).containsExactly("t1");
        assertThat(Uses.of(correlation, 3).tokens()).as("an inferred link names no token").isEmpty();
        assertThat(List.of(Uses.of(correlation, 4).first(), Uses.of(correlation, 4).last()))
                .containsOnly(AuditEvent.NO_TIME);
    }

    private List<GraphUse> graph() {
        Correlation correlation = correlation();
        GraphLedger ledger = new GraphLedger(correlation);
        for (int number = 0; number < correlation.events().size(); number++) {
            ledger.add(number);
        }
        return ledger.uses();
    }

    private AuditEvent.Builder call(String uri) {
        return next(EventKind.GRAPH_CALL).set(EventField.OPERATION, "GET").set(EventField.TARGET, uri);
    }

    @Test
    void aResourceOfGraphHasItsPathWithoutHostVersionAndQuery() {
        for (String uri : List.of("https://graph.microsoft.com/v1.0/me/messages?$top=5", "/beta/me", "//V2/users",
                "https://graph.microsoft.com/v1.0", "/betamax", "/v1.0x/me")) {
            rows.row(call(uri));
        }
        rows.row(call(null));
        assertThat(graph()).extracting(GraphUse::item).containsExactly("/me/messages", "/me", "/users", "/", "/betamax",
                "/v1.0x/me", null);
    }

    @Test
    void callsOfOneUserAreCountedByWhetherTheyWereAnswered() {
        rows.row(call("/me").set(EventField.UPN, ADELE).set(EventField.USER_OBJECT_ID, "o1"));
        rows.row(call("/me").set(EventField.UPN, ADELE).result(EventResult.FAILURE));
        rows.row(call("/me").set(EventField.UPN, ADELE).result(EventResult.FAILURE));
        rows.row(call("/me").set(EventField.USER_OBJECT_ID, "o2"));
        assertThat(graph()).extracting(GraphUse::user, GraphUse::succeeded, GraphUse::refused).containsExactly(
                tuple(ADELE, 1, 2), tuple("o2", 1, 0));
    }

    @Test
    void searchesAndFiltersAreKeptAsTheyWereAskedAndFiftyAtMost() {
        rows.row(call("/me/messages?$top=5&$search=%22pay%20roll%22&%24filter=a"));
        rows.row(call("/me/messages?$filter=100%&$select=id"));
        rows.row(call("/users?$filter="));
        for (int i = 0; i < 51; i++) {
            rows.row(call("/groups?$filter=" + i));
        }
        List<GraphUse> all = graph();
        assertThat(all.getFirst().asked()).containsExactly("$search=\"pay roll\"", "$filter=a", "$filter=100%");
        assertThat(all.get(1).asked()).containsExactly("$filter=");
        assertThat(all.get(2).asked()).hasSize(50).contains("$filter=49").doesNotContain("$filter=50");
    }

    private AuditEvent.Builder message(String operation, String id, String network) {
        return next(EventKind.MESSAGE).set(EventField.OPERATION, operation).set(EventField.INTERNET_MESSAGE_ID, id)
                .set(EventField.NETWORK_MESSAGE_ID, network);
    }

    @Test
    void anEnvelopeHasTheFirstSenderAllRecipientsAndTheAttachmentsOfTheMessagesCopies() {
        rows.row(message("Email attachment", null, "n2").set(EventField.TARGET, "before.xlsx"));
        rows.row(message("Email", "<1@x>", "n1").set(EventField.RECIPIENT, "a@contoso.example b@contoso.example"));
        rows.row(message("Email", "<1@x>", "n2").set(EventField.SENDER, "boss@contoso.example").set(
                EventField.RECIPIENT, "a@contoso.example"));
        rows.row(message("Email", "<1@x>", null).set(EventField.SENDER, "late@contoso.example"));
        rows.row(message("Email", "<2@x>", "n3").set(EventField.SENDER, "other@contoso.example"));
        rows.row(message("Email attachment", null, "n1").set(EventField.TARGET, "a.xlsx"));
        rows.row(message("Email attachment", null, "n1"));
        rows.row(message("Email attachment", null, null).set(EventField.TARGET, "nowhere.xlsx"));
        rows.row(message("Email attachment", null, "n3").set(EventField.TARGET, "of-another.xlsx"));
        rows.row(message("Email link", null, "n1").set(EventField.TARGET, "https://x.example"));
        rows.row(next(EventKind.OPERATION).set(EventField.INTERNET_MESSAGE_ID, "<1@x>").set(EventField.RECIPIENT,
                "not-a-message@contoso.example"));
        Envelopes envelopes = new Envelopes(correlation());
        assertThat(envelopes.of(Set.of("<1@x>", "<9@x>"), Progress.NONE)).isEqualTo(Map.of("<1@x>",
                new Envelope("boss@contoso.example", List.of("a@contoso.example", "b@contoso.example"),
                        List.of("before.xlsx", "a.xlsx"))));
        assertThat(envelopes.of(Set.of(), Progress.NONE)).isEmpty();
    }
}
