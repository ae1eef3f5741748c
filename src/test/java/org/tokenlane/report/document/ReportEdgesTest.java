package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.Technique.Tactic;
import org.tokenlane.report.document.ReportOptions.Section;

/** The numbers at which reports cut, group and leave out, each with the one beside it. */
class ReportEdgesTest {

    @Test
    void aCellOfEightHundredLettersIsWholeAndOneMoreIsCutAndCounted() {
        assertThat(ReportTable.Row.of("x".repeat(800)).cells()).containsExactly("x".repeat(800));
        assertThat(ReportTable.Row.of("x".repeat(801)).cells())
                .containsExactly(ReportText.CAPPED.text("x".repeat(800), 801));
        assertThat(ReportTable.Row.of("x".repeat(799) + "😀y").cells()).as("no half letter")
                .containsExactly(ReportText.CAPPED.text("x".repeat(799), 802));
    }

    private static CoverageDays.Line days(long last, Long... with) {
        return new CoverageDays.Line("log", "", 1, List.of(with), 1, last);
    }

    private ReportContent content(Scene scene, Section... sections) {
        scene.facts();
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        return new ReportBuilder(scene.caseFile(), correlation,
                Detection.of(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(), "", "", null, List.of(sections), 1_000, Instant.EPOCH),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    @Test
    void aReportOfThreeSectionsHasNoContentsAndOneOfFourHas(@TempDir Path folder) {
        try (Scene scene = new Scene(folder)) {
            scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
            String contents = "id=\"contents\"";
            assertThat(ReportHtml.forBrowser(content(scene, Section.MARKS, Section.METHOD, Section.EVIDENCE)))
                    .doesNotContain(contents);
            assertThat(ReportHtml.forBrowser(
                    content(scene, Section.MARKS, Section.METHOD, Section.EVIDENCE, Section.GLOSSARY)))
                    .contains(contents);
        }
    }

    @Test
    void phasesThatBeginInOneMinuteAreInTheOrderOfTheTacticsAndOthersInThatOfTime(@TempDir Path folder) {
        try (Scene scene = new Scene(folder)) {
            scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
            Exposure nothing = new ExposureQuery(scene.facts().correlation(), scene.facts().details(),
                    scene.caseFile().evidence()).of(new BitSet(), Progress.NONE);
            assertThat(phases(nothing, 59)).containsExactly(Tactic.INITIAL_ACCESS, Tactic.COLLECTION);
            assertThat(phases(nothing, 60)).containsExactly(Tactic.COLLECTION, Tactic.INITIAL_ACCESS);
        }
    }

    /** Mail is collected in the first second, and the first access is found so many seconds later. */
    private static List<Tactic> phases(Exposure nothing, int seconds) {
        List<Finding> findings = List.of(finding("T1114.002", 0), finding("T1566.002", 1));
        return new StoryBuilder(findings, List.of(), event -> event * seconds * 1_000_000_000L, String::valueOf,
                event -> FileAction.VIEWED, event -> false).of(
                        new Account(Scene.ADELE, null, List.of(0, 1), 0, seconds * 1_000_000_000L, true, List.of()),
                        null, nothing)
                .phases().stream().map(AccountPhases.Phase::tactic).toList();
    }

    private static Finding finding(String technique, int event) {
        return new Finding("rule-" + technique, "title", Severity.MEDIUM, List.of(technique), Scene.SESSION,
                Scene.ADELE,
                List.of(event), List.of("e"), "why", List.of());
    }

    @Test
    void thirtyOneDaysHaveASquareEachAndThirtyTwoShareThem() {
        assertThat(days(31, 1L).each()).isEqualTo(1);
        assertThat(days(31, 1L).strip()).isEqualTo("■" + "□".repeat(30));
        assertThat(days(32, 1L).each()).isEqualTo(2);
        assertThat(days(32, 32L).strip()).isEqualTo("□".repeat(15) + "■");
    }

    /** Every second day has an event, so that each gap is one day. */
    private static String gaps(int number) {
        return days(2L * number + 1, LongStream.rangeClosed(0, number).map(i -> 2 * i + 1).boxed()
                .toArray(Long[]::new)).without();
    }

    @Test
    void sixGapsAreListedAndOfSevenTheLastIsCounted() {
        List<String> dates = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> java.time.LocalDate.ofEpochDay(2L * i).toString()).toList();
        assertThat(gaps(6)).isEqualTo(ReportText.DAYS_MISSING.text(6, 13, String.join(", ", dates), 0));
        assertThat(gaps(7)).isEqualTo(ReportText.DAYS_MISSING.text(7, 15, String.join(", ", dates), 1));
    }

    @Test
    void eightAccountsAreListedOnTheFirstPageAndTheNinthIsCounted() {
        List<String> accounts = new ArrayList<>(Collections.nCopies(TitlePage.MOST_OPEN, "a"));
        assertThat(accounts).hasSize(8);
        String eight = String.join("; ", accounts);
        assertThat(TitlePage.listed(accounts, TitlePage.MOST_OPEN)).isEqualTo(ReportText.SENTENCE.text(eight));
        accounts.add("b");
        assertThat(TitlePage.listed(accounts, TitlePage.MOST_OPEN))
                .isEqualTo(ReportText.AND_MORE_ACCOUNTS.text(eight, 1));
    }

    @Test
    void sevenOfFifteenSectionsAreListedAsTheOnlyOnesAndOfEightTheOtherSeven() {
        List<Section> all = List.of(Section.values());
        assertThat(all).hasSize(15);
        assertThat(TitlePage.leftOut(all.subList(0, 7)).label()).isEqualTo(ReportText.ONLY_THESE.text());
        assertThat(TitlePage.leftOut(all.subList(0, 7)).value()).contains(all.get(6).title())
                .doesNotContain(all.get(7).title());
        assertThat(TitlePage.leftOut(all.subList(0, 8)).label()).isEqualTo(ReportText.LEFT_OUT.text());
        assertThat(TitlePage.leftOut(all.subList(0, 8)).value()).contains(all.get(8).title())
                .doesNotContain(all.get(7).title());
    }

    @Test
    void findingsAndTechniquesOfAPhaseAreNamedForThoseWhoHaveTheListOfFindings(@TempDir Path folder) {
        try (Scene scene = new Scene(folder)) {
            scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
            Exposure nothing = new ExposureQuery(scene.facts().correlation(), scene.facts().details(),
                    scene.caseFile().evidence()).of(new BitSet(), Progress.NONE);
            Finding told = finding("T1566.002", 0);
            assertThat(firstPhase(nothing, told, List.of(finding("T1114.002", 1), told)).basis())
                    .isEqualTo(PhaseText.BASIS.text("F2", "T1566.002"));
            assertThat(firstPhase(nothing, told, List.of()).basis()).isEmpty();
            assertThat(firstPhase(nothing, told, List.of()).lines()).extracting(Line::text).containsExactly("why");
        }
    }

    private static AccountPhases.Phase firstPhase(Exposure nothing, Finding told, List<Finding> listed) {
        return new StoryBuilder(List.of(told), listed, event -> 0, String::valueOf, event -> FileAction.VIEWED,
                event -> false)
                .of(new Account(Scene.ADELE, null, List.of(0), 0, 0, true, List.of()), null, nothing).phases()
                .getFirst();
    }

    /** Findings of one rule on as many users. */
    private static String merged(int users, boolean detailed) {
        List<Finding> findings = IntStream.range(0, users)
                .mapToObj(user -> new Finding("rule", "title", Severity.LOW, List.of(), null, "u" + user, List.of(user),
                        List.of("e" + user), "why", List.of()))
                .toList();
        ReportPage page = new ReportPage(false);
        FindingsSection.write(page,
                new ReportContent.Judgements(findings, FindingGroup.of(findings, List.of()), Map.of(),
                        List.of(), Risk.NONE, List.of()),
                detailed);
        return page.markup().toString();
    }

    @Test
    void threeUsersOfMergedFindingsAreNamedAndTheFourthIsCounted() {
        assertThat(merged(3, true)).contains("u0, u1, u2<");
        assertThat(merged(4, true)).contains(PhaseText.AND_MORE.text("u0, u1, u2", 1)).doesNotContain("u3");
    }

    @Test
    void mergedFindingsReferToTheListOfAllAndWithoutOneAreCounted() {
        assertThat(merged(3, true)).contains(">F1–F3<", Section.DETAILS.text());
        assertThat(merged(3, false)).contains(">3<").doesNotContain("F1", Section.DETAILS.text());
    }

    @Test
    void anAttackersEventAfterAStepIsSaidAndOneInTheSameMomentIsNot() {
        ContainmentSheet.Done done = new ContainmentSheet.Done("admin", 10_000_000_000L, "reset", "a.json:1",
                List.of(1));
        ContainmentSheet.Item item = new ContainmentSheet.Item(Scene.ADELE, null, null, 0, false, done);
        String alone = MeasuresSection.usedAfter(item, done, List.of(used(10_000_000_000L)));
        assertThat(alone).isEqualTo(ReportText.STEP_DONE.text(ReportTimes.seconds(10_000_000_000L), "reset",
                "a.json:1"));
        assertThat(MeasuresSection.usedAfter(item, done, List.of(used(10_000_000_001L))))
                .isEqualTo(ReportText.STEP_USED_AFTER.text(alone, ReportTimes.seconds(10_000_000_001L)));
        assertThat(MeasuresSection.usedAfter(new ContainmentSheet.Item("other", null, null, 0, false, done), done,
                List.of(used(20_000_000_000L)))).isEqualTo(alone);
    }

    private static AccountPhases used(long last) {
        return new AccountPhases(Scene.ADELE, false, 0, last, 0, List.of(), List.of());
    }

    private static String proof(int events) {
        List<String> ids = IntStream.rangeClosed(1, events).mapToObj(event -> "id" + event).toList();
        ReportPage page = new ReportPage(false);
        FindingsSection.details(page, new ReportContent.Judgements(
                List.of(new Finding("rule", "title", Severity.LOW, List.of(), null, null,
                        IntStream.range(0, events).boxed().toList(), ids, "why", List.of())),
                List.of(), ids.stream().collect(Collectors.toMap(id -> id, id -> "a.json:" + id.substring(2))),
                List.of(), Risk.NONE, List.of()));
        return page.markup().toString();
    }

    @Test
    void eightProofsOfAFindingAreNamedWithTheirPlacesAndOfNineTheFirstEight() {
        assertThat(proof(8)).contains("id1 (a.json:1); id2 (a.json:2)", "id8 (a.json:8)<");
        assertThat(proof(9)).contains("id8 (a.json:8), …").doesNotContain("id9");
    }
}
