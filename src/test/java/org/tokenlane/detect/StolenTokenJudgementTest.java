package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * Tokens stolen from registered computers name the computer wherever they are used. What excuses, what does not, when a
 * takeover begins, and how far other users and other days vouch for a place.
 */
@Counted("Scenes: stolen tokens and takeovers")
class StolenTokenJudgementTest extends RuleTest {

    private static final String CONCURRENT = "session-concurrent-use";
    private static final String TRAVEL = "session-impossible-travel";
    private static final String ATTACKER = "203.0.113.200";

    private static String user(int number) {
        return "victim" + number + "@contoso.example";
    }

    private static String session(int number) {
        return String.format(Locale.ROOT, "00f00000-45a8-11c0-96d6-%012d", number);
    }

    /** Days at the office on a registered computer, then a stolen unbound token of it in another country. */
    private void isRobbed(int number) {
        String device = "laptop-" + number;
        scene.everyday(user(number), "192.0.2." + (20 + number), "DK", 64496, device);
        scene.signIn(user(number), at("08:00"), session(number)).from("192.0.2." + (20 + number), "DK", 64496)
                .device(device).bound(false);
        for (String time : List.of("08:20", "08:50", "09:10")) {
            scene.signIn(user(number), at(time), session(number)).app(Scene.OFFICE).renewed("refreshToken")
                    .device(device).bound(false).from(ATTACKER, "US", 64511);
        }
        scene.signIn(user(number), at("09:05"), session(number)).app(Scene.OFFICE).renewed("refreshToken")
                .device(device).bound(false).from("192.0.2." + (20 + number), "DK", 64496);
    }

    private Set<String> usersWithHighFindings() {
        return scene.detection().findings().stream().filter(finding -> finding.severity() == Severity.HIGH)
                .map(Finding::upn).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void oneVictimWhoseUnboundTokenNamesItsComputerIsFound() {
        isRobbed(1);
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.HIGH);
        assertThat(finding(CONCURRENT).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void fourVictimsOfOneAddressDoNotVouchForEachOther() {
        for (int number = 1; number <= 4; number++) {
            isRobbed(number);
        }
        assertThat(usersWithHighFindings()).containsExactly(user(1), user(2), user(3), user(4));
    }

    @Test
    void aFourthVictimWithoutAComputerIsFoundBesideThreeThatHaveOne() {
        for (int number = 1; number <= 3; number++) {
            isRobbed(number);
        }
        root("08:00");
        abroad(renewal("08:05"));
        assertThat(usersWithHighFindings()).contains(Scene.ADELE);
    }

    @Test
    void theVictimsAreFoundFromOneOfThem() {
        for (int number = 1; number <= 4; number++) {
            isRobbed(number);
        }
        CaseFacts facts = scene.facts();
        assertThat(OtherVictims.of(facts, List.of(session(1)))).extracting(Alike::upn).contains(user(2), user(3),
                user(4));
    }

    @Test
    void twentyFiveVictimsAreFoundFromOneOfThemAsWell() {
        for (int number = 1; number <= 25; number++) {
            isRobbed(number);
        }
        assertThat(OtherVictims.of(scene.facts(), List.of(session(1)))).extracting(Alike::upn).contains(user(2),
                user(25)).hasSize(24);
    }

    @Test
    void theSameTokenBoundToItsComputerIsItsOwn() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        root("08:00").device("d1").bound(true);
        abroad(renewal("08:20")).device("d1").bound(true);
        renewal("08:40").device("d1").bound(true);
        findsNothing(TRAVEL);
        findsNothing(CONCURRENT);
        findsNothing("aitm-portal-then-elsewhere");
    }

    @Test
    void aNetworkWhereColleaguesWorkEveryDayIsVouchedFor() {
        isVpnOfMany(ATTACKER, "US", 64511);
        root("08:00").device("d1");
        abroad(renewal("08:20")).device("d1");
        findsNothing(TRAVEL);
    }

    @Test
    void colleaguesVouchOnlyUntilTheFirstSuspicion() {
        root("08:00").device("d1");
        abroad(renewal("08:20")).device("d1");
        renewal("09:00").device("d1");
        for (String name : List.of("bert", "cleo", "dina")) {
            for (int day = 16; day < 20; day++) {
                scene.signIn(name + "@contoso.example", "2026-09-" + day + "T08:00:00", name + day)
                        .device("laptop-" + name).from(ATTACKER, "US", 64511);
            }
        }
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void daysAfterTheFirstSuspicionDoNotMakeANetworkFamiliar() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        for (int day = 16; day < 20; day++) {
            scene.signIn(Scene.ADELE, "2026-09-" + day + "T08:00:00", "s" + day);
            abroad(scene.signIn(Scene.ADELE, "2026-09-" + day + "T08:30:00", "t" + day));
            scene.signIn(Scene.ADELE, "2026-09-" + day + "T09:00:00", "s" + day);
        }
        scene.signIn(Scene.ADELE, "2026-09-21T08:00:00", Scene.SESSION);
        abroad(scene.signIn(Scene.ADELE, "2026-09-21T08:20:00", Scene.SESSION).app(Scene.OFFICE));
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void theAttackerWhoComesFirstIsNotExcusedByTheUsersOwnPlace() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        abroad(root("08:00"));
        renewal("08:20");
        abroad(renewal("08:40"));
        assertThat(finding(CONCURRENT).severity()).isEqualTo(Severity.HIGH);
        assertThat(finding(TRAVEL).severity()).isEqualTo(Severity.HIGH);
    }

    private void stolenAfterADayAndAHalf() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        scene.signIn(Scene.ADELE, "2026-09-16T17:00:00", Scene.SESSION).app(Scene.OFFICE).renewed("refreshToken");
        abroad(scene.signIn(Scene.ADELE, "2026-09-16T17:10:00", Scene.SESSION).app(Scene.OFFICE)
                .renewed("refreshToken"));
    }

