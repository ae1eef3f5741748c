package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Rules on where people sign in from, and with what: hits, near misses, and the noise that looks like them. */
class SignInRulesTest extends RuleTest {

    private static final String WITHOUT_DEVICE = "sign-in-without-device";
    private static final String HOSTING = "hosting-network";
    private static final String AT_ONCE = "two-sign-ins-at-once";
    private static final String LEGACY = "legacy-authentication";
    private static final String KIT = "kit-user-agent";
    private static final String TOOL = "new-tool-for-user";

    @Test
    void aSignInWithoutADeviceFromANewNetworkIsFoundWhereTheOthersHaveOne() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        abroad(root("08:00"));
        Finding finding = finding(WITHOUT_DEVICE);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00");
        assertThat(finding.why()).contains(
                "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)",
                "“App 4765”");
    }

    @Test
    void onADeviceAKnownNetworkOrACarriersItIsNone() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        abroad(root("08:00")).device("d2");
        root("08:01");
        root("08:02").from("2001:db8:40:1::10", "DK", CARRIER);
        root("08:03").from("192.0.2.200", "SE", 64500);
        abroad(root("08:04")).failed(50126);
        findsNothing(WITHOUT_DEVICE);
    }

    @Test
    void whoMostlySignsInWithoutADeviceIsLeftAlone() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        abroad(root("08:00"));
        findsNothing(WITHOUT_DEVICE);
    }

    @Test
    void aSignInFromAHosterIsFoundOncePerSession() {
        root("08:00").from("203.0.113.10", "NL", HOSTER);
        renewal("08:05").from("198.18.0.10", "US", HOSTER);
        root("08:10");
        Finding finding = finding(HOSTING);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:05:00");
        assertThat(finding.why()).contains("2026-09-15 08:00:00 UTC", "203.0.113.10 (NL, AS64520)",
                "2 such sign-ins");
    }

    @Test
    void theCompanysVpnAtAHosterIsNoneButItsOtherServersAre() {
        isVpnOfMany("203.0.113.10", "NL", HOSTER);
        root("08:00").from("203.0.113.11", "NL", HOSTER);
        findsNothing(HOSTING);
    }

    @Test
    void theCompanysVpnAtAHosterDoesNotVouchForItsOtherServers() {
        isVpnOfMany("203.0.113.10", "NL", HOSTER);
        root("08:00").from("198.18.0.10", "NL", HOSTER);
        assertThat(finding(HOSTING).upn()).isEqualTo(Scene.ADELE);
    }

    @Test
    void twoSignInsWithinSecondsFromTwoNetworksAreFound() {
        root("08:00:00");
        abroad(scene.signIn(Scene.ADELE, at("08:00:30"), Scene.OTHER_SESSION));
        Finding finding = finding(AT_ONCE);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:00:30");
        assertThat(finding.why()).contains(
                "192.0.2.10 (DK, AS64496)", "2026-09-15 08:00:00 UTC", "30 seconds", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void laterOrByTokenOrByInterruptOrFromACarrierItIsNone() {
        root("08:00:00");
        abroad(root("08:00:31"));
        root("08:02:00");
        abroad(renewal("08:02:10"));
        root("08:04:00");
        abroad(root("08:04:10")).failed(50074);
        root("08:06:00");
        root("08:06:10").from("2001:db8:40:1::10", "DK", CARRIER);
        abroad(scene.signIn("bert@contoso.example", at("08:09:10"), Scene.OTHER_SESSION));
        findsNothing(AT_ONCE);
    }

    @Test
    void twoSignInsThatNameOneDeviceWeighLess() {
        root("08:08:00").device("d1");
        abroad(root("08:08:10")).device("d1");
        assertThat(finding(AT_ONCE).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void signInsByLegacyProtocolsAreFoundPerUser() {
        root("08:00").with("clientAppUsed", "IMAP4").from("203.0.113.200", "US", 64511);
        root("08:10").with("clientAppUsed", "Authenticated SMTP");
        root("08:20").with("clientAppUsed", "Other clients; Older Office clients");
        root("08:30").with("clientAppUsed", "POP").failed(50126);
        root("08:40").with("clientAppUsed", "Mobile Apps and Desktop clients");
        Finding finding = finding(LEGACY);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:10:00", "08:20:00");
        assertThat(finding.why()).contains(
                "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void modernClientsAreNoLegacy() {
        root("08:00");
        renewal("08:40").with("clientAppUsed", "Mobile Apps and Desktop clients");
        findsNothing(LEGACY);
    }

    @Test
    void theUserAgentsOfKitsAreFound() {
        abroad(root("08:00")).with("userAgent", "axios/1.7.9");
        abroad(renewal("08:05")).with("userAgent", "node");
        abroad(renewal("08:06")).with("userAgent", "undici");
        Finding finding = finding(KIT);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:05:00", "08:06:00");
        assertThat(finding.why()).contains(
                "2026-09-15 08:00:00 UTC", "203.0.113.200 (US, AS64511)");
    }

    @Test
    void browsersAndKitsThatFailAreNone() {
        root("08:00");
        root("08:01").with("userAgent", "NodePad/1.0");
        root("08:02").with("userAgent", "axios/1.7.9").failed(50126);
        findsNothing(KIT);
    }

    @Test
    void aCommandLineToolOnTheUsersOwnNetworkIsForInformation() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        root("08:00").app(Scene.AZURE_CLI).with("userAgent", "python-requests/2.32.3");
        assertThat(finding(KIT).severity()).isEqualTo(Severity.INFO);
        assertThat(finding(KIT).against())
                .containsExactly(FactsText.NETWORK_USED_BEFORE.text(Scene.ADELE, "192.0.2.0/24", 8));
    }

    @Test
    void aToolThatTheUserNeverUsedIsFound() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        root("08:00").app(Scene.AZURE_CLI);
        abroad(renewal("08:02").app(Scene.AZURE_CLI));
        Finding finding = finding(TOOL);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).as("the one who was tricked and the one who tricked").containsExactly("08:00:00",
                "08:02:00");
        assertThat(finding.why()).contains(
                "“App 04b0”", "2026-09-15 08:00:00 UTC", "192.0.2.10",
                "2 events");
        assertThat(finding.against()).isNotEmpty();
    }

    @Test
    void aToolUsedBeforeOrOnTheUsersNetworkOnlyOrWithoutHistoryIsNone() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        root("08:00").app(Scene.AZURE_CLI);
        scene.everyday("bert@contoso.example", "192.0.2.11", "DK", 64496, null);
        scene.signIn("bert@contoso.example", "2026-09-08T08:00:00", Scene.OTHER_SESSION).app(Scene.AZURE_CLI);
        abroad(scene.signIn("bert@contoso.example", at("08:00"), Scene.OTHER_SESSION).app(Scene.AZURE_CLI));
        abroad(scene.signIn("cleo@contoso.example", at("08:00"), null).app(Scene.AZURE_CLI));
        findsNothing(TOOL);
    }
}
