package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions, keywords, several documents, correlations, and files that are wrong or made to harm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigmaConditionsTest {

    private static final String RULE = "title: t\nlogsource:\n  product: m365\n  service: audit\ndetection:\n  sel:\n    Operation: A\n  condition: sel\n";

    private SigmaCase sigma;

    @BeforeAll
    void load(@TempDir Path folder) {
        sigma = new SigmaCase(folder).with("A", "\"X\":1,\"ClientIP\":\"203.0.113.1\"")
                .with("B", "\"X\":2,\"ClientIP\":\"203.0.113.1\"")
                .with("C", "\"X\":1,\"Y\":1,\"ClientIP\":\"203.0.113.2\"")
                .with("D", "\"Note\":\"the needle (here)\"").load();
    }

    @AfterAll
    void close() {
        sigma.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', value = { "one # A C", "not one # B D", "one and not three # A", "one or two # A B C",
        "one and three or two # B C",
        "one and (three or two) # C", "not (one or two) # D",
        "not one and not two # D", "1 of s_* # B C", "all of s_* #", "all of them #", "1 of them # A B C",
        "any of s_* # B C", "ONE AND NOT three # A",
        "not 1 of s_* # A D", "one and not 1 of s_* # A" })
    void aConditionFinds(String condition, String operations) {
        String detection = "one:\n  X: 1\ntwo:\n  X: 2\nthree:\n  Y: 1\ns_a:\n  X: 2\ns_b:\n  Y: 1\n_hidden:\n  Operation: D\ncondition: "
                + condition.replace("ONE", "one");
        assertThat(sigma.found(detection))
                .isEqualTo(new TreeSet<>(operations == null ? List.of() : List.of(operations.strip().split(" "))));
    }

    @Test
    void mapsOfASelectionAreAllAskedAndListsOfMapsOneIsEnough() {
        assertThat(sigma.found("sel:\n  X: 1\n  Y: 1\ncondition: sel")).containsExactly("C");
        assertThat(sigma.found("sel:\n  - X: 2\n  - Y: 1\ncondition: sel")).containsExactly("B", "C");
    }

    @Test
    void keywordsAreSoughtInAllValuesOfTheRecord() {
        assertThat(sigma.found("keys:\n  - NEEDLE\n  - nothing\ncondition: keys")).containsExactly("D");
        assertThat(sigma.found("keys:\n  '|all':\n    - needle\n    - '(here)'\ncondition: keys")).containsExactly("D");
    }

    @Test
    void severalConditionsAreOneOfThem() {
        assertThat(sigma.found("a:\n  X: 2\nb:\n  Y: 1\ncondition:\n  - a\n  - b")).containsExactly("B", "C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = { "sel and # it ends where", "(sel # a closing bracket is missing",
        "sel sel # was not expected",
        "nothing # there is no search identifier “nothing”",
        "2 of sel* # “2 of” is not supported", "1 of x* # no search identifier is named like",
        "sel near other # was not expected" })
    void aConditionThatCannotBeReadIsSaidWithTheReason(String condition, String why) {
        SigmaOutcome outcome = sigma.outcome(RULE.replace("condition: sel", "condition: " + condition));
        assertThat(outcome.notEvaluated()).contains(why).contains("rule.yml, line 8");
    }

    @Test
    void aFileHoldsSeveralRulesOfWhichOneMayBeWrong() {
        List<SigmaOutcome> outcomes = sigma
                .outcomes(RULE
                        + "---\ntitle: second\nlogsource: {product: m365, service: audit}\ndetection: {sel: {Operation|odd: B}, condition: sel}\n---\n"
                        + RULE.replace("Operation: A", "Operation: B"));
        assertThat(outcomes).extracting(SigmaOutcome::isEvaluated).containsExactly(true, false, true);
        assertThat(outcomes.get(0).events()).hasSize(1);
        assertThat(outcomes.get(2).events()).hasSize(1);
    }

    @Test
    void aRuleAboutALogThatTheCaseLacksIsNotEvaluatedAndNeverClean() {
        assertThat(sigma.outcome(RULE.replace("product: m365", "product: azure").replace("audit", "signinlogs"))
                .notEvaluated())
                .isEqualTo("The case holds no Entra sign-ins.");
        assertThat(sigma.outcome(RULE.replace("product: m365", "product: windows").replace("audit", "security"))
                .notEvaluated())
                .contains("not supported (product windows, service security)");
        assertThat(sigma.outcome(RULE.replace("Operation: A", "NoSuchField: A")).notEvaluated())
                .contains("NoSuchField");
    }

    @Test
    void countsAndCorrelationsFindEventsTogetherWithinTheirTime() {
        SigmaOutcome count = sigma
                .outcome(RULE.replace("Operation: A", "Operation: [A, B, C]").replace("condition: sel",
                        "condition: sel | count() by ClientIP >= 2\n  timeframe: 5m"));
        assertThat(count.hits()).hasSize(1);
        assertThat(count.hits().getFirst().events()).hasSize(2);
        String correlated = RULE.replace("title: t", "title: t\nname: first") + "---\n"
                + RULE.replace("title: t", "title: t\nname: next").replace("Operation: A", "Operation: B") + "---\n"
                + "title: both\ncorrelation:\n  type: temporal_ordered\n  rules: [first, next]\n  group-by: [ClientIP]\n  timespan: 2m\n";
        List<SigmaOutcome> outcomes = sigma.outcomes(correlated);
        assertThat(outcomes.get(2).hits()).hasSize(1);
        assertThat(outcomes.get(0).partOf()).isEqualTo("both");
        assertThat(sigma.outcomes(correlated.replace("timespan: 2m", "timespan: 2s")).get(2).hits()).isEmpty();
        assertThat(sigma.outcomes(correlated.replace("temporal_ordered", "sometimes")).get(2).notEvaluated())
                .contains("“sometimes” is not supported");
        assertThat(sigma.outcomes(correlated.replace("[first, next]", "[first, gone]")).get(2).notEvaluated())
                .contains("“gone”");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "just words", "- a\n- list", "title: [", "title: t\ntitle: twice\n",
        "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n",
        "x: !!java.lang.Runtime {}\n", "title: t\nlogsource: {product: m365}\n",
        "title: t\ndetection: {a: {b: c}, condition: a}\n", "\u0000\u0001\u0002" })
    void aFileThatIsNoRuleOrMadeToHarmEndsInOneSentence(String text) {
        for (SigmaOutcome outcome : sigma.outcomes(text)) {
            assertThat(outcome.isEvaluated()).isFalse();
            assertThat(outcome.notEvaluated()).isNotBlank().doesNotContain("\n").hasSizeLessThan(400);
        }
    }

    @Test
    void anExpressionThatMultipliesItsTriesComesToAnEnd() {
        String hostile = "a".repeat(60) + "!";
        try (SigmaCase one = new SigmaCase(java.nio.file.Files.createTempDirectory("sigma"))
                .with("A", "\"Mark\":\"" + hostile + "\"").load()) {
            SigmaOutcome outcome = one.outcome(RULE.replace("Operation: A", "Mark|re: '^(a+a+)+\\1z$'"));
            assertThat(outcome.notEvaluated()).contains("takes too many tries");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
