package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;

/** Rules that are rarely written so, and that the Sigma specification allows. */
@Counted("Sigma cases")
class OddSigmaRulesTest {

    private static final String LOG = "logsource: {product: m365, service: audit}\n";

    /** Made once, as no test changes it. */
    private static final SigmaCase SIGMA = made();

    private static SigmaCase made() {
        try {
            return new SigmaCase(Files.createTempDirectory("tokenlane-sigma"))
                    .with(0, "A", "\"T\":\"C:\\\\temp\\\\*.exe\",\"N\":\"10\",\"Flag\":true,\"ClientIP\":\"10.1.2.3\"")
                    .with(5, "B", "\"T\":\"C:\\\\temp\\\\x.exe\",\"N\":\"9\",\"Flag\":\"True\",\"E\":\"0000\","
                            + "\"Both\":\"C:\\\\temp\\\\X.exe\"")
                    .with(10, "C", "\"T\":\"run –enc ―x\",\"N\":\"1e1\",\"Flag\":false,\"Line\":\"foo\\nBAR\","
                            + "\"ClientIP\":\"2001:db8::1\"")
                    .with(20, "D", "\"T\":null,\"N\":9.5,\"E\":\"AFlMAbQBkAC4A\",\"Line\":\"50%\","
                            + "\"ClientIP\":\"2001:0DB8:0:0::2\",\"What\":\"a?c\"")
                    .with(31, "E", "\"T\":\"\",\"N\":\"many\",\"What\":\"abc\",\"ClientIP\":\"10.1.2.3:443\"").load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> set(String operations) {
        return new TreeSet<>(operations == null ? List.of() : List.of(operations.strip().split(" ")));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = { "T: 'C:\\temp\\\\*' # A B",
        "T: 'C:\\temp\\\\\\*.exe' # A",
        "T: 'C:\\temp\\*.exe' # ", "T|endswith: '\\\\*.exe' # A B", "T|endswith: '\\*.exe' # A", "What: 'a\\?c' # D",
        "What: 'a?c' # D E", "T: [null, ''] # D E", "T: [null, 'C:\\temp\\x.exe'] # B D", "T|all: [null, ''] # ",
        "T|neq: [null, ''] # A B C", "ClientIP: [null, 10.1.2.3] # A B E", "ClientIP|neq: [null, 10.1.2.3] # C D",
        "ClientIP|cidr: '2001:db8::/32' # C D", "ClientIP|cidr: ['10.0.0.0/8', '2001:db8::2/127'] # A D E",
        "ClientIP|cidr: '2001:db8::/128' # ", "Line|re|i|m|s: '^bar$' # C", "Line|re|s: 'foo.BAR' # C",
        "Line|re: 'foo.BAR' # ", "Line|re|i: ['FOO', nothing] # C", "Line: '50%' # D",
        "T|windash|contains|all: ['-enc', '/x'] # C", "T|contains|windash: '-nc' # ", "N|gte: 10 # A C",
        "N|gte: '10' # A C", "N|lt: 9.5 # B", "N|lte: 9.5 # B D", "N|neq: 10 # B C D E", "Flag: true # A B",
        "Flag: 'true' # A B", "Flag|cased: 'true' # A", "E|exists: false # A C E", "E|base64offset|contains: 'q' # D",
        "E|wide|base64offset|contains: 'md.' # D", "T|fieldref: Both # B", "T|fieldref|cased: Both # ",
        "T|fieldref|neq: Both # A C D E" })
    void aLineFinds(String line, String operations) {
        assertThat(SIGMA.found("sel:\n  " + line + "\ncondition: sel")).isEqualTo(set(operations));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', value = { "not 1 of filter_* # C D E", "all of sel* and not 1 of filter_* # C",
        "not (sel_a or (filter_a and not filter_b)) # B D E", "1 OF sel* AND NOT filter_a # B C",
        "((sel_a)) and (not ((filter_a))) # C", "sel_b and not all of filter_* # A B C", "mixed # A B E",
        "1 of *_b # A B C", "any of filter_* # A B" })
    void aConditionFinds(String condition, String operations) {
        assertThat(SIGMA.found("sel_a:\n  Operation: [A, C]\nsel_b:\n  - T|contains: temp\n  - Line|startswith: foo\n"
                + "filter_a:\n  Operation: A\nfilter_b:\n  Operation: B\n"
                + "mixed:\n  - T|endswith: x.exe\n    Flag: true\n  - many\n  - '10.1.2.3'\ncondition: " + condition))
                .isEqualTo(set(operations));
    }

    private static String rule(String name, String operation) {
        return "title: " + name + "\nname: " + name + "\n" + LOG + "detection:\n  sel:\n    Operation: " + operation
                + "\n  condition: sel\n---\n";
    }

    private static final String THREE = rule("one", "A") + rule("two", "B") + rule("three", "C");

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', value = { "temporal, timespan: 10m, condition: one and two # A B C",
        "temporal, timespan: 5m, condition: one and three # ",
        "temporal, timespan: 10m, condition: one AND three # A B C",
        "temporal, timespan: 4m, condition: one and (two or three) # ",
        "temporal, timespan: 5m, condition: one and (two or three) # A B",
        "temporal, timespan: 1m, condition: 1 of t* # B C",
        "temporal_ordered, timespan: 10m, condition: one and two and three # A B C",
        "temporal_ordered, timespan: 9m, condition: one and two and three # ",
        "temporal_ordered, timespan: 10m, condition: all of them # A B C" })
    void aCorrelationMayAskForRulesByAnExpression(String section, String operations) {
        SigmaOutcome outcome = SIGMA.outcomes(THREE
                + "title: all\ncorrelation: {rules: [one, two, three], group-by: [UserId], type: " + section + "}\n")
                .getLast();
        assertThat(outcome.isEvaluated()).isTrue();
        assertThat(SIGMA.operations(outcome)).isEqualTo(set(operations));
    }

    @Test
    void whatAnExpressionAskedForIsSaidInItsOwnWords() {
        SigmaOutcome outcome = SIGMA.outcomes(THREE + "title: all\ncorrelation: {rules: [one, two, three], "
                + "group-by: [UserId], type: temporal, timespan: 5m, condition: one and (two or three)}\n").getLast();
        assertThat(outcome.hits().getFirst().why()).isEqualTo(
                SigmaRunText.WHY_RULES.with(2L, "5 minutes", "temporal one and (two or three)"));
    }

    @Test
    void generateMayBeBesideTheCorrelation() {
        String all = THREE + "title: all\ncorrelation: {rules: [one, two], group-by: [UserId], type: temporal, "
                + "timespan: 5m}\ngenerate: ";
        assertThat(SIGMA.outcomes(all + "true\n").getFirst().partOf()).isNull();
        assertThat(SIGMA.outcomes(all + "false\n").getFirst().partOf()).isEqualTo("all");
    }

    @Test
    void olderCollectionsShareResetAndRepeat() {
        List<SigmaOutcome> outcomes = SIGMA.outcomes("action: global\n" + LOG + "level: high\n---\n"
                + "title: first\ndetection:\n  sel:\n    Operation: A\n  condition: sel\n---\n"
                + "action: repeat\ntitle: again\ndetection:\n  sel:\n    Operation: B\n---\n"
                + "action: reset\n---\n"
                + "title: alone\ndetection:\n  sel:\n    Operation: C\n  condition: sel\n");
        assertThat(outcomes).hasSize(3);
        assertThat(SIGMA.operations(outcomes.get(0))).containsExactly("A");
        assertThat(SIGMA.operations(outcomes.get(1))).containsExactly("B");
        assertThat(outcomes.get(1).rule().about().title()).isEqualTo("again");
        assertThat(SigmaCase.keys(outcomes.get(2).notEvaluated())).as("what was shared is gone")
                .containsExactly("AT", "NO_LOG_SOURCE");
    }
}
