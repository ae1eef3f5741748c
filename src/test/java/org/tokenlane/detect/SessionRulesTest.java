package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * Rules on sessions that begin at one place and go on at another: hits, near misses, and the noise that is known to
 * look like them.
 */
class SessionRulesTest extends RuleTest {

    private static final String RULE = "aitm-portal-then-elsewhere";

    private Scene.Told phished() {
        return scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
    }

    private Scene.Told replayed() {
        return scene.signIn(Scene.ADELE, "2026-09-15T08:06:00", Scene.SESSION)
                .app(Scene.OUTLOOK_WEB.replace("9199", "9198")).from("203.0.113.200", "US", 64511)
                .renewed("refreshToken");
    }

    @Test
    void aPortalSignInAndThenAnotherApplicationFromAnotherCountryIsFoundWithItsProof() {
        phished();
        replayed();
        assertThat(scene.findings(RULE)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.sessionId()).isEqualTo(Scene.SESSION);
            assertThat(finding.upn()).isEqualTo(Scene.ADELE);
            assertThat(proof(finding)).containsExactly("08:00:00", "08:06:00");
            assertThat(finding.eventIds()).hasSize(2).allMatch(id -> id.startsWith("e"));
            assertThat(finding.why()).contains("203.0.113.77 (NL, AS64510)", "6 minutes",
                    "203.0.113.200 (US, AS64511)");
            assertThat(finding.against()).isEmpty();
        });
    }

    @Test
    void everyEventFromElsewhereIsProofWhateverItsApplicationTells() {
        phished();
        String uti = replayed().uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "SharePoint", "FileDownloaded", Scene.SESSION, uti),
                "203.0.113.200");
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "SharePoint", "FileDownloaded", Scene.SESSION, uti),
                "203.0.113.77");
        assertThat(proof(finding(RULE))).containsExactly("08:00:00", "08:06:00", "08:10:00");
        assertThat(finding(RULE).why()).contains("2 events");
    }

    @Test
    void whereCountriesAreNotKnownAnotherNetworkWeighsLess() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).with("location", null);
        replayed().with("location", null);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aMobileCarriersExitAbroadWeighsLessAndIsTold() {
        phished();
        replayed().from("2001:db8:40:1::10", "DK", CARRIER);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding(RULE).against()).singleElement().asString()
                .isEqualTo(FactsText.MOBILE_CARRIER.text("2001:db8:40:1::10 (DK, AS64501)"));
    }

    @Test
    void aSessionThatBeginsWithAnotherApplicationOrWithoutABrowserIsNone() {
        phished().app(Scene.AZURE_CLI);
        scene.signIn(Scene.ADELE, "2026-09-15T08:03:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
        replayed();
        scene.signIn("bert@contoso.example", "2026-09-15T08:00:00", Scene.OTHER_SESSION).with("clientAppUsed",
                "Mobile Apps and Desktop clients");
        abroad(scene.signIn("bert@contoso.example", "2026-09-15T08:01:00", Scene.OTHER_SESSION)).app(Scene.OFFICE)
                .renewed("refreshToken");
        findsNothing(RULE);
    }

    @Test
    void theSameApplicationElsewhereIsNoneForThisRule() {
        phished();
        replayed().app(Scene.OFFICE_HOME);
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void anotherNetworkOfTheSameCountryIsNoneForThisRule() {
        phished();
        replayed().from("198.51.100.9", "NL", 64499);
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void microsoftsOwnAddressesAreNoOtherPlace() {
        phished();
        replayed().from("2603:10a6:10:3a::15", "IE", 8075);
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void aRegisteredDeviceThatTheUnboundTokenNamesExcusesNothing() {
        phished().device("d1");
        replayed().device("d1");
        assertThat(scene.findings(RULE)).singleElement().extracting(Finding::severity).isEqualTo(Severity.HIGH);
    }

    @Test
    void aLaptopThatChangesToAVpnNearbyWeighsLess() {
        phished().device("d1");
        replayed().device("d1").from("203.0.113.200", "DE", 64511);
        assertThat(scene.findings(RULE)).singleElement().extracting(Finding::severity).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void operationsOfABoundTokenAreOnTheDeviceThatItWasIssuedTo() {
        phished().device("d1");
        String uti = replayed().device("d1").bound(true).uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, uti),
                "203.0.113.200").with("AppId", Scene.OFFICE);
        assertThat(scene.findings(RULE)).isEmpty();
        assertThat(scene.findings("token-used-elsewhere")).isEmpty();
    }

    @Test
    void aTokenThatIsBoundToItsDeviceCannotHaveBeenCarriedAway() {
        phished();
        replayed().bound(true);
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void aNetworkThatTheUserHasUsedOnDaysBeforeIsFamiliar() {
        scene.everyday(Scene.ADELE, "203.0.113.200", "US", 64511, null);
        phished();
        replayed();
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void theAnalystCanAllowANetwork() {
        phished();
        replayed();
        CaseRules.set(scene.caseFile(), CaseRules.ALL, CaseRules.NETWORKS, "AS64511", "test");
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotEvaluatedAndNotClean() {
        phished();
        replayed();
        CaseRules.set(scene.caseFile(), RULE, CaseRules.ENABLED, "false", "test");
        assertThat(scene.outcome(RULE).isEvaluated()).isFalse();
        assertThat(scene.outcome(RULE).notEvaluated()).isEqualTo(DetectText.SWITCHED_OFF.text());
    }

    @Test
    void aRuleWhoseLogsAreMissingSaysWhich() {
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "Send", null, null);
        assertThat(scene.outcome("graph-enumeration").notEvaluated())
                .isEqualTo(DetectText.MISSING_LOGS.text(Need.GRAPH.text()));
        assertThat(scene.outcome("aitm-portal-then-elsewhere").notEvaluated()).contains(Need.SESSION_IDS.text());
    }

    @Test
    void aSessionsRiskIsTheSumOfItsRulesEachOnceAndOfThoseOnTheSameEventsTheHeaviest() {
        phished();
        replayed();
        Detection detection = scene.detection();
        int sum = detection.risk(Scene.SESSION).because().stream().map(Finding::rule).distinct()
                .map(rule -> scene.findings(rule).stream().max(Comparator.comparing(Finding::severity)).orElseThrow())
                .collect(Collectors.toMap(finding -> Set.copyOf(finding.events()),
                        finding -> finding.severity().points(), Math::max))
                .values().stream().mapToInt(Integer::intValue).sum();
        assertThat(detection.risk(Scene.SESSION).points()).isEqualTo(sum)
                .isGreaterThanOrEqualTo(Severity.HIGH.points());
        assertThat(detection.risk(Scene.OTHER_SESSION).points()).isZero();
    }
}
