package org.tokenlane.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/** How mailboxes are set, in exports of Extractor Suite, Hawk and Exchange's cmdlets, in a real case. */
class ExchangeStateTest {

    private static final Path FIXTURES = Path.of("src/test/resources/ingest/exchange");

    @TempDir
    private Path folder;

    private TestCase test;

    @BeforeEach
    void makeACase() {
        test = new TestCase(folder);
    }

    @AfterEach
    void closeTheCase() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    private Path fixture(String name) {
        try {
            return test.write(name, Files.readAllBytes(FIXTURES.resolve(name)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<StateFact> facts(String name) {
        Evidence evidence = test.loadOne(fixture(name));
        assertThat(evidence.rejected()).isZero();
        assertThat(evidence.records()).isEqualTo(evidence.stored() + evidence.duplicates());
        assertThat(test.events().size()).as("a state is no event").isZero();
        return test.caseFile().state().stream().map(SeenState::fact).toList();
    }

    @Test
    void rulesOfExtractorSuiteAreFactsOfTheirMailboxes() {
        List<StateFact> facts = facts("20260312091500-MailboxRules.csv");
        StateFact hiding = facts.getFirst();
        assertThat(hiding.kind()).isEqualTo(StateKind.INBOX_RULE);
        assertThat(hiding.mailbox()).isEqualTo("mara.voss@contoso.example");
        assertThat(hiding.name()).isEqualTo("..");
        assertThat(hiding.fields()).containsEntry(StateField.ENABLED, "true").containsEntry(StateField.DELETES, "true")
                .containsEntry(StateField.WORDS, "invoice, wire")
                .containsEntry(StateField.RULE_ID, "1442256034857189377")
                .doesNotContainKeys(StateField.ERROR, StateField.MOVES_TO, StateField.MARKS_AS_READ);
        assertThat(hiding.targetsElsewhere()).containsExactly("drop@mail.invalid");
        assertThat(facts.get(1).isActive()).isFalse();
        assertThat(facts.get(1).targets()).isEmpty();
    }

    @Test
    void rulesOfAnOlderExtractorSuiteHaveOtherColumns() {
        assertThat(facts("old-MailboxRules.csv").getFirst().fields()).containsEntry(StateField.MOVES_TO, "Archive")
                .containsEntry(StateField.ENABLED, "true").containsKey(StateField.DESCRIPTION);
    }

    @Test
    void rulesAsTheCmdletGivesThemAreReadFromJson() {
        StateFact rule = facts("InboxRules.json").getFirst();
        assertThat(rule.mailbox()).isEqualTo("mara.voss@contoso.example");
        assertThat(rule.fields()).containsEntry(StateField.WORDS, "payroll; salary")
                .containsEntry(StateField.MOVES_TO, "RSS Feeds").containsEntry(StateField.MARKS_AS_READ, "true");
        assertThat(rule.targetsElsewhere()).containsExactly("drop@mail.invalid");
    }

    @Test
    void aRuleOfWhichAScriptKeptSomeColumnsIsARule() {
        Evidence evidence = test.loadOne(test.write("rules.csv", "Name,MailboxOwnerId,DeleteMessage,ForwardTo\n"
                + "r1,lea,True,eve@fabrikam.example\n"));
        assertThat(evidence.stored()).isEqualTo(1);
        assertThat(test.load(test.write("one.csv", "Name,MailboxOwnerId,ForwardTo\nr1,lea,x\n")).refused()).hasSize(1);
        assertThat(test.load(test.write("op.csv", "Name,MailboxOwnerId,DeleteMessage,ForwardTo,Operation\n"
                + "r1,lea,True,eve@fabrikam.example,New-InboxRule\n")).refused()).hasSize(1);
    }

    @Test
    void rulesOfGraphDoNotNameTheMailbox() {
        StateFact rule = facts("messageRules.json").getFirst();
        assertThat(rule.mailbox()).isNull();
        assertThat(rule.targets()).containsExactly("drop@mail.invalid");
        assertThat(rule.targetsElsewhere()).as("elsewhere than what?").isEmpty();
        assertThat(rule.fields()).containsEntry(StateField.DELETES, "true").containsEntry(StateField.WORDS,
                "bank details");
    }

    @Test
    void sweepAndTransportRulesAreRulesToo() {
        facts("SweepRules.csv");
        List<StateFact> facts = facts("TransportRules.csv");
        assertThat(facts).extracting(StateFact::kind).containsExactly(StateKind.SWEEP_RULE, StateKind.TRANSPORT_RULE);
        assertThat(facts.getFirst().fields()).containsEntry(StateField.MOVES_TO, "Deleted Items")
                .containsEntry(StateField.FROM, "bank@bank.example");
        assertThat(facts.getLast().isActive()).isFalse();
        assertThat(facts.getLast().mailbox()).isNull();
    }

    @Test
    void aMailboxThatForwardsNothingIsAFactToo() {
        List<StateFact> facts = facts("User_ForwardingReport.csv");
        assertThat(facts).extracting(StateFact::mailbox).containsExactly("mara.voss@contoso.example",
                "ida.brandt@contoso.example");
        assertThat(facts.getFirst().fields()).containsEntry(StateField.FORWARD_TO, "drop@mail.invalid")
                .containsEntry(StateField.KEEPS_COPY, "true");
        assertThat(facts.getLast().targets()).isEmpty();
        assertThat(facts.getLast().fields()).doesNotContainKey(StateField.KEEPS_COPY);
    }

    @Test
    void oneRecordTellsAllPermissionsOfAMailbox() {
        List<StateFact> facts = facts("20260312091502-MailboxPermissions.csv");
        assertThat(test.caseFile().evidence().getFirst().stored()).isEqualTo(2);
        assertThat(facts).extracting(StateFact::kind).containsExactly(StateKind.MAILBOX_PERMISSION,
                StateKind.MAILBOX_PERMISSION, StateKind.SEND_AS, StateKind.SEND_ON_BEHALF, StateKind.FOLDER_PERMISSION,
                StateKind.FOLDER_PERMISSION, StateKind.MAILBOX_PERMISSION);
        assertThat(facts.getFirst().fields()).isEqualTo(Map.of(StateField.TRUSTEE,
                "Tom Reuter (tom.reuter@contoso.example)", StateField.RIGHTS, "FullAccess,ReadPermission"));
        assertThat(facts.get(1).isActive()).as("a permission that is denied").isFalse();
        assertThat(facts.get(4).fields()).containsEntry(StateField.FOLDER, "Calendar")
                .containsEntry(StateField.RIGHTS, "Reviewer");
        assertThat(facts.getLast().fields()).as("nobody else").isEmpty();
    }

    @Test
    void permissionsAsTheCmdletsGiveThem() {
        facts("Get-MailboxPermission.csv");
        facts("Get-RecipientPermission.json");
        List<StateFact> facts = facts("Get-MailboxFolderPermission.csv");
        assertThat(facts).extracting(fact -> fact.field(StateField.RIGHTS)).containsExactly("FullAccess",
                "FullAccess, ReadPermission", "SendAs", "Editor", "AvailabilityOnly");
        assertThat(facts.get(1).fields()).containsEntry(StateField.INHERITED, "true");
        assertThat(facts.get(2).isActive()).isFalse();
        assertThat(facts.get(3).mailbox()).isEqualTo("mara.voss@contoso.example");
        assertThat(facts.get(4).mailbox()).isNull();
    }

    @Test
    void aRecordThatItsFileHasTwiceIsADuplicateAndAnotherFilesIsNot() {
        String header = "Identity,Trustee,AccessControlType,AccessRights,IsInherited,InheritanceType\n";
        String row = "a@contoso.example,b@contoso.example,Allow,SendAs,False,None\n";
        Evidence twice = test.loadOne(test.write("twice.csv", header + row + row));
        assertThat(twice.stored()).isEqualTo(1);
        assertThat(twice.duplicates()).isEqualTo(1);
        test.loadOne(test.write("again.csv", header + row));
        CaseState state = CaseState.of(test.caseFile().state());
        assertThat(state.lines()).singleElement().satisfies(line -> assertThat(line.seen()).hasSize(2));
    }

    @Test
    void valuesWithTabsAndLineBreaksAreKept() {
        test.loadOne(fixture("TransportRules.csv"));
        assertThat(test.caseFile().state().getFirst().fact().field(StateField.DESCRIPTION))
                .isEqualTo("Take the following actions:\n\tRedirect the message to 'drop@mail.invalid'");
    }

    @ParameterizedTest
    @CsvSource({ "20260312091500-MailboxRules.csv,2026-03-12T09:15:00Z,FILE_NAME_LOCAL",
        "202603120915-MailboxRules.csv,2026-03-12T09:15:00Z,FILE_NAME_LOCAL",
        "MailboxRules_2026-03-12_09-15.csv,2026-03-12T09:15:00Z,FILE_NAME_LOCAL",
        "rules-20260312T091500Z.csv,2026-03-12T09:15:00Z,FILE_NAME",
        "20261312091500-MailboxRules.csv,2026-03-20T10:00:00Z,FILE_DATE",
        "1202603120915.csv,2026-03-20T10:00:00Z,FILE_DATE", "20260312.csv,2026-03-20T10:00:00Z,FILE_DATE",
        "InboxRules.csv,2026-03-20T10:00:00Z,FILE_DATE" })
    void theTimeOfTheExportIsThatOfTheNameOrElseOfTheFile(String name, Instant time, ExportTime.Basis basis)
            throws IOException {
        Path file = test.write(name, Files.readAllBytes(FIXTURES.resolve("old-MailboxRules.csv")));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-20T10:00:00Z")));
        test.loadOne(file);
        assertThat(test.caseFile().state().getFirst().exported()).isEqualTo(new ExportTime(time, basis));
    }

    @Test
    void aZoneThatIsGivenIsThatOfTheName() {
        test.load(new ImportOptions("test", null, Map.of(FileForm.LOCAL_TIME, "Asia/Tokyo")),
                fixture("20260312091500-MailboxRules.csv"));
        assertThat(test.caseFile().state().getFirst().exported())
                .isEqualTo(new ExportTime(Instant.parse("2026-03-12T00:15:00Z"), ExportTime.Basis.FILE_NAME));
    }

    @Test
    void rulesAndEventsInOneFileAreEachRead() throws IOException {
        String audit = "CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000701,Send,2,Exchange,"
                + "ida.brandt@contoso.example\n";
        Evidence evidence = test.loadOne(test.write("joined.csv", audit
                + Files.readString(FIXTURES.resolve("20260312091500-MailboxRules.csv"), StandardCharsets.UTF_8)));
        assertThat(evidence.shapes()).isEqualTo("inbox-rules+auditdata-csv");
        assertThat(evidence.stored()).isEqualTo(3);
        assertThat(evidence.rejected()).as("the header").isEqualTo(1);
        assertThat(test.events().size()).isEqualTo(1);
        SeenState second = test.caseFile().state().getLast();
        assertThat(second.place().line()).isEqualTo(9);
        assertThat(test.caseFile().rawRecords().text(second.place())).startsWith("\"ida.brandt@contoso.example\"");
    }

    @Test
    void theLatestExportComesFirstAndUnknownTimesLast() {
        String rules = "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                + "a@contoso.example,x,True,,,,drop@mail.invalid,words\n";
        test.loadOne(test.write("20260312091500-MailboxRules.csv", rules));
        test.loadOne(test.write("20260313091500-MailboxRules.csv", rules + "\n"));
        CaseState state = CaseState.of(test.caseFile().state());
        assertThat(state.lines()).singleElement()
                .satisfies(line -> assertThat(line.last().path()).endsWith("20260313091500-MailboxRules.csv"));
        assertThat(state.of("A@contoso.example")).hasSize(1);
        assertThat(state.of("b@contoso.example")).isEmpty();
        assertThat(state.sendingElsewhere()).hasSize(1);
    }
}
