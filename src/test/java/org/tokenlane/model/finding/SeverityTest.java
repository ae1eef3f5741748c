package org.tokenlane.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How severe findings are, one by one and together. */
class SeverityTest {

    private static Finding finding(Severity severity) {
        return new Finding("rule", "title", severity, List.of(), null, null, List.of(1), List.of("e1"), "why",
                List.of());
    }

    @Test
    void aRiskIsAsSevereAsItsMostSevereFinding() {
        assertThat(new Risk(20, List.of(finding(Severity.LOW), finding(Severity.MEDIUM), finding(Severity.INFO)))
                .severity()).isEqualTo(Severity.MEDIUM);
        assertThat(Risk.NONE.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aSeverityIsLoweredByOneAndTheLowestStays() {
        assertThat(Severity.HIGH.lowered()).isEqualTo(Severity.MEDIUM);
        assertThat(Severity.LOW.lowered()).isEqualTo(Severity.INFO);
        assertThat(Severity.INFO.lowered()).isEqualTo(Severity.INFO);
        assertThat(Severity.HIGH.id()).isEqualTo("high");
        assertThat(List.of(Severity.INFO.points(), Severity.HIGH.points())).containsExactly(0, 40);
    }

    @Test
    void aRuleWithoutAReasonAgainstItIsEvaluated() {
        assertThat(new RuleOutcome("r", "t", Severity.LOW, List.of(), null).isEvaluated()).isTrue();
        assertThat(new RuleOutcome("r", "t", Severity.LOW, List.of(), "no sign-ins").isEvaluated()).isFalse();
    }

    @Test
    void onlyANameBetweenPercentSignsIsAPlaceholder() {
        assertThat(SigmaFile.ofPlaceholder("admins", "00", "a").placeholder()).isEqualTo("admins");
        assertThat(new SigmaFile("rule.yml", "00", "a").placeholder()).isNull();
        assertThat(new SigmaFile("%%", "00", "a").placeholder()).isNull();
        assertThat(new SigmaFile("%a%b%", "00", "a").placeholder()).isNull();
    }
}
