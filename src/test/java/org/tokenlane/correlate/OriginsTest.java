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
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.query.StoredRows;

/** Origins, tokens and sessions of events that the test writes itself. */
class OriginsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String TOKEN = "JYpgIpsdtUSw8suU8GstAA";

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

    private AuditEvent.Builder next(EventKind kind, String session) {
        return event(kind, "k" + ++seconds).time(seconds * SECOND, TimeQuality.READ, 0).set(EventField.SESSION_ID,
                session);
    }

    private Correlation correlation() {
        return Correlation.of(rows.file("1").events());
    }

    private List<Origins.Origin> origins(Correlation correlation, String session) {
        return new SessionQueries(correlation).origins(correlation.sessionCode(session));
    }

    @Test
    void signInsOfOneNetworkAreOneOriginUnlessTheirAgentsDiffer() {
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.1").set(EventField.USER_AGENT, "Edge/1.2"));
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.9").set(EventField.USER_AGENT, "Edge/3"));
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.2").set(EventField.USER_AGENT, "curl/1")
                .uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.114.1").set(EventField.USER_AGENT, "Edge/3"));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.3").uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.3"));
        rows.row(next(EventKind.OPERATION, "s"));
        Correlation correlation = correlation();
        assertThat(origins(correlation, "s")).extracting(Origins.Origin::events).containsExactly(List.of(0, 1, 5),
                List.of(2, 4), List.of(3));
        assertThat(origins(correlation, "s")).extracting(Origins.Origin::key)
                .containsExactly("203.0.113.0/24|Edge/0||", "203.0.113.0/24|curl/0||", "203.0.114.0/24|Edge/0||");
    }

    @Test
    void anAutonomousSystemIsTheNetworkOfAllEventsFromItsAddress() {
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.1").set(EventField.ASN, "64500"));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.1"));
        rows.row(next(EventKind.OPERATION, "s"));
        rows.row(next(EventKind.OPERATION, "t"));
        Correlation correlation = correlation();
        assertThat(origins(correlation, "s")).hasSize(1);
        assertThat(origins(correlation, "s").getFirst().network()).isEqualTo("AS64500");
        assertThat(origins(correlation, "s").getFirst().events()).as("an only origin has what has no address, too")
                .containsExactly(0, 1, 2);
        assertThat(origins(correlation, "t").getFirst().network()).isEmpty();
        assertThat(new Origins(correlation.events()).ofSession(correlation, correlation.sessionCode("s"))).hasSize(1);
    }

    @Test
    void aTextThatIsNoAddressIsItsOwnPrefix() {
        assertThat(Origins.prefix("203.0.113.7")).isEqualTo("203.0.113.0/24");
        assertThat(Origins.prefix("2001:db8::1")).isEqualTo("2001:db8::/48");
        assertThat(Origins.prefix("host")).isEqualTo("host");
        assertThat(Origins.withoutVersions("Edge/138.0_1 X10")).isEqualTo("Edge/0 X0");
    }

    private List<List<Integer>> split(Correlation correlation, OriginSplit.By by, String value) {
        List<Origins.Origin> whole = origins(correlation, "s");
        return new OriginParts(correlation).of(whole, List.of(new OriginSplit(whole.getFirst().key(), by, value)))
                .stream().map(OriginParts.Part::events).toList();
    }

    @Test
    void anOriginIsSplitByAddressAgentTokenOrTime() {
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.1").set(EventField.USER_AGENT, "Edge/1"));
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.2").set(EventField.USER_AGENT, "Edge/2")
                .uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.1").uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.1"));
        Correlation correlation = correlation();
        assertThat(split(correlation, OriginSplit.By.ADDRESS, "203.0.113.2"))
                .containsExactly(List.of(0, 2, 3), List.of(1));
        assertThat(split(correlation, OriginSplit.By.USER_AGENT, "Edge/2")).as("with what was done with its token")
                .containsExactly(List.of(0, 3), List.of(1, 2));
        assertThat(split(correlation, OriginSplit.By.TOKEN, TOKEN)).containsExactly(List.of(0, 3), List.of(1, 2));
        assertThat(split(correlation, OriginSplit.By.TIME, Long.toString(3 * SECOND)))
                .containsExactly(List.of(0, 1), List.of(2, 3));
        assertThat(split(correlation, OriginSplit.By.TIME, Long.toString(3 * SECOND + 1)))
                .containsExactly(List.of(0, 1, 2), List.of(3));
        assertThat(split(correlation, OriginSplit.By.TIME, "0")).as("a part without events is none")
                .containsExactly(List.of(0, 1, 2, 3));
        assertThat(split(correlation, OriginSplit.By.ADDRESS, "198.51.100.1")).hasSize(1);
    }

    @Test
    void whatHasNoTokenDoesNotGoWithASignInWithoutOne() {
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.1").set(EventField.USER_AGENT, "Edge/1"));
        rows.row(next(EventKind.SIGN_IN, "s").set(EventField.IP, "203.0.113.1").set(EventField.USER_AGENT, "Edge/2"));
        rows.row(next(EventKind.OPERATION, "s").set(EventField.IP, "203.0.113.1"));
        assertThat(split(correlation(), OriginSplit.By.USER_AGENT, "Edge/2")).containsExactly(List.of(0, 2),
                List.of(1));
    }

    @Test
    void aTokensTrailHasItsSignInAndItsOperationsByName() {
        rows.row(next(EventKind.OPERATION, "s").uti(TOKEN, UtiOrigin.FIELD).set(EventField.OPERATION, "Send")
                .set(EventField.IP, "203.0.113.1").set(EventField.RESOURCE_ID, "r"));
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN, "s").uti(TOKEN, UtiOrigin.FIELD)
                .set(EventField.APP_ID, "app").set(EventField.IP, "203.0.113.2"));
        rows.row(next(EventKind.OPERATION, "s").uti(TOKEN, UtiOrigin.FIELD).set(EventField.OPERATION, "Update"));
        rows.row(next(EventKind.OPERATION, "s").uti(TOKEN, UtiOrigin.FIELD).set(EventField.OPERATION, "Update"));
        rows.row(next(EventKind.OPERATION, "s").uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.SIGN_IN, "s").uti(TOKEN, UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s"));
        Correlation correlation = correlation();
        SessionQueries queries = new SessionQueries(correlation);
        TokenTrail trail = queries.token(correlation.tokenCode(TOKEN));
        assertThat(trail.uti()).isEqualTo(TOKEN);
        assertThat(trail.session()).isEqualTo("s");
        assertThat(trail.signIn()).isEqualTo(1);
        assertThat(trail.issuedAt()).isEqualTo(2 * SECOND);
        assertThat(List.of(trail.app(), trail.resource())).containsExactly("app", "r");
        assertThat(trail.ips()).containsExactly("203.0.113.1", "203.0.113.2");
        assertThat(List.of(trail.first(), trail.last())).containsExactly(SECOND, 6 * SECOND);
        assertThat(trail.operations()).isEqualTo(4);
        assertThat(trail.operationsByName().toString()).isEqualTo("{Update=2, (no name)=1, Send=1}");
        assertThat(trail.events()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(queries.isEcho(5)).isTrue();
        assertThat(queries.isEcho(1)).isFalse();
        assertThat(queries.isEcho(6)).isFalse();
        int session = correlation.sessionCode("s");
        assertThat(queries.withoutToken(session)).containsExactly(6);
        assertThat(queries.inferred(session)).isEmpty();
        assertThat(queries.tokensOf(session)).containsExactly(correlation.tokenCode(TOKEN));
    }

    @Test
    void aSessionCountsItsEventsByWhatTheyAreAndTheLatestIsLast() {
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN, "b").set(EventField.UPN, "z@contoso.example")
                .set(EventField.COUNTRY, "DE").uti("used", UtiOrigin.FIELD).result(EventResult.SUCCESS));
        rows.row(next(EventKind.OPERATION, "b").set(EventField.UPN, "a@contoso.example"));
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN, "a").uti("refused", UtiOrigin.FIELD)
                .result(EventResult.FAILURE));
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN, "a").uti("stopped", UtiOrigin.FIELD)
                .result(EventResult.INTERRUPTED));
        rows.row(event(EventKind.RISK, "undated").set(EventField.SESSION_ID, "A0").set(EventField.UPN, "u"));
        rows.row(event(EventKind.RISK, "none"));
        Correlation correlation = correlation();
        SessionQueries queries = new SessionQueries(correlation);
        List<SessionFacts> all = queries.all();
        assertThat(all).extracting(SessionFacts::sessionId).containsExactly("b", "a", "A0");
        SessionFacts first = all.getFirst();
        assertThat(first.upns()).containsExactly("a@contoso.example", "z@contoso.example");
        assertThat(first.countries()).containsExactly("DE");
        assertThat(List.of(first.first(), first.last())).containsExactly(SECOND, 2 * SECOND);
        assertThat(List.of(first.signIns(), first.operations(), first.events(), first.tokens(), first.inferred(),
                first.origins())).containsExactly(1, 1, 2, 1, 0, 1);
        assertThat(all.get(1).tokens()).as("refused and interrupted sign-ins issue none").isZero();
        assertThat(List.of(all.getLast().first(), all.getLast().last())).containsOnly(AuditEvent.NO_TIME);
        BitSet one = new BitSet();
        one.set(2);
        assertThat(queries.withEventsAmong(one)).extracting(SessionFacts::sessionId).containsExactly("a");
        assertThat(correlation.sessionCode("x")).isZero();
        assertThat(correlation.eventsOfSession(0)).isEmpty();
        assertThat(correlation.eventsOfToken(0)).isEmpty();
        assertThat(correlation.linkedAnew()).isEqualTo(6);
        assertThat(correlation.sameLinksAs(Correlation.of(correlation.events()))).isTrue();
    }

    @Test
    void inferredEventsOfASessionAreCountedApartAndItsAddressesAreThoseByFact() {
        rows.row(StoredRows.POOR, next(EventKind.SIGN_IN, "s").set(EventField.UPN, "a@contoso.example")
                .set(EventField.IP, "203.0.113.1").uti("t1", UtiOrigin.FIELD).result(EventResult.SUCCESS));
        rows.row(next(EventKind.SIGN_IN, null).set(EventField.UPN, "a@contoso.example").uti("t1", UtiOrigin.FIELD));
        for (String ip : List.of("203.0.113.3", "203.0.113.2", "203.0.113.2")) {
            rows.row(next(EventKind.OPERATION, "s").set(EventField.UPN, "a@contoso.example").set(EventField.IP, ip));
        }
        rows.row(next(EventKind.OPERATION, null).set(EventField.UPN, "a@contoso.example").set(EventField.IP,
                "203.0.113.1"));
        Correlation correlation = correlation();
        assertThat(correlation.rule(5).isInferred()).isTrue();
        SessionQueries queries = new SessionQueries(correlation);
        SessionFacts facts = queries.all().getFirst();
        assertThat(facts.ips()).containsExactly("203.0.113.1", "203.0.113.2", "203.0.113.3");
        assertThat(facts.signIns()).as("the audit log's word of the same sign-in is no second one").isEqualTo(1);
        assertThat(facts.operations()).isEqualTo(3);
        assertThat(facts.events()).isEqualTo(5);
        assertThat(facts.inferred()).isEqualTo(1);
        assertThat(queries.inferred(correlation.sessionCode("s"))).containsExactly(5);
    }

    @Test
    void ofTwoSessionsOfATokenTheOneOfItsSignInsAndElseOfMostRecordsCounts() {
        rows.row(next(EventKind.OPERATION, "s1").uti("t1", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s1").uti("t1", UtiOrigin.FIELD));
        rows.row(next(EventKind.SIGN_IN, "s2").uti("t1", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, null).uti("t1", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s1").uti("t2", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s2").uti("t2", UtiOrigin.REQUEST_ID));
        rows.row(next(EventKind.OPERATION, "s2").uti("t2", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, null).uti("t2", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s2").uti("t3", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, "s1").uti("t3", UtiOrigin.FIELD));
        rows.row(next(EventKind.OPERATION, null).uti("t3", UtiOrigin.FIELD));
        Correlation correlation = correlation();
        assertThat(List.of(correlation.session(3), correlation.session(7))).as("sign-ins, then most records")
                .containsOnly(correlation.sessionCode("s2"));
        assertThat(correlation.session(10)).as("of two with as many the smaller id")
                .isEqualTo(correlation.sessionCode("s1"));
        assertThat(correlation.session(0)).as("a given session stays").isEqualTo(correlation.sessionCode("s1"));
    }

    @Test
    void aLogHasItsFirstAndLastMomentAndItsDaysWithoutEvents() {
        long day = 86_400 * SECOND;
        rows.row(event("a").time(day - 1, TimeQuality.READ, 0));
        rows.row(event("b").time(day, TimeQuality.READ, 0));
        rows.row(event("c").time(4 * day, TimeQuality.READ, 0));
        rows.row(event("d"));
        rows.row(StoredRows.POOR, event(EventKind.SIGN_IN, "e"));
        Coverage coverage = new Coverage(correlation());
        assertThat(coverage.sources()).containsExactlyInAnyOrder(
                new Coverage.Source(LogSource.UNIFIED_AUDIT_LOG, day - 1, 4 * day, 4, 2), new Coverage.Source(
                        LogSource.ENTRA_SIGN_INS, AuditEvent.NO_TIME, AuditEvent.NO_TIME, 1, 0));
        assertThat(coverage.gaps(List.of())).extracting(Coverage.Gap::what)
                .contains(CoverageText.NO_NON_INTERACTIVE.text(), CoverageText.NO_GRAPH.text(),
                        CoverageText.NO_DIRECTORY.text(),
                        CoverageText.DAYS_WITHOUT.text(LogSource.UNIFIED_AUDIT_LOG.title(), 2))
                .doesNotContain(CoverageText.NO_SIGN_INS.text(), CoverageText.NO_AUDIT_LOG.text());
    }
}
