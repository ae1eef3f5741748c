package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.sample.OverlapTenant;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/** How many of the events that keep silent about their session are linked to it, and how many of the links are right. */
class InferenceQualityTest {

    @TempDir
    private Path folder;

    /** What the rules did with the events whose records give neither session nor token. */
    private record Quality(int linkable, Map<LinkRule, int[]> byRule) {

        static Quality of(Correlation correlation, SampleAnswers answers) {
            Map<LinkRule, int[]> byRule = new EnumMap<>(LinkRule.class);
            int linkable = 0;
            CaseEvents events = correlation.events();
            for (int event = 0; event < events.size(); event++) {
                String id = events.text(EventField.RECORD_ID, event);
                String truth = id == null ? null : answers.silent().get(id);
                if (truth == null) {
                    continue;
                }
                linkable += truth.isEmpty() ? 0 : 1;
                int session = correlation.session(event);
                if (session != 0) {
                    int[] count = byRule.computeIfAbsent(correlation.rule(event), rule -> new int[2]);
                    count[0]++;
                    count[1] += events.dictionary(EventField.SESSION_ID).get(session).equals(truth) ? 1 : 0;
                }
            }
            return new Quality(linkable, byRule);
        }

        int links() {
            return byRule.values().stream().mapToInt(count -> count[0]).sum();
        }

        int right() {
            return byRule.values().stream().mapToInt(count -> count[1]).sum();
        }

        double precision() {
            return (double) right() / links();
        }

        double recall() {
            return (double) right() / linkable;
        }

        void print(String of) {
            byRule.forEach((rule, count) -> System.out.printf("%s: %s %d of %d right%n", of, rule.id(), count[1],
                    count[0]));
            System.out.printf("%s: precision %.1f %%, recall %.1f %% of %d events%n", of, 100 * precision(),
                    100 * recall(), linkable);
        }
    }

    private Quality quality(Path exports, SampleAnswers answers, String of) {
        try (TestCase test = new TestCase(folder)) {
            test.load(exports);
            Quality quality = Quality.of(Correlation.upToDate(test.caseFile()), answers);
            quality.print(of);
            return quality;
        }
    }

    @Test
    void inTheSampleTenantNearlyEveryLinkIsRightAndMostEventsAreLinked() {
        Quality quality;
        try (CaseFile sample = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null)) {
            quality = Quality.of(Correlation.of(CaseEvents.load(sample)), SharedSample.answers());
        }
        quality.print("sample tenant");
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(quality.recall()).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void whateverTheSeedNearlyEveryLinkIsRightAndMostEventsAreLinked(long seed) {
        Path exports = folder.resolve("exports");
        Quality quality = quality(exports, OverlapTenant.write(exports, 40, seed), "seed " + seed);
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(quality.recall()).isGreaterThan(0.6);
    }

    @Test
    void withFourHundredPeopleEachRuleIsRightNineteenTimesInTwenty() {
        Path exports = folder.resolve("exports");
        Quality quality = quality(exports, OverlapTenant.write(exports, 400, 77), "400 people");
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(quality.recall()).isGreaterThan(0.6);
        assertThat(quality.byRule()).containsKeys(LinkRule.USER_IP_TIME, LinkRule.USER_IP_TIME_DEVICE,
                LinkRule.USER_IP_TIME_AGENT, LinkRule.USER_IP_TIME_CLIENT, LinkRule.USER_IP_TIME_APP);
        quality.byRule().forEach((rule, count) -> assertThat(count[1]).as(rule.id())
                .isGreaterThanOrEqualTo((int) Math.ceil(0.95 * count[0])));
    }
}
