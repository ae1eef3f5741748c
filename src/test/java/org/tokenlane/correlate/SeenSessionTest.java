package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.SeenSession.Match;

/** What is known of a session speaks for an event, against it, or leaves it open. */
class SeenSessionTest {

    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Chrome/139.0 Safari/537.36 Edg/139.0";
    private static final String OLD = EDGE.replace("139", "138");
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6) Version/18.6 Safari/604.1";

    private final SeenSession session = new SeenSession(7);

    private SeenSession seen(String agent, long... times) {
        for (long time : times) {
            session.client(ClientText.of(agent), 1, time);
        }
        return session;
    }

    private Match agent(String text, long time) {
        return session.agent(ClientText.of(text), time);
    }

    private Match client(String text) {
        return session.client(ClientText.of(text), 1);
    }

    @Test
    void aSessionKeepsItsCode() {
        assertThat(session.session()).isEqualTo(7);
    }

    @Test
    void anAddressIsTheSessionsFromTheFirstToTheLastTimeAndSoMuchAfter() {
        session.at(3, 100);
        session.at(3, 200);
        assertThat(session.wasAt(3, 99, 50)).isFalse();
        assertThat(session.wasAt(3, 100, 50)).isTrue();
        assertThat(session.wasAt(3, 250, 50)).isTrue();
        assertThat(session.wasAt(3, 251, 50)).isFalse();
        assertThat(session.wasAt(4, 150, 50)).isFalse();
    }

    @Test
    void aDeviceIsTheSessionsOrAnothers() {
        assertThat(session.device(5, true)).as("nothing known").isEqualTo(Match.OPEN);
        session.signedIn(true);
        assertThat(session.device(5, true)).as("a sign-in without a device").isEqualTo(Match.EXCLUDED);
        assertThat(session.device(5, false)).as("the only session").isEqualTo(Match.OPEN);
        session.device(5);
        assertThat(session.device(5, false)).isEqualTo(Match.SUPPORTED);
        assertThat(session.device(6, false)).isEqualTo(Match.EXCLUDED);
    }

    @Test
    void aUserAgentIsOpenWhereNoneIsKnownOrTheRecordHasNone() {
        assertThat(agent(EDGE, 5)).isEqualTo(Match.OPEN);
        seen(EDGE, 1);
        assertThat(agent("Client=OWA", 5)).isEqualTo(Match.OPEN);
        assertThat(agent("MSWAC", 5)).isEqualTo(Match.OPEN);
        assertThat(agent(EDGE, 5)).isEqualTo(Match.SUPPORTED);
    }

    @Test
    void aServiceSeenInTheSessionDecidesNothing() {
        seen("MSWAC", 1);
        assertThat(agent(IPHONE, 5)).isEqualTo(Match.OPEN);
        seen(EDGE, 1);
        assertThat(agent(IPHONE, 5)).as("the browser does").isEqualTo(Match.EXCLUDED);
    }

    @Test
    void anotherSystemIsExcludedButNotWhereOneOfSeveralFits() {
        seen(EDGE, 1);
        assertThat(agent(IPHONE, 5)).isEqualTo(Match.EXCLUDED);
        seen(IPHONE.replace("Version", "OtherApp"), 1);
        assertThat(agent(IPHONE, 5)).isEqualTo(Match.OPEN);
    }

    @Test
    void anOlderVersionExcludesANewerOneOnlyWhereItWasSeenLater() {
        seen(OLD, 10, 20);
        assertThat(agent(EDGE, 19)).isEqualTo(Match.EXCLUDED);
        assertThat(agent(EDGE, 20)).isEqualTo(Match.OPEN);
    }

    @Test
    void aNewerVersionExcludesAnOlderOneOnlyWhereItWasSeenBefore() {
        seen(EDGE, 10, 20);
        assertThat(agent(OLD, 10)).isEqualTo(Match.OPEN);
        assertThat(agent(OLD, 11)).isEqualTo(Match.EXCLUDED);
    }

    @Test
    void anUpdateDividesTheTimeOfTheSession() {
        seen(OLD, 10, 20);
        seen(EDGE, 30, 40);
        assertThat(agent(OLD, 29)).isEqualTo(Match.SUPPORTED);
        assertThat(agent(OLD, 30)).isEqualTo(Match.EXCLUDED);
        assertThat(agent(EDGE, 20)).isEqualTo(Match.EXCLUDED);
        assertThat(agent(EDGE, 21)).isEqualTo(Match.SUPPORTED);
    }

    @Test
    void versionsThatOverlapAreNoUpdate() {
        seen(OLD, 10, 30);
        seen(EDGE, 30, 40);
        assertThat(agent(OLD, 35)).isEqualTo(Match.SUPPORTED);
        assertThat(agent(EDGE, 15)).isEqualTo(Match.SUPPORTED);
    }

    @Test
    void aScriptExcludesAnotherScript() {
        seen("curl/8.5.0", 1);
        assertThat(agent("python-requests/2.32", 5)).isEqualTo(Match.EXCLUDED);
        assertThat(agent("curl/8.6.0", 5)).isEqualTo(Match.OPEN);
    }

    @Test
    void aBrowserExcludesAnotherBrowserButNoProgram() {
        seen(EDGE, 1);
        assertThat(agent(EDGE.replace(" Edg/139.0", ""), 5)).isEqualTo(Match.EXCLUDED);
        assertThat(agent("Microsoft Office Excel/16.0 (Windows/10.0)", 5)).isEqualTo(Match.OPEN);
        assertThat(agent(EDGE + " X/1", 5)).as("the same browser with an addition").isEqualTo(Match.OPEN);
    }

    @Test
    void aMailClientIsTheSessionsByItsStringOrItsSystem() {
        assertThat(client("Client=OWA;A")).isEqualTo(Match.OPEN);
        assertThat(client("curl/8")).isEqualTo(Match.OPEN);
        seen("Client=OWA;A", 1);
        assertThat(client("Client=OWA;A")).isEqualTo(Match.SUPPORTED);
        assertThat(client("Client=OWA;B")).isEqualTo(Match.OPEN);
        assertThat(client("Client=POP3")).isEqualTo(Match.EXCLUDED);
        assertThat(session.client(ClientText.of("Client=POP3"), 2)).as("of another service").isEqualTo(Match.OPEN);
        seen(IPHONE, 1);
        assertThat(client("Client=OutlookService;Outlook-iOS/2.0;")).isEqualTo(Match.SUPPORTED);
        assertThat(client("Client=MSExchangeRPC")).isEqualTo(Match.EXCLUDED);
    }

    @Test
    void anApplicationIsTheSessionsWhileItsTokenIsValid() {
        assertThat(session.app(4, 1, 10, 5)).isEqualTo(Match.OPEN);
        session.app(4, 1, false, 10);
        assertThat(session.app(4, 1, 9, 5)).isEqualTo(Match.OPEN);
        assertThat(session.app(4, 1, 10, 5)).isEqualTo(Match.SUPPORTED);
        assertThat(session.app(4, 1, 15, 5)).isEqualTo(Match.SUPPORTED);
        assertThat(session.app(4, 1, 16, 5)).isEqualTo(Match.OPEN);
        assertThat(session.app(6, 1, 12, 5)).as("a sign-in shows no use of the service").isEqualTo(Match.OPEN);
        session.app(4, 1, true, 11);
        assertThat(session.app(6, 1, 12, 5)).isEqualTo(Match.EXCLUDED);
        assertThat(session.app(6, 2, 12, 5)).isEqualTo(Match.OPEN);
    }

    @Test
    void onlyRenewalsShowWhichApplicationsASessionNeverHad() {
        session.signedIn(true);
        assertThat(session.app(6, 1, 12, 5)).isEqualTo(Match.OPEN);
        session.signedIn(false);
        session.signedIn(true);
        assertThat(session.app(6, 1, 12, 5)).isEqualTo(Match.EXCLUDED);
    }
}
