package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.Distances;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.Uti;

/**
 * The thresholds of rules, each on its edge and just beside it: Adele is on the edge, Bela beside it, in one case.
 */
class RuleEdgesTest extends RuleTest {

    private static final String BELA = "bela@contoso.example";
    private static final String CLEO = "cleo@contoso.example";
    private static final String TRAVEL = "session-impossible-travel";
    private static final String TOTAL = "session-total-travel";
    private static final String PORTAL = "aitm-portal-then-elsewhere";
    private static final String SPRAY = "password-spray";

    private Scene.Told adele(String time) {
        return scene.signIn(Scene.ADELE, time, Scene.SESSION);
    }

    private Scene.Told bela(String time) {
        return scene.signIn(BELA, time, Scene.OTHER_SESSION);
    }

    private void tune(String rule, String setting, long value) {
        CaseRules.set(scene.caseFile(), rule, setting, Long.toString(value), "anna");
    }

    /** The users whom the rule has findings on. */
    private List<String> found(String rule) {
        return scene.findings(rule).stream().map(Finding::upn).distinct().sorted().toList();
    }

    private static double denmarkToAmerica() {
        return Distances.shipped().between("DK", "US");
    }

    private void travelsInAnHour() {
        root("08:00");
        abroad(renewal("09:00"));
    }

    @Test
    void placesAsFarApartAsTheSettingAreFarEnough() {
        tune(TRAVEL, "km", (long) Math.floor(denmarkToAmerica()));
        travelsInAnHour();
        assertThat(found(TRAVEL)).containsExactly(Scene.ADELE);
    }

    @Test
    void placesCloserThanTheSettingAreNotFarEnough() {
        tune(TRAVEL, "km", (long) Math.ceil(denmarkToAmerica()));
        travelsInAnHour();
        findsNothing(TRAVEL);
    }

    @Test
    void fasterThanTheSettingIsTooFast() {
        tune(TRAVEL, "km-per-hour", (long) Math.floor(denmarkToAmerica()));
        travelsInAnHour();
        assertThat(found(TRAVEL)).containsExactly(Scene.ADELE);
    }

    @Test
    void slowerThanTheSettingIsNotTooFast() {
        tune(TRAVEL, "km-per-hour", (long) Math.ceil(denmarkToAmerica()));
        travelsInAnHour();
        findsNothing(TRAVEL);
    }

    private static double aroundTheWorld() {
        return Distances.shipped().between("DK", "BR") + Distances.shipped().between("BR", "JP");
    }

    private void goesAroundTheWorld() {
        adele("2026-09-15T02:00:00");
        adele("2026-09-15T09:00:00").from("203.0.113.200", "BR", 64511);
        adele("2026-09-16T02:00:00").from("203.0.113.210", "JP", 64512);
    }

    @Test
    void aPathAsLongAsTheSettingWithinTheTimeIsFoundAndOneSecondLaterIsNot() {
        tune(TOTAL, "km", (long) Math.floor(aroundTheWorld()));
        goesAroundTheWorld();
        bela("2026-09-15T02:00:00");
        bela("2026-09-15T09:00:00").from("203.0.113.200", "BR", 64511);
        bela("2026-09-16T02:00:01").from("203.0.113.210", "JP", 64512);
        assertThat(found(TOTAL)).containsExactly(Scene.ADELE);
    }

    @Test
    void aPathShorterThanTheSettingIsNotFound() {
        tune(TOTAL, "km", (long) Math.ceil(aroundTheWorld()));
        goesAroundTheWorld();
        findsNothing(TOTAL);
    }

    @Test
    void threeEarlierDaysMakeANetworkFamiliarAndTwoDoNotNorDoesTheSameDay() {
        for (String day : List.of("12", "13")) {
            abroad(scene.signIn(Scene.ADELE, "2026-09-" + day + "T12:00:00", "s" + day));
            abroad(scene.signIn(BELA, "2026-09-" + day + "T12:00:00", "t" + day));
        }
        abroad(scene.signIn(Scene.ADELE, at("00:00"), "s15"));
        abroad(scene.signIn(BELA, "2026-09-14T23:59:59", "t14"));
        root("08:00");
        abroad(renewal("08:05"));
        bela(at("08:00"));
        abroad(bela(at("08:05")).app(Scene.OFFICE));
        assertThat(found(PORTAL)).containsExactly(Scene.ADELE);
    }

