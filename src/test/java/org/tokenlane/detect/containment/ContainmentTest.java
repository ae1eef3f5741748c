package org.tokenlane.detect.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.containment.ContainmentSheet.TokenState;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.store.AuditKind;

/** The containment sheet of a session with something of everything in it. */
class ContainmentTest {

    private static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    private static final String USER = "2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10";

    @TempDir
    private Path folder;

    private TestCase test;
    private int number;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static String signIn(String id, String uti, String cae) {
        return ("{'id':'%s','createdDateTime':'2026-09-15T08:00:00Z','userPrincipalName':'adele@contoso.example',"
                + "'userId':'%s','appId':'d3590ed6-52b3-4102-aeff-aad2292ab01c',"
                + "'appDisplayName':'Microsoft Office','ipAddress':'203.0.113.200','resourceDisplayName':'Microsoft "
                + "Graph','resourceId':'00000003-0000-0000-c000-000000000000',"
                + "'status':{'errorCode':0},'isInteractive':false,'signInEventTypes':['nonInteractiveUser'],"
                + "'uniqueTokenIdentifier':'%s','sessionId':'%s'%s}")
                .formatted(id, USER, uti, SESSION, cae == null ? ""
                        : ",'authenticationProcessingDetails':[{'key':'Is CAE Token','value':'" + cae + "'}]");
    }

    private String operation(String operation, int type, String workload, String rest) {
        return ("{'CreationTime':'2026-09-15T08:%02d:00','Id':'10000000-0000-4000-8000-%012d','Operation':'%s',"
                + "'RecordType':%d,'Workload':'%s','UserId':'adele@contoso.example',"
                + "'AppAccessContext':{'AADSessionId':'%s'},%s}\n")
                .formatted(++number, number, operation, type, workload, SESSION, rest);
    }

    private void load(String name, String text) {
        test.load(test.write(name, text.replace('\'', '"')));
    }

    private ContainmentSheet sheet(String asOf) {
        Correlation correlation = Correlation.upToDate(test.caseFile());
        long nanos = Instant.parse(asOf).getEpochSecond() * 1_000_000_000L;
        return new ContainmentQuery(correlation,
                new EventDetails(correlation.events(), test.caseFile().rawRecords(), new RecordDetails()),
                test.caseFile().evidence())
                .of(List.of(correlation.sessionCode(SESSION)), nanos, Progress.NONE);
    }

    @Test
    void theEndOfATokenDependsOnWhetherItsSignInSaysThatItIsContinuouslyEvaluated() {
        load("signIns.json",
                "[" + signIn("c42bc73e-1db5-4f71-ad79-f198f21b8d00", "PscrxLUdcU-tefGY8huNAA", "True") + ","
                        + signIn("22608a25-1d9b-44b5-b0f2-cb94f06b2d00", "JYpgIpsdtUSw8suU8GstAA", "False") + ","
                        + signIn("f7d36837-9f88-41fa-89cd-dc16a7c9aa00", "N2jT94if-kGJzdwWp8mqAA", null) + "]");
        List<TokenState> tokens = sheet("2026-09-15T12:00:00Z").tokens();
        assertThat(tokens).hasSize(3);
        assertThat(state(tokens, "PscrxLUdcU-tefGY8huNAA")).satisfies(token -> {
            assertThat(token.continuouslyEvaluated()).isTrue();
            assertThat(UtcText.of(token.validUntil())).isEqualTo("2026-09-16T12:00:00Z");
            assertThat(token.mayBeValid()).isTrue();
        });
        assertThat(state(tokens, "JYpgIpsdtUSw8suU8GstAA")).satisfies(token -> {
            assertThat(token.continuouslyEvaluated()).isFalse();
            assertThat(UtcText.of(token.validUntil())).isEqualTo("2026-09-15T09:30:00Z");
            assertThat(token.mayBeValid()).isFalse();
        });
        assertThat(state(tokens, "N2jT94if-kGJzdwWp8mqAA")).satisfies(token -> {
            assertThat(token.continuouslyEvaluated()).isNull();
            assertThat(token.mayBeValid()).as("to be on the safe side").isTrue();
        });
        assertThat(sheet("2026-09-15T12:00:00Z").assumptions()).contains(ContainmentStepText.ASSUMED_CAE.text(),
                ContainmentStepText.ASSUMED_REFRESH_TOKENS.text());
    }

