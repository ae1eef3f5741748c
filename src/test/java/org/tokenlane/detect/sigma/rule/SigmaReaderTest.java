package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.Counted;
import org.tokenlane.model.finding.Severity;

/** Rule files: what a rule says about itself, several documents, and files that are wrong or made to harm. */
@Counted("Sigma cases")
class SigmaReaderTest {

    private static final String RULE = "title: t\nlogsource: {product: M365, service: Audit}\n"
            + "detection:\n  sel:\n    Operation: A\n  condition: sel\n";

    private static List<SigmaRule> read(String yaml) {
        return SigmaReader.read("rule.yml", yaml, Map.of());
    }

    private static SigmaRule one(String yaml) {
        return read(yaml).getFirst();
    }

    private static String problem(String yaml) {
        return Searches.keyOf(one(yaml).problem());
    }

    private static Search search(String detection) {
        SigmaRule rule = one("title: t\nlogsource: {product: m365}\ndetection:\n" + detection.indent(2));
        assertThat(rule.problem()).isNull();
        return rule.conditions().getFirst().search();
    }

    @Test
    void aRuleSaysWhatItIsAbout() {
        SigmaRule rule = one(RULE + "id: 1\nname: n\nstatus: test\nlevel: High\ndescription: d\nauthor: me\n"
                + "references: [x, y]\nfalsepositives: admins\ntags: [attack.t1078.004, attack.T1078, attack.t1, "
                + "tlp.red, "
                + "attack.t1078]\ncustom: {any: thing}\n");
        SigmaAbout about = rule.about();
        assertThat(about).isEqualTo(new SigmaAbout("t", "1", "n", "test", "High", "d", "me", List.of("x", "y"),
                List.of("admins"), List.of("attack.t1078.004", "attack.T1078", "attack.t1", "tlp.red",
                        "attack.t1078")));
        assertThat(about.techniques()).containsExactly("T1078.004", "T1078");
        assertThat(about.severity()).isEqualTo(Severity.HIGH);
        assertThat(rule.logsource()).isEqualTo(new SigmaLogsource("m365", null, "audit"));
        assertThat(rule.logsource()).hasToString("product m365, service audit");
        assertThat(rule.place()).isEqualTo(new SigmaPlace("rule.yml", 1)).hasToString("rule.yml, line 1");
        assertThat(new SigmaPlace("rule.yml", 0)).hasToString("rule.yml");
        assertThat(rule.isCorrelation()).isFalse();
        assertThat(rule).hasToString("t (rule.yml, line 1)");
    }