    @Test
    void threeUsersOnRegisteredDevicesMakeANetworkFamiliarAndTwoDoNot() {
        for (String user : List.of("u1", "u2")) {
            scene.signIn(user + "@contoso.example", at("07:00"), user).device(user).from("198.18.1.1", "US", 64530);
        }
        for (String user : List.of("u3", "u4", "u5")) {
            scene.signIn(user + "@contoso.example", at("07:00"), user).device(user).from("198.18.2.1", "US", 64531);
        }
        root("08:00");
        renewal("08:05").from("198.18.1.2", "US", 64530);
        bela(at("08:00"));
        bela(at("08:05")).app(Scene.OFFICE).from("198.18.2.2", "US", 64531);
        assertThat(found(PORTAL)).containsExactly(Scene.ADELE);
    }

    @Test
    void failuresExactlyADayBeforeTheSuccessCountAndOneSecondMoreDoesNot() {
        for (int i = 0; i < 8; i++) {
            abroad(scene.signIn("a" + i + "@contoso.example", "2026-09-14T08:00:00", null)).failed(50126);
            scene.signIn("b" + i + "@contoso.example", "2026-09-14T07:59:59", null).failed(50126)
                    .from("198.51.100.9", "DK", 64497);
        }
        abroad(adele(at("08:00")));
        inTheSameCountry(bela(at("08:00")));
        assertThat(found(SPRAY)).containsExactly(Scene.ADELE);
    }

    @Test
    void anAddressFromWhichAsManySignInAsFailIsAnOfficeAndOneLessIsNot() {
        for (int i = 0; i < 8; i++) {
            abroad(scene.signIn("a" + i + "@contoso.example", at("07:00"), null)).failed(50126);
            scene.signIn("b" + i + "@contoso.example", at("07:00"), null).failed(50126)
                    .from("198.51.100.9", "DK", 64497);
        }
        for (int i = 0; i < 7; i++) {
            scene.signIn("c" + i + "@contoso.example", at("06:00"), null).from("198.51.100.9", "DK", 64497);
        }
        for (int i = 0; i < 6; i++) {
            abroad(scene.signIn("d" + i + "@contoso.example", at("06:00"), null));
        }
        abroad(adele(at("08:00")));
        inTheSameCountry(bela(at("08:00")));
        assertThat(found(SPRAY)).containsExactly(Scene.ADELE);
    }

    @Test
    void aHistoryOfExactlyOneDayIsEnoughForADeviceCodeOnANewNetworkAndOneSecondLessIsNot() {
        scene.signIn(Scene.ADELE, "2026-09-14T09:00:00", "s1");
        scene.signIn(BELA, "2026-09-14T09:00:01", "s2");
        abroad(adele(at("09:00"))).with("originalTransferMethod", "deviceCodeFlow");
        abroad(bela(at("09:00"))).with("originalTransferMethod", "deviceCodeFlow");
        assertThat(found("device-code-new-network")).containsExactly(Scene.ADELE);
    }

    @Test
    void threeOfFiveSignInsWithADeviceAreMostAndFourOfSevenAreNot() {
        for (int i = 0; i < 4; i++) {
            String day = "2026-09-0" + (i + 1) + "T09:00:00";
            Scene.Told of = scene.signIn(Scene.ADELE, day, "s" + i);
            Scene.Told other = scene.signIn(BELA, day, "t" + i).device("d2");
            if (i < 3) {
                of.device("d1");
                other.device("d2");
            }
        }
        scene.signIn(BELA, "2026-09-05T09:00:00", "t5");
        scene.signIn(BELA, "2026-09-06T09:00:00", "t6");
        abroad(adele(at("09:00")));
        abroad(bela(at("09:00")));
        assertThat(found("sign-in-without-device")).containsExactly(Scene.ADELE);
    }