    @Test
    void aTokenIsValidUntilTheSecondBeforeItsEnd() {
        load("signIns.json",
                "[" + signIn("22608a25-1d9b-44b5-b0f2-cb94f06b2d00", "JYpgIpsdtUSw8suU8GstAA", "False") + "]");
        assertThat(sheet("2026-09-15T09:29:59Z").tokens().getFirst().mayBeValid()).isTrue();
        assertThat(sheet("2026-09-15T09:30:00Z").tokens().getFirst().mayBeValid()).isFalse();
    }

    @Test
    void aTokenWhoseIssueIsNotKnownIsCountedFromItsFirstUse() {
        load("audit.jsonl",
                operation("Send", 2, "Exchange", "'Item':{'Subject':'a'}").replace("'AADSessionId'",
                        "'UniqueTokenId':'JYpgIpsdtUSw8suU8GstAA','AADSessionId'"));
        assertThat(sheet("2026-09-15T12:00:00Z").tokens()).singleElement().satisfies(token -> {
            assertThat(UtcText.of(token.validUntil())).isEqualTo("2026-09-16T12:01:00Z");
            assertThat(token.mayBeValid()).isTrue();
        });
    }

    private static TokenState state(List<TokenState> tokens, String uti) {
        return tokens.stream().filter(token -> token.uti().equals(uti)).findFirst().orElseThrow();
    }

    @Test
    void whatWasSetUpIsTakenBackInOrderWithObjectIds() {
        load("signIns.json",
                "[" + signIn("c42bc73e-1db5-4f71-ad79-f198f21b8d00", "PscrxLUdcU-tefGY8huNAA", "True") + "]");
        load("audit.jsonl", operation("New-InboxRule", 1, "Exchange",
                "'Parameters':[{'Name':'Mailbox','Value':'adele@contoso.example'},{'Name':'Name','Value':"
                        + "'\u2019; Remove-Mailbox x #'},{'Name':'ForwardTo','Value':'thief@mailbox.example'}]")
                + operation("Set-Mailbox", 1, "Exchange",
                        "'Parameters':[{'Name':'Identity','Value':'adele@contoso.example'},"
                                + "{'Name':'ForwardingSmtpAddress','Value':"
                                + "'smtp:thief@mailbox.example'}]")
                + operation("Add-MailboxPermission", 1, "Exchange",
                        "'Parameters':[{'Name':'Identity','Value':'ceo@contoso.example'},{'Name':'User','Value':"
                                + "'adele@contoso.example'},{'Name':'AccessRights','Value':'FullAccess'}]")
                + operation("AnonymousLinkCreated", 14, "SharePoint",
                        "'ObjectId':'https://contoso.sharepoint.example/sites/finance/Shared Documents/Q3.xlsx'")
                + operation("Consent to application.", 8, "AzureActiveDirectory",
                        "'ObjectId':'ServicePrincipal_8899aabb-ccdd-4eef-8011-223344556677','Target':"
                                + "[{'ID':'Mail Backup Pro','Type':1}]")
                + operation("New-InboxRule", 1, "Exchange",
                        "'ResultStatus':'False','Parameters':[{'Name':'Name','Value':'refused'}]"));
        ContainmentSheet sheet = sheet("2026-09-15T12:00:00Z");
        assertThat(sheet.steps()).extracting(ContainmentSheet.Step::title).containsExactly(
                ContainmentStepText.BLOCK_USERS.text(), ContainmentStepText.REVOKE_SESSIONS.text(),
                ContainmentStepText.DISABLE_APPLICATIONS.text(), ContainmentStepText.REMOVE_FORWARDING.text(),
                ContainmentStepText.DISABLE_RULES.text(), ContainmentStepText.REMOVE_MAILBOX_RIGHTS.text(),
                ContainmentStepText.REMOVE_LINKS.text());
        assertThat(sheet.steps().stream().flatMap(step -> step.commands().stream())).contains(
                "Revoke-MgUserSignInSession -UserId '" + USER + "'",
                "Update-MgServicePrincipal -ServicePrincipalId '8899aabb-ccdd-4eef-8011-223344556677' "
                        + "-AccountEnabled:$false",
                "Disable-InboxRule -Mailbox 'adele@contoso.example' -Identity '\u2019\u2019; Remove-Mailbox x #' "
                        + "-Confirm:$false",
                "Set-Mailbox -Identity 'adele@contoso.example' -ForwardingSmtpAddress $null -ForwardingAddress "
                        + "$null -DeliverToMailboxAndForward $false",
                "Remove-MailboxPermission -Identity 'ceo@contoso.example' -User 'adele@contoso.example' "
                        + "-AccessRights 'FullAccess' -Confirm:$false",
                "Remove-PnPFileSharingLink -FileUrl '/sites/finance/Shared Documents/Q3.xlsx'")
                .noneMatch(command -> command.contains("refused"));
    }

