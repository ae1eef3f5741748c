package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.text.Language;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.PlainJdbc;

/** What the case keeps of the rules' findings is used only where nothing that the rules read has changed. */
class KeptRunTest {

    private static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    private static final List<String> EXPORTS = List.of("entra/signin-graph-beta.json", "ual/purview.csv",
            "graph/graph-defender.csv", "exchange/InboxRules.json");
    private static final String SIGMA = "title: a rule\nlogsource:\n  product: m365\ndetection:\n  s:\n"
            + "    Operation: New-InboxRule\n  condition: s\nlevel: low\n";
    private static final AddressLookup NETWORKS = new KnownNetworks(Enrichment.of(Networks.shipped()));

    @TempDir
    private static Path folder;
    private static Path made;

    private Path file;
    private CaseFile caseFile;
    private RecordOpener opener = new RecordDetails();
    private AddressLookup lookup = NETWORKS;
    private Library library = Library.EMPTY;

    @BeforeAll
    static void makeACase() throws IOException {
        made = folder.resolve("made.tlcase");
        try (CaseFile caseFile = CaseFile.create(made, null, "Adele")) {
            imported(caseFile, EXPORTS);
        }
    }

    private static void imported(CaseFile caseFile, List<String> exports) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String export : exports) {
            Path copy = folder.resolve(export.replace('/', '-'));
            try (var in = KeptRunTest.class.getResourceAsStream("/ingest/" + export)) {
                Files.write(copy, in.readAllBytes());
            }
            files.add(copy);
        }
        new ImportService(caseFile, Importers.all()).importAll(files, ImportOptions.by("Adele"), Progress.NONE);
    }

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("case.tlcase");
        Files.write(file, Files.readAllBytes(made));
        caseFile = CaseFile.open(file, null);
        detected();
        assertThat(kept()).isNotEmpty();
    }

    @AfterEach
    void close() throws IOException {
        caseFile.close();
        Files.delete(file);
    }

    private Correlation correlation() {
        return Correlation.upToDate(caseFile);
    }

    /** What is found, by whatever way. */
    private List<RuleOutcome> detected() {
        return Detection.of(caseFile, correlation(), opener, lookup, library, Progress.NONE).outcomes();
    }

    private List<RuleOutcome> anew() {
        return Detection.anew(caseFile, correlation(), opener, lookup, library, Progress.NONE).outcomes();
    }

    private @Nullable List<RuleOutcome> kept() {
        return run(correlation()).outcomes();
    }

    private KeptRun run(Correlation correlation) {
        return KeptRun.of(caseFile, correlation, opener, lookup, library);
    }

    private List<String> faults() {
        return FindingsCheck.faults(caseFile, opener, lookup, library, Progress.NONE);
    }

    /** After the change nothing that was kept is used, and then what is found now is kept. */
    private void runsAgain(Runnable change) {
        change.run();
        assertThat(kept()).isNull();
        List<RuleOutcome> now = detected();
        assertThat(now).isEqualTo(anew());
        assertThat(kept()).isEqualTo(now);
    }

    private void staysAsItIs(Consumer<CaseFile> change) {
        List<RuleOutcome> before = kept();
        change.accept(caseFile);
        assertThat(kept()).isNotNull().isEqualTo(before).isEqualTo(anew());
    }

    @Test
    void anUnchangedCaseIsAnsweredFromWhatItKeepsAlsoAfterOpeningItAgain() {
        List<RuleOutcome> now = anew();
        assertThat(kept()).isEqualTo(now);
        assertThat(now.stream().mapToInt(outcome -> outcome.findings().size()).sum()).isPositive();
        caseFile.close();
        caseFile = CaseFile.open(file, null);
        assertThat(kept()).isEqualTo(now);
        assertThat(faults()).isEmpty();
        assertThat(kept()).isEqualTo(now);
    }

    private List<Finding> detectedFindings() {
        return detected().stream().flatMap(outcome -> outcome.findings().stream()).toList();
    }

    @Test
    void anImportOfEventsMakesTheRulesRunAgain() {
        List<Finding> before = detectedFindings();
        runsAgain(() -> importMore("entra/diraudit-graph.json"));
        assertThat(detectedFindings()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void anImportOfAStateWithoutAnyEventMakesThemRunAgain() {
        runsAgain(() -> importMore("exchange/TransportRules.csv"));
    }

    @Test
    void anImportOfNothingButDuplicatesMakesThemRunAgain() {
        runsAgain(() -> importMore("ual/search-ual.csv"));
    }

    private void importMore(String export) {
        try {
            imported(caseFile, List.of(export));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eventsThatWereReadBeforeAnImportAreNotThoseOfTheCase() {
        Correlation before = correlation();
        importMore("entra/diraudit-graph.json");
        assertThat(run(before).outcomes()).isNull();
        List<RuleOutcome> found = Detection.of(caseFile, before, opener, lookup, library, Progress.NONE).outcomes();
        assertThat(found).isNotEmpty();
        assertThat(kept()).as("kept for the events that came").isNull();
    }

    @Test
    void nothingIsKeptOfARunDuringWhichTheCaseWasChanged() {
        caseFile.keptRules().forget();
        KeptRun begun = run(correlation());
        List<RuleOutcome> found = anew();
        caseFile.settings().setRule("mass-download", "files", "20", "Adele");
        caseFile.settings().setRule("mass-download", "files", null, "Adele");
        begun.keep(found);
        assertThat(kept()).isNull();
        run(correlation()).keep(found);
        assertThat(kept()).isEqualTo(found);
    }

    @Test
    void aSettingOfARuleMakesThemRunAgain() {
        runsAgain(() -> CaseRules.set(caseFile, "mass-download", "at-least", "20", "Adele"));
        runsAgain(() -> CaseRules.set(caseFile, "mass-download", "at-least", "21", "Adele"));
        runsAgain(() -> CaseRules.set(caseFile, "inbox-rule-hides", CaseRules.ENABLED, "false", "Adele"));
        assertThat(detected()).filteredOn(outcome -> outcome.rule().equals("inbox-rule-hides")).singleElement()
                .matches(outcome -> !outcome.isEvaluated());
    }

    @Test
    void anAllowedNetworkOrApplicationMakesThemRunAgain() {
        runsAgain(() -> CaseRules.set(caseFile, CaseRules.ALL, CaseRules.NETWORKS, "203.0.113.0/24", "Adele"));
        runsAgain(() -> CaseRules.set(caseFile, CaseRules.ALL, CaseRules.APPS, "an app", "Adele"));
    }

    @Test
    void aSigmaFileOrThePlaceholderOfOneMakesThemRunAgain() {
        runsAgain(() -> caseFile.settings().keepSigma(new SigmaFile("a.yml", Sha256.of(SIGMA), SIGMA), "Adele"));
        String other = SIGMA.replace("level: low", "level: high");
        // another text under the hash of the first
        runsAgain(() -> caseFile.settings().keepSigma(new SigmaFile("a.yml", Sha256.of(SIGMA), other), "Adele"));
        runsAgain(() -> caseFile.settings().keepSigma(SigmaFile.ofPlaceholder("admins", Sha256.of("a"), "a"),
                "Adele"));
        runsAgain(() -> caseFile.settings().removeSigma("a.yml", "Adele"));
    }

    @Test
    void theLibraryMakesThemRunAgain() {
        Instant at = Instant.parse("2026-11-30T08:00:00Z");
        LibraryEntry entry = new LibraryEntry(MarkTarget.Kind.IP, "198.51.100.23", "another case", at, "Adele");
        runsAgain(() -> library = new Library(List.of(entry)));
        assertThat(detected()).anyMatch(outcome -> outcome.rule().equals("known-from-earlier-case"));
        runsAgain(() -> library = new Library(List.of(
                new LibraryEntry(MarkTarget.Kind.IP, "198.51.100.24", "another case", at, "Adele"))));
        runsAgain(() -> library = Library.EMPTY);
    }

    @Test
    void theNameOfTheCaseMakesThemRunAgainAsTheLibraryAsksForIt() throws IOException {
        caseFile.close();
        Path renamed = folder.resolve("renamed.tlcase");
        Files.move(file, renamed);
        caseFile = CaseFile.open(renamed, null);
        assertThat(kept()).isNull();
        caseFile.close();
        Files.move(renamed, file);
        caseFile = CaseFile.open(file, null);
        assertThat(kept()).isNotNull();
    }

    @Test
    void anotherLanguageMakesThemRunAgain() {
        Language.GERMAN.during(() -> {
            runsAgain(() -> {
            });
            return null;
        });
        assertThat(kept()).as("only the last run is kept").isNull();
    }

    @Test
    void otherExternalDataMakesThemRunAgainAndOneThatMayChangeIsNeverKept() {
        runsAgain(() -> lookup = AddressLookup.NOTHING);
        lookup = (ip, asn) -> AddressLookup.Fact.UNKNOWN;
        assertThat(detected()).isEqualTo(anew());
        assertThat(kept()).isNull();
    }

    @Test
    void anotherReaderOfRecordsMakesThemRunAgain() {
        RecordDetails details = new RecordDetails();
        runsAgain(() -> opener = details::file);
    }

    @Test
    void otherLinksMakeThemRunAgain() {
        Correlation links = correlation();
        assertThat(links.hash()).isEqualTo(Correlation.of(links.events()).hash()).hasSize(64);
        importMore("entra/diraudit-graph.json");
        assertThat(correlation().hash()).isNotEqualTo(links.hash());
    }

    @Test
    void whatNoRuleReadsLeavesThemAsTheyAre() {
        List<MarkTarget> session = List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION));
        staysAsItIs(opened -> opened.marks().verdict(session, Verdict.MALICIOUS, "", "Adele"));
        staysAsItIs(opened -> opened.marks().note(session, "a note", "Adele"));
        staysAsItIs(opened -> opened.settings().saveFilter("mail", "op:MailItemsAccessed", "Adele"));
        staysAsItIs(opened -> opened.settings().setActor(SESSION, "AS64501|kit|", "the attacker", "Adele"));
        staysAsItIs(opened -> opened.settings().splitOrigin(SESSION,
                new OriginSplit("AS64500|agent|", OriginSplit.By.ADDRESS, "203.0.113.9"), true, "Adele"));
    }

    @Test
    void anotherBuildOfTheProgramMakesThemRunAgain() throws IOException {
        Path code = Files.createDirectories(folder.resolve("code/org"));
        Files.writeString(code.resolve("A.class"), "a");
        String first = ProgramCode.of(code.getParent(), List.of("a library"));
        assertThat(ProgramCode.of(code.getParent(), List.of("a library"))).isEqualTo(first);
        assertThat(ProgramCode.of(code.getParent(), List.of("another"))).isNotEqualTo(first);
        assertThat(ProgramCode.of(code.getParent(), List.of("a ", "library"))).isNotEqualTo(first);
        Files.writeString(code.resolve("A.class"), "b");
        String second = ProgramCode.of(code.getParent(), List.of("a library"));
        assertThat(second).isNotEqualTo(first);
        Files.writeString(code.resolve("rules.yml"), "");
        assertThat(ProgramCode.of(code.getParent(), List.of("a library"))).isNotEqualTo(second);
        assertThat(ProgramCode.hash()).hasSize(64);
    }

    @Test
    void aJarIsKnownByTheChecksumsOfItsFiles() throws IOException {
        String first = jar("a");
        assertThat(jar("a")).isEqualTo(first);
        assertThat(jar("b")).isNotEqualTo(first);
    }

    private static String jar(String content) throws IOException {
        Path jar = folder.resolve("code.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("A.class"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return ProgramCode.of(jar, List.of());
    }

    @Test
    void aCaseThatCanOnlyBeReadNeitherKeepsNorIsBelieved() {
        List<RuleOutcome> now = detected();
        caseFile.close();
        assertThat(file.toFile().setWritable(false)).isTrue();
        caseFile = CaseFile.open(file, null);
        try {
            if (caseFile.isReadOnly()) {
                assertThat(kept()).isNull();
            }
            assertThat(detected()).isEqualTo(now);
        } finally {
            assertThat(file.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void keptFindingsThatTheRulesDoNotGiveAreFoundByVerifying() {
        List<RuleOutcome> forged = new ArrayList<>(detected());
        forged.replaceAll(outcome -> new RuleOutcome(outcome.rule(), outcome.title(), outcome.severity(), List.of(),
                outcome.notEvaluated()));
        run(correlation()).keep(forged);
        assertThat(kept()).isEqualTo(forged);
        assertThat(faults()).containsExactly(DetectText.FINDINGS_DIFFER.text());
    }

    @Test
    void keptFindingsThatAreNotAsTheyWereWrittenAreNotRead() {
        List<RuleOutcome> now = detected();
        caseFile.close();
        assertThat(PlainJdbc.run(file, "update rule_run set data = data || x'00'")).isOne();
        caseFile = CaseFile.open(file, null);
        assertThat(kept()).isNull();
        assertThat(detected()).isEqualTo(now);
        assertThat(kept()).isEqualTo(now);
    }

    @Test
    void keptFindingsThatCannotBeComparedAreForgottenByVerifying() {
        Language.GERMAN.during(() -> {
            assertThat(faults()).isEmpty();
            return null;
        });
        assertThat(kept()).isNull();
    }

    @Test
    void bytesThatAreNoOutcomesAreRefused() {
        KeptOutcomes writing = new KeptOutcomes(event -> "e" + event, 5);
        List<RuleOutcome> outcomes = List.of(
                new RuleOutcome("a", "A", Severity.HIGH, List.of(new Finding("a", "A",
                        Severity.LOW, List.of("T1"), null, "u", List.of(0, 4), List.of("e0", "e4"), "told Ä", "why Ü",
                        List.of(),
                        "next", List.of(4))), null),
                new RuleOutcome("b", "B", Severity.INFO, List.of(), "not"));
        byte[] written = writing.write(outcomes);
        assertThat(writing.read(written)).isEqualTo(outcomes);
        for (int length = 0; length < written.length; length++) {
            assertThat(writing.read(Arrays.copyOf(written, length))).isNull();
        }
        assertThat(writing.read(Arrays.copyOf(written, written.length + 1))).isNull();
        assertThat(new KeptOutcomes(event -> "e" + event, 4).read(written)).as("an event that is not there").isNull();
        for (int at = 0; at < written.length; at++) {
            byte[] damaged = written.clone();
            damaged[at] ^= (byte) 0x80;
            writing.read(damaged);
        }
    }
}