    @Test
    void aToolAfterExactlyThreeDaysOfHistoryIsFoundWithItsEventsOfOneDayAndAfterOneSecondLessIsNot() {
        scene.signIn(Scene.ADELE, "2026-09-12T09:00:00", "s1");
        scene.signIn(BELA, "2026-09-12T09:00:01", "s2");
        abroad(adele(at("09:00")).app(Scene.AZURE_CLI));
        abroad(adele("2026-09-16T08:59:59").app(Scene.AZURE_CLI));
        abroad(adele("2026-09-16T09:00:00").app(Scene.AZURE_CLI));
        abroad(bela(at("09:00")).app(Scene.AZURE_CLI));
        assertThat(found("new-tool-for-user")).containsExactly(Scene.ADELE);
        assertThat(proof(finding("new-tool-for-user"))).containsExactly("09:00:00", "08:59:59");
    }

    private void reads(String upn) {
        scene.audit(upn, "2026-09-11T08:00:00", "Exchange", "MailItemsAccessed", null, null).with("AppId", "mail")
                .with("ClientAppId", "mail");
        Scene.from(scene.audit(upn, at("08:00"), "Exchange", "MailItemsAccessed", null, null), "203.0.113.200")
                .with("AppId", "rare").with("ClientAppId", "rare");
    }

    @Test
    void anApplicationOfThreeUsersIsRare() {
        for (String user : List.of(Scene.ADELE, BELA, CLEO)) {
            reads(user);
        }
        assertThat(found("mailbox-new-client")).containsExactly(Scene.ADELE, BELA, CLEO);
    }

    @Test
    void anApplicationOfFourUsersIsNotRare() {
        for (String user : List.of(Scene.ADELE, BELA, CLEO, "dina@contoso.example")) {
            reads(user);
        }
        findsNothing("mailbox-new-client");
    }

    @Test
    void asManyAsTheSettingWithinExactlyAnHourAreManyAndOneSecondLaterAreNot() {
        tune("mass-deletion", "at-least", 2);
        scene.audit(Scene.ADELE, at("08:00"), "Exchange", "SoftDelete", Scene.SESSION, null);
        scene.audit(Scene.ADELE, at("09:00"), "Exchange", "SoftDelete", Scene.SESSION, null);
        scene.audit(BELA, at("08:00"), "Exchange", "SoftDelete", Scene.OTHER_SESSION, null);
        scene.audit(BELA, at("09:00:01"), "Exchange", "SoftDelete", Scene.OTHER_SESSION, null);
        assertThat(found("mass-deletion")).containsExactly(Scene.ADELE);
        assertThat(finding("mass-deletion").why()).contains("60 minutes", "2 items");
    }

    @Test
    void ofSeveralHoursTheOneWithTheMostIsReported() {
        tune("mass-download", "at-least", 2);
        String[][] files = { { "06:00", "a" }, { "08:00", "a" }, { "08:10", "b" }, { "08:20", "b" }, { "08:30", "c" },
            { "09:05", "d" }, { "12:00", "a" }, { "12:10", "b" } };
        for (String[] file : files) {
            scene.audit(Scene.ADELE, at(file[0]), "SharePoint", "FileDownloaded", Scene.SESSION, null).with("ObjectId",
                    "https://contoso.sharepoint.example/" + file[1]);
        }
        Finding finding = finding("mass-download");
        assertThat(finding.why()).contains("3 files");
        assertThat(proof(finding)).containsExactly("08:00:00", "08:10:00", "08:20:00", "08:30:00");
    }

    @Test
    void aDeviceExactlyAnHourAfterADeviceCodeIsSoonAndOneSecondLaterIsNot() {
        adele(at("08:00")).with("originalTransferMethod", "deviceCodeFlow");
        bela(at("08:00")).with("originalTransferMethod", "deviceCodeFlow");
        scene.change(Scene.ADELE, at("09:00"), "Register device", "192.0.2.10");
        scene.change(BELA, at("09:00:01"), "Register device", "192.0.2.10");
        assertThat(found("device-code-then-device")).containsExactly(Scene.ADELE);
    }