    @Test
    void aRuleWhoseNameHoldsHiddenCharactersIsToBeTakenFromTheList() {
        load("audit.jsonl",
                operation("New-InboxRule", 1, "Exchange",
                        "'Parameters':[{'Name':'Mailbox','Value':'adele@contoso.example'},{'Name':'Name','Value':"
                                + "'a\\u202E\\nb'}]"));
        List<String> lines = ContainmentText.lines(sheet("2026-09-15T12:00:00Z"));
        assertThat(lines).noneMatch(line -> line.startsWith("Disable-InboxRule"))
                .anyMatch(line -> line.startsWith("# " + ContainmentStepText.HIDDEN_CHARACTERS.text("@").split("@")[0])
                        && line.endsWith("-Identity 'ab' -Confirm:$false"));
    }

    @Test
    void grantsOfAServiceDoNotSwitchTheServiceOff() {
        load("audit.jsonl",
                operation("Add delegated permission grant.", 8, "AzureActiveDirectory",
                        "'ObjectId':'ServicePrincipal_11112222-ccdd-4eef-8011-223344556677','Target':"
                                + "[{'ID':'Microsoft Graph','Type':1}]"));
        List<String> lines = ContainmentText.lines(sheet("2026-09-15T12:00:00Z"));
        assertThat(lines).noneMatch(line -> line.startsWith("Update-MgServicePrincipal"))
                .anyMatch(line -> line.contains(ContainmentStepText.NO_OBJECT_ID_OF
                        .text("Add delegated permission grant.",
                                "Microsoft Graph (ServicePrincipal_11112222-ccdd-4eef-8011-223344556677)")));
    }

    @Test
    void whatIsOnlyInferredIsLeftAsARemark() {
        load("signIns.json",
                "[" + signIn("c42bc73e-1db5-4f71-ad79-f198f21b8d00", "PscrxLUdcU-tefGY8huNAA", "True") + "]");
        load("directory.json",
                ("{'value':[{'id':'Directory_1','category':'ApplicationManagement',"
                        + "'correlationId':'aa11bb22-0000-4000-8000-000000000077','result':'success',"
                        + "'activityDisplayName':'Consent to application','activityDateTime':'2026-09-15T08:00:30Z',"
                        + "'loggedByService':'Core Directory','initiatedBy':{'user':{'id':'%s',"
                        + "'userPrincipalName':'adele@contoso.example','ipAddress':'203.0.113.200'}},"
                        + "'targetResources':[{'id':'7b978ab3-234b-4064-a82d-f478d43bcdb6','type':"
                        + "'ServicePrincipal','displayName':'Mail Backup Pro','modifiedProperties':[]}],"
                        + "'additionalDetails':[]}]}")
                        .formatted(USER));
        ContainmentSheet sheet = sheet("2026-09-15T12:00:00Z");
        List<String> lines = ContainmentText.lines(sheet);
        assertThat(lines).anyMatch(line -> line.startsWith("# (inferred only) Update-MgServicePrincipal"))
                .noneMatch(line -> line.startsWith("Update-MgServicePrincipal"))
                .anyMatch(line -> line.contains("Mail Backup Pro") && line.contains("inferred only: check"));
        assertThat(lines).as("what is no command is a remark")
                .allMatch(line -> line.isEmpty() || line.startsWith("#")
                        || line.matches("[A-Z][a-z]+-(Mg|PnP)?[A-Za-z]+ .*"));
    }

    @Test
    void aNameOfSignsOnlyIsInQuotationMarks() {
        assertThat(words(".")).startsWith(Words.quoted("."));
        assertThat(words(".a")).startsWith(".a [");
    }

    private static String words(String name) {
        return ContainmentText.words(new ContainmentSheet.Item(name, "lea@contoso.example", null, 0, false, null));
    }

    private ContainmentSheet proven(ContainmentSheet sheet, Milestone... milestones) {
        return new ContainmentProof(Correlation.upToDate(test.caseFile()), List.of(milestones),
                test.caseFile().settings().containmentTicks()).of(sheet);
    }

    private static Milestone milestone(MilestoneKind kind, String at, String about, String detail, Party party) {
        return new Milestone(kind, Instant.parse(at).getEpochSecond() * 1_000_000_000L, about, Set.of(about), detail,
                "admin@contoso.example", party, List.of(0));
    }

    private static ContainmentSheet.Item item(ContainmentSheet sheet, ContainmentStepText step) {
        return sheet.steps().stream().filter(one -> one.id().equals(step.id())).findFirst().orElseThrow().items()
                .getFirst();
    }

