package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Severity;

/** The attacker in the victim's own country: address, program and device are new, and acts of attackers follow. */
@Counted("Scenes: attackers nearby")
class NeighbourhoodJudgementTest extends RuleTest {

    private static final String RULE = "new-place-then-act";
    private static final String PROXY = "198.51.200.9";

    private void history() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
    }

    /** Through a home connection with the user's own provider. */
    private Scene.Told stranger() {
        return scene.signIn(Scene.ADELE, at("09:00"), Scene.OTHER_SESSION).from(PROXY, "DK", 64496).with("userAgent",
                LINUX_CHROME);
    }

    private void registersMethod(String time) {
        scene.change(Scene.ADELE, time, "User registered security info", PROXY);
    }

    private void makesRule() {
        Scene.from(scene.audit(Scene.ADELE, at("09:30"), "Exchange", "New-InboxRule", Scene.OTHER_SESSION, null), PROXY)
                .with("Parameters", Scene.pairs("Name", "x", "MoveToFolder", "Later"));
    }

    private void reads(int items) {
        Scene.from(scene.audit(Scene.ADELE, at("09:20"), "Exchange", "MailItemsAccessed", Scene.OTHER_SESSION, null),
                PROXY).with("OperationCount", items)
                .with("OperationProperties", Scene.pairs("MailAccessType", "Bind", "IsThrottled", "False"));
    }

    @Test
    void aMethodFromThereIsMedium() {
        history();
        stranger();
        registersMethod(at("09:10"));
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aMethodAndARuleFromThereAreHigh() {
        history();
        stranger();
        registersMethod(at("09:10"));
        makesRule();
        assertThat(finding(RULE).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void anOlderVersionOfTheUsersBrowserIsNewToo() {
        history();
        stranger().with("userAgent", Scene.CHROME.replace("138", "126"));
        registersMethod(at("09:10"));
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theUsersBrowserOrANewerOneOfItIsNot() {
        history();
        stranger().with("userAgent", Scene.CHROME);
        stranger().with("userAgent", Scene.CHROME.replace("138", "139"));
        registersMethod(at("09:10"));
        findsNothing(RULE);
    }

    @Test
    void theUsersAddressRangeIsNot() {
        history();
        stranger().from("192.0.2.99", "DK", 64496);
        scene.change(Scene.ADELE, at("09:10"), "User registered security info", "192.0.2.99");
        findsNothing(RULE);
    }

    @Test
    void theUsersRegisteredDeviceIsNotAndANewOneIs() {
        history();
        stranger().device("d1");
        registersMethod(at("09:10"));
        findsNothing(RULE);
    }

    @Test
    void aDeviceThatOnlyAnUnboundTokenNamesDoesNotCount() {
        history();
        stranger().device("d1").renewed("refreshToken").bound(false);
        registersMethod(at("09:10"));
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    /** Of ten sign-ins so many on the user's device, then one without it and with the user's program. */
    private void missesDevice(String upn, int with) {
        for (int i = 0; i < 10; i++) {
            Scene.Told told = scene.signIn(upn, "2026-09-" + (i < 9 ? "0" : "") + (i + 1) + "T08:00:00", upn + i);
            if (i < with) {
                told.device("d-" + upn);
            }
        }
        scene.signIn(upn, at("09:00"), "x" + upn).from(PROXY, "DK", 64530);
        scene.change(upn, at("09:10"), "User registered security info", PROXY);
    }

    @Test
    void aUserWithADeviceInFourOfFiveSignInsMissesItAndOneWithFewerDoesNot() {
        missesDevice(Scene.ADELE, 8);
        missesDevice("bela@contoso.example", 7);
        assertThat(finding(RULE).upn()).isEqualTo(Scene.ADELE);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void anActExactlyADayLaterCountsAndOneSecondLaterDoesNot() {
        history();
        stranger();
        registersMethod("2026-09-16T09:00:00");
        registersMethod("2026-09-16T09:00:01");
        assertThat(finding(RULE).events()).hasSize(2);
    }

    @Test
    void twoHundredMailItemsAreMuch() {
        history();
        stranger();
        reads(200);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void oneLessIsNot() {
        history();
        stranger();
        reads(199);
        findsNothing(RULE);
    }

    @Test
    void aNewTelephoneThatIsSetUpAndReadsItsMailIsNoMoreThanMedium() {
        history();
        stranger().with("userAgent", SAFARI);
        registersMethod(at("09:10"));
        scene.change(Scene.ADELE, at("09:11"), "Add device", PROXY);
        reads(900);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aUserOfTwoEarlierDaysHasNoHistoryAndOneOfThreeHas() {
        for (String day : java.util.List.of("12", "13", "14")) {
            scene.signIn(Scene.ADELE, "2026-09-" + day + "T08:00:00", "s" + day);
            if (!day.equals("12")) {
                scene.signIn("bela@contoso.example", "2026-09-" + day + "T08:00:00", "t" + day);
            }
        }
        stranger();
        registersMethod(at("09:10"));
        scene.signIn("bela@contoso.example", at("09:00"), "t15").from(PROXY, "DK", 64496).with("userAgent",
                LINUX_CHROME);
        scene.change("bela@contoso.example", at("09:10"), "User registered security info", PROXY);
        assertThat(finding(RULE).upn()).isEqualTo(Scene.ADELE);
    }
}
