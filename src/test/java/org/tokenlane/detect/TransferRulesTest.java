package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * Rules on sign-ins that are handed over: by device code, by authentication transfer, by the code of a tool's sign-in.
 */
class TransferRulesTest extends RuleTest {

    private static final String IN_SESSION = "device-code-in-session";
    private static final String NEW_NETWORK = "device-code-new-network";
    private static final String TOOL = "tool-code-redeemed-elsewhere";

    private Scene.Told deviceCode(String time) {
        return abroad(scene.signIn(Scene.ADELE, at(time), Scene.SESSION).app(Scene.BROKER))
                .with("originalTransferMethod", "deviceCodeFlow")
                .with("authenticationProtocol", "deviceCode").with("userAgent", "python-requests/2.32.3");
    }

    private Scene.Told transferToTelephone(String time) {
        return inTheSameCountry(scene.signIn(Scene.ADELE, at(time), Scene.SESSION))
                .with("originalTransferMethod", "authenticationTransfer")
                .with("userAgent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Safari/604.1");
    }

    @Test
    void aDeviceCodeRedeemedElsewhereInASessionInUseIsFound() {
        root("08:00");
        renewal("08:30");
        deviceCode("09:00");
        deviceCode("09:08").renewed("refreshToken");
        Finding finding = finding(IN_SESSION);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "09:00:00", "09:08:00");
        assertThat(finding.why()).contains("192.0.2.10 (DK, AS64496)",
                "2 sign-ins", "203.0.113.200 (US, AS64511)",
                "2026-09-15 09:00:00 UTC");
        assertThat(finding.against()).isEmpty();
    }

    @Test
    void theProtocolTellsWhereTheMethodDoesNot() {
        root("08:00");
        deviceCode("09:00").with("originalTransferMethod", "none");
        assertThat(finding(IN_SESSION).why()).contains("1 sign-in", "203.0.113.200");
    }

    @Test
    void aSessionOfDeviceCodesOnlyOrAllOnOneNetworkIsNone() {
        deviceCode("09:00");
        deviceCode("10:00");
        scene.signIn(Scene.ADELE, at("08:00"), Scene.OTHER_SESSION);
        scene.signIn(Scene.ADELE, at("08:10"), Scene.OTHER_SESSION).with("originalTransferMethod", "deviceCodeFlow")
                .with("userAgent", FIREFOX);
        findsNothing(IN_SESSION);
    }

    @Test
    void aTransferToTheUsersOwnTelephoneInTheSameCountryWeighsLess() {
        root("08:00");
        transferToTelephone("08:01");
        assertThat(finding(IN_SESSION).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aTransferToAnotherCountryWeighsInFull() {
        root("08:00");
        abroad(transferToTelephone("08:01"));
        assertThat(finding(IN_SESSION).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aCodeRedeemedWhereOthersWorkWeighsLessAndIsTold() {
        isVpnOfMany("203.0.113.200", "US", 64511);
        root("08:00");
        deviceCode("09:00");
        assertThat(finding(IN_SESSION).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding(IN_SESSION).against())
                .containsExactly(FactsText.NETWORK_OF_SEVERAL.text(3, "203.0.113.0/24"));
    }

    @Test
    void aDeviceCodeOnANetworkNewToTheUserIsFound() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        deviceCode("09:00");
        deviceCode("09:05");
        Finding finding = finding(NEW_NETWORK);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("09:00:00", "09:05:00");
        assertThat(finding.why()).contains(
                "2026-09-15 09:00:00 UTC", "203.0.113.200 (US, AS64511)",
                Scene.ADELE, "2 such sign-ins");
    }

    @Test
    void whoseHistoryIsNotOnRecordIsLeftAlone() {
        root("08:00");
        deviceCode("09:00");
        findsNothing(NEW_NETWORK);
    }

    @Test
    void knownNetworksThoseOfManyAndFailuresAreNone() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        deviceCode("09:00").from("192.0.2.77", "DK", 64496);
        deviceCode("09:01").from("192.0.2.200", "SE", 64500);
        deviceCode("09:02").from("2603:10a6:10:3a::15", "IE", 8075);
        deviceCode("09:03").failed(50126);
        deviceCode("09:04").with("originalTransferMethod", "none").with("authenticationProtocol", "oAuth2");
        findsNothing(NEW_NETWORK);
    }

    @Test
    void aToolsSignInThatGoesOnElsewhereWithinMinutesIsFound() {
        root("08:00").app(Scene.AZURE_CLI);
        inTheSameCountry(renewal("08:12").app(Scene.AZURE_CLI));
        abroad(renewal("08:13"));
        Finding finding = finding(TOOL);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:12:00");
        assertThat(finding.why()).contains(
                "“App 04b0”", "2026-09-15 08:00:00 UTC", "192.0.2.10 (DK, AS64496)", "12 minutes",
                "198.51.100.9 (DK, AS64497)",
                "1 event");
    }

    @Test
    void whoIsSignedInAlreadyCanBeTalkedIntoItToo() {
        root("08:00");
        root("09:00").app(Scene.AZURE_CLI);
        abroad(renewal("09:05").app(Scene.AZURE_CLI));
        assertThat(proof(finding(TOOL))).containsExactly("09:00:00", "09:05:00");
    }

    @Test
    void afterTwelveMinutesOnTheUsersNetworksOrWithABoundTokenItIsNone() {
        isVpnOfMany("192.0.2.200", "SE", 64500);
        root("08:00").app(Scene.AZURE_CLI).device("d1");
        renewal("08:01").from("192.0.2.200", "SE", 64500);
        abroad(renewal("08:03")).bound(true);
        abroad(renewal("08:12:01"));
        findsNothing(TOOL);
    }

    @Test
    void anotherApplicationsSignInIsNoTools() {
        root("08:00");
        abroad(renewal("08:05"));
        findsNothing(TOOL);
    }
}
