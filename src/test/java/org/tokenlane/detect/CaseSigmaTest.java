package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.finding.SigmaFile;

/** Sigma rules of a case: as they are listed, and what they find in sessions and of users. */
class CaseSigmaTest extends RuleTest {

    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final String RULE = """
            title: Files taken
            id: %s
            author: Anna
            description: ' Files that leave. '
            level: high
            references: [https://rules.example/1]
            falsepositives: [Backups, Moves]
            logsource: {product: m365, service: audit}
            detection:
              taken: {Operation: FileDownloaded}
              condition: taken
            """.formatted(ID);

    private void load(String file, String yaml) {
        scene.caseFile().settings().keepSigma(new SigmaFile(file, "0", yaml), "anna");
    }

    private List<RuleOutcome> run() {
        return CaseSigma.of(scene.caseFile()).run(scene.facts(), Progress.NONE).outcomes();
    }

    private List<Finding> findings() {
        List<RuleOutcome> outcomes = run();
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().notEvaluated()).isNull();
        return outcomes.getFirst().findings();
    }

    private void takes(String upn, String time, String session, String file) {
        scene.audit(upn, at(time), "SharePoint", "FileDownloaded", session, null).with("ObjectId", file);
    }

    private String time(Finding finding, int number) {
        return Words.time(scene.facts().events().time(finding.events().get(number)));
    }

    @Test
    void aFilterHidesNothingUntilAnAnalystSwitchesItOn() {
        takes("lea@contoso.example", "09:00:00", "s", "https://contoso.example/backup/a");
        takes("lea@contoso.example", "09:05:00", "s", "https://contoso.example/b");
        String filter = "sigma:11111111-2222-4333-8444-666666666666";
        load("a.yml", RULE);
        load("b.yml", """
                title: Not the backups
                id: 11111111-2222-4333-8444-666666666666
                logsource: {product: m365, service: audit}
                filter:
                  rules: [%s]
                  backups: {ObjectId|contains: /backup/}
                  condition: not backups
                """.formatted(ID));
        List<RuleOutcome> off = run();
        assertThat(off.getFirst().findings().getFirst().events()).hasSize(2);
        assertThat(off.getLast().notEvaluated()).isEqualTo(DetectText.SWITCHED_OFF.text());
        CaseRules.set(scene.caseFile(), filter, CaseRules.ENABLED, "true", "anna");
        List<RuleOutcome> on = run();
        assertThat(on.getFirst().findings().getFirst().events()).hasSize(1);
        assertThat(on.getFirst().findings().getFirst().against()).anyMatch(line -> line.contains("Not the backups"));
        assertThat(on.getLast().notEvaluated()).contains("Files taken");
        CaseRules.set(scene.caseFile(), filter, CaseRules.ENABLED, "false", "anna");
        assertThat(run().getFirst().findings().getFirst().events()).hasSize(2);
    }

    @Test
    void aRuleIsListedWithWhatItsFileSays() {
        load("a.yml", RULE);
        RuleFile file = CaseSigma.of(scene.caseFile()).ruleFiles().getFirst();
        assertThat(file.id()).isEqualTo("sigma:" + ID);
        assertThat(file.title()).isEqualTo("Files taken");
        assertThat(file.severity()).isEqualTo(Severity.HIGH);
        assertThat(file.description()).isEqualTo("Files that leave.");
        assertThat(file.noise()).isEqualTo("Backups; Moves");
        assertThat(file.sources()).hasSize(3).contains(DetectText.SIGMA_AUTHOR.text("Anna"),
                "https://rules.example/1");
        assertThat(file.enabled()).isTrue();
        assertThat(CaseRules.withSigma(scene.caseFile())).extracting(RuleFile::id).endsWith("sigma:" + ID)
                .hasSize(CaseRules.of(scene.caseFile()).size() + 1);
    }

    @Test
    void aRuleThatSaysLittleIsListedAllTheSame() {
        load("a.yml", RULE.replaceAll("(?m)^(id|author|description|references|falsepositives):.*\\n", ""));
        RuleFile file = CaseSigma.of(scene.caseFile()).ruleFiles().getFirst();
        assertThat(file.id()).startsWith("sigma:a.yml");
        assertThat(file.description()).isEmpty();
        assertThat(file.sources()).hasSize(1);
        assertThat(file.noise()).isEqualTo(DetectText.SIGMA_NO_FALSE_POSITIVES.text());
        takes(Scene.ADELE, "08:00", null, "f");
        assertThat(findings().getFirst().against()).isEmpty();
    }

    @Test
    void theSameRuleInTwoFilesIsTwoRules() {
        load("a.yml", RULE);
        load("b.yml", RULE);
        CaseSigma sigma = CaseSigma.of(scene.caseFile());
        List<String> ids = sigma.ruleFiles().stream().map(RuleFile::id).toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates().contains("sigma:" + ID);
        assertThat(ids.stream().map(sigma::fileOf)).containsExactly("a.yml", "b.yml");
        assertThat(sigma.fileOf("sigma:none")).isNull();
        assertThat(sigma.problem(ids.getFirst())).isNull();
        assertThat(sigma.problem("sigma:none")).isNull();
    }

    @Test
    void aRuleThatNoCaseCanRunSaysWhy() {
        load("a.yml", RULE.replace("condition: taken", "condition: lost"));
        CaseSigma sigma = CaseSigma.of(scene.caseFile());
        String problem = sigma.problem(sigma.ruleFiles().getFirst().id());
        assertThat(problem).contains("lost");
        takes(Scene.ADELE, "08:00", null, "f");
        assertThat(run().getFirst().notEvaluated()).isNotNull();
        assertThat(run().getFirst().findings()).isEmpty();
    }

    @Test
    void whatMatchesIsOneFindingForEachSessionAndElseForEachUser() {
        load("a.yml", RULE);
        takes("bela@contoso.example", "08:00", null, "f1");
        takes(Scene.ADELE, "08:10", Scene.SESSION, "f2");
        takes(Scene.ADELE, "08:20", Scene.OTHER_SESSION, "f2");
        takes(Scene.ADELE, "08:30", Scene.SESSION, "f3");
        takes("bela@contoso.example", "08:40", null, "f1");
        takes(Scene.ADELE, "08:50", null, "f4");
        List<Finding> findings = findings();
        assertThat(findings).extracting(finding -> String.join(" ", proof(finding))).containsExactly(
                "08:00:00 08:40:00", "08:10:00 08:30:00", "08:20:00", "08:50:00");
        assertThat(findings.get(0).upn()).isEqualTo("bela@contoso.example");
        isOnAdelesSession(findings.get(1));
        assertThat(findings.get(1).against())
                .containsExactly(DetectText.SIGMA_FALSE_POSITIVES.text("Backups; Moves"));
        assertThat(findings.get(1).why()).isEqualTo(String.join(" ",
                DetectText.SIGMA_MATCH_BETWEEN.text(2, "Files taken", time(findings.get(1), 0),
                        time(findings.get(1), 1)),
                DetectText.OPERATIONS.text("FileDownloaded"), DetectText.ADDRESSES.text("192.0.2.10"),
                DetectText.TARGETS.text("f2, f3")));
        assertThat(findings.get(2).why()).startsWith(
                DetectText.SIGMA_MATCH_AT.text(1, "Files taken", time(findings.get(2), 0)) + " ");
    }

    @Test
    void fourTargetsAreNamedAndTheOthersCountedAndLongNamesAreCut() {
        load("a.yml", RULE);
        List<String> names = List.of("x".repeat(160), "y".repeat(161), "c", "d", "e", "f");
        for (String name : names) {
            takes(Scene.ADELE, "08:0" + names.indexOf(name), Scene.SESSION, name);
        }
        takes("bela@contoso.example", "09:00", Scene.OTHER_SESSION, "a");
        for (String name : List.of("b", "c", "d")) {
            takes("bela@contoso.example", "09:0" + (1 + "bcd".indexOf(name)), Scene.OTHER_SESSION, name);
        }
        assertThat(findings().stream().collect(Collectors.toMap(Finding::upn, Finding::why))).isNotEmpty()
                .satisfies((Map<String, String> why) -> {
                    assertThat(why.get(Scene.ADELE)).endsWith(DetectText.TARGETS.text(DetectText.AND_MORE
                            .text("x".repeat(160) + ", " + "y".repeat(159) + "…, c, d", 2)));
                    assertThat(why.get("bela@contoso.example")).endsWith(DetectText.TARGETS.text("a, b, c, d"));
                });
    }

    @Test
    void aRuleThatIsTurnedOffIsNotEvaluated() {
        load("a.yml", RULE);
        takes(Scene.ADELE, "08:00", null, "f");
        CaseRules.set(scene.caseFile(), "sigma:" + ID, CaseRules.ENABLED, "false", "anna");
        assertThat(run().getFirst().notEvaluated()).isEqualTo(DetectText.SWITCHED_OFF.text());
        assertThat(run().getFirst().findings()).isEmpty();
    }

    @Test
    void aCorrelationIsOneFindingAndTheRuleThatItCountsHasNone() {
        load("a.yml", RULE.replace("title:", "name: taken\ntitle:") + """
                ---
                title: Many files
                correlation:
                  type: event_count
                  rules: [taken]
                  group-by: [UserId]
                  timespan: 1h
                  condition: {gte: 2}
                """);
        takes(Scene.ADELE, "08:00", null, "f1");
        takes(Scene.ADELE, "08:10", null, "f2");
        takes("bela@contoso.example", "08:10", null, "f2");
        List<RuleOutcome> outcomes = run();
        assertThat(outcomes.getFirst().notEvaluated()).isEqualTo(DetectText.SIGMA_PART_OF.text("Many files"));
        assertThat(outcomes.getLast().findings()).singleElement()
                .satisfies(finding -> assertThat(proof(finding)).containsExactly("08:00:00", "08:10:00"));
    }

    @Test
    void aPlaceholderHasTheValuesOfItsFileOneOnALine() {
        load("a.yml", RULE.replace("{Operation: FileDownloaded}", "{UserId|expand: '%admins%'}"));
        scene.caseFile().settings().keepSigma(SigmaFile.ofPlaceholder("admins", "0", "\n  " + Scene.ADELE + " \n\n"),
                "anna");
        takes(Scene.ADELE, "08:00", null, "f");
        takes("bela@contoso.example", "08:10", null, "f");
        assertThat(findings()).singleElement()
                .satisfies(finding -> assertThat(finding.upn()).isEqualTo(Scene.ADELE));
    }
}
