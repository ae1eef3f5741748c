package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.detect.rule.RuleText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Rules on failed sign-ins before one that succeeds, on risk detections, and on primary refresh tokens. */
class SignInFailureRulesTest extends RuleTest {

    private static final String SPRAY = "password-spray";
    private static final String FATIGUE = "mfa-fatigue";
    private static final String RISK = "risk-token-theft";
    private static final String TO_PRT = "refresh-token-to-prt";
    private static final String NEW_PRT = "prt-from-new-network";

    private void wrongPasswords(int users, int code) {
        for (int i = 0; i < users; i++) {
            abroad(scene.signIn("user" + i + "@contoso.example", at("07:0" + i), null)).failed(code);
        }
    }

    @Test
    void oneAddressThatFailsAsManyAndThenSucceedsIsFound() {
        wrongPasswords(8, 50126);
        abroad(root("08:00"));
        Finding finding = finding(SPRAY);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).hasSize(9).startsWith("07:00:00").endsWith("08:00:00");
        assertThat(finding.why()).contains("203.0.113.200 (US, AS64511)", "8 users",
                "2026-09-15 08:00:00 UTC",
                "within 60 minutes");
    }

    @Test
    void aSprayThatFoundAPasswordAndWasStoppedByTheSecondFactorTellsWhosePasswordIsKnown() {
        wrongPasswords(8, 50126);
        abroad(scene.signIn("bert@contoso.example", at("08:20"), null)).failed(50076);
        findsNothing(SPRAY);
        assertThat(scene.findings("password-known-to-sprayer")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.upn()).isEqualTo("bert@contoso.example");
            assertThat(finding.why())
                    .contains("bert@contoso.example", "50076");
            assertThat(finding.events()).hasSize(9);
        });
    }

    @Test
    void aSecondFactorThatIsAskedForFromAnotherAddressOrAfterFewFailuresTellsNothingOfTheSpray() {
        wrongPasswords(7, 50126);
        abroad(scene.signIn("bert@contoso.example", at("08:20"), null)).failed(50076);
        scene.signIn(Scene.ADELE, at("08:21"), null).failed(50074);
        findsNothing("password-known-to-sprayer");
    }

    @Test
    void anOfficeWhosePeopleMistypeAndAreAskedForTheirSecondFactorIsNoSpray() {
        for (int i = 0; i < 9; i++) {
            scene.signIn("user" + i + "@contoso.example", at("07:0" + i), null).failed(50126);
            scene.signIn("user" + i + "@contoso.example", at("07:1" + i), null).failed(50074);
            scene.signIn("user" + i + "@contoso.example", at("07:2" + i), "00e00000-45a8-11c0-96d6-00000000000" + i);
        }
        findsNothing("password-known-to-sprayer");
        findsNothing(SPRAY);
    }

    @Test
    void everybodyAsWhomItSucceedsIsNamedOnce() {
        wrongPasswords(8, 50126);
        abroad(root("08:00"));
        abroad(root("08:10"));
        abroad(scene.signIn("bert@contoso.example", at("08:20"), Scene.OTHER_SESSION));
        assertThat(scene.findings(SPRAY).stream().map(Finding::upn)).containsExactly(Scene.ADELE,
                "bert@contoso.example");
    }

    @Test
    void oneUserLessAnotherAddressOrAMissingFactorAreNone() {
        wrongPasswords(7, 50126);
        abroad(scene.signIn("last@contoso.example", at("07:30"), null)).failed(50076);
        scene.signIn("other@contoso.example", at("07:30"), null).from("203.0.113.201", "US", 64511).failed(50126);
        abroad(root("08:00"));
        findsNothing(SPRAY);
    }

    @Test
    void aSprayOfTheDayBeforeIsTooLongAgo() {
        wrongPasswords(8, 50126);
        abroad(scene.signIn(Scene.ADELE, "2026-09-16T07:08:00", Scene.SESSION));
        findsNothing(SPRAY);
    }

    @Test
    void anOfficeBehindOneAddressWherePeopleMistypeIsNone() {
        wrongPasswords(8, 50126);
        for (int i = 0; i < 8; i++) {
            abroad(scene.signIn("user" + i + "@contoso.example", at("07:1" + i), null));
        }
        abroad(root("08:00"));
        findsNothing(SPRAY);
    }

    private void prompts(int times, int code) {
        for (int i = 0; i < times; i++) {
            abroad(root("08:0" + i)).failed(code);
        }
    }

    @Test
    void aFactorAskedForAgainAndAgainUntilItIsGivenIsFound() {
        prompts(5, 500121);
        abroad(root("08:30"));
        Finding finding = finding(FATIGUE);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:01:00", "08:02:00", "08:03:00", "08:04:00",
                "08:30:00");
        assertThat(finding.why()).contains("30 minutes",
                "2026-09-15 08:30:00 UTC", "203.0.113.200 (US, AS64511)");
        assertThat(finding.against()).isEmpty();
    }

    @Test
    void oneRequestLessOrTooLongAgoIsNone() {
        prompts(5, 500121);
        abroad(root("09:00:01"));
        findsNothing(FATIGUE);
    }

    @Test
    void askingForAFactorIsNoFailure() {
        prompts(9, 50074);
        abroad(root("08:30"));
        findsNothing(FATIGUE);
    }

    @Test
    void theUsersOwnSignInElsewhereAndTheirProgramsRenewalsAreNotTheFactorGiven() {
        prompts(5, 500121);
        root("08:10");
        abroad(renewal("08:11"));
        findsNothing(FATIGUE);
    }

    @Test
    void aTelephoneWithoutReceptionAtHomeWeighsLessAndIsTold() {
        scene.everyday(Scene.ADELE, "203.0.113.200", "US", 64511, null);
        prompts(5, 500121);
        abroad(root("08:30"));
        assertThat(finding(FATIGUE).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding(FATIGUE).against())
                .containsExactly(FactsText.NETWORK_USED_BEFORE.text(Scene.ADELE, "203.0.113.0/24", 8));
    }

    @Test
    void aRiskDetectionOfTokenTheftIsFoundOnItsSession() {
        Scene.Told signIn = abroad(root("08:00"));
        scene.risk(signIn, "anomalousToken");
        scene.risk(signIn, "attackerinTheMiddle").with("activityDateTime", at("08:05") + "Z");
        scene.risk(signIn, "unfamiliarFeatures");
        Finding finding = finding(RISK);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(finding.events()).hasSize(2);
        assertThat(finding.why())
                .contains(
                        "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void otherRisksAndThoseThatAnAdministratorDismissedAreNone() {
        Scene.Told signIn = abroad(root("08:00"));
        scene.risk(signIn, "unfamiliarFeatures");
        scene.risk(signIn, "anomalousToken").with("riskState", "dismissed");
        scene.risk(signIn, "anomalousToken").with("riskState", "confirmedSafe");
        findsNothing(RISK);
    }

    private Scene.Told brokerForRegistration(String time) {
        return renewal(time).app(Scene.BROKER).with("resourceId", Scene.DEVICE_REGISTRATION);
    }

    @Test
    void aRefreshTokenThatBecomesAPrimaryOneIsFound() {
        brokerForRegistration("08:00");
        renewal("08:59").renewed("primaryRefreshToken").bound(false);
        Finding finding = finding(TO_PRT);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:59:00");
        assertThat(finding.why()).contains("2026-09-15 08:00:00 UTC", "2026-09-15 08:59:00 UTC",
                new RuleText("refresh-token-to-prt", RuleText.SAYS).text());
    }

    @Test
    void laterOrBoundOrTheTelephonesBrokerForOtherServicesIsNone() {
        brokerForRegistration("06:00");
        renewal("07:00:01").renewed("primaryRefreshToken").bound(false);
        brokerForRegistration("08:00");
        renewal("08:10").renewed("primaryRefreshToken").bound(true);
        renewal("10:00").app(Scene.BROKER).with("resourceId", Scene.EXCHANGE);
        renewal("10:10").renewed("primaryRefreshToken").bound(false);
        findsNothing(TO_PRT);
    }

    @Test
    void anUnboundPrimaryTokenOnANewNetworkIsFound() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        abroad(renewal("08:00")).renewed("primaryRefreshToken").bound(false);
        Finding finding = finding(NEW_PRT);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00");
        assertThat(finding.why()).contains(
                "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void boundOnesOtherTokensAndKnownNetworksAreNone() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        abroad(renewal("08:00")).renewed("primaryRefreshToken").bound(true);
        abroad(renewal("08:01")).bound(false);
        renewal("08:02").renewed("primaryRefreshToken").bound(false);
        findsNothing(NEW_PRT);
    }
}
