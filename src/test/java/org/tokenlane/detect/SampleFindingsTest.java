package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/**
 * All rules on the sample tenant: the steps of its attacks are found, and nothing of high severity on people who have
 * their accounts to themselves.
 */
class SampleFindingsTest {

    @TempDir
    private static Path folder;

    private static SampleAnswers answers;
    private static CaseFile caseFile;
    private static Detection detection;

    @BeforeAll
    static void openTheSample() {
        answers = SharedSample.answers();
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        detection = Detection.of(caseFile, Correlation.upToDate(caseFile), new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.shipped())), Progress.NONE);
    }

    @AfterAll
    static void close() {
        caseFile.close();
    }

    private static Set<String> rulesOn(String session, Severity severity) {
        return detection.findings().stream()
                .filter(finding -> session.equals(finding.sessionId()) && finding.severity() == severity)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Detection run(Progress progress) {
        return Detection.of(facts(), CaseRules.of(caseFile), progress);
    }

    private static CaseFacts facts() {
        return Detection.facts(caseFile, Correlation.upToDate(caseFile), new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.shipped())));
    }

    @ParameterizedTest
    @EnumSource
    void theSessionsOfASeverityHaveItAsTheirHighest(Severity severity) {
        assertThat(detection.sessionsOf(severity)).containsExactlyInAnyOrderElementsOf(
                detection.findings().stream().map(Finding::sessionId).filter(id -> id != null).distinct()
                        .filter(id -> detection.risk(id).severity() == severity).toList());
        assertThat(detection.sessionsOf(Severity.HIGH)).contains(answers.aitmSession());
    }

    @Test
    void rulesReportHowManyOfThemHaveRun() {
        List<Progress.Step> steps = Collections.synchronizedList(new ArrayList<>());
        run(new Progress(new Cancellation(), steps::add, Duration.ZERO));
        List<RuleFile> rules = CaseRules.of(caseFile);
        assertThat(steps).allMatch(Progress.Step::counted);
        assertThat(steps).extracting(Progress.Step::bytes).isSorted();
        assertThat(steps.getFirst().bytes()).isZero();
        assertThat(steps.getLast().bytes()).as("those that ask and are asked run twice")
                .isEqualTo(steps.getLast().size()).isGreaterThan(rules.size());
        assertThat(steps.getLast().ended()).isTrue();
    }

    @Test
    void noFurtherRuleRunsOnceTheyAreNotWanted() {
        Cancellation cancellation = new Cancellation();
        AtomicInteger done = new AtomicInteger();
        Progress progress = new Progress(cancellation, step -> {
            done.set((int) step.bytes());
            if (step.bytes() == 3) {
                cancellation.request();
            }
        }, Duration.ZERO);
        assertThatThrownBy(() -> run(progress)).isInstanceOf(CancellationException.class);
        assertThat(done.get()).as("each thread ends with the rule that it was at")
                .isBetween(3, 3 + ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    @Test
    void rulesSideBySideFindTheSameEachTime() {
        List<Finding> first = run(Progress.NONE).findings();
        assertThat(run(Progress.NONE).findings()).isEqualTo(first);
    }

    @Test
    void everyRuleIsEvaluatedWhoseLogsTheSampleHas() {
        Set<Need> notInTheSample = EnumSet.of(Need.TEAMS, Need.AZURE, Need.AAD_GRAPH, Need.ALERTS);
        Set<String> without = RuleFiles.shipped().stream()
                .filter(rule -> rule.needs().stream().anyMatch(notInTheSample::contains)).map(RuleFile::id)
                .collect(Collectors.toSet());
        assertThat(detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).map(RuleOutcome::rule))
                .allMatch(without::contains);
    }

    @Test
    void findingsOfHighSeverityAreOnlyOnAccountsThatSomebodyElseUsed() {
        assertThat(detection.findings().stream().filter(finding -> finding.severity() == Severity.HIGH))
                .allSatisfy(finding -> {
                    assertThat(answers.victims()).as(finding.rule() + ": " + finding.why()).contains(finding.upn());
                    assertThat(finding.sessionId() == null || answers.hostileSessions().contains(finding.sessionId()))
                            .as(finding.rule() + " of " + finding.sessionId()).isTrue();
                });
    }

    @Test
    void theTwoAttackedSessionsAreTheRiskiestByFar() {
        int ordinary = answers.sessions().keySet().stream()
                .filter(session -> !answers.hostileSessions().contains(session))
                .mapToInt(session -> detection.risk(session).points()).max().orElseThrow();
        assertThat(ordinary).isLessThanOrEqualTo(Severity.MEDIUM.points());
        assertThat(detection.risk(answers.aitmSession()).points()).isGreaterThan(5 * Severity.HIGH.points());
        assertThat(detection.risk(answers.deviceCodeSession()).points()).isGreaterThan(2 * Severity.HIGH.points());
    }

    @Test
    void eachStepOfThePhishedSessionIsFound() {
        assertThat(rulesOn(answers.aitmSession(), Severity.HIGH)).as("cookie, rule, forwarding, fraud, method, consent")
                .contains("aitm-portal-then-elsewhere",
                        "session-impossible-travel", "kit-user-agent", "inbox-rule-hides", "mailbox-forwarding",
                        "sent-after-rule", "mfa-method", "app-consent");
        assertThat(rulesOn(answers.aitmSession(), Severity.MEDIUM))
                .as("networks, risk, mail read, deleted, files, directory").contains("session-several-networks",
                        "refresh-token-unbound-elsewhere", "risk-token-theft", "mass-mail-access", "mass-deletion",
                        "mass-download", "graph-enumeration", "graph-mass-read",
                        "rule-then-mail-moved");
        assertThat(rulesOn(answers.aitmSession(), Severity.LOW)).contains("mailbox-sync", "mail-access-throttled",
                "graph-refused");
    }

    @Test
    void eachStepOfTheDeviceCodeIsFound() {
        assertThat(rulesOn(answers.deviceCodeSession(), Severity.HIGH)).contains("device-code-in-session",
                "aitm-portal-then-elsewhere", "session-impossible-travel",
                "kit-user-agent");
        assertThat(rulesOn(answers.deviceCodeSession(), Severity.MEDIUM)).contains("device-code-new-network",
                "session-several-networks",
                "refresh-token-unbound-elsewhere", "mass-mail-access", "graph-mass-read");
    }

    @Test
    void theProofOfTheReplayIsEveryEventOfTheAttackersButTheProxys() {
        Finding replay = detection.findings().stream()
                .filter(finding -> finding.rule().equals("aitm-portal-then-elsewhere"))
                .filter(finding -> answers.aitmSession().equals(finding.sessionId())).findFirst().orElseThrow();
        int exchange = answers.exchangeOperations().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(replay.why()).contains("from 203.0.113.77 (NL, AS64510)", "from 203.0.113.200 (US, AS64511)",
                "“One Outlook Web”");
        assertThat(replay.events().size()).as("the sign-in, three tokens, mail, files, Graph")
                .isEqualTo(1 + 3 + exchange + 23 + 31);
    }

    @Test
    void findingsOnAttackedSessionsNameTheirUsersAndProof() {
        List<Finding> high = detection.findings().stream().filter(finding -> finding.severity() == Severity.HIGH)
                .toList();
        assertThat(high).allSatisfy(finding -> {
            if (finding.sessionId() != null) {
                assertThat(finding.upn()).isEqualTo(answers.sessions().get(finding.sessionId()).upn());
            }
            assertThat(finding.eventIds()).isNotEmpty().hasSameSizeAs(finding.events());
            assertThat(finding.why()).endsWith(".");
            assertThat(finding.attack()).isNotEmpty();
        });
    }

    @Test
    void aDeviceThatSwitchesToTheVpnOrAPhoneOnItsCarrierIsLeftInPeace() {
        Set<String> planted = answers.planted().stream().filter(each -> !each.sessionId().isEmpty())
                .map(SampleAnswers.Planted::upn).collect(Collectors.toSet());
        assertThat(detection.findings().stream().filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0)
                .filter(finding -> !planted.contains(finding.upn())).map(Finding::sessionId).distinct())
                .containsExactlyInAnyOrder(answers.aitmSession(), answers.deviceCodeSession());
    }

    private static Set<String> rulesOnScene(String scene) {
        Set<String> sessions = answers.planted().stream()
                .filter(each -> each.scene().equals(scene) && each.hostile()).map(SampleAnswers.Planted::sessionId)
                .collect(Collectors.toSet());
        return detection.findings().stream()
                .filter(finding -> sessions.contains(finding.sessionId())
                        && finding.severity().compareTo(Severity.MEDIUM) >= 0)
                .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTokensOfARegisteredComputerThatAreUsedElsewhereAreFound() {
        assertThat(rulesOnScene("registered-computer")).contains("aitm-portal-then-elsewhere", "token-binding-lost",
                "refresh-token-unbound-elsewhere", "mass-mail-access", "mass-download");
    }

    @Test
    void anAttackerInTheVictimsOwnCountryIsFound() {
        assertThat(rulesOnScene("residential-proxy")).contains("method-then-rule", "inbox-rule-hides");
    }

    @Test
    void awkwardAsTheyAreNothingHighIsSaidOfOrdinaryUsers() {
        Set<String> ordinary = answers.planted().stream().filter(each -> !each.hostile())
                .map(SampleAnswers.Planted::upn).filter(upn -> !answers.victims().contains(upn))
                .collect(Collectors.toSet());
        assertThat(ordinary).hasSizeGreaterThanOrEqualTo(10);
        assertThat(detection.findings().stream().filter(finding -> finding.severity() == Severity.HIGH)
                .filter(finding -> ordinary.contains(finding.upn()))).isEmpty();
    }

    private static Finding planted(String rule, String kind) {
        Set<String> users = answers.planted().stream().filter(one -> one.scene().equals(kind))
                .map(SampleAnswers.Planted::upn).collect(Collectors.toSet());
        assertThat(users).as(kind).isNotEmpty();
        return detection.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && users.contains(finding.upn()))
                .findFirst().orElseThrow(() -> new AssertionError(rule + " on none of " + users));
    }

    @Test
    void theUseAfterTheRevocationIsAFindingOfItsOwn() {
        Finding found = planted("session-used-after-revocation", "used-after-revocation");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.events()).as("the revocation and nine times mail read").hasSize(10);
    }

    @Test
    void theFollowedLinkOfThePhishingMailIsAFindingOfItsOwn() {
        Finding found = planted("link-then-sign-in", "phish-mail");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.sessionId()).isEqualTo(answers.aitmSession());
        assertThat(detection.findings().stream().filter(finding -> finding.rule().equals("link-then-sign-in")))
                .as("nobody else's").hasSize(1);
    }

    @Test
    void whatTheAssistantReadForTheAttackerIsAFindingAndWhatItReadForItsUserIsOnlyInformation() {
        assertThat(detection.findings().stream().filter(finding -> finding.rule().equals("copilot-used")))
                .extracting(Finding::severity).containsExactlyInAnyOrder(Severity.MEDIUM, Severity.INFO);
    }

    @Test
    void theSignInsOfThePartnerAreAFindingThatIsOnlyInformation() {
        assertThat(planted("partner-sign-in", "gdap").severity()).isEqualTo(Severity.INFO);
    }
}