    @ParameterizedTest
    @CsvSource({ "informational, INFO", "low, LOW", "Medium, MEDIUM", "high, HIGH", "critical, HIGH", "odd, LOW" })
    void aLevelIsASeverity(String level, Severity severity) {
        assertThat(one(RULE + "level: " + level).about().severity()).isEqualTo(severity);
        assertThat(one(RULE).about().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void aRuleIsCalledByItsIdInAnyCaseOrByItsName() {
        SigmaRule rule = one(RULE + "id: AB-1\nname: Name\n");
        assertThat(rule.isCalled("ab-1")).isTrue();
        assertThat(rule.isCalled("Name")).isTrue();
        assertThat(rule.isCalled("name")).isFalse();
        assertThat(rule.isCalled("t")).isFalse();
        assertThat(one(RULE).isCalled("x")).isFalse();
        assertThat(one("detection: {a: [b], condition: a}\nlogsource: {product: x}").about().title())
                .isEqualTo("rule.yml");
    }

    @Test
    void mapsOfASelectionAllHoldAndOneOfAListIsEnough() {
        Search a = new Search.Field("A", List.of(new ValueTest.Text(WildcardText.of("x"), false)));
        Search b = new Search.Field("B", List.of(new ValueTest.Text(WildcardText.of("y"), false)));
        assertThat(search("sel: {A: x, B: y}\ncondition: sel")).isEqualTo(new Search.And(List.of(a, b)));
        assertThat(search("sel: [{A: x}, {B: y}]\ncondition: sel")).isEqualTo(new Search.Or(List.of(a, b)));
        assertThat(search("sel: [{A: x}]\ncondition: sel")).isEqualTo(a);
    }

    @Test
    void listsOfTextsAreKeywordsAlsoBesideMaps() {
        Search word = search("sel: word\ncondition: sel");
        assertThat(word).isInstanceOf(Search.Keywords.class);
        assertThat(search("sel: [word, other]\ncondition: sel")).isInstanceOf(Search.Or.class);
        assertThat(search("sel: [word, {A: x}]\ncondition: sel")).isInstanceOfSatisfying(Search.Or.class,
                or -> assertThat(or.parts().getFirst()).isEqualTo(word));
    }

    @Test
    void eachConditionOfAListIsOne() {
        SigmaRule rule = one("title: t\nlogsource: {product: m365}\ndetection:\n  a: {X: 1}\n  b: {Y: 1}\n"
                + "  timeframe: 5m\n  condition: [a, b | count() > 3]\n");
        assertThat(rule.conditions()).hasSize(2);
        assertThat(rule.conditions().get(0).counted()).isNull();
        assertThat(rule.conditions().get(1).counted().timespan()).isEqualTo(300_000_000_000L);
        assertThat(rule.remarks()).isEmpty();
    }

    @Test
    void aCountWithoutATimeFrameIsOfTheWholeCase() {
        assertThat(one(RULE.replace("condition: sel", "condition: sel | count() > 3")).conditions().getFirst().counted()
                .timespan()).isEqualTo(Correlated.WHOLE_CASE);
    }

    @Test
    void aTimeFrameWithoutACountIsRemarked() {
        SigmaRule rule = one(RULE.replace("condition: sel", "timeframe: 5m\n  condition: sel"));
        assertThat(rule.problem()).isNull();
        assertThat(rule.remarks()).extracting(Searches::keyOf).containsExactly("TIMEFRAME_WITHOUT_COUNT");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', value = { "title: t\\nlogsource: {product: m365} # NO_DETECTION",
        "title: t\\ndetection: {a: {b: c}, condition: a} # NO_LOG_SOURCE",
        "title: t\\nlogsource: {definition: x}\\ndetection: {a: {b: c}, condition: a} # NO_LOG_SOURCE",
        "logsource: {product: m365}\\ndetection: {a: {b: c}} # NO_CONDITION",
        "logsource: {product: m365}\\ndetection: {a: {}, condition: a} # EMPTY_IDENTIFIER",
        "logsource: {product: m365}\\ndetection: {a: [], condition: a} # EMPTY_IDENTIFIER",
        "logsource: {product: m365}\\ndetection: {a: [[b]], condition: a} # LIST_IN_LIST",
        "taxonomy: other\\nlogsource: {product: m365}\\ndetection: {a: {b: c}, condition: a} # TAXONOMY_NOT_SUPPORTED",
        "action: again\\ntitle: t # ACTION_NOT_SUPPORTED", "filter: [x] # FILTER_NOT_A_MAP",
        "filter: {rules: [x], a: {b: c}, condition: not a} # NO_LOG_SOURCE",
        "logsource: {product: m365}\\nfilter: {a: {b: c}, condition: not a} # FILTER_RULES_MISSING",
        "logsource: {product: m365}\\nfilter: {rules: [x], a: {b: c}} # NO_CONDITION",
        "logsource: {product: m365}\\nfilter: {rules: [x], a: {b: c}, condition: [not a, a]} # FILTER_ONE_CONDITION",
        "logsource: {product: m365}\\nfilter: {rules: [x], a: {b: c}, condition: not a | count() > 1} "
                + "# FILTER_ONE_CONDITION",
        "logsource: {product: m365}\\nfilter: {rules: [x], a: {b: c}, condition: a} # FILTER_WITHOUT_NOT",
        "just words # NOT_A_RULE", "[a, b] # NOT_A_RULE", "title: [ # YAML_INVALID",
        "title: t\\ntitle: twice # NAME_TWICE", "? [a, b]\\n: c # YAML_INVALID" })
    void aRuleThatCannotBeReadIsKeptWithTheReason(String yaml, String problem) {
        assertThat(problem(yaml.replace("\\n", "\n"))).isEqualTo(problem);
    }

    @ParameterizedTest(name = "{0}: line {1}")
    @CsvSource(delimiter = '#', value = { "title: t\\ntags: [\\n# 3", "a: 1\\nb: 2\\na: 3 # 3",
        "a: &x [1]\\nb:\\n  - &y [*y] # 3" })
    void aFaultInAFileIsToldWithItsLine(String yaml, int line) {
        assertThatThrownBy(() -> YamlFile.documents("a.yml", yaml.replace("\\n", "\n")))
                .isInstanceOfSatisfying(SigmaException.class, fault -> assertThat(fault.shown().arguments())
                        .endsWith(new SigmaPlace("a.yml", line).toString()));
    }

    @Test
    void aFileMayBe60LevelsDeepAndNotOneMore() {
        assertThat(YamlFile.documents("a.yml", "[".repeat(60) + "]".repeat(60))).hasSize(1);
        assertThat(YamlFile.documents("a.yml", "[".repeat(60) + "x" + "]".repeat(60))).hasSize(1);
        assertThatThrownBy(() -> YamlFile.documents("a.yml", "[".repeat(61) + "x" + "]".repeat(61)))
                .isInstanceOf(SigmaException.class);
    }

    @Test
    void theDefaultTaxonomyIsSigma() {
        assertThat(one(RULE + "taxonomy: sigma").problem()).isNull();
    }

    @Test
    void aFileHasSeveralRulesOfWhichOneMayBeWrong() {
        List<SigmaRule> rules = read(RULE + "---\n" + RULE.replace("Operation:", "Operation|odd:") + "---\n---\n"
                + RULE.replace("title: t", "title: u"));
        assertThat(rules).extracting(rule -> rule.problem() == null).containsExactly(true, false, true);
        assertThat(rules.get(2).about().title()).isEqualTo("u");
        assertThat(rules.get(1).place().line()).isEqualTo(8);
    }

    @Test
    void aGlobalDocumentIsAddedToThoseAfterIt() {
        List<SigmaRule> rules = read("action: global\ntitle: g\nlogsource: {product: m365}\n"
                + "detection:\n  condition: sel\n---\ndetection: {sel: {A: 1}}\n---\ntitle: own\n"
                + "detection: {sel: {A: 2}}\n");
        assertThat(rules).extracting(rule -> rule.problem()).containsOnlyNulls();
        assertThat(rules).extracting(rule -> rule.about().title()).containsExactly("g", "own");
        assertThat(rules.get(0).conditions()).hasSize(1);
    }

    @Test
    void aCorrelationRuleHasNoLogSource() {
        SigmaRule rule = one("title: c\ncorrelation: {type: temporal, rules: [a, b], timespan: 5m}\n");
        assertThat(rule.isCorrelation()).isTrue();
        assertThat(rule.correlation().rules()).containsExactly("a", "b");
        assertThat(rule.logsource()).isNull();
        assertThat(rule.conditions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,"
                + "*c,*c,*c]\n",
        "x: !!java.lang.Runtime {}\n", "\u0000\u0001\u0002", "a: &a [*a]\n", "- - - - - x" })
    void aFileThatIsNotARuleOrMadeToHarmEndsInOneSentence(String text) {
        assertThat(read(text)).allSatisfy(rule -> {
            assertThat(rule.problem()).isNotNull();
            assertThat(rule.problem().toString()).doesNotContain("\n").hasSizeLessThan(400);
        });
        assertThat(read("")).isEmpty();
        assertThat(read("---\n")).isEmpty();
    }

    @Test
    void aFileMayBeNested60LevelsDeepAndNotOneMore() {
        String deep = "[".repeat(60) + "]".repeat(60);
        assertThat(problem(deep)).isEqualTo("NOT_A_RULE");
        assertThat(problem("[" + deep + "]")).isEqualTo("NOT_A_RULE");
        assertThat(problem("[[" + deep + "]]")).isEqualTo("FILE_TOO_COMPLEX");
    }

    @Test
    void scalarsKeepTheirTypeTextAndLine() {
        Yaml.Entries map = (Yaml.Entries) YamlFile
                .documents("f",
                        "a: 1\nb: '1'\nc: null\nd: true\ne: 1.5\nf: ~\ng: .inf\nh: [1]\ni: {}\nj: 0x1G\nk: ' x '\n")
                .getFirst();
        assertThat(map.entries().values()).extracting(Yaml::kind).containsExactly(
                SigmaRuleText.KIND_NUMBER.text(), SigmaRuleText.KIND_TEXT.text(), SigmaRuleText.KIND_NULL.text(),
                SigmaRuleText.KIND_BOOLEAN.text(), SigmaRuleText.KIND_NUMBER.text(), SigmaRuleText.KIND_NULL.text(),
                SigmaRuleText.KIND_TEXT.text(), SigmaRuleText.KIND_LIST.text(), SigmaRuleText.KIND_MAP.text(),
                SigmaRuleText.KIND_TEXT.text(), SigmaRuleText.KIND_TEXT.text());
        assertThat(map.lineOf("b")).isEqualTo(2);
        assertThat(map.lineOf("missing")).isEqualTo(1);
        assertThat(map.text("c")).isNull();
        assertThat(map.text("k")).isEqualTo("x");
        assertThat(map.text("h")).isNull();
        assertThat(map.texts("h")).containsExactly("1");
        assertThat(map.texts("b")).containsExactly("1");
        assertThat(map.texts("c")).isEmpty();
        assertThat(map.texts("missing")).isEmpty();
    }

    @Test
    void anExpressionThatMultipliesItsTriesEnds() {
        Search search = Searches.of("F|re: '^(a+a+)+\\1z$'");
        assertThat(Searches
                .problemOf(() -> Searches.finds(search, Map.of("F", List.of("a".repeat(60) + "!")))))
                .isEqualTo("EXPRESSION_TOO_SLOW");
        assertThat(Searches.problemOf(() -> Searches.finds(Searches.of("F|re: '^(a|b)*$'"),
                Map.of("F", List.of("ab".repeat(100_000)))))).isEqualTo("EXPRESSION_TOO_SLOW");
        assertThat(Searches.finds("F|re: '(?<!x)b(?=c)'", "abc")).isTrue();
    }
}
