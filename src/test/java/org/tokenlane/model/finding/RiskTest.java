package org.tokenlane.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen once counts once, however many rules see it. */
class RiskTest {

    private static Finding finding(String rule, Severity severity, Integer... events) {
        return new Finding(rule, "title of " + rule, severity, List.of(), null, null, List.of(events),
                Arrays.stream(events).map(event -> "e" + event).toList(), "why", List.of());
    }

    @Test
    void ofSeveralRulesThatFoundTheSameEventTheHeaviestCounts() {
        Finding low = finding("a", Severity.LOW, 1);
        Finding high = finding("b", Severity.HIGH, 1);
        Risk risk = Risk.of(List.of(low, high));
        assertThat(risk.points()).isEqualTo(Severity.HIGH.points());
        assertThat(risk.because()).containsExactly(high, low);
        assertThat(risk.counted()).containsExactly(high);
        assertThat(risk.notCounted()).containsExactly(low);
        assertThat(risk.pointsOf(high)).isEqualTo(Severity.HIGH.points());
        assertThat(risk.pointsOf(low)).isZero();
    }

    @Test
    void eventsMoreOrLessAreAnotherFinding() {
        assertThat(Risk.of(List.of(finding("a", Severity.HIGH, 1), finding("b", Severity.HIGH, 1, 2))).points())
                .isEqualTo(2 * Severity.HIGH.points());
        assertThat(Risk.of(List.of(finding("a", Severity.HIGH, 1, 2), finding("b", Severity.HIGH, 2, 1))).points())
                .isEqualTo(Severity.HIGH.points());
        assertThat(Risk.of(List.of(finding("a", Severity.HIGH), finding("b", Severity.HIGH))).points())
                .as("about no event").isEqualTo(2 * Severity.HIGH.points());
    }

    @Test
    void twoRulesOnTheSameThingsOfTwoUsersAreOneRisk() {
        assertThat(Risk.of(List.of(finding("a", Severity.HIGH, 1), finding("a", Severity.HIGH, 2),
                finding("b", Severity.HIGH, 1), finding("b", Severity.HIGH, 2))).points())
                .isEqualTo(Severity.HIGH.points());
    }

    @Test
    void aRuleCountsOnceWithAFindingThatNoOtherMade() {
        Finding other = finding("b", Severity.MEDIUM, 2);
        Risk risk = Risk.of(List.of(finding("a", Severity.HIGH, 1), finding("b", Severity.MEDIUM, 1), other,
                finding("b", Severity.MEDIUM, 3)));
        assertThat(risk.points()).isEqualTo(Severity.HIGH.points() + Severity.MEDIUM.points());
        assertThat(risk.counted()).contains(other);
        assertThat(risk.notCounted()).as("its rule counts").isEmpty();
    }
}
