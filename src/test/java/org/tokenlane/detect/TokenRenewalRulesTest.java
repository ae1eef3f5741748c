package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Rules on how a session's tokens are renewed: at a beat, unbound, no longer bound, not to be revoked. */
class TokenRenewalRulesTest extends RuleTest {

    private static final String BEAT = "token-renewal-metronome";
    private static final String UNBOUND = "refresh-token-unbound-elsewhere";
    private static final String LOST = "token-binding-lost";
    private static final String OUTLIVE = "tokens-outlive-revocation";

    private static String second(int second) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", 8 + second / 3600, second / 60 % 60, second % 60);
    }

    @Test
    void renewalsEveryMinuteAreFound() {
        root("07:00");
        for (int i = 0; i < 6; i++) {
            abroad(renewal(second(i * 61)));
        }
        renewal("09:00");
        Finding finding = finding(BEAT);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:01:01", "08:02:02", "08:03:03", "08:04:04",
                "08:05:05");
        assertThat(finding.why()).contains(
                "“App d359”", "5 times", "55 to 65 seconds", "2026-09-15 08:00:00 UTC",
                "203.0.113.200 (US, AS64511)");
    }

    @Test
    void aScriptThatKeepsSeveralServicesBeatsForEach() {
        for (int i = 0; i < 6; i++) {
            renewal(second(i * 60)).with("resourceId", Scene.EXCHANGE);
            renewal(second(i * 60 + 2)).with("resourceId", Scene.DEVICE_REGISTRATION);
            renewal(second(i * 60 + 3)).app(Scene.OUTLOOK_WEB);
        }
        assertThat(proof(finding(BEAT))).hasSize(6);
    }

    @Test
    void oneRenewalLessAnotherBeatFailuresAndInteractiveSignInsAreNone() {
        for (int i = 0; i < 5; i++) {
            renewal(second(i * 60));
        }
        renewal(second(5 * 60)).failed(50173);
        for (int i = 0; i < 9; i++) {
            renewal(second(1000 + i * 66)).app(Scene.OUTLOOK_WEB);
            renewal(second(1000 + i * 54)).app(Scene.BROKER);
            root(second(1000 + i * 60)).app(Scene.AZURE_CLI);
        }
        findsNothing(BEAT);
    }

    @Test
    void anUnboundRefreshTokenRedeemedInAnotherCountryIsFound() {
        root("08:00");
        renewal("08:10").bound(false);
        abroad(renewal("08:20")).bound(false);
        abroad(renewal("09:20")).bound(false);
        Finding finding = finding(UNBOUND);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:20:00", "09:20:00");
        assertThat(finding.why()).contains(
                "203.0.113.200 (US, AS64511)", "2026-09-15 08:20:00 UTC", "“App d359”",
                "2026-09-15 08:00:00 UTC", "192.0.2.10 (DK, AS64496)");
    }

    @Test
    void inTheSameCountryItWeighsLess() {
        root("08:00");
        inTheSameCountry(renewal("08:20")).bound(false);
        assertThat(finding(UNBOUND).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void otherTokensOtherApplicationsCarriersAndFamiliarNetworksAreNone() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        root("08:00").device("d1");
        abroad(renewal("08:10"));
        abroad(renewal("08:11")).bound(true);
        abroad(renewal("08:12")).bound(false).renewed("primaryRefreshToken");
        abroad(renewal("08:13")).bound(false).app(Scene.OUTLOOK_WEB);
        renewal("08:15").bound(false).from("2001:db8:40:1::10", "DK", CARRIER);
        renewal("08:16").bound(false).from("192.0.2.200", "SE", 64500);
        findsNothing(UNBOUND);
    }

    @Test
    void aTokenIssuedUnboundAfterBoundOnesOnAnotherNetworkIsFound() {
        root("08:00").bound(true).device("d1");
        renewal("08:10").bound(true).device("d1");
        abroad(root("08:20").app(Scene.OUTLOOK_WEB)).bound(false);
        Finding finding = finding(LOST);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:10:00", "08:20:00");
        assertThat(finding.why()).contains(
                "2026-09-15 08:10:00 UTC", "192.0.2.10 (DK, AS64496)", "10 minutes",
                "“App 9199”", "203.0.113.200");
    }

    @Test
    void theSameApplicationWithoutTheDeviceIsFoundAtTheSameNetworkToo() {
        renewal("08:10").bound(true).device("d1");
        renewal("08:20").bound(false);
        assertThat(proof(finding(LOST))).containsExactly("08:10:00", "08:20:00");
    }

    @Test
    void applicationsThatCannotBindAndTheSameDeviceWithoutItsBrokerAreNone() {
        renewal("08:00").bound(false);
        renewal("08:10").bound(true).device("d1");
        renewal("08:20").bound(false).device("d1");
        renewal("08:30").bound(false).app(Scene.OUTLOOK_WEB);
        findsNothing(LOST);
    }

    private static Scene.Told withoutContinuousEvaluation(Scene.Told told) {
        return told.with("authenticationProcessingDetails",
                List.of(Map.of("key", "Legacy TLS (TLS 1.0, 1.1, 3DES)", "value", "False"),
                        Map.of("key", "Is CAE Token", "value", "False")));
    }

    @Test
    void tokensOfATakenSessionThatOutliveItsRevocationAreNamed() {
        withoutContinuousEvaluation(root("08:00"));
        abroad(renewal("08:10")).with("authenticationProcessingDetails",
                List.of(Map.of("key", "Is CAE Token", "value", "True")));
        withoutContinuousEvaluation(abroad(renewal("08:20")));
        Finding finding = finding(OUTLIVE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:20:00");
        assertThat(finding.why()).contains(
                "Is CAE Token: False",
                Scene.SESSION);
    }

    @Test
    void tokensOfOrdinarySessionsAreNotNamed() {
        withoutContinuousEvaluation(root("08:00"));
        withoutContinuousEvaluation(renewal("08:20"));
        findsNothing(OUTLIVE);
    }
}
