package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** A session that goes on elsewhere: stolen, or taken along on a flight, through a web gateway or a relay. */
@Counted("Scenes: travel and handovers")
class JourneyJudgementTest extends RuleTest {

    private static final String PORTAL = "aitm-portal-then-elsewhere";

    private Severity severity(String rule) {
        return finding(rule).severity();
    }

    private int risk() {
        return scene.detection().risk(Scene.SESSION).points();
    }

    @Test
    void useExactlyADayAfterThePortalCountsAndOneSecondLaterDoesNot() {
        root("08:00");
        abroad(scene.signIn(Scene.ADELE, "2026-09-16T08:00:00", Scene.SESSION).app(Scene.OFFICE)).with("userAgent",
                FIREFOX);
        abroad(scene.signIn(Scene.ADELE, "2026-09-16T08:00:01", Scene.SESSION).app(Scene.OFFICE)).with("userAgent",
                FIREFOX);
        assertThat(finding(PORTAL).events()).hasSize(2);
    }

    @Test
    void aFlightWithTheSameProgramWeighsLittle() {
        root("08:00");
        abroad(renewal("20:00"));
        assertThat(severity(PORTAL)).isEqualTo(Severity.LOW);
    }

    @Test
    void theSameTimeWithAnotherProgramIsNoFlight() {
        root("08:00");
        abroad(renewal("20:00")).with("userAgent", LINUX_CHROME);
        assertThat(severity(PORTAL)).isEqualTo(Severity.HIGH);
    }

    @Test
    void nobodyIsInAnotherCountryWithinTwoHoursAndOneSecondLaterTheyMayBe() {
        root("08:00");
        renewal("09:59:59").from("203.0.113.200", "DE", 64511);
        assertThat(severity(PORTAL)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aNeighbourCountryAfterTwoHoursIsAJourney() {
        root("08:00");
        renewal("10:00:00").from("203.0.113.200", "DE", 64511);
        assertThat(severity(PORTAL)).isEqualTo(Severity.LOW);
    }

    @Test
    void aWebGatewayInAnotherCountryWeighsLittleAndIsTold() {
        root("08:00").device("d1");
        renewal("08:10").device("d1").from("203.0.113.200", "US", GATEWAY);
        renewal("08:20").device("d1");
        renewal("08:30").device("d1").from("203.0.113.200", "US", GATEWAY);
        assertThat(scene.detection().findings()).allSatisfy(
                found -> assertThat(found.severity()).isLessThanOrEqualTo(Severity.LOW));
        assertThat(finding(PORTAL).against())
                .contains(FactsText.ORDINARY_EXIT.text("203.0.113.200 (US, AS" + GATEWAY + ")"));
        assertThat(risk()).isLessThan(Severity.HIGH.points());
    }

    @Test
    void privateRelayFromSafariWeighsLittle() {
        root("08:00").with("userAgent", SAFARI);
        renewal("08:10").with("userAgent", SAFARI).from("203.0.113.200", "SE", RELAY);
        renewal("08:20").with("userAgent", SAFARI);
        renewal("08:30").with("userAgent", SAFARI).from("203.0.114.200", "US", RELAY);
        renewal("08:40").with("userAgent", SAFARI);
        assertThat(scene.detection().findings()).extracting(Finding::severity).doesNotContain(Severity.HIGH);
        assertThat(risk()).isLessThan(Severity.HIGH.points());
    }

    @Test
    void theRelaysNetworkFromAnotherProgramIsAHiddenOrigin() {
        root("08:00");
        renewal("08:10").from("203.0.113.200", "US", RELAY);
        assertThat(severity(PORTAL)).isEqualTo(Severity.HIGH);
    }

    private void switches(String country, String agent) {
        root("08:00").device("d1");
        renewal("08:10").device("d1").from("203.0.113.200", country, 64511).with("userAgent", agent);
        renewal("08:20").device("d1");
    }

    @Test
    void aVpnInTheNeighbourCountryOnOneRegisteredDeviceWeighsLess() {
        switches("SE", Scene.CHROME);
        assertThat(severity("session-concurrent-use")).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theSameWithAnotherProgramDoesNot() {
        switches("SE", FIREFOX);
        assertThat(severity("session-concurrent-use")).isEqualTo(Severity.HIGH);
    }

    @Test
    void theSameFarAwayDoesNot() {
        switches("US", Scene.CHROME);
        assertThat(severity("session-concurrent-use")).isEqualTo(Severity.HIGH);
    }

    @Test
    void aGatewayIsKnownByEightUsersOnRegisteredDevicesAndSevenAreTooFew() {
        for (int users : List.of(7, 8)) {
            for (int i = 0; i < users; i++) {
                String upn = "u" + users + i + "@contoso.example";
                scene.signIn(upn, at("07:00"), "r" + users + i).device("d" + users + i);
                scene.signIn(upn, at("07:30"), "r" + users + i).device("d" + users + i).app(Scene.OFFICE)
                        .renewed("refreshToken").from("203.0." + users + ".9", "SE", 64530 + users);
            }
        }
        root("08:00");
        renewal("08:10").from("203.0.7.10", "SE", 64537);
        scene.signIn("bela@contoso.example", at("08:00"), Scene.OTHER_SESSION);
        scene.signIn("bela@contoso.example", at("08:10"), Scene.OTHER_SESSION).app(Scene.OFFICE)
                .renewed("refreshToken").from("203.0.8.10", "SE", 64538);
        assertThat(scene.findings(PORTAL)).filteredOn(found -> found.severity() == Severity.HIGH)
                .extracting(Finding::upn).containsExactly(Scene.ADELE);
        assertThat(scene.findings(PORTAL)).extracting(Finding::upn).doesNotContain("bela@contoso.example");
    }
}
