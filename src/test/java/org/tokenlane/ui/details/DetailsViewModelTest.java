package org.tokenlane.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.detail.RecordField;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.ui.details.DetailsViewModel.Details;
import org.tokenlane.ui.details.DetailsViewModel.Fact;
import org.tokenlane.ui.details.DetailsViewModel.Section;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What the details say about the selected event. */
class DetailsViewModelTest {

    @TempDir
    private Path folder;

    private final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    private final Workbench workbench = new Workbench(runner);
    private TestCase test;
    private DetailsViewModel model;

    @BeforeEach
    void makeACase() {
        model = new DetailsViewModel(workbench.selection(), workbench.marking(), workbench.display(),
                workbench.enrichment(), workbench.library(), workbench.messages(), workbench.background());
        test = new TestCase(folder);
    }

    @AfterEach
    void closeTheCase() {
        workbench.close();
        test.close();
    }

    private Details select(int event) {
        workbench.show(OpenCase.load(test.caseFile()));
        workbench.selection().event().set(event);
        return model.details().get();
    }

    private Details bare(int event) {
        test.loadOne(BareSignIns.write(folder.resolve("signins.json")));
        return select(event);
    }

    private static List<String> shown(Details details, String name) {
        return details.facts().stream().filter(fact -> fact.name().equals(name)).map(Fact::shown).toList();
    }

    private void library(MarkTarget.Kind kind, String value, String caseName) {
        Path file = folder.resolve("library.tsv");
        new Library(List.of(new LibraryEntry(kind, value, caseName, Instant.parse("2026-08-01T00:00:00Z"), "lea")))
                .write(file);
        workbench.library().use(file);
    }

    @Test
    void anAddressThatWasMaliciousInAnEarlierCaseIsNamedWithThatCase() {
        Details plain = bare(0);
        assertThat(shown(plain, DetailsText.EARLIER_CASE.text())).isEmpty();
        String ip = shown(plain, Texts.name(EventField.IP)).getFirst();
        library(MarkTarget.Kind.IP, ip, "earlier.tlcase");
        assertThat(shown(model.details().get(), DetailsText.EARLIER_CASE.text()))
                .singleElement().asString().contains("earlier.tlcase", "2026-08-01");
        library(MarkTarget.Kind.IP, ip, test.caseFile().path().getFileName().toString());
        assertThat(shown(model.details().get(), DetailsText.EARLIER_CASE.text())).as("from the very case").isEmpty();
        library(MarkTarget.Kind.IP, "192.0.2.77", "earlier.tlcase");
        assertThat(shown(model.details().get(), DetailsText.EARLIER_CASE.text())).as("another address").isEmpty();
    }

    private static String json(int number) {
        String row = PurviewRows.row(number, "Send", "");
        return row.substring(row.indexOf('{'), row.lastIndexOf('}') + 1).replace("\"\"", "\"");
    }

    @Test
    void eachRawRecordHasItsOwnShapeWhereSeveralExportsHoldTheEvent() {
        String row = PurviewRows.row(1, "Send", "");
        test.loadOne(test.write("a.json", json(1)));
        test.loadOne(test.write("b.csv", PurviewRows.table(0, 0) + row));
        test.loadOne(test.write("c.json", json(1) + "\n" + json(2)));
        test.loadOne(test.write("d.csv", PurviewRows.table(5, 1) + row));
        assertThat(select(0).records()).hasSize(4).allSatisfy(
                record -> assertThat(record.shape())
                        .isEqualTo(record.text().startsWith("{") ? "auditdata-json" : "purview-csv"));
    }

    @Test
    void withoutAnEventThereAreNoDetailsAndAnotherCaseTakesThemAway() {
        bare(0);
        assertThat(model.details().get()).isNotNull();
        workbench.selection().event().set(-1);
        assertThat(model.details().get()).isNull();
        workbench.selection().event().set(1);
        workbench.show(null);
        assertThat(model.details().get()).isNull();
    }

