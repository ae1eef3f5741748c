package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * How acts are found and weighed beyond what the ideas show: weak signals together, credentials of applications that
 * are used, addresses that others use as well, numbers on their edge.
 */
class ActRulesTest extends RuleTest {

    private static final String WEAK = "new-place-then-act";
    private static final String APP = "app-sign-in-after-credential";
    private static final String BELA = "bela@contoso.example";

    private void adeleHasAHistory() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "laptop-adele");
    }

    /** A sign-in through a home connection of the same country with another program and without a device. */
    private Scene.Told fromNextDoor(String time) {
        return inTheSameCountry(root(time)).with("userAgent", FIREFOX.replace("Windows NT 10.0", "X11; Linux x86_64"));
    }

    private void registersAMethod(String time, String ip) {
        scene.change(Scene.ADELE, at(time), "User registered security info", ip);
    }

    @Test
    void threeThingsThatAreNewAndAMethodWithinADayAreMedium() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        registersAMethod("08:10", "198.51.100.9");
        Finding finding = finding(WEAK);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.why()).contains("198.51.100.9", "“User registered security info”");
        isOnAdelesSession(finding);
    }

    @Test
    void aRuleBesidesItMakesItHigh() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        registersAMethod("08:10", "198.51.100.9");
        Scene.from(scene.audit(Scene.ADELE, at("08:20"), "Exchange", "New-InboxRule", Scene.SESSION, null),
                "198.51.100.9").with("Parameters", Scene.pairs("Name", "x"));
        assertThat(finding(WEAK).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void withoutAnActOrOnTheUsersDeviceItIsNoFinding() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        registersAMethod("08:10", "192.0.2.10");
        findsNothing(WEAK);
    }

    @Test
    void theUsersOwnDeviceSpeaksForTheUser() {
        adeleHasAHistory();
        fromNextDoor("08:00").device("laptop-adele");
        registersAMethod("08:10", "198.51.100.9");
        findsNothing(WEAK);
    }

    @Test
    void anActADayLaterIsTooLate() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        scene.change(Scene.ADELE, "2026-09-16T08:00:01", "User registered security info", "198.51.100.9");
        findsNothing(WEAK);
    }

    @Test
    void anActExactlyADayLaterIsNot() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        scene.change(Scene.ADELE, "2026-09-16T08:00:00", "User registered security info", "198.51.100.9");
        finding(WEAK);
    }

    private void reads(int items) {
        Scene.from(scene.audit(Scene.ADELE, at("08:10"), "Exchange", "MailItemsAccessed", Scene.SESSION, null),
                "198.51.100.9").with("OperationCount", items).with("OperationProperties",
                        Scene.pairs("MailAccessType", "Bind", "IsThrottled", "False"));
    }

    @Test
    void twoHundredItemsOfMailAreMuch() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        reads(200);
        finding(WEAK);
    }

    @Test
    void oneLessIsNot() {
        adeleHasAHistory();
        fromNextDoor("08:00");
        reads(199);
        findsNothing(WEAK);
    }

    // credentials of applications

    private void givesACredential(String time, String upn, String ip) {
        scene.change(upn, at(time), "Add service principal credentials", ip).with("targetResources",
                List.of(Map.of("id", "0c7a3f5f-0000-4000-8000-000000000001", "type", "ServicePrincipal",
                        "displayName", "Reader")));
    }

    private void applicationSignsIn(String time, String ip) {
        scene.record("applications.jsonl", Map.of("TimeGenerated", time + "Z", "Type", "AADServicePrincipalSignInLogs",
                "CreatedDateTime", time + "Z", "Id",
                "11112222-0000-4000-8000-" + time.replaceAll("\\D", "").substring(2),
                "ServicePrincipalName", "Reader", "ServicePrincipalId", "0c7a3f5f-0000-4000-8000-000000000001", "AppId",
                "0c7a3f5f-0000-4000-8000-000000000002", "ResultType", "0", "IPAddress", ip));
    }

    private static String day(int day, String time) {
        return String.format(Locale.ROOT, "2026-09-%02dT%s", day, time);
    }

    @Test
    void anApplicationThatSignsInFromANewNetworkAfterItWasGivenACredentialIsNamed() {
        scene.everyday(BELA, "192.0.2.10", "DK", 64496, null);
        applicationSignsIn(day(14, "08:00:00"), "192.0.2.50");
        givesACredential("08:00", BELA, "198.51.100.9");
        applicationSignsIn(day(15, "09:00:00"), "203.0.113.9");
        Finding finding = finding(APP);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.why()).contains("“Reader”", "203.0.113.9", BELA);
    }

    @Test
    void onItsOldNetworkAndBeforeTheChangeItIsNot() {
        applicationSignsIn(day(14, "08:00:00"), "192.0.2.50");
        givesACredential("08:00", BELA, "198.51.100.9");
        applicationSignsIn(day(15, "09:00:00"), "192.0.2.50");
        findsNothing(APP);
    }

    @Test
    void aWeekLaterIsStillInTimeAndMoreIsNot() {
        givesACredential("08:00", BELA, "198.51.100.9");
        applicationSignsIn(day(22, "08:00:00"), "203.0.113.9");
        finding(APP);
    }

    @Test
    void moreThanAWeekLaterIsAnotherMatter() {
        givesACredential("08:00", BELA, "198.51.100.9");
        applicationSignsIn(day(22, "08:00:01"), "203.0.113.9");
        findsNothing(APP);
    }

    @Test
    void anAdministratorsChangeAtTheirOwnDeskIsForInformation() {
        scene.everyday(BELA, "192.0.2.10", "DK", 64496, null);
        givesACredential("08:00", BELA, "192.0.2.10");
        applicationSignsIn(day(15, "09:00:00"), "203.0.113.9");
        assertThat(finding(APP).severity()).isEqualTo(Severity.INFO);
    }

    // the attacker's address

    private void takenOver() {
        adeleHasAHistory();
        root("08:00").from("203.0.113.77", "NL", 64510);
        abroad(renewal("08:06"));
    }

    @Test
    void anApplicationThatSignsInFromTheAttackersAddressIsHigh() {
        takenOver();
        applicationSignsIn(day(15, "09:00:00"), "203.0.113.200");
        assertThat(finding("app-from-attacker-address").severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void fromAnotherAddressOrDaysLaterItIsNoFinding() {
        takenOver();
        applicationSignsIn(day(15, "09:00:00"), "203.0.113.201");
        applicationSignsIn(day(19, "09:00:00"), "203.0.113.200");
        findsNothing("app-from-attacker-address");
    }

    @Test
    void anAddressWhereColleaguesWorkIsNotTheAttackers() {
        takenOver();
        scene.everyday(BELA, "203.0.113.200", "US", 64511, "laptop-bela");
        scene.signIn(BELA, at("08:30"), Scene.OTHER_SESSION).from("203.0.113.200", "US", 64511).device("laptop-bela");
        applicationSignsIn(day(15, "09:00:00"), "203.0.113.200");
        findsNothing("app-from-attacker-address");
    }

    @Test
    void theUsersOwnChangesAtHomeDuringAnAttackAreForInformation() {
        takenOver();
        scene.change(Scene.ADELE, at("08:30"), "Reset password (self-service)", "192.0.2.10");
        scene.change(Scene.ADELE, at("08:31"), "Reset password (self-service)", "203.0.113.200");
        assertThat(scene.findings("password-reset")).extracting(Finding::severity).containsExactlyInAnyOrder(
                Severity.INFO, Severity.MEDIUM);
    }

    @Test
    void aChangeThatFailedIsNone() {
        takenOver();
        scene.change(Scene.ADELE, at("08:30"), "Add member to group", "203.0.113.200").with("result", "failure");
        findsNothing("group-changed");
        findsNothing("change-in-attacked-session");
    }

    @Test
    void theFindingNamesTheOldAndTheNewValue() {
        takenOver();
        scene.change(Scene.ADELE, at("08:30"), "Update application", "203.0.113.200").with("targetResources",
                List.of(Map.of("id", "o1", "type", "Application", "displayName", "Reader", "modifiedProperties",
                        List.of(Map.of("displayName", "AppAddress", "oldValue", "\"https://a.example\"", "newValue",
                                "\"https://b.example\"")))));
        assertThat(finding("app-changed").why()).contains("“Reader”",
                "AppAddress: https://a.example → https://b.example");
    }

    // numbers on their edge

    private void sends(int mails) {
        for (int i = 0; i < mails; i++) {
            scene.audit(Scene.ADELE, at(String.format(Locale.ROOT, "08:%02d:%02d", 10 + i / 60, i % 60)), "Exchange",
                    "Send", Scene.SESSION, null);
        }
    }

    @Test
    void ninetyNineMessagesAreNotMany() {
        sends(99);
        findsNothing("mass-sending");
    }

    @Test
    void aHundredAreInAnUnknownPlaceAndForInformationAtTheOwnDesk() {
        sends(100);
        assertThat(finding("mass-sending").severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void atTheOwnDeskAHundredMessagesAreForInformation() {
        adeleHasAHistory();
        sends(100);
        assertThat(finding("mass-sending").severity()).isEqualTo(Severity.INFO);
    }

    private void oneApplicationReads(int mailboxes) {
        for (int i = 0; i < mailboxes; i++) {
            scene.audit(Scene.ADELE, at("08:10:" + String.format(Locale.ROOT, "%02d", i)), "Exchange",
                    "MailItemsAccessed", null, null).with("AppId", "0c7a3f5f-0000-4000-8000-000000000002")
                    .with("MailboxOwnerUPN", "owner" + i + "@contoso.example");
        }
    }

    @Test
    void nineMailboxesWithinMinutesAreNotMany() {
        oneApplicationReads(9);
        findsNothing("mailboxes-by-one-app");
    }

    @Test
    void tenAre() {
        oneApplicationReads(10);
        assertThat(finding("mailboxes-by-one-app").why()).contains("10 mailboxes");
    }

    private void deviceComesAndGoes(String gone) {
        scene.change(Scene.ADELE, at("08:00"), "Register device", "198.51.100.9");
        scene.change(Scene.ADELE, at(gone), "Delete device", "198.51.100.9");
    }

    @Test
    void aDeviceThatIsDeletedWithinAnHourIsHigh() {
        deviceComesAndGoes("09:00");
        assertThat(finding("device-deleted-soon").severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void andALittleLaterItIsNone() {
        deviceComesAndGoes("09:00:01");
        findsNothing("device-deleted-soon");
    }

    @Test
    void aHelpDeskOfAnotherTenantIsNamedAndOneOfTheOwnIsNot() {
        for (String foreign : List.of("true", "false")) {
            scene.audit("helpdesk@fabrikam.example", at("08:00"), "MicrosoftTeams", "ChatCreated", null, null)
                    .with("RecordType", 25)
                    .with("ParticipantInfo", Map.of("HasForeignTenantUsers", Boolean.valueOf(foreign)));
        }
        scene.audit("carl@fabrikam.example", at("08:00"), "MicrosoftTeams", "ChatCreated", null, null)
                .with("RecordType", 25).with("ParticipantInfo", Map.of("HasForeignTenantUsers", true));
        Finding finding = finding("teams-help-desk-chat");
        assertThat(finding.events()).hasSize(1);
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aChangeInTheNameOfAServiceIsForInformationAtHome() {
        scene.change(BELA, at("08:00"), "Update group", "192.0.2.10").with("initiatedBy",
                Map.of("user", Map.of("userPrincipalName", BELA, "displayName", "Office 365 Exchange Online",
                        "ipAddress", "192.0.2.10")));
        assertThat(finding("actor-token").severity()).isEqualTo(Severity.INFO);
    }
}
