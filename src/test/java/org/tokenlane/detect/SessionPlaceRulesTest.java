package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Rules on sessions and tokens at two places: at once, too far apart, or elsewhere than where they were issued. */
class SessionPlaceRulesTest extends RuleTest {

    private static final String TOKEN = "token-used-elsewhere";
    private static final String CONCURRENT = "session-concurrent-use";
    private static final String TRAVEL = "session-impossible-travel";
    private static final String TOTAL = "session-total-travel";

    private Scene.Told used(Scene.Told token, String time, String ip) {
        return scene.graph(Scene.ADELE, at(time), "GET", "/me/messages", Scene.SESSION, token.uti(), ip);
    }

    @Test
    void aTokenUsedFromAnotherCountryIsFound() {
        Scene.Told token = renewal("08:00");
        abroad(scene.signIn("bert@contoso.example", at("07:00"), Scene.OTHER_SESSION));
        used(token, "08:05", "192.0.2.10");
        used(token, "08:10", "203.0.113.200");
        used(token, "08:11", "203.0.113.200");
        Finding finding = finding(TOKEN);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:10:00", "08:11:00");
        assertThat(finding.why()).contains("192.0.2.10 (DK, AS64496)", "2026-09-15 08:00:00 UTC",
                "10 minutes", "203.0.113.200 (US, AS64511)",
                "2 operations");
        assertThat(finding.against()).isEmpty();
    }

    @Test
    void anotherNetworkWhoseCountryIsTheSameOrNotKnownWeighsLess() {
        Scene.Told token = renewal("08:00");
        used(token, "08:10", "203.0.113.200");
        assertThat(finding(TOKEN).severity()).as("services log addresses of their own").isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theRegisteredDeviceThatItWasIssuedToExcusesNothingFarAway() {
        abroad(scene.signIn("bert@contoso.example", at("07:00"), Scene.OTHER_SESSION));
        used(renewal("08:00").device("d1"), "08:10", "203.0.113.200");
        assertThat(finding(TOKEN).severity()).isEqualTo(Severity.HIGH);
        assertThat(finding(TOKEN).against()).singleElement().asString()
                .isEqualTo(FactsText.CLAIMED_DEVICE.text());
    }

    @Test
    void whatServicesLogOfTheirOwnAndTheUsersOwnNetworksAreNoUseElsewhere() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        scene.signIn("cleo@contoso.example", at("07:00"), Scene.OTHER_SESSION).from("2001:db8:40:1::10", "DK", CARRIER);
        Scene.Told token = renewal("08:00");
        used(token, "08:05", "192.0.2.99");
        used(token, "08:06", "2603:10a6:10:3a::15");
        used(token, "08:07", "2001:db8:40:1::10");
        used(token, "08:08", "192.0.2.200");
        findsNothing(TOKEN);
    }

    @Test
    void thereAndBackWithinTheHourIsUseByTwo() {
        root("08:00");
        abroad(renewal("08:30"));
        renewal("09:00");
        Finding finding = finding(CONCURRENT);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:30:00", "09:00:00");
        assertThat(finding.why())
                .contains(
                        "192.0.2.10 (DK, AS64496)", "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)",
                        "2026-09-15 08:30:00 UTC", "192.0.2.10");
    }

    @Test
    void aJourneyOneWayOrBackAfterMoreThanAnHourIsNone() {
        root("08:00");
        abroad(renewal("08:30"));
        renewal("09:00:01");
        findsNothing(CONCURRENT);
    }

    @Test
    void twoNetworksOfOneCountryABoundTokenAndAVpnAreNotTwoPeople() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        root("08:00").device("d1");
        inTheSameCountry(renewal("08:05"));
        renewal("08:10").device("d1");
        renewal("08:20").device("d1");
        abroad(renewal("08:25")).bound(true);
        renewal("08:30").device("d1");
        renewal("08:35").from("192.0.2.200", "SE", 64500);
        renewal("08:40").device("d1");
        renewal("08:45").from("2001:db8:40:1::10", "PL", CARRIER);
        renewal("08:50").device("d1");
        findsNothing(CONCURRENT);
    }

    @Test
    void aStolenTokenThatNamesTheDeviceIsBetrayedByItsSystem() {
        root("08:00").device("d1");
        abroad(renewal("08:30")).device("d1").with("userAgent", LINUX_CHROME);
        renewal("09:00").device("d1");
        assertThat(finding(CONCURRENT).against()).singleElement().asString()
                .isEqualTo(FactsText.CLAIMED_NAMED_DEVICE.text("LAPTOP-1"));
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.HIGH);
        assertThat(finding("aitm-portal-then-elsewhere").severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aSessionAtTwoPlacesThatNobodyReachesInTimeIsFound() {
        root("08:00");
        abroad(renewal("10:00"));
        Finding finding = finding(TRAVEL);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "10:00:00");
        assertThat(finding.why()).contains(
                "192.0.2.10 (DK, AS64496)", "2026-09-15 08:00:00 UTC", "2 hours", "203.0.113.200 (US, AS64511)",
                " km");
        assertThat(finding.against()).isEmpty();
    }

    @Test
    void aFlightTakesItsTime() {
        root("08:00");
        abroad(renewal("16:00"));
        findsNothing(TRAVEL);
    }

    @Test
    void neighboursMayTouchAndOneDeviceMayHaveAnExitElsewhere() {
        root("08:00");
        renewal("08:01").from("198.51.100.9", "DE", 64498);
        renewal("08:02").from("198.51.100.10", "DK", 64499);
        abroad(renewal("08:03")).bound(true);
        findsNothing(TRAVEL);
    }

    @Test
    void aMobileCarriersExitWeighsLessAndIsTold() {
        root("08:00");
        renewal("08:05").from("2001:db8:40:1::10", "US", CARRIER);
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding(TRAVEL).against()).singleElement().asString()
                .isEqualTo(FactsText.MOBILE_CARRIER.text("2001:db8:40:1::10 (US, AS64501)"));
    }

    @Test
    void signInsThatGoAroundTheWorldAreFoundWhereverInTheSession() {
        scene.signIn(Scene.ADELE, "2026-09-10T08:00:00", Scene.SESSION).from("192.0.2.77", "DE", 64499);
        root("02:00");
        renewal("09:00").from("203.0.113.200", "BR", 64511);
        renewal("22:00").from("203.0.113.210", "JP", 64512);
        Finding finding = finding(TOTAL);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("02:00:00", "09:00:00", "22:00:00");
        assertThat(finding.why()).contains("DK → BR → JP", "20 hours");
    }

    @Test
    void oneFlightOrSeveralDaysAreNoSuchJourney() {
        root("02:00");
        renewal("22:00").from("203.0.113.210", "JP", 64512);
        scene.signIn(Scene.ADELE, "2026-09-16T02:00:01", Scene.SESSION).from("203.0.113.200", "BR", 64511).bound(true);
        findsNothing(TOTAL);
    }

    @Test
    void tokensOfOneLaptopThatGoAroundTheWorldWeighLess() {
        root("02:00").device("d1");
        renewal("12:00").device("d1").from("203.0.113.210", "JP", 64512);
        renewal("22:00").device("d1").from("203.0.113.200", "BR", 64511);
        assertThat(finding(TOTAL).severity()).isEqualTo(Severity.LOW);
    }
}
