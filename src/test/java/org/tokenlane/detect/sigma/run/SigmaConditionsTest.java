package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.Counted;

/** Whole rules on a case: selections, keywords, counts, correlations, and why rules are not evaluated. */
@Counted("Sigma cases")
class SigmaConditionsTest {

    private static final String RULE = "title: t\nlogsource:\n  product: m365\n  service: audit\ndetection:\n  "
            + "sel:\n    Operation: A\n  condition: sel\n";

    /** Made once, as no test changes it. */
    private static final SigmaCase SIGMA = made();

    private static SigmaCase made() {
        try {
            return new SigmaCase(Files.createTempDirectory("tokenlane-sigma"))
                    .with("A", "\"X\":1,\"ClientIP\":\"203.0.113.1\",\"Mark\":\"Alpha Beta\",\"Second\":\"alpha beta\"")
                    .with("B", "\"X\":2,\"ClientIP\":\"203.0.113.1:4711\",\"Mark\":\"\",\"Second\":\"alpha\"")
                    .with("C", "\"X\":1,\"Y\":1,\"ClientIP\":\"203.0.113.2\",\"Mark\":null,\"Second\":\"C\"")
                    .with("D",
                            "\"Note\":\"the needle (here)\",\"List\":[\"one\",\"two\"],\"None\":[],\"UserAgent\":\"\","
                                    + "\"Deep\":{\"Er\":null,\"Est\":\"x\"},\"Mark\":\"alpha-gamma\","
                                    + "\"Second\":\"alpha\"")
                    .load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> set(String operations) {
        return new TreeSet<>(operations == null ? List.of() : List.of(operations.strip().split(" ")));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', value = { "one # A C", "not one # B D", "one and not three # A", "one or two # A B C",
        "one and three or two # B C", "one and (three or two) # C", "not (one or two) # D", "1 of them # A B C",
        "1 of s_* # B C", "all of s_* #", "not 1 of s_* # A D", "_hidden # D", "_hidden or one # A C D" })
    void aConditionFinds(String condition, String operations) {
        String detection = "one:\n  X: 1\ntwo:\n  X: 2\nthree:\n  Y: 1\ns_a:\n  X: 2\ns_b:\n  Y: 1\n_hidden:\n  "
                + "Operation: D\ncondition: "
                + condition;
        assertThat(SIGMA.found(detection)).isEqualTo(set(operations));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = { "Mark: null # C", "Mark: '' # B",
        "Mark|exists: true # A B C D",
        "Mark|exists: false # ", "Note|exists: true # D", "Note|exists: false # A B C", "Deep.Er|exists: true # D",
        "Deep.Er: null # A B C D", "Deep.Odd|exists: true # ", "Deep.Est: X # D", "Mark|neq: '' # A C D",
        "Mark|fieldref: Second # A", "Mark|fieldref|startswith: Second # A D",
        "Second|fieldref|endswith: Operation # A C",
        "Mark|fieldref|cased: Second # ", "Mark|fieldref|contains: Second # A D", "Mark|fieldref|neq: Second # B C D",
        "Second|fieldref: Operation # C", "List: two # D", "List|contains: '\"one\",\"two\"' # D", "None: '[]' # D",
        "None: null # A B C", "ClientIP: 203.0.113.1 # A B", "ClientIP|endswith: ':4711' # B",
        "ClientIP|cidr: 203.0.113.0/31 # A B", "ClientIP: null # D", "ClientIP: '' # ", "ClientIP|exists: true # A B C",
        "UserAgent: '' # D", "UserAgent: null # A B C", "UserAgent|exists: true # D", "UserAgent|exists: false # A B C",
        "UserAgent|re: '^$' # D", "Operation: a # A", "operation: A # A", "Operation|cased: a # ",
        "Operation: null # ", "Operation: '' # ", "Operation|exists: true # A B C D", "Operation|exists: false # ",
        "RecordType: 1 # A B C D", "RecordType: ExchangeAdmin # A B C D", "RecordType: 2 # ",
        "UserType: Regular # A B C D", "UserType: 0 # A B C D", "CreationTime|hour: 8 # A B C D",
        "CreationTime|minute: 1 # B", "CreationTime|minute|gte: 2 # C D", "CreationTime: '2026-09-10T08:02:00' # C",
        "CreationTime: '2026-09-10T08:02:00Z' # C", "Mark|contains: '*' # A D" })
    void aLineFinds(String line, String operations) {
        assertThat(SIGMA.found("sel:\n  " + line + "\ncondition: sel")).isEqualTo(set(operations));
        TreeSet<String> others = set("A B C D");
        others.removeAll(set(operations));
        assertThat(SIGMA.found("sel:\n  " + line + "\ncondition: not sel")).isEqualTo(others);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = { "[NEEDLE, nothing] # D", "['\"Note\":\"the'] # D",
        "['\"Note\": \"the'] # ", "[Second] # A B C D", "['\"X\":1'] # A C", "['\"Er\":null'] # D", "['x:1'] # ",
        "{'|all': [needle, '(here)']} # D", "{'|all': [needle, Qq]} # ", "{'|re': 'ne+dle'} # D",
        "{'|cased': [NEEDLE, other]} # ", "['\"List\":[\"one\",\"two\"]'] # D" })
    void keywordsAreInValuesOrInTheWholeRecordWithItsNames(String keywords, String operations) {
        assertThat(SIGMA.found("keys: " + keywords + "\ncondition: keys")).isEqualTo(set(operations));
    }

    @Test
    void severalConditionsAreOneOfThem() {
        assertThat(SIGMA.found("a:\n  X: 2\nb:\n  Y: 1\ncondition:\n  - a\n  - b")).containsExactly("B", "C");
    }

    @Test
    void placeholdersHaveTheValuesThatAreGiven() {
        String rule = RULE.replace("Operation: A", "Operation|expand: '%ops%'");
        assertThat(SIGMA.operations(SIGMA.outcomes(rule, Map.of("ops", List.of("a", "d"))).getFirst()))
                .containsExactly("A", "D");
        assertThat(SigmaCase.keys(SIGMA.outcome(rule).notEvaluated())).containsExactly("AT",
                "PLACEHOLDER_WITHOUT_VALUES");
    }

    @Test
    void aRuleAboutALogThatTheCaseLacksIsNotEvaluatedAndNeverClean() {
        String signIns = RULE.replace("product: m365", "product: azure").replace("audit", "signinlogs");
        SigmaOutcome outcome = SIGMA.outcome(signIns);
        assertThat(outcome.notEvaluated()).isEqualTo(SigmaRunText.LOGS_MISSING.with(LogName.SIGN_INS.text()));
        assertThat(SigmaCase.keys(SIGMA.outcome(RULE.replace("product: m365", "product: windows")).notEvaluated()))
                .containsExactly("LOG_NOT_SUPPORTED");
        assertThat(SIGMA.outcome(RULE.replace("Operation: A", "NoSuchField: A")).notEvaluated()).isEqualTo(
                SigmaRunText.FIELDS_MISSING.with(1, "NoSuchField", LogName.UNIFIED_AUDIT_LOG.text()));
        assertThat(SIGMA.outcome(RULE.replace("Operation: A", "Deep.Er: A")).isEvaluated()).isTrue();
        assertThat(SIGMA.outcome(RULE.replace("Operation: A", "NoSuchField: null")).events()).hasSize(4);
    }

    @Test
    void aMissingFieldIsRemarkedWhereTheRuleFindsSomethingAnyway() {
        SigmaOutcome outcome = SIGMA.outcome(RULE.replace("condition: sel",
                "other: {Nowhere: x}\n  filter: {Missing: y}\n  condition: (sel or other) and not filter"));
        assertThat(outcome.events()).hasSize(1);
        assertThat(outcome.remarks()).containsExactly(
                SigmaRunText.FIELDS_MISSING.with(1, "Nowhere", LogName.UNIFIED_AUDIT_LOG.text()),
                SigmaRunText.EXCLUDING_FIELDS_MISSING.with(1, "Missing", LogName.UNIFIED_AUDIT_LOG.text()));
    }

    @Test
    void countsFindEventsTogetherWithinTheirTime() {
        String rule = RULE.replace("Operation: A", "Operation: [A, B, C]");
        SigmaOutcome count = SIGMA.outcome(rule.replace("condition: sel",
                "condition: sel | count() by ClientIP >= 2\n  timeframe: 1m"));
        assertThat(count.hits()).hasSize(1);
        assertThat(count.hits().getFirst().events()).hasSize(2);
        assertThat(count.hits().getFirst().group()).isEqualTo(Map.of("ClientIP", "203.0.113.1"));
        assertThat(count.hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_EVENTS.with(2, "60 seconds", "event_count >= 2"));
        assertThat(SIGMA.outcome(rule.replace("condition: sel",
                "condition: sel | count() by ClientIP >= 2\n  timeframe: 59s")).hits()).isEmpty();
        SigmaOutcome values = SIGMA.outcome(rule.replace("condition: sel", "condition: sel | count(X) > 1"));
        assertThat(values.hits().getFirst().events()).hasSize(3);
        assertThat(values.hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_VALUES.with(2L, "X", 3, "2 minutes", "value_count > 1"));
        assertThat(SigmaCase.keys(SIGMA.outcome(rule.replace("condition: sel",
                "condition: sel | count() by Nowhere > 1")).notEvaluated())).containsExactly("NOTHING_TO_COUNT");
    }

    @Test
    void eventsWithoutAValueAreRemarkedAndNotCounted() {
        SigmaOutcome count = SIGMA.outcome(RULE.replace("Operation: A", "Operation: '*'").replace("condition: sel",
                "condition: sel | count() by Y >= 1"));
        assertThat(count.events()).hasSize(1);
        assertThat(count.remarks()).containsExactly(SigmaRunText.SOME_WITHOUT_VALUE.with(3, 4, "Y"));
        SigmaOutcome values = SIGMA.outcome(RULE.replace("Operation: A", "Operation: '*'").replace("condition: sel",
                "condition: sel | count(Y) >= 1"));
        assertThat(values.remarks()).containsExactly(SigmaRunText.VALUES_WITHOUT_COUNT.with("Y"));
    }

    private static String correlated(String section) {
        return RULE.replace("title: t", "title: t\nname: first") + "---\n"
                + RULE.replace("title: t", "title: t\nname: next\nid: AB").replace("Operation: A", "Operation: B")
                + "---\ntitle: both\ncorrelation: {" + section + "}\n";
    }

    @Test
    void correlationsFindEventsOfSeveralRulesTogether() {
        String ordered = "type: temporal_ordered, rules: [first, next], group-by: [ClientIP], timespan: 1m";
        List<SigmaOutcome> outcomes = SIGMA.outcomes(correlated(ordered));
        assertThat(outcomes.get(2).hits()).hasSize(1);
        assertThat(outcomes.get(2).hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_ORDERED.with(2, "60 seconds", "temporal_ordered >= 2"));
        assertThat(outcomes.get(0).partOf()).isEqualTo("both");
        assertThat(outcomes.get(2).partOf()).isNull();
        assertThat(SIGMA.outcomes(correlated(ordered + ", generate: true")).get(0).partOf()).isNull();
        assertThat(SIGMA.outcomes(correlated(ordered.replace("1m", "59s"))).get(2).hits()).isEmpty();
        assertThat(SIGMA.outcomes(correlated(ordered.replace("first, next", "next, first"))).get(2).hits()).isEmpty();
        assertThat(SIGMA.outcomes(correlated(ordered.replace("_ordered", "").replace("first, next", "ab, first")))
                .get(2).hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_RULES.with(2L, "60 seconds", "temporal >= 2"));
    }

    @Test
    void sumsAndAveragesOfAFieldAreFound() {
        String sum = "type: value_sum, rules: [first, next], group-by: [UserId], timespan: 1m, condition: {field: X,"
                + " gte: 3}";
        SigmaOutcome found = SIGMA.outcomes(correlated(sum)).get(2);
        assertThat(found.hits().getFirst().events()).hasSize(2);
        assertThat(found.hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_SUM.with("X", "3", 2, "60 seconds", "value_sum >= 3"));
        assertThat(SIGMA.outcomes(correlated(sum.replace("gte: 3", "gt: 3"))).get(2).hits()).isEmpty();
        SigmaOutcome average = SIGMA
                .outcomes(correlated(sum.replace("value_sum", "value_avg").replace("gte: 3", "eq: 1.5"))).get(2);
        assertThat(average.hits().getFirst().why())
                .isEqualTo(SigmaRunText.WHY_AVERAGE.with("X", "1.5", 2, "60 seconds", "value_avg == 1.5"));
        assertThat(SIGMA.outcomes(correlated(sum.replace("field: X", "field: Operation"))).get(2).remarks())
                .containsExactly(SigmaRunText.SOME_WITHOUT_NUMBER.with(2, 2, "Operation"));
    }

    @Test
    void aliasesNameTheFieldOfEachRule() {
        String section = "type: temporal, rules: [first, next], group-by: [word], timespan: 5m, "
                + "aliases: {word: {first: Operation, AB: Second}}";
        assertThat(SIGMA.outcomes(correlated(section)).get(2).hits()).isEmpty();
        assertThat(SIGMA.outcomes(correlated(section.replace("first: Operation, AB: Second",
                "first: ClientIP, next: ClientIP"))).get(2).hits()).hasSize(1);
        assertThat(SigmaCase.keys(SIGMA.outcomes(correlated(section.replace(", AB: Second", ""))).get(2)
                .notEvaluated())).containsExactly("ALIAS_WITHOUT_FIELD");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '#', value = {
        "type: temporal, rules: [first, gone], timespan: 1m # AT REFERENCE_UNKNOWN",
        "type: temporal, rules: [first, next], group-by: [Nowhere], timespan: 1m # NOTHING_TO_CORRELATE",
        "type: sometimes, rules: [first, next], timespan: 1m # AT CORRELATION_TYPE_NOT_SUPPORTED" })
    void aCorrelationThatCannotBeRunIsNotEvaluated(String section, String keys) {
        assertThat(SigmaCase.keys(SIGMA.outcomes(correlated(section)).get(2).notEvaluated()))
                .containsExactly(keys.split(" "));
    }

    @Test
    void aCorrelationNeedsItsRulesEvaluatedAndUnambiguous() {
        String section = correlated("type: temporal, rules: [first, next], timespan: 1m");
        assertThat(SigmaCase.keys(SIGMA.outcomes(section.replace("Operation: B", "Operation|odd: B")).get(2)
                .notEvaluated())).containsExactly("REFERRED_NOT_EVALUATED", "AT", "MODIFIER_NOT_SUPPORTED");
        assertThat(SigmaCase.keys(SIGMA.outcomes(section.replace("name: next", "name: first")).get(2)
                .notEvaluated())).containsExactly("AT", "REFERENCE_AMBIGUOUS");
        assertThat(SigmaCase.keys(SIGMA.outcomes("title: self\nname: me\ncorrelation: {type: temporal, rules: [me], "
                + "timespan: 1m}\n").getFirst().notEvaluated())).contains("REFERS_TO_ITSELF");
    }

    @Test
    void correlationsMayUseTheHitsOfOthers() {
        String chain = correlated("type: event_count, rules: [first, next], timespan: 1m, condition: {gte: 2}")
                .replace("title: both", "title: both\nname: burst") + "---\n"
                + RULE.replace("title: t", "title: t\nname: last").replace("Operation: A", "Operation: C")
                + "---\ntitle: chain\ncorrelation: {type: temporal_ordered, rules: [burst, last], timespan: 1m}\n";
        SigmaOutcome outcome = SIGMA.outcomes(chain).getLast();
        assertThat(outcome.hits()).hasSize(1);
        assertThat(SIGMA.operations(outcome)).containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "just words", "title: [", "x: !!java.lang.Runtime {}\n" })
    void aFileThatIsNotARuleIsNotEvaluated(String text) {
        assertThat(SIGMA.outcomes(text)).allMatch(outcome -> !outcome.isEvaluated());
    }
}
