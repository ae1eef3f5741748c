package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * What users and attackers both do is weighed by who did it, to whom it goes, whether it hides and whether it succeeded.
 */
@Counted("Scenes: ordinary acts")
class ActJudgementTest extends RuleTest {

    private static final String SORTS = "inbox-rule-sorts";
    private static final String HIDES = "inbox-rule-hides";
    private static final String FORWARDING = "mailbox-forwarding";
    private static final String NOTICE = "mfa-notice-deleted";
    private static final String SENT = "sent-after-rule";
    private static final String DESK = "192.0.2.10";
    private static final String STRANGE = "203.0.113.200";

    private void history() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, null);
    }

    private void takenOver() {
        history();
        root("08:00");
        abroad(renewal("08:06"));
    }

    private Scene.Told cmdlet(String time, String ip, String operation, String... parameters) {
        return Scene.from(scene.audit(Scene.ADELE, at(time), "Exchange", operation, Scene.SESSION, null), ip)
                .with("Parameters", Scene.pairs(parameters));
    }

    private Scene.Told deletesOfSender(String time, String ip) {
        return cmdlet(time, ip, "New-InboxRule", "Name", "Shop", "From", "news@shop.example", "DeleteMessage", "True");
    }

    private Severity severity(String rule) {
        return finding(rule).severity();
    }

    @Test
    void rulesThatTidyUpAtTheUsersDeskAreForInformation() {
        history();
        deletesOfSender("08:10", DESK);
        cmdlet("08:11", DESK, "New-InboxRule", "Name", "Bills", "SubjectContainsWords", "invoice", "MoveToFolder",
                "Bills");
        cmdlet("08:12", DESK, "New-InboxRule", "Name", "News", "From", "news@paper.example", "MoveToFolder", "Archive",
                "MarkAsRead", "True");
        assertThat(scene.findings(SORTS)).hasSize(3).extracting(Finding::severity).containsOnly(Severity.INFO);
        findsNothing(HIDES);
    }

    @Test
    void theSameWithoutAHistoryOfTheUserWeighLittle() {
        deletesOfSender("08:10", DESK);
        assertThat(severity(SORTS)).isEqualTo(Severity.LOW);
    }

    @Test
    void theSameInAStrangePlaceWeighsMore() {
        history();
        deletesOfSender("08:10", STRANGE);
        assertThat(severity(SORTS)).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theSameInTheAttackersHandsIsHigh() {
        takenOver();
        deletesOfSender("08:10", STRANGE);
        assertThat(severity(SORTS)).isEqualTo(Severity.HIGH);
    }

    @Test
    void theSameByTheUserAtTheirDeskMeanwhileIsTheirs() {
        takenOver();
        deletesOfSender("08:10", DESK);
        assertThat(severity(SORTS)).isEqualTo(Severity.INFO);
    }

    @Test
    void aRuleThatHidesIsHighInAStrangePlaceAndForInformationAtTheDesk() {
        history();
        cmdlet("08:10", STRANGE, "New-InboxRule", "Name", "x", "MoveToFolder", "RSS Feeds");
        cmdlet("08:11", DESK, "New-InboxRule", "Name", "x", "MoveToFolder", "RSS Feeds");
        assertThat(scene.findings(HIDES)).extracting(Finding::severity).containsExactlyInAnyOrder(Severity.HIGH,
                Severity.INFO);
    }

    @Test
    void aFindingIsNotItsOwnContext() {
        history();
        cmdlet("08:10", STRANGE, "New-InboxRule", "Name", "x", "MoveToFolder", "RSS Feeds");
        String title = finding(HIDES).title();
        assertThat(finding(HIDES).why()).doesNotContain(title);
    }

    @Test
    void aRuleThatDeletesEverythingHidesAndOneWithAConditionDoesNot() {
        history();
        cmdlet("08:10", STRANGE, "New-InboxRule", "Name", "all", "DeleteMessage", "True");
        cmdlet("08:11", STRANGE, "New-InboxRule", "Name", "some", "DeleteMessage", "True", "SubjectContainsWords",
                "offer");
        assertThat(finding(HIDES).events()).hasSize(1);
    }

    @Test
    void aRuleThatDeletesMailOnPaymentsHides() {
        history();
        cmdlet("08:10", STRANGE, "New-InboxRule", "Name", "x1", "DeleteMessage", "True", "SubjectContainsWords",
                "payment;invoice");
        assertThat(severity(HIDES)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aCmdletThatFailedDidNothing() {
        takenOver();
        deletesOfSender("08:10", STRANGE).with("ResultStatus", "False");
        cmdlet("08:11", STRANGE, "Set-Mailbox", "Identity", "adele", "ForwardingSmtpAddress",
                "smtp:a@mailbox.example").with("ResultStatus", "False");
        findsNothing(SORTS);
        findsNothing(FORWARDING);
    }

    private void forwards(String... recipients) {
        for (String recipient : recipients) {
            cmdlet("08:10", STRANGE, "Set-Mailbox", "Identity", "adele", "ForwardingSmtpAddress", recipient);
        }
    }

    @Test
    void forwardingInsideTheOrganisationIsForInformation() {
        history();
        forwards("smtp:bela@contoso.example");
        assertThat(severity(FORWARDING)).isEqualTo(Severity.INFO);
    }

    @Test
    void forwardingToAnotherDomainIsHigh() {
        history();
        forwards("smtp:bela@contoso.example.mailbox.example");
        assertThat(severity(FORWARDING)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aNameWithoutADomainCanBeAnOutsideContact() {
        history();
        forwards("collector");
        assertThat(severity(FORWARDING)).isEqualTo(Severity.HIGH);
    }

    @Test
    void forwardingInsideTheOrganisationByTheAttackerIsHigh() {
        takenOver();
        forwards("smtp:bela@contoso.example");
        assertThat(severity(FORWARDING)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aDomainOfOneInTenAccountsIsTheOrganisationsOwnAndOneOfLessIsAGuests() {
        for (int i = 0; i < 17; i++) {
            scene.signIn("u" + i + "@contoso.example", at("07:00"), "s" + i);
        }
        scene.signIn("a@sister.example", at("07:00"), "sa");
        scene.signIn("b@sister.example", at("07:00"), "sb");
        scene.signIn("g@guest.example", at("07:00"), "sg");
        forwards("smtp:x@sister.example");
        Scene.from(scene.audit("bela@contoso.example", at("08:10"), "Exchange", "Set-Mailbox", null, null), DESK)
                .with("Parameters", Scene.pairs("Identity", "bela", "ForwardingSmtpAddress", "smtp:x@guest.example"));
        assertThat(scene.findings(FORWARDING)).extracting(Finding::severity)
                .containsExactlyInAnyOrder(Severity.INFO, Severity.HIGH);
    }

    private void deletesNotice(String ip) {
        Scene.from(scene.audit(Scene.ADELE, at("08:10"), "Exchange", "HardDelete", Scene.SESSION, null), ip)
                .with("AffectedItems", List.of(Map.of("Subject", "Your security info was updated")));
    }

    @Test
    void onesOwnNoticeDeletedAtTheDeskIsForInformation() {
        history();
        deletesNotice(DESK);
        assertThat(severity(NOTICE)).isEqualTo(Severity.INFO);
    }

    @Test
    void aNoticeDeletedWhereTooLittleIsKnownIsMedium() {
        deletesNotice(DESK);
        assertThat(severity(NOTICE)).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aNoticeDeletedInAStrangePlaceIsHigh() {
        history();
        deletesNotice(STRANGE);
        assertThat(severity(NOTICE)).isEqualTo(Severity.HIGH);
    }

    private void sendsAfterRule(String ip) {
        deletesOfSender("08:10", ip);
        for (int i = 1; i <= 3; i++) {
            Scene.from(scene.audit(Scene.ADELE, at("08:2" + i), "Exchange", "Send", Scene.SESSION, null), ip);
        }
    }

    @Test
    void threeMailsAfterARuleAtTheDeskAreForInformation() {
        history();
        sendsAfterRule(DESK);
        assertThat(severity(SENT)).isEqualTo(Severity.INFO);
    }

    @Test
    void threeMailsAfterARuleWhereTooLittleIsKnownWeighLittle() {
        sendsAfterRule(DESK);
        assertThat(severity(SENT)).isEqualTo(Severity.LOW);
    }

    @Test
    void threeMailsAfterARuleInAStrangePlaceAreHigh() {
        history();
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    /** Adele signs in interactively in another network than usual. */
    private Scene.Told signInAway() {
        return scene.signIn(Scene.ADELE, at("08:00"), Scene.SESSION).from(STRANGE, "ES", 64999);
    }

    @Test
    void threeMailsAfterARuleOnTheUsersOwnComputerOnATripWeighLittle() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        signInAway().device("laptop-1");
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.LOW);
        assertThat(scene.detection().findings()).extracting(Finding::severity).doesNotContain(Severity.HIGH);
    }

    @Test
    void theSameWithoutTheComputerIsHighAndOnAnotherOneAsWell() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        signInAway();
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void fromAnotherAddressThanTheSignInOnTheComputerItIsHigh() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        scene.signIn(Scene.ADELE, at("08:00"), Scene.SESSION).from("198.51.100.77", "ES", 64998).device("laptop-1");
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aSignInOfTheAuditLogOnTheComputerMayBeARenewalAndExcusesNothing() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        Scene.from(scene.audit(Scene.ADELE, at("08:00"), "AzureActiveDirectory", "UserLoggedIn", Scene.SESSION, null)
                .with("RecordType", 15).with("DeviceProperties", Scene.pairs("Id", "laptop-1", "OS", "Windows")),
                STRANGE);
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aSignInOnAComputerThatIsNotKnownDoesNotHideTheOneOnTheUsersOwn() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        signInAway().with("createdDateTime", at("07:50") + "Z").device("laptop-9");
        signInAway().device("laptop-1");
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.LOW);
    }

    @Test
    void aSignInOnTheComputerAfterTheActsDoesNotExcuseThem() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        signInAway().with("createdDateTime", at("08:24") + "Z").device("laptop-1");
        sendsAfterRule(STRANGE);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void aUserWithoutComputersInANewNetworkWithTheUsualProgramWeighsLessThanWithANewOne() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, null);
        String uti = signInAway().uti();
        sends(uti);
        assertThat(severity(SENT)).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void withANewProgramTheSameIsHigh() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, null);
        String uti = signInAway().with("userAgent", LINUX_CHROME).uti();
        sends(uti);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void onTheSecondDayThereTheNewProgramIsStillNew() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, null);
        signInAway().with("userAgent", LINUX_CHROME);
        String next = scene.signIn(Scene.ADELE, "2026-09-16T08:00:00", Scene.OTHER_SESSION).from(STRANGE, "ES", 64999)
                .with("userAgent", LINUX_CHROME).uti();
        sends(next, "2026-09-16", Scene.OTHER_SESSION);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    @Test
    void onTheSecondDayThereTheUsualProgramIsStillUsual() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, null);
        signInAway();
        String next = scene.signIn(Scene.ADELE, "2026-09-16T08:00:00", Scene.OTHER_SESSION).from(STRANGE, "ES", 64999)
                .uti();
        sends(next, "2026-09-16", Scene.OTHER_SESSION);
        assertThat(severity(SENT)).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void onTheSecondDayThereTheComputerIsStillMissing() {
        scene.everyday(Scene.ADELE, DESK, "DK", 64496, "laptop-1");
        signInAway();
        String next = scene.signIn(Scene.ADELE, "2026-09-16T08:00:00", Scene.OTHER_SESSION).from(STRANGE, "ES", 64999)
                .uti();
        sends(next, "2026-09-16", Scene.OTHER_SESSION);
        assertThat(severity(SENT)).isEqualTo(Severity.HIGH);
    }

    private void sends(String uti) {
        sends(uti, "2026-09-15", Scene.SESSION);
    }

    private void sends(String uti, String day, String session) {
        Scene.from(scene.audit(Scene.ADELE, day + "T08:10:00", "Exchange", "New-InboxRule", session, uti), STRANGE)
                .with("Parameters", Scene.pairs("Name", "Shop", "From", "news@shop.example", "DeleteMessage", "True"));
        for (int i = 1; i <= 3; i++) {
            Scene.from(scene.audit(Scene.ADELE, day + "T08:2" + i + ":00", "Exchange", "Send", session, uti), STRANGE);
        }
    }
}