    @Test
    void ofTwoEventsInARowOnlyTheLaterIsShown() {
        bare(0);
        runner.hold();
        workbench.selection().event().set(1);
        workbench.selection().event().set(2);
        assertThat(shown(model.details().get(), Texts.name(EventField.IP))).containsExactly("193.0.6.139");
        runner.proceed();
        assertThat(shown(model.details().get(), Texts.name(EventField.IP))).containsExactly("52.97.10.1");
    }

    @Test
    void aValueCanBeFilteredByAndAKindOrResultToo() {
        Details details = bare(0);
        assertThat(details.facts()).filteredOn(fact -> fact.name().equals(Texts.name(EventField.IP))).singleElement()
                .satisfies(fact -> {
                    assertThat(fact.field()).isEqualTo(FilterField.IP);
                    assertThat(fact.value()).isEqualTo("193.0.6.139");
                });
        assertThat(details.facts()).extracting(Fact::filter)
                .contains(new Filter.KindIs(List.of(EventKind.SIGN_IN_INTERACTIVE)));
        assertThat(DetailsViewModel.filterOf(EventField.APP_ID)).isEqualTo(FilterField.APP);
        assertThat(DetailsViewModel.filterOf(EventField.RESULT_TEXT)).isNull();
    }

    @Test
    void theTimeIsShownInTheChosenZoneAndInUtcWhereTheyDiffer() {
        bare(0);
        assertThat(shown(model.details().get(), DetailsText.TIME.text())).singleElement().asString()
                .contains("2026-09-15 08:40:00");
        workbench.display().zone().set(ZoneId.of("Europe/Prague"));
        assertThat(shown(model.details().get(), DetailsText.TIME.text())).hasSize(2)
                .anyMatch(time -> time.contains("2026-09-15 10:40:00"))
                .anyMatch(time -> time.contains("2026-09-15 08:40:00"));
    }

    @Test
    void externalDataOnNetworkAndApplicationComesWithItsSourceAndIsNotMistakenForTheLog() {
        Details details = bare(0);
        List<String> networks = shown(details, DetailsText.NETWORK.text());
        assertThat(networks).containsAll(workbench.enrichment().get().about("193.0.6.139", "14061").stream()
                .map(statement -> Texts.oneLine(statement.toString())).toList());
        assertThat(networks).anyMatch(text -> text
                .contains(Networks.shipped().lookUp("193.0.6.139").country().source().label()))
                .anyMatch(text -> text.contains("AS14061"));
        assertThat(shown(details, DetailsText.APP.text())).singleElement().asString()
                .contains(workbench.enrichment().get().apps().label(), "Microsoft Office");
        assertThat(shown(details, Texts.name(EventField.COUNTRY))).isEmpty();
    }

    @Test
    void theLinkIsExplainedAndTheIdsInEverySpellingAreMarkedInTheRecords() {
        Details details = bare(0);
        assertThat(details.link()).contains(LinkRule.UTI_GIVEN.words());
        assertThat(details.ids()).contains(BareSignIns.SESSION, BareSignIns.UTI,
                "c42bc73e-1db5-4f71-ad79-f198f21b8d00");
        assertThat(details.records()).singleElement().satisfies(record -> {
            assertThat(record.shape()).isEqualTo("signin-graph-beta");
            assertThat(record.text()).contains(BareSignIns.SESSION);
            assertThat(record.hash()).contains(test.caseFile().evidence().getFirst().sha256());
        });
    }

