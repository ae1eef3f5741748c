package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;

/** Correlation sections and the counts of older rules. */
@Counted("Sigma cases")
class CorrelationReaderTest {

    private static final long SECOND = 1_000_000_000L;

    private static Correlated read(String yaml) {
        return new CorrelationReader("rule.yml").read((Yaml.Entries) YamlFile.documents("rule.yml", yaml).getFirst(),
                false);
    }

    @Test
    void aSectionIsReadWhole() {
        Correlated read = read("{type: value_count, rules: [a, b], group-by: [User, ip], timespan: 2h, "
                + "condition: {field: [X, Y], gt: 100, lte: 200}, generate: true, "
                + "aliases: {ip: {a: src, b: dst, c: null}}}");
        assertThat(read).isEqualTo(new Correlated(Correlated.Type.VALUE_COUNT, List.of("a", "b"),
                List.of("User", "ip"), 7_200 * SECOND,
                new Threshold(List.of(new Threshold.Bound(">", BigDecimal.valueOf(100)),
                        new Threshold.Bound("<=", BigDecimal.valueOf(200)))),
                null, List.of("X", "Y"), Map.of("ip", Map.of("a", "src", "b", "dst")), true));
        assertThat(read("{type: event_count, rules: a, timespan: 1m, condition: {eq: 2}}"))
                .isEqualTo(new Correlated(Correlated.Type.EVENT_COUNT, List.of("a"), List.of(), 60 * SECOND,
                        new Threshold(List.of(new Threshold.Bound("==", BigDecimal.valueOf(2)))), null, List.of(),
                        Map.of(), false));
    }

    @Test
    void aTemporalCorrelationNeedsAllOfItsRulesUnlessItSaysOtherwise() {
        assertThat(read("{type: temporal, rules: [a, b, c], timespan: 1d}").threshold())
                .isEqualTo(Threshold.atLeast(3));
        assertThat(read("{type: temporal, rules: [a, b, c], timespan: 1d, condition: {gte: 2}}").threshold())
                .isEqualTo(Threshold.atLeast(2));
        assertThat(read("{type: temporal_ordered, rules: [a, b], timespan: 1d, condition: {gte: 2}}").threshold())
                .isEqualTo(Threshold.atLeast(2));
        assertThat(read("{type: temporal_ordered, rules: [a, b], timespan: 1d, condition: {gt: 1}}").threshold()
                .holds(2)).isTrue();
    }

    @Test
    void sumsAndAveragesTakeFractionsAndNumbersBelowZero() {
        Threshold sum = read("{type: value_sum, rules: a, timespan: 1h, condition: {field: B, gt: -0.5}}").threshold();
        assertThat(sum.holds(new BigDecimal("-0.5"))).isFalse();
        assertThat(sum.holds(new BigDecimal("-0.4"))).isTrue();
        Correlated average = read("{type: value_avg, rules: a, timespan: 1h, condition: {field: B, lt: 500.25}}");
        assertThat(average.type()).isEqualTo(Correlated.Type.VALUE_AVG);
        assertThat(average.fields()).containsExactly("B");
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '#', value = {
        "{type: sometimes, rules: a, timespan: 1h} # CORRELATION_TYPE_NOT_SUPPORTED",
        "{type: value_percentile, rules: a, timespan: 1h, condition: {field: x, lte: 1}} # "
                + "CORRELATION_TYPE_NOT_SUPPORTED",
        "{rules: a, timespan: 1h} # CORRELATION_TYPE_MISSING",
        "{type: temporal, timespan: 1h} # CORRELATION_RULES_MISSING",
        "{type: temporal, rules: [a, b]} # CORRELATION_TIMESPAN_MISSING",
        "{type: temporal, rules: [a, b], timespan: 1h, within: 1h} # CORRELATION_KEY_NOT_SUPPORTED",
        "{type: temporal, rules: [a, b], timespan: 1h, condition: a and not b} # CORRELATION_CONDITION_IS_TEXT",
        "{type: temporal, rules: [a, b], timespan: 1h, condition: [a, b]} # CORRELATION_CONDITION_IS_TEXT",
        "{type: temporal, rules: [a, b], timespan: 1h, condition: a and c} # NO_SUCH_IDENTIFIER",
        "{type: temporal_ordered, rules: [a, b], timespan: 1h, condition: a or b} # ORDERED_FEWER",
        "{type: event_count, rules: [a, b], timespan: 1h, condition: a or b} # CORRELATION_CONDITION_IS_TEXT",
        "{type: event_count, rules: a, timespan: 1h} # CORRELATION_CONDITION_MISSING",
        "{type: event_count, rules: a, timespan: 1h, condition: {about: 3}} # CONDITION_NOT_SUPPORTED",
        "{type: event_count, rules: a, timespan: 1h, condition: {gte: many}} # CORRELATION_NUMBER",
        "{type: event_count, rules: a, timespan: 1h, condition: {gte: 1.5}} # CORRELATION_NUMBER",
        "{type: event_count, rules: a, timespan: 1h, condition: {gte: -1}} # CORRELATION_NUMBER",
        "{type: event_count, rules: a, timespan: 1h, condition: {gte: [1]}} # CORRELATION_NUMBER",
        "{type: event_count, rules: a, timespan: 1h, condition: {gte: 1, field: x}} # CORRELATION_FIELD_NOT_EXPECTED",
        "{type: value_count, rules: a, timespan: 1h, condition: {gte: 1}} # CORRELATION_FIELD_MISSING",
        "{type: value_sum, rules: a, timespan: 1h, condition: {gte: 1}} # CORRELATION_FIELD_MISSING",
        "{type: value_sum, rules: a, timespan: 1h, condition: {gte: 1, field: [x, y]}} # CORRELATION_ONE_FIELD",
        "{type: temporal_ordered, rules: [a, b, c], timespan: 1h, condition: {gte: 2}} # ORDERED_FEWER",
        "{type: temporal_ordered, rules: [a, b], timespan: 1h, condition: {lte: 2}} # ORDERED_FEWER",
        "{type: temporal_ordered, rules: [a, b], timespan: 1h, condition: {gt: 2}} # ORDERED_FEWER",
        "{type: temporal, rules: [a, b], timespan: 1w} # TIMESPAN_UNREADABLE",
        "{type: temporal, rules: [a, b], timespan: 1H} # TIMESPAN_UNREADABLE",
        "{type: temporal, rules: [a, b], timespan: 90} # TIMESPAN_UNREADABLE",
        "{type: temporal, rules: [a, b], timespan: 1h, aliases: x} # ALIASES_NOT_A_MAP",
        "{type: temporal, rules: [a, b], timespan: 1h, aliases: {x: y}} # ALIAS_NOT_A_MAP" })
    void whatIsNotSupportedIsRefusedByName(String yaml, String problem) {
        assertThat(Searches.problemOf(() -> read(yaml))).isEqualTo(problem);
    }

