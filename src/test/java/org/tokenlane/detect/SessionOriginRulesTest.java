package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * Rules on one session from several networks, devices or programs: hits, near misses, and the noise that looks like
 * them.
 */
class SessionOriginRulesTest extends RuleTest {

    private static final String NETWORKS = "session-several-networks";
    private static final String OUTLOOK = "outlook-session-several-programs";
    private static final String BROKER = "broker-to-device-registration";

    @Test
    void aSessionFromNetworksOfTwoCountriesIsFound() {
        root("08:00");
        abroad(renewal("08:05"));
        scene.graph(Scene.ADELE, at("08:10"), "GET", "/me/messages", Scene.SESSION, null, "203.0.113.200");
        Finding finding = finding(NETWORKS);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:05:00", "08:10:00");
        assertThat(finding.why()).contains("2 networks",
                "192.0.2.10 (DK, AS64496)", "2026-09-15 08:00:00 UTC", "1 event",
                "203.0.113.200 (US, AS64511)", "2026-09-15 08:05:00 UTC", "2 events");
        assertThat(finding.against()).isEmpty();
    }

    @Test
    void allEventsOfANetworkAreCountedAlsoThoseThatMakeNoFurtherNetwork() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        root("08:00");
        abroad(renewal("08:05"));
        scene.graph(Scene.ADELE, at("08:10"), "GET", "/me", Scene.SESSION, null, "192.0.2.10");
        scene.graph(Scene.ADELE, at("08:11"), "GET", "/me", Scene.SESSION, null, "192.0.2.10");
        assertThat(finding(NETWORKS).why()).contains("192.0.2.10 (DK, AS64496)", "3 events")
                .contains("203.0.113.200 (US, AS64511)", "1 event.");
    }

    @Test
    void networksOfOneCountryWeighLess() {
        root("08:00");
        inTheSameCountry(renewal("08:05"));
        assertThat(finding(NETWORKS).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void networksOfOneRegisteredDeviceWeighLessAndItIsTold() {
        root("08:00").device("d1");
        abroad(renewal("08:05")).device("d1");
        assertThat(finding(NETWORKS).severity()).isEqualTo(Severity.LOW);
        assertThat(finding(NETWORKS).against()).singleElement().asString()
                .isEqualTo(FactsText.CLAIMED_NAMED_DEVICE.text("LAPTOP-1"));
    }

    @Test
    void theAuditLogAloneTellsOfSeveralNetworksToo() {
        scene.audit(Scene.ADELE, at("08:00"), "Exchange", "Send", Scene.SESSION, null);
        Scene.from(scene.audit(Scene.ADELE, at("08:05"), "Exchange", "Send", Scene.SESSION, null), "203.0.113.200");
        Scene.from(scene.audit(Scene.ADELE, at("08:06"), "Exchange", "Send", Scene.SESSION, null),
                "2603:10a6:10:3a::15");
        assertThat(finding(NETWORKS).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(proof(finding(NETWORKS))).containsExactly("08:00:00", "08:05:00");
    }

    @Test
    void addressesOfOneNetworkAreOne() {
        root("08:00");
        renewal("08:05").from("192.0.99.99", "DK", 64496);
        findsNothing(NETWORKS);
    }

    @Test
    void v4AndV6OfOneDeviceAreOneWhereNoSystemIsKnown() {
        root("08:00").from("192.0.2.10", "DK", 0);
        renewal("08:05").from("2001:db8:40:1::10", "DK", 0);
        findsNothing(NETWORKS);
    }

    @Test
    void mobileCarriersMicrosoftAndBoundTokensDoNotCount() {
        root("08:00");
        renewal("08:05").from("2001:db8:40:1::10", "DK", CARRIER);
        renewal("08:10").from("2603:10a6:10:3a::15", "IE", 8075);
        abroad(renewal("08:15")).bound(true);
        findsNothing(NETWORKS);
    }

    @Test
    void theVpnOfManyDoesNotCountBesideTheOffice() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        root("08:00");
        renewal("08:05").from("192.0.2.200", "SE", 64500);
        findsNothing(NETWORKS);
    }

    @Test
    void aStrangersNetworkIsSeenBesideTheUsersOwnInWhateverOrder() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        abroad(root("08:00"));
        renewal("08:05");
        Finding finding = finding(NETWORKS);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.against()).as("what speaks for the stranger, not for the user").isEmpty();
    }

    @Test
    void anUnboundTokenRenewedDayAfterDayDoesNotMakeItsNetworkFamiliar() {
        for (int day = 8; day < 15; day++) {
            abroad(scene
                    .signIn(Scene.ADELE, "2026-09-" + (day < 10 ? "0" : "") + day + "T09:00:00", Scene.OTHER_SESSION)
                    .app(Scene.OFFICE).renewed("refreshToken"));
        }
        root("08:00");
        abroad(renewal("08:05"));
        assertThat(finding(NETWORKS).against()).as("nothing of it speaks for the user").isEmpty();
    }

    @Test
    void anAllowedApplicationTellsNothingOfWhoActed() {
        root("08:00");
        abroad(renewal("08:05"));
        CaseRules.set(scene.caseFile(), CaseRules.ALL, CaseRules.APPS, Scene.OFFICE, "test");
        findsNothing(NETWORKS);
    }

    @Test
    void aHostersServersInTwoCountriesAreTwoPlaces() {
        root("08:00").from("203.0.113.10", "NL", HOSTER);
        renewal("08:05").from("198.18.0.10", "US", HOSTER);
        renewal("08:06").from("198.18.9.10", "US", HOSTER);
        assertThat(finding(NETWORKS).why()).contains("2 networks", "2 events");
    }

    @Test
    void aSecondDeviceInASessionIsFound() {
        root("08:00").device("d1");
        renewal("08:05").device("d1");
        renewal("08:10").device("d2");
        Finding finding = finding("session-several-devices");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:10:00");
        assertThat(finding.why()).contains("2 registered devices", "2026-09-15 08:10:00 UTC");
    }

    @Test
    void signInsThatNameNoDeviceAreNoSecondOne() {
        root("08:00").device("d1");
        renewal("08:05");
        findsNothing("session-several-devices");
    }

    @Test
    void anotherProgramInASessionIsFoundAsWeak() {
        root("08:00");
        renewal("08:05").with("userAgent", FIREFOX);
        Finding finding = finding("session-several-programs");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:05:00");
        assertThat(finding.why()).contains("“Chrome on Windows”", "2026-09-15 08:00:00 UTC",
                "“Firefox on Windows”", "2026-09-15 08:05:00 UTC");
    }

    @Test
    void anotherVersionIsNoOtherProgram() {
        root("08:00");
        renewal("08:05").with("userAgent", Scene.CHROME.replace("138.0.0.0", "140.0.1.2"));
        findsNothing("session-several-programs");
    }

    @Test
    void severalProgramsOfOneDeviceAreAFactForInformation() {
        root("08:00").device("d1");
        renewal("08:05").with("userAgent", FIREFOX).device("d1");
        assertThat(finding("session-several-programs").severity()).isEqualTo(Severity.INFO);
    }

    private Scene.Told outlook(String time, String agent) {
        return renewal(time).with("resourceId", Scene.EXCHANGE).with("userAgent", agent);
    }

    @Test
    void outlooksTokensRenewedByTwoProgramsAreFound() {
        outlook("08:00", Scene.CHROME);
        outlook("08:30", "axios/1.7.9");
        outlook("09:30", "axios/1.7.9");
        Finding finding = finding(OUTLOOK);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:30:00", "09:30:00");
        assertThat(finding.why()).contains("2 programs", "“axios”", "2026-09-15 08:30:00 UTC", "2 events");
    }

    @Test
    void severalApplicationsEachWithItsOwnProgramAreNone() {
        outlook("08:00", Scene.CHROME).app(Scene.OUTLOOK_WEB);
        outlook("08:30", "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0)");
        outlook("08:40", "axios/1.7.9").app(Scene.AZURE_CLI);
        outlook("08:50", "axios/1.7.9").with("resourceId", Scene.DEVICE_REGISTRATION);
        findsNothing(OUTLOOK);
    }

    private Scene.Told registration(String time) {
        return renewal(time).app(Scene.BROKER).with("resourceId", Scene.DEVICE_REGISTRATION);
    }

    @Test
    void theBrokerThatAsksForDeviceRegistrationFromTwoNetworksIsFound() {
        registration("08:00");
        abroad(registration("08:20"));
        abroad(renewal("08:30"));
        Finding finding = finding(BROKER);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:20:00");
        assertThat(finding.why()).contains("192.0.2.10 (DK, AS64496)", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void aLaptopThatIsJoinedOnItsWayWeighsLess() {
        registration("08:00");
        inTheSameCountry(registration("08:20"));
        assertThat(finding(BROKER).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theBrokerForOtherServicesOrOnOneNetworkIsNone() {
        registration("08:00");
        registration("08:20").from("192.0.2.99", "DK", 64496);
        abroad(registration("08:30")).with("resourceId", Scene.EXCHANGE);
        abroad(registration("08:40")).app(Scene.OFFICE);
        findsNothing(BROKER);
    }
}
