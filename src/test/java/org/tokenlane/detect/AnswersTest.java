package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.Through;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/** What the first questions of an incident are answered with. The analyst marked one session malicious. */
class AnswersTest extends AttackedAccount {

    private static Finding finding(Severity severity, String rule, int event) {
        return new Finding(rule, "t", severity, List.of(), Scene.SESSION, Scene.ADELE, List.of(event), List.of("e"),
                "why", List.of());
    }

    @Test
    void aMediumFindingOnTheAttackersEventTellsTheWayInAndALowOneDoesNot() {
        int first = answers().incident().events().nextSetBit(0);
        assertThat(answers(finding(Severity.MEDIUM, "token-used-elsewhere", first)).to(Question.HOW_IN).state())
                .isEqualTo(State.PARTLY);
        assertThat(answers(finding(Severity.LOW, "token-used-elsewhere", first)).to(Question.HOW_IN).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void aFindingOnAnotherEventOfTheAccountTellsNoWayInButForItsPassword() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:30:00", Scene.OTHER_SESSION).from("192.0.2.10", "DK", 64496);
        Answers without = answers();
        int other = without.incident().events().get(0) ? 1 : 0;
        assertThat(without.incident().events().get(other)).isFalse();
        assertThat(answers(finding(Severity.HIGH, "token-used-elsewhere", other)).to(Question.HOW_IN).state())
                .isEqualTo(State.NOT_KNOWN);
        assertThat(answers(finding(Severity.HIGH, "password-spray", other)).to(Question.HOW_IN).state())
                .isEqualTo(State.PARTLY);
    }

    @Test
    void withoutVerdictAndFindingNothingIsKnown() {
        scene.load();
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        Answers answers = Answers.of(facts,
                Attribution.of(facts, List.of(), MarkedEvents.NONE, session -> List.of()), List.of(),
                scene.caseFile().evidence(), Progress.NONE);
        assertThat(answers.incident().isEmpty()).isTrue();
        assertThat(answers.all().stream().filter(answer -> answer.question() != Question.NOT_SEEN))
                .allMatch(answer -> answer.state() == State.NOT_KNOWN);
    }

    @Test
    void anAccountAtWhichEveryAttemptFailedIsNeitherPartOfTheTimeOfUseNorToBeContained() {
        String other = "bela@contoso.example";
        scene.signIn(other, "2026-08-01T08:00:00", null).from(ATTACKER, "US", 64511).failed(50126);
        revoked("10:00:00");
        Answers answers = answers(MarkTarget.of(MarkTarget.Kind.IP, ATTACKER));
        assertThat(answers.incident().accounts()).extracting(Account::name).contains(other);
        assertThat(answers.incident().used()).extracting(Account::name).containsExactly(Scene.ADELE);
        assertThat(Words.time(answers.incident().first())).contains("2026-09-15");
        assertThat(answers.to(Question.CONTAINED).state()).isEqualTo(State.YES);
        assertThat(answers.to(Question.WHEN).text()).doesNotContain("2026-08-01");
        assertThat(answers.stories()).extracting(story -> story.account()).containsExactly(Scene.ADELE);
    }

    @Test
    void whereEveryAttemptFailedNobodyGotInAndNothingIsToBeContained() {
        String source = "203.0.113.77";
        scene.signIn("bela@contoso.example", "2026-08-01T08:00:00", null).from(source, "US", 64511).failed(50126);
        change(ADMIN, "10:00:00", "Update user", "192.0.2.5");
        Answers answers = answers(MarkTarget.of(MarkTarget.Kind.IP, source));
        assertThat(answers.incident().isOnlyAttempts()).isTrue();
        for (Question question : List.of(Question.CONTAINED, Question.HOW_IN, Question.WHEN)) {
            assertThat(answers.to(question).text()).isEqualTo(AnswerText.ONLY_ATTEMPTS
                    .text(Words.time(answers.incident().first()), Words.time(answers.incident().last())));
        }
        assertThat(Words.time(answers.incident().first())).contains("2026-08-01");
        assertThat(answers.stories()).isEmpty();
    }

    @Test
    void oneAttemptThatSucceededIsNoMereAttempt() {
        String source = "203.0.113.77";
        scene.signIn("bela@contoso.example", "2026-08-01T08:00:00", null).from(source, "US", 64511).failed(50126);
        scene.signIn("bela@contoso.example", "2026-08-01T08:00:05", null).from(source, "US", 64511);
        assertThat(answers(MarkTarget.of(MarkTarget.Kind.IP, source)).incident().isOnlyAttempts()).isFalse();
    }

    @Test
    void withoutALogThatRecordsResetsContainmentIsNotKnown() {
        assertThat(contained()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void withoutAResetItIsNotContained() {
        change(ADMIN, "10:00:00", "Update user", "192.0.2.5");
        assertThat(contained()).isEqualTo(State.NO);
    }

    @Test
    void revokedAtTheSameTimeAsTheLastEventIsContained() {
        act("09:00:00", "MailItemsAccessed");
        revoked("09:00:00");
        assertThat(contained()).isEqualTo(State.YES);
    }

    @Test
    void aSecondsUseAfterTheRevocationIsNotContained() {
        act("09:00:01", "MailItemsAccessed");
        revoked("09:00:00");
        Answers answers = answers();
        assertThat(answers.to(Question.CONTAINED).state()).isEqualTo(State.NO);
        assertThat(answers.to(Question.CONTAINED).lines())
                .anyMatch(line -> line.events().size() == 1 && Words.time(line.time()).contains("09:00:01"));
        assertThat(answers.incident().containedAt()).isEqualTo(AuditEvent.NO_TIME);
    }

    @Test
    void theSecondRevocationThatHeldCounts() {
        act("09:30:00", "MailItemsAccessed");
        revoked("09:00:00");
        revoked("10:00:00");
        assertThat(contained()).isEqualTo(State.YES);
        assertThat(Words.time(adele().containedAt())).contains("10:00:00");
    }

    @Test
    void aRevocationBeforeTheAttackEndsNothing() {
        revoked("07:00:00");
        assertThat(contained()).isEqualTo(State.NO);
    }

    @Test
    void aResetThatFailedEndsNothing() {
        revoked("09:00:00").with("result", "failure");
        assertThat(contained()).isEqualTo(State.NO);
    }

    @Test
    void aPasswordChangeByTheAccountItselfCountsOnlyFromTheUsersOwnNetwork() {
        change(Scene.ADELE, "09:00:00", "Change password (self-service)", "198.51.100.7");
        assertThat(contained()).isEqualTo(State.NO);
    }

    @Test
    void aPasswordChangeFromTheUsersOwnNetworkCounts() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        change(Scene.ADELE, "09:00:00", "Change password (self-service)", "192.0.2.10");
        assertThat(contained()).isEqualTo(State.YES);
    }

    @Test
    void anotherUsersResetDoesNotCount() {
        scene.change(ADMIN, "2026-09-15T09:00:00", "Reset user password", "192.0.2.5").with("targetResources",
                List.of(Map.of("id", "u2", "type", "User", "userPrincipalName", "bruno@contoso.example")));
        assertThat(contained()).isEqualTo(State.NO);
    }

    @Test
    void aBlockedAccountInTheAuditLogCounts() {
        scene.audit(ADMIN, "2026-09-15T09:00:00", "AzureActiveDirectory", "Update user.", null, null)
                .with("ObjectId", Scene.ADELE)
                .with("ModifiedProperties", List.of(Map.of("Name", "AccountEnabled", "OldValue", "[\n  true\n]",
                        "NewValue", "[\n  false\n]")));
        assertThat(kinds(adele())).containsExactly(MilestoneKind.ACCOUNT_DISABLED);
        assertThat(contained()).isEqualTo(State.YES);
    }

    @Test
    void aRuleThatIsStillThereKeepsItOpen() {
        act("08:10:00", "New-InboxRule", "Name", "..", "DeleteMessage", "True");
        revoked("09:00:00");
        assertThat(contained()).isEqualTo(State.PARTLY);
        assertThat(adele().open()).extracting(Milestone::detail).containsExactly("..");
    }

    @Test
    void aRuleThatAnAdminRemovedIsClosed() {
        act("08:10:00", "New-InboxRule", "Name", "..", "DeleteMessage", "True");
        revoked("09:00:00");
        byAdmin("09:10:00", "Remove-InboxRule", "Mailbox", Scene.ADELE, "Identity", Scene.ADELE + "\\..");
        assertThat(contained()).isEqualTo(State.YES);
    }

    @Test
    void removingAnotherRuleClosesNothing() {
        act("08:10:00", "New-InboxRule", "Name", "..", "DeleteMessage", "True");
        revoked("09:00:00");
        byAdmin("09:10:00", "Remove-InboxRule", "Mailbox", Scene.ADELE, "Identity", Scene.ADELE + "\\Newsletter");
        assertThat(contained()).isEqualTo(State.PARTLY);
    }

    @Test
    void aRemovalBeforeTheRuleWasMadeClosesNothing() {
        act("08:10:00", "New-InboxRule", "Name", "..", "DeleteMessage", "True");
        byAdmin("08:09:59", "Remove-InboxRule", "Mailbox", Scene.ADELE, "Identity", Scene.ADELE + "\\..");
        revoked("09:00:00");
        assertThat(contained()).isEqualTo(State.PARTLY);
    }

    @Test
    void aForwardingIsClosedBySettingItEmpty() {
        act("08:10:00", "Set-Mailbox", "Identity", Scene.ADELE, "ForwardingSmtpAddress", "smtp:drop@mailbox.example");
        byAdmin("09:10:00", "Set-Mailbox", "Identity", Scene.ADELE, "ForwardingSmtpAddress", "");
        revoked("09:00:00");
        Account adele = adele();
        assertThat(kinds(adele)).contains(MilestoneKind.FORWARDING_SET, MilestoneKind.FORWARDING_REMOVED);
        assertThat(adele.open()).isEmpty();
    }

    @Test
    void aMethodThatWasRemovedLaterIsOnlyPerhapsTheOneThatTheAttackerAdded() {
        change(Scene.ADELE, "08:10:00", "User registered security info", ATTACKER);
        change(ADMIN, "09:10:00", "Admin deleted security info", "192.0.2.5");
        scene.load();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.IP, ATTACKER)), Verdict.MALICIOUS, "",
                "me");
        Account adele = adele();
        Milestone added = adele.milestones().getFirst();
        assertThat(added.kind()).isEqualTo(MilestoneKind.METHOD_ADDED);
        Milestone closing = adele.closing(added);
        assertThat(closing).isNotNull();
        assertThat(closing.isExactFor(added)).isFalse();
    }

    @Test
    void oneChangeInTwoLogsIsOneMilestoneUpToFiveSeconds() {
        revoked("09:00:00");
        scene.audit(ADMIN, "2026-09-15T09:00:05", "AzureActiveDirectory", "Update StsRefreshTokenValidFrom Timestamp.",
                null, null).with("ObjectId", Scene.ADELE);
        Account adele = adele();
        assertThat(kinds(adele)).containsExactly(MilestoneKind.SESSIONS_REVOKED);
        assertThat(adele.milestones().getFirst().events()).hasSize(2);
    }

    @Test
    void sixSecondsApartTheyAreTwo() {
        revoked("09:00:00");
        scene.audit(ADMIN, "2026-09-15T09:00:06", "AzureActiveDirectory", "Update StsRefreshTokenValidFrom Timestamp.",
                null, null).with("ObjectId", Scene.ADELE);
        assertThat(kinds(adele())).containsExactly(MilestoneKind.SESSIONS_REVOKED, MilestoneKind.SESSIONS_REVOKED);
    }

    @Test
    void anotherAccountThatSignedInFromTheAddressIsNamed() {
        scene.signIn("bruno@contoso.example", "2026-09-15T08:30:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511);
        assertThat(answers().to(Question.WHO_ELSE).state()).isEqualTo(State.YES);
    }

    @Test
    void anAccountWhoseSignInsAllFailedIsListedButNotAffected() {
        scene.signIn("bruno@contoso.example", "2026-09-15T08:30:00", null).from(ATTACKER, "US", 64511).failed(50126);
        Answers answers = answers();
        assertThat(answers.to(Question.WHO_ELSE).lines()).isNotEmpty();
        assertThat(answers.to(Question.WHO_ELSE).state()).isEqualTo(State.PARTLY);
    }

    @Test
    void itIsDetectedWhenTheDetectionWasMadeNotWhenTheActivityWas() {
        Scene.Told again = scene.signIn(Scene.ADELE, "2026-09-15T08:05:00", Scene.SESSION).from(ATTACKER, "US", 64511);
        scene.risk(again, "anomalousToken").with("detectedDateTime", "2026-09-15T11:00:00Z");
        assertThat(answers().to(Question.WHEN).lines()).anyMatch(line -> Words.time(line.time()).contains("11:00:00"));
    }

    @Test
    void theFirstAccessIsTheFirstEventThatDidNotFail() {
        scene.signIn(Scene.ADELE, "2026-09-15T07:59:00", Scene.SESSION).from(ATTACKER, "US", 64511).failed(50074);
        assertThat(Words.time(answers().incident().first())).contains("08:00:00");
    }

    @Test
    void onlyTheAttackersEventsCountAsAccess() {
        act("08:10:00", "MailItemsAccessed").with("Folders", List.of(Map.of("Path", "\\Inbox", "FolderItems",
                List.of(Map.of("InternetMessageId", "<a@contoso.example>", "SizeInBytes", 10)))));
        scene.audit(Scene.ADELE, "2026-09-15T08:20:00", "Exchange", "MailItemsAccessed", Scene.OTHER_SESSION, null)
                .with("Folders", List.of(Map.of("Path", "\\Inbox", "FolderItems",
                        List.of(Map.of("InternetMessageId", "<b@contoso.example>", "SizeInBytes", 10)))));
        assertThat(answers().exposure().mailItems()).extracting(item -> item.internetMessageId())
                .containsExactly("<a@contoso.example>");
    }

    private static final String CLICKS = "Timestamp,Url,ActionType,AccountUpn,Workload,NetworkMessageId,IPAddress,"
            + "IsClickedThrough,ReportId\n";
    private static final String MAILS = "Timestamp,NetworkMessageId,InternetMessageId,SenderFromAddress,"
            + "RecipientEmailAddress,Subject,EmailDirection,DeliveryAction,ReportId\n";

    private void click(String time, String user, String action) {
        scene.file("UrlClickEvents" + time.replace(':', '-') + user + ".csv", CLICKS + "2026-09-15T" + time
                + "Z,https://login.kit.example/o," + action + "," + user
                + ",Email,5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd,192.0.2.10,0,r" + time + user + "\n");
    }

    private void mail(String network, String recipient) {
        scene.file("EmailEvents" + recipient + ".csv", MAILS + "2026-09-15T07:00:00Z," + network
                + ",<a1@kit.example>,billing@kit.example," + recipient + ",Invoice overdue,Inbound,Delivered,e"
                + recipient + "\n");
    }

    private List<Integer> proofOf(Question question, String text) {
        return answers().to(question).lines().stream().filter(line -> line.text().contains(text)).findFirst()
                .map(line -> line.events()).orElse(List.of());
    }

    @Test
    void theLinkThatWasFollowedBeforeTheFirstAccessIsNamedWithItsMessage() {
        click("07:55:00", Scene.ADELE, "ClickAllowed");
        mail("5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd", Scene.ADELE);
        assertThat(proofOf(Question.HOW_IN, "Invoice overdue")).hasSize(2);
    }

    @Test
    void aClickAtTheTimeOfTheFirstAccessMayBeTheLure() {
        click("08:00:00", Scene.ADELE, "ClickAllowed");
        assertThat(proofOf(Question.HOW_IN, "login.kit.example")).hasSize(1);
    }

    @Test
    void aClickAfterTheFirstAccessIsNotTheLure() {
        click("08:00:01", Scene.ADELE, "ClickAllowed");
        assertThat(proofOf(Question.HOW_IN, "login.kit.example")).isEmpty();
    }

    @Test
    void aClickThatWasBlockedIsNotTheLure() {
        click("07:55:00", Scene.ADELE, "ClickBlocked");
        assertThat(proofOf(Question.HOW_IN, "login.kit.example")).isEmpty();
    }

    @Test
    void othersWhoReceivedTheMessageAndFollowedTheLinkAreNamed() {
        click("07:55:00", Scene.ADELE, "ClickAllowed");
        click("07:57:00", "bruno@contoso.example", "ClickAllowed");
        mail("5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd", Scene.ADELE);
        // another copy of the same message
        mail("6d0b9d31-2f4e-4a6b-8d11-08dc12ab34ce", "carla@contoso.example");
        assertThat(proofOf(Question.WHO_ELSE, "carla@contoso.example")).hasSize(1);
        assertThat(proofOf(Question.WHO_ELSE, "bruno@contoso.example")).hasSize(1);
        assertThat(answers().to(Question.WHO_ELSE).state()).isEqualTo(State.YES);
    }

    @Test
    void aMessageTraceNamesWhomTheAttackerWroteTo() {
        act("08:10:00", "Send").with("Item", Map.of("InternetMessageId", "<sent@contoso.example>", "Subject", "Pay"));
        scene.file("trace.csv",
                "MessageTraceId,Received,SenderAddress,RecipientAddress,FromIP,ToIP,Size,Status,Subject,MessageId\n"
                        + "7d0b9d31-2f4e-4a6b-8d11-08dc12ab34ce,9/15/2026 8:10:02 AM,adele@contoso.example,"
                        + "cfo@partner.example,,,900,Delivered,Pay,<sent@contoso.example>\n");
        assertThat(proofOf(Question.WHO_ELSE, "cfo@partner.example")).hasSize(1);
        assertThat(answers().to(Question.WHO_ELSE).limits()).isEmpty();
    }

    @Test
    void milestonesAreFoundWithoutAnAttackerAndOnlyForWhomTheyConcern() {
        scene.signIn("bob@contoso.example", "2026-09-15T08:30:00", Scene.OTHER_SESSION).from("192.0.2.10", "DK", 64496);
        revoked("10:00:00");
        scene.change(ADMIN, "2026-09-15T11:00:00", "Update conditional access policy", "192.0.2.5");
        scene.load();
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        Incident incident = Answers.of(facts,
                Attribution.of(facts, List.of(), MarkedEvents.NONE, session -> List.of()), List.of(),
                scene.caseFile().evidence(), Progress.NONE).incident();
        assertThat(incident.isEmpty()).isTrue();
        assertThat(incident.milestonesOf(Set.of(Scene.ADELE))).extracting(Milestone::kind)
                .containsExactly(MilestoneKind.SESSIONS_REVOKED, MilestoneKind.POLICY_CHANGED);
        assertThat(incident.milestonesOf(Set.of("bob@contoso.example"))).extracting(Milestone::kind)
                .containsExactly(MilestoneKind.POLICY_CHANGED);
        assertThat(incident.milestonesOf(Set.of(ADMIN))).hasSize(2);
    }

    @Test
    void anAttackerWithAMembersOwnAccountCameThroughNobody() {
        assertThat(answers().to(Question.THROUGH_WHOM).state()).isEqualTo(State.NO);
    }

    @Test
    void anAttackerWhoComesThroughAPartnerIsNamedWithTheHomeTenant() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:20:00", Scene.SESSION).from(ATTACKER, "US", 64511)
                .with("crossTenantAccessType", "serviceProvider")
                .with("homeTenantId", "0d2f6c1e-55a3-4b7e-8f11-2a9c4be07d63");
        Answer through = answers().to(Question.THROUGH_WHOM);
        assertThat(through.state()).isEqualTo(State.YES);
        assertThat(through.lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).contains("0d2f6c1e-55a3-4b7e-8f11-2a9c4be07d63", Through.PARTNER.text());
            assertThat(line.events()).hasSize(1);
        });
    }

    private List<Integer> events(String text) {
        return answers().to(Question.WHAT).lines().stream().filter(line -> line.text().equals(text)).findFirst()
                .map(line -> line.events()).orElse(List.of());
    }

    private void teams(String time, String operation) {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T" + time, "MicrosoftTeams", operation, Scene.SESSION, uti)
                .with("RecordType", 25).with("ChatThreadId", "19:a@thread.v2"), ATTACKER);
    }

    @Test
    void whatWasDoneInTeamsIsSplitIntoReadSentExportedAndDeleted() {
        teams("08:10:00", "MessageRead");
        teams("08:11:00", "MessagesListed");
        teams("08:12:00", "MessageSent");
        teams("08:13:00", "MessagesExported");
        teams("08:14:00", "MessageDeleted");
        teams("08:15:00", "TeamsSessionStarted");
        assertThat(events(AnswerText.TEAMS_READ.text(1))).hasSize(2);
        assertThat(events(AnswerText.TEAMS_SENT.text(1))).hasSize(1);
        assertThat(events(AnswerText.TEAMS_EXPORTED.text(1))).hasSize(1);
        assertThat(events(AnswerText.TEAMS_DELETED.text(1))).hasSize(1);
        assertThat(events(AnswerText.TEAMS.text(1))).hasSize(1);
    }

    @Test
    void promptsThatRunByThemselvesAreNamedAndThoseThatAUserAsksAreNot() {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Copilot", "CopilotInteraction", Scene.SESSION, uti)
                .with("RecordType", 261).with("CopilotEventData", Map.of("AppHost", "Teams")), ATTACKER);
        assertThat(events(AnswerText.ASSISTANTS_SCHEDULED.text(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "363,1", "Microsoft365CopilotScheduledPrompt,1", "373,1", "383,1", "384,0", "261,0" })
    void aScheduledPromptIsKnownByItsRecordTypeWhateverItsOperationIsCalled(String type, int scheduled) {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Copilot", "Run", Scene.SESSION, uti)
                .with("RecordType", type), ATTACKER);
        assertThat(events(AnswerText.ASSISTANTS_SCHEDULED.text(1))).hasSize(scheduled);
    }

    @Test
    void aScheduledPromptIsNamed() {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Copilot", "CreateScheduledPrompt", Scene.SESSION,
                uti).with("RecordType", 363).with("CopilotEventData", Map.of("AppHost", "Teams")), ATTACKER);
        assertThat(events(AnswerText.ASSISTANTS_SCHEDULED.text(1))).hasSize(1);
    }

    @Test
    void attachmentsOfMailThatWasReadAreNamedWithTheMail() {
        act("08:10:00", "MailItemsAccessed").with("Folders", List.of(Map.of("Path", "\\Inbox", "FolderItems",
                List.of(Map.of("InternetMessageId", "<a1@kit.example>", "SizeInBytes", 10)))));
        mail("5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd", Scene.ADELE);
        attachment("5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd", "salaries.xlsx");
        attachment("6d0b9d31-2f4e-4a6b-8d11-08dc12ab34ce", "of-another-mail.xlsx");
        Answers answers = answers();
        assertThat(answers.exposure().mailItems()).singleElement().satisfies(item -> {
            assertThat(item.envelope().from()).isEqualTo("billing@kit.example");
            assertThat(item.envelope().attachments()).containsExactly("salaries.xlsx");
        });
        assertThat(answers.to(Question.WHAT).lines()).anySatisfy(line -> assertThat(line.text())
                .contains("salaries.xlsx").doesNotContain("of-another-mail.xlsx"));
    }

    private void attachment(String network, String name) {
        scene.file("EmailAttachmentInfo" + name + ".csv",
                "Timestamp,NetworkMessageId,SenderFromAddress,RecipientEmailAddress,FileName,FileType,SHA256,FileSize,"
                        + "ThreatTypes,ThreatNames,ReportId\n2026-09-15T07:00:00Z," + network
                        + ",billing@kit.example,adele@contoso.example," + name + ",xlsx,"
                        + "cd".repeat(32) + ",1822,,,r" + name + "\n");
    }

    @Test
    void aMessageThatDefenderTookBackIsAMilestoneOfItsRecipient() {
        scene.file("EmailPostDeliveryEvents.csv",
                "Timestamp,NetworkMessageId,InternetMessageId,Action,ActionType,ActionTrigger,ActionResult,"
                        + "RecipientEmailAddress,DeliveryLocation,ThreatTypes,DetectionMethods,ReportId\n"
                        + "2026-09-15T09:30:00Z,5c0b9d31-2f4e-4a6b-8d11-08dc12ab34cd,<a1@kit.example>,"
                        + "Moved to quarantine,Phish ZAP,SpecialAction,Success,adele@contoso.example,Quarantine,"
                        + "Phish,,p1\n");
        Milestone acted = adele().milestones().getFirst();
        assertThat(acted.kind()).isEqualTo(MilestoneKind.DEFENDER_ACTED);
        assertThat(acted.detail()).isEqualTo("Phish ZAP");
        assertThat(acted.isAttackers()).isFalse();
        assertThat(contained()).as("it ends no session").isNotEqualTo(State.YES);
    }

    @Test
    void aUserWhomDefenderContainedIsAMilestone() {
        scene.file("DisruptionAndResponseEvents.csv",
                "Timestamp,ActionType,DeviceId,SourceDeviceId,TargetDeviceId,TargetDeviceName,DeviceName,"
                        + "SourceUserName,SourceUserDomainName,SourceIPAddress,SourcePort,SourceDeviceName,"
                        + "AuthenticationProtocol,LogonType,SessionId,PolicyId,PolicyName,IsPolicyOn,ReportType\n"
                        + "2026-09-15T09:30:00Z,ContainedUserLogonBlocked,d1,d2,d3,srv3,srv3,adele,CONTOSO,192.0.2.77,"
                        + "50000,ws7,NTLM,network,3,p1,Contain user,true,Prevented\n");
        assertThat(answers().incident().milestones()).extracting(Milestone::kind)
                .contains(MilestoneKind.DEFENDER_ACTED);
    }
}