    private ContainmentSheet sheetOfARule() {
        load("audit.jsonl", operation("New-InboxRule", 1, "Exchange",
                "'Parameters':[{'Name':'Mailbox','Value':'adele@contoso.example'},{'Name':'Name','Value':'hide'}]"));
        return sheet("2026-09-15T12:00:00Z");
    }

    @Test
    void aStepIsDoneWhereALogShowsItAtTheTimeOfTheRuleOrLaterAndNotASecondBefore() {
        ContainmentSheet sheet = sheetOfARule();
        assertThat(item(proven(sheet, milestone(MilestoneKind.RULE_REMOVED, "2026-09-15T08:01:00Z",
                "adele@contoso.example", "hide", Party.USER)), ContainmentStepText.DISABLE_RULES).done()).isNotNull();
        assertThat(item(proven(sheet, milestone(MilestoneKind.RULE_REMOVED, "2026-09-15T08:00:59Z",
                "adele@contoso.example", "hide", Party.USER)), ContainmentStepText.DISABLE_RULES).done()).isNull();
    }

    @Test
    void theAttackersOwnStepAnotherRuleAndAnotherMailboxProveNothing() {
        ContainmentSheet sheet = sheetOfARule();
        ContainmentSheet with = proven(sheet,
                milestone(MilestoneKind.RULE_REMOVED, "2026-09-15T09:00:00Z", "adele@contoso.example", "hide",
                        Party.ATTACKER),
                milestone(MilestoneKind.RULE_REMOVED, "2026-09-15T09:00:00Z", "adele@contoso.example", "other",
                        Party.USER),
                milestone(MilestoneKind.RULE_REMOVED, "2026-09-15T09:00:00Z", "bob@contoso.example", "hide",
                        Party.USER));
        assertThat(item(with, ContainmentStepText.DISABLE_RULES).done()).isNull();
    }

    @Test
    void aRevocationProvesThatTheSessionsAreRevokedAndNothingElse() {
        ContainmentSheet with = proven(sheetOfARule(), milestone(MilestoneKind.SESSIONS_REVOKED,
                "2026-09-15T09:00:00Z", "adele@contoso.example", null, Party.UNCLEAR));
        ContainmentSheet.Done done = item(with, ContainmentStepText.REVOKE_SESSIONS).done();
        assertThat(done.isMarked()).isFalse();
        assertThat(done.by()).isEqualTo("admin@contoso.example");
        assertThat(done.place()).isEqualTo("audit.jsonl:1");
        assertThat(item(with, ContainmentStepText.BLOCK_USERS).done()).isNull();
    }

    /** A password that the account itself set anew, and who that was. */
    @ParameterizedTest
    @CsvSource({ "USER, true", "UNCLEAR, false", "ATTACKER, false" })
    void whatTheAccountDidToItselfProvesAStepOnlyWhereItWasTheUser(Party party, boolean proves) {
        Milestone own = new Milestone(MilestoneKind.PASSWORD_RESET,
                Instant.parse("2026-09-15T09:00:00Z").getEpochSecond() * 1_000_000_000L, "adele@contoso.example",
                Set.of("adele@contoso.example"), null, "Adele@contoso.example", party, List.of(0));
        assertThat(item(proven(sheetOfARule(), own), ContainmentStepText.BLOCK_USERS).done() != null)
                .isEqualTo(proves);
    }

    @Test
    void theAnalystMarksAStepAndTakesItBackAndBothAreInTheAuditTrail() {
        ContainmentSheet sheet = sheetOfARule();
        ContainmentSheet.Step step = sheet.steps().stream()
                .filter(one -> one.id().equals(ContainmentStepText.DISABLE_RULES.id())).findFirst().orElseThrow();
        String key = step.key(step.items().getFirst());
        test.caseFile().settings().tickContainment(key, true, "words", "Søren");
        test.caseFile().settings().tickContainment(key, true, "words", "Søren");
        ContainmentSheet.Done done = item(proven(sheet), ContainmentStepText.DISABLE_RULES).done();
        assertThat(done.isMarked()).isTrue();
        assertThat(done.by()).isEqualTo("Søren");
        assertThat(test.caseFile().auditTrail().entries().stream()
                .filter(entry -> entry.kind() == AuditKind.CONTAINMENT_DONE)).hasSize(1);
        test.caseFile().settings().tickContainment(key, false, "words", "Søren");
        assertThat(item(proven(sheet), ContainmentStepText.DISABLE_RULES).done()).isNull();
        assertThat(test.caseFile().auditTrail().entries().getLast().kind()).isEqualTo(AuditKind.CONTAINMENT_OPEN);
    }
}
