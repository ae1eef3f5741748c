package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each modifier, list, wildcard and spelling of the specification against values that stand in records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigmaModifiersTest {

    private SigmaCase sigma;

    @BeforeAll
    void load(@TempDir Path folder) {
        sigma = new SigmaCase(folder).with("Words", "\"Mark\":\"Alpha Beta\",\"Second\":\"alpha beta\"")
                .with("Dash", "\"Mark\":\"alpha-gamma\",\"Second\":\"alpha\"")
                .with("Path", "\"Mark\":\"C:\\\\temp\\\\*.exe\"").with("Ten", "\"Mark\":10")
                .with("Fraction", "\"Mark\":\"2.5\"").with("Empty", "\"Mark\":\"\"")
                .with("Missing", "\"Other\":\"x\"").with("Encoded", "\"Mark\":\"=== aGVsbG8gd29ybGQ= ===\"")
                .with("V4", "\"Mark\":\"203.0.113.9\"")
                .with("V6", "\"Mark\":\"2001:DB8::7\"").with("Flag", "\"Mark\":\"run -force now\"")
                .with("Slash", "\"Mark\":\"run /force now\"")
                .with("Lines", "\"Mark\":\"one\\ntwo\"").load();
    }

    @AfterAll
    void close() {
        sigma.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '#', value = { "Mark: alpha beta # Words", "Mark|cased: alpha beta #",
        "Mark|cased: Alpha Beta # Words", "Mark|contains: BETA # Words",
        "Mark|startswith: alpha # Dash Words", "Mark|endswith: gamma # Dash",
        "Mark|contains: [beta, gamma] # Dash Words",
        "Mark|contains|all: [alpha, beta] # Words", "Mark: alpha* # Dash Words", "Mark: '?lpha-gamma' # Dash",
        "Mark: 'C:\\temp\\\\\\*.exe' # Path",
        "Mark: 'C:*' # Path", "Mark|contains: '\\*' # Path", "Mark: 10 # Ten", "Mark: '10' # Ten",
        "Mark|gt: 2 # Fraction Ten", "Mark|gte: 2.5 # Fraction Ten",
        "Mark|lt: 10 # Fraction",
        "Mark|lte: 10 # Fraction Ten", "Mark: null # Empty Missing", "Mark: '' # Empty Missing",
        "Mark|exists: false # Missing", "Mark|re: '^[a-z]+-g' # Dash",
        "Mark|re|i: '^ALPHA' # Dash Words",
        "Mark|re: '^ALPHA' #", "Mark|re|m: '^two$' # Lines", "Mark|re|s: 'one.two' # Lines", "Mark|re: 'one.two' #",
        "Mark|cidr: 203.0.113.0/24 # V4",
        "Mark|cidr: ['203.0.112.0/24', '2001:db8::/32'] # V6", "Mark|base64offset|contains: hello # Encoded",
        "Mark|base64offset|contains: world # Encoded",
        "Mark|base64|contains: hello world # Encoded", "Mark|windash|contains: ' -force' # Flag Slash",
        "Mark|contains: ' -force' # Flag",
        "Mark|fieldref: Second # Words", "Mark|fieldref|startswith: Second # Dash Words",
        "Mark|fieldref|cased: Second #",
        "Mark|neq: alpha beta # Dash Empty Encoded Flag Fraction Lines Missing Path Slash Ten V4 V6",
        "Operation: words # Words", "Operation|startswith: w # Words", "mark: 10 # Ten" })
    void aSelectionFinds(String line, String operations) {
        TreeSet<String> expected = new TreeSet<>(
                operations == null ? java.util.List.of() : java.util.List.of(operations.strip().split(" ")));
        assertThat(sigma.found("sel:\n  " + line + "\ncondition: sel")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '#', value = { "Mark|sounds: x # “sounds” is not supported",
        "Mark|cidr: 10.0.0.300/8 # is no network", "Mark|re: '(' # cannot be read",
        "Mark|gt: many # is no number",
        "Mark|i: x # stands only behind “re”", "Mark|exists: perhaps # has to be true or false",
        "Mark|contains|re: x # does not go together",
        "Mark|expand: '%admins%' # placeholder %admins%",
        "Mark|base64: 'x*' # with wildcards", "Mark: {a: b} # a map as a value", "Mark: [] # empty list" })
    void whatIsNotSupportedIsSaidByNameWithFileAndLine(String line, String why) {
        SigmaOutcome outcome = sigma
                .outcome("title: t\nlogsource:\n  product: m365\n  service: audit\ndetection:\n  sel:\n    " + line
                        + "\n  condition: sel\n");
        assertThat(outcome.isEvaluated()).isFalse();
        assertThat(outcome.notEvaluated()).contains(why).contains("rule.yml, line 7");
    }
}