    @ParameterizedTest(name = "{0} is {1} seconds")
    @CsvSource({ "1s, 1", "15m, 900", "1h, 3600", "7d, 604800", "' 30s ', 30" })
    void aTimeSpanIsANumberAndALetter(String text, long seconds) {
        assertThat(new CorrelationReader("rule.yml").timespan(text, 1)).isEqualTo(seconds * SECOND);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', value = { "count() > 5 # EVENT_COUNT # # # > 5",
        "count() by User >= 5 # EVENT_COUNT # # User # >= 5",
        "count(IP) by User, App = 5 # VALUE_COUNT # IP # User,App # == 5", "count( IP ) < 3 # VALUE_COUNT # IP # # < 3",
        "count() <= 3 # EVENT_COUNT # # # <= 3" })
    void olderRulesCountAfterABar(String text, Correlated.Type type, String field, String groupBy, String threshold) {
        Correlated read = new CorrelationReader("rule.yml").count(text, 1, 60);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.fields()).isEqualTo(field == null ? List.of() : List.of(field));
        assertThat(read.groupBy()).isEqualTo(groupBy == null ? List.of() : List.of(groupBy.split(",")));
        assertThat(read.threshold()).hasToString(threshold);
        assertThat(read.timespan()).isEqualTo(60);
        assertThat(read.rules()).isEmpty();
    }

    @Test
    void otherAggregationsAreRefused() {
        for (String text : List.of("near x", "sum(x) > 5", "count() by User", "count() > 1.5")) {
            assertThat(Searches.problemOf(() -> new CorrelationReader("rule.yml").count(text, 1, 60)))
                    .isEqualTo("OLD_AGGREGATION");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
    @CsvSource({ ">, 5, false, false, true", ">=, 5, false, true, true", "<, 5, true, false, false",
        "<=, 5, true, true, false", "==, 5, false, true, false", "!=, 5, true, false, true" })
    void aBoundHoldsOnItsEdgeAndBeside(String operator, int number, boolean below, boolean on, boolean above) {
        Threshold threshold = new Threshold(List.of(new Threshold.Bound(operator, BigDecimal.valueOf(number))));
        assertThat(threshold.holds(4)).isEqualTo(below);
        assertThat(threshold.holds(5)).isEqualTo(on);
        assertThat(threshold.holds(6)).isEqualTo(above);
        assertThat(threshold.isOnlyFromBelow()).isEqualTo(operator.startsWith(">"));
    }

    @Test
    void allBoundsHaveToHold() {
        Threshold range = new Threshold(List.of(new Threshold.Bound(">", BigDecimal.ONE),
                new Threshold.Bound("<=", BigDecimal.TEN)));
        assertThat(range.holds(1)).isFalse();
        assertThat(range.holds(2)).isTrue();
        assertThat(range.holds(10)).isTrue();
        assertThat(range.holds(11)).isFalse();
        assertThat(range.isOnlyFromBelow()).isFalse();
        assertThat(range).hasToString("> 1 and <= 10");
    }
}