    @Test
    void theVerdictThatDecidesIsToldFromTheOneThatIsOverridden() {
        bare(0);
        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, BareSignIns.SESSION);
        MarkTarget event = MarkTarget.of(MarkTarget.Kind.EVENT, workbench.selection().openCase().get().events().id(0));
        workbench.marking().change((marks, who) -> marks.verdict(List.of(session), Verdict.MALICIOUS, "stolen", who));
        assertThat(model.details().get().marks()).singleElement()
                .satisfies(mark -> assertThat(mark.verdict()).isEqualTo(Verdict.MALICIOUS));
        workbench.marking().change((marks, who) -> marks.verdict(List.of(event), Verdict.BENIGN, "", who));
        assertThat(model.details().get().marks()).hasSize(2)
                .satisfiesOnlyOnce(mark -> assertThat(mark.verdict()).isEqualTo(Verdict.BENIGN))
                .satisfiesOnlyOnce(mark -> assertThat(mark.verdict()).isNull());
    }

    @Test
    void aSentenceSaysWhatWasDoneAndFactsAreSortedByWhatAReaderAsks() {
        Details details = bare(0);
        assertThat(details.sentence()).isNotBlank().doesNotContain(BareSignIns.SESSION);
        assertThat(section(details, EventField.IP)).isEqualTo(Section.WHERE);
        assertThat(section(details, EventField.SESSION_ID)).isEqualTo(Section.IDS);
        assertThat(details.facts()).filteredOn(fact -> fact.name().equals(DetailsText.RESULT.text()))
                .singleElement().satisfies(fact -> assertThat(fact.section()).isEqualTo(Section.WHAT));
        assertThat(details.facts()).filteredOn(fact -> fact.name().equals(DetailsText.TIME.text()))
                .allSatisfy(fact -> assertThat(fact.section()).isEqualTo(Section.WHEN));
    }

    private static Section section(Details details, EventField field) {
        return details.facts().stream().filter(fact -> fact.name().equals(Texts.name(field))).findFirst().orElseThrow()
                .section();
    }

    @Test
    void aRecordIsATreeOfFieldsAndItsTextIsThatOfTheFile() {
        String row = PurviewRows.row(1, "Send", "");
        test.loadOne(test.write("b.csv", PurviewRows.table(0, 0) + row));
        Details details = select(0);
        DetailsViewModel.Raw raw = details.records().getFirst();
        assertThat(raw.text().strip()).as("to the byte").isEqualTo(row.strip());
        RecordField cell = raw.fields().stream().filter(field -> field.name().equals("AuditData")).findFirst()
                .orElseThrow();
        assertThat(cell.value()).as("the cell without what CSV adds").startsWith("{\"").doesNotContain("\"\"Operation");
        RecordField operation = cell.children().stream().filter(field -> field.name().equals("Operation"))
                .findFirst().orElseThrow();
        assertThat(operation.value()).isEqualTo("Send");
        assertThat(DetailsViewModel.ofRecord(operation, details.facts()).filter())
                .as("the event does not list its operation among its facts").isEqualTo(new Filter.RawText("Send"));
        RecordField user = cell.children().stream().filter(field -> field.name().equals("UserId")).findFirst()
                .orElseThrow();
        assertThat(DetailsViewModel.ofRecord(user, details.facts()).field()).isEqualTo(FilterField.UPN);
    }

    @Test
    void aPairOfNameAndValueIsAFieldOfThatName() {
        test.loadOne(test.write("a.jsonl", """
                {"CreationTime":"2026-09-10T06:31:07","Id":"0f1e2d3c-4b5a-4968-8776-655443322110","Operation":\
                "New-InboxRule","RecordType":1,"Workload":"Exchange","UserId":"lea@contoso.example","ResultStatus":\
                "True","Parameters":[{"Name":"DeleteMessage","Value":"True"},{"Name":"From","Value":"x","More":1}]}
                """));
        Details details = select(0);
        RecordField parameters = details.records().getFirst().fields().stream()
                .filter(field -> field.name().equals("Parameters")).findFirst().orElseThrow();
        assertThat(parameters.children()).extracting(RecordField::name).containsExactly("DeleteMessage", "[1]");
        assertThat(parameters.children().getFirst()).satisfies(field -> {
            assertThat(field.value()).isEqualTo("True");
            assertThat(field.isLeaf()).isTrue();
        });
    }
}