    @Test
    void aTakeoverBeginsWithTheFirstEventOfTheOtherHands() {
        stolenAfterADayAndAHalf();
        scene.change(Scene.ADELE, "2026-09-16T17:20:00", "User registered security info", ATTACKER);
        Finding method = finding("mfa-method");
        assertThat(method.severity()).isEqualTo(Severity.HIGH);
        assertThat(method.why())
                .contains(FactsText.AFTER_RISKY_SESSION_SAME_NETWORK.text("10 minutes", Scene.SESSION));
    }

    @Test
    void whatTheUserDidBeforeIsNotPartOfTheTakeover() {
        stolenAfterADayAndAHalf();
        scene.change(Scene.ADELE, "2026-09-15T09:00:00", "User registered security info", "192.0.2.10");
        assertThat(finding("mfa-method").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void threeDaysCountFromTheTheftAndNotFromTheUsersOwnSignIn() {
        stolenAfterADayAndAHalf();
        scene.change(Scene.ADELE, "2026-09-19T17:10:00", "Consent to application", "198.51.100.77");
        scene.change(Scene.ADELE, "2026-09-19T17:10:01", "Consent to application", "198.51.100.77");
        assertThat(scene.findings("app-consent")).extracting(Finding::severity).containsExactly(Severity.HIGH,
                Severity.INFO);
    }

    @Test
    void theUsersOwnActsInTheirOwnPlaceDuringATakeoverAreNotTheAttackers() {
        stolenAfterADayAndAHalf();
        for (int i = 0; i < 6; i++) {
            scene.audit(Scene.ADELE, "2026-09-16T17:3" + i + ":00", "Exchange", "SoftDelete", Scene.SESSION, null);
        }
        findsNothing("mass-deletion");
    }

    @Test
    void theAttackersDeviceIsEvidenceAndNoCounterEvidence() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        root("08:00").device("d1");
        abroad(renewal("08:10"));
        abroad(scene.signIn(Scene.ADELE, at("09:00"), Scene.OTHER_SESSION)).device("d2");
        Scene.from(scene.audit(Scene.ADELE, at("09:05"), "Exchange", "New-InboxRule", Scene.OTHER_SESSION, null),
                ATTACKER).with("Parameters", Scene.pairs("Name", "...", "MoveToFolder", "RSS Feeds"));
        abroad(scene.signIn(Scene.ADELE, at("09:02"), Scene.OTHER_SESSION).app(Scene.AZURE_CLI)).device("d2");
        Finding finding = finding("new-tool-for-user");
        assertThat(finding.against()).doesNotContain(FactsText.NAMED_DEVICE.text("LAPTOP-1"));
        assertThat(finding.why()).contains(FactsText.DEVICE_AFTER_SUSPICION.text("LAPTOP-1",
                "2026-09-15 09:00:00 UTC", "2026-09-15 08:10:00 UTC"));
    }

    @Test
    void theUsersOwnDeviceStaysCounterEvidence() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        root("08:00").device("d1");
        abroad(renewal("08:10")).device("d1");
        assertThat(finding(TRAVEL).against()).contains(FactsText.CLAIMED_NAMED_DEVICE.text("LAPTOP-1"));
    }
}