    @Test
    void theFirstStepMayRepeatAndTheLastIsCounted() {
        scene.audit(Scene.ADELE, at("06:00"), "Exchange", "New-InboxRule", Scene.SESSION, null);
        scene.audit(Scene.ADELE, at("08:00"), "Exchange", "Set-InboxRule", Scene.SESSION, null);
        for (String time : List.of("08:10", "08:20", "09:00", "09:00:01")) {
            scene.audit(Scene.ADELE, at(time), "Exchange", "Send", Scene.SESSION, null);
        }
        assertThat(proof(finding("sent-after-rule"))).containsExactly("08:00:00", "08:10:00", "08:20:00", "09:00:00");
        assertThat(finding("sent-after-rule").why()).contains("Set-InboxRule", "2 more times");
    }

    @Test
    void changesFromTheFirstEvidenceUntilThreeDaysLaterAreInItsContext() {
        root("08:00").from("203.0.113.77", "NL", 64510);
        abroad(renewal("08:06"));
        for (String time : List.of("2026-09-15T07:59:59", "2026-09-15T08:00:00", "2026-09-18T08:00:00",
                "2026-09-18T08:00:01")) {
            scene.change(Scene.ADELE, time, "Consent to application", "198.51.100.77");
        }
        assertThat(scene.findings("app-consent")).extracting(Finding::severity).containsExactly(Severity.INFO,
                Severity.HIGH, Severity.HIGH, Severity.INFO);
    }

    @Test
    void aTokenNeedsASignInTwoHoursBeforeAndOneAtItsUseAtTheLatest() {
        root("06:00");
        renewal("08:00");
        bela(at("06:00:01"));
        bela(at("08:00"));
        scene.signIn(CLEO, at("06:00"), "s3");
        scene.signIn(CLEO, at("07:59:59"), "s3");
        int last = 0;
        for (String user : List.of(Scene.ADELE, BELA, CLEO)) {
            scene.graph(user, at("08:00"), "GET", "/me", null,
                    Uti.fromRequestId("9d1c2b3a-0000-4000-8000-00000000a" + ++last + "00").value(), "203.0.113.200");
        }
        assertThat(found("token-without-sign-in")).containsExactly(Scene.ADELE);
    }

    @Test
    void intervalsOfExactlyFiftyFiveAndSixtyFiveSecondsAreRegularAndFiveRenewalsAreEnough() {
        int second = 0;
        for (int i = 0; i < 6; i++) {
            renewal(String.format(java.util.Locale.ROOT, "08:%02d:%02d", second / 60, second % 60));
            second += i % 2 == 0 ? 55 : 65;
        }
        assertThat(proof(finding("token-renewal-metronome"))).hasSize(6);
    }

    @Test
    void signInsThirtySecondsApartAreAtOnceAndThoseThirtyOneSecondsApartAreNot() {
        adele(at("08:00:00"));
        abroad(scene.signIn(Scene.ADELE, at("08:00:30"), "s2"));
        bela(at("08:00:00"));
        abroad(scene.signIn(BELA, at("08:00:31"), "s3"));
        assertThat(found("two-sign-ins-at-once")).containsExactly(Scene.ADELE);
    }

    @Test
    void aFindingShowsThreeTargetsAndThatThereAreMore() {
        for (int i = 1; i <= 4; i++) {
            scene.audit(Scene.ADELE, at("08:0" + i), "SharePoint", "AnonymousLinkCreated", Scene.SESSION, null)
                    .with("ObjectId", "file" + i);
        }
        for (int i = 1; i <= 3; i++) {
            scene.audit(BELA, at("08:0" + i), "SharePoint", "AnonymousLinkCreated", Scene.OTHER_SESSION, null)
                    .with("ObjectId", "file" + i);
        }
        assertThat(scene.findings("anonymous-link")).extracting(Finding::why).satisfiesExactlyInAnyOrder(
                why -> assertThat(why).contains("“file1”, “file2”, “file3”, …", "4 such events"),
                why -> assertThat(why).contains("“file1”, “file2”, “file3”.", "3 such events"));
    }
}
