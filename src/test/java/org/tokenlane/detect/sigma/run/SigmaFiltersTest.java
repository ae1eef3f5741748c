package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.Counted;

/** Filter documents, which exclude from the hits of other rules what is known to be harmless. */
@Counted("Sigma cases")
class SigmaFiltersTest {

    private static final String LOG = "logsource: {product: m365, service: audit}\n";
    private static final String RULES = "title: one\nname: one\nid: 6f3e2987-db24-4c78-a860-b4f4095a7095\n" + LOG
            + "detection: {sel: {Operation: [A, B, C]}, condition: sel}\n---\ntitle: two\nname: two\n" + LOG
            + "detection: {sel: {Operation: [A, B]}, condition: sel}\n---\n";

    @TempDir
    private static Path folder;

    private static SigmaCase sigma;

    @BeforeAll
    static void makeACase() {
        sigma = new SigmaCase(folder).with("A", "\"Who\":\"adm_1\"").with("B", "\"Who\":\"lea\"")
                .with("C", "\"Who\":\"ADM_2\"").load();
    }

    @AfterAll
    static void closeTheCase() {
        sigma.close();
    }

    private static String filter(String rules, String more) {
        return "title: no admins\n" + LOG + "filter:\n  rules: " + rules + "\n" + more;
    }

    private static final String NOT_ADMINS = "  admins:\n    Who|startswith: adm_\n  condition: not admins\n";

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = { "[one] # B # A B", "[6f3e2987-db24-4c78-a860-b4f4095a7095] # B # A B",
        "[6F3E2987-DB24-4C78-A860-B4F4095A7095, two] # B # B", "any # B # B", "[any] # A B C # A B",
        "two # A B C # B" })
    void aFilterIsAddedToTheRulesThatItNames(String rules, String one, String two) {
        for (String yaml : List.of(RULES + filter(rules, NOT_ADMINS), filter(rules, NOT_ADMINS) + "---\n" + RULES)) {
            List<SigmaOutcome> outcomes = sigma.outcomes(yaml);
            assertThat(String.join(" ", sigma.operations(of(outcomes, "one")))).isEqualTo(one.strip());
            assertThat(String.join(" ", sigma.operations(of(outcomes, "two")))).isEqualTo(two.strip());
        }
    }

    private static SigmaOutcome of(List<SigmaOutcome> outcomes, String title) {
        return outcomes.stream().filter(outcome -> outcome.rule().about().title().equals(title)).findFirst()
                .orElseThrow();
    }

    private static List<String> why(SigmaOutcome outcome) {
        return SigmaCase.keys(Objects.requireNonNull(outcome.notEvaluated()));
    }

    @Test
    void aFilterSaysWhereItAppliesAndARuleThatItIsFiltered() {
        List<SigmaOutcome> outcomes = sigma.outcomes(RULES + filter("[one, two]", NOT_ADMINS));
        assertThat(why(of(outcomes, "no admins"))).contains("IS_FILTER");
        assertThat(of(outcomes, "no admins").notEvaluated().arguments()).contains("one, two");
        assertThat(of(outcomes, "one").remarks()).extracting(text -> ((Enum<?>) text.key()).name())
                .contains("FILTERED");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[three]", "[any]" })
    void aFilterForNoRuleIsReported(String rules) {
        assertThat(why(of(sigma.outcomes(RULES + filter(rules, NOT_ADMINS)), "no admins")))
                .contains("FILTER_WITHOUT_RULE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = { "{product: m365} # B", "{service: audit} # B",
        "{product: m365, service: exchange} # A B C", "{product: azure} # A B C",
        "{product: m365, category: x} # A B C" })
    void aFilterAppliesToItsLogSource(String log, String one) {
        String yaml = RULES + filter("[one]", NOT_ADMINS).replace("{product: m365, service: audit}", log.strip());
        assertThat(String.join(" ", sigma.operations(of(sigma.outcomes(yaml), "one")))).isEqualTo(one.strip());
    }

    @Test
    void severalFiltersAreAllAdded() {
        String yaml = RULES + filter("any", NOT_ADMINS) + "---\n"
                + filter("[one]", "  lea:\n    Who: lea\n  condition: not 1 of lea*\n").replace("no admins", "no lea");
        assertThat(sigma.operations(of(sigma.outcomes(yaml), "one"))).isEmpty();
        assertThat(sigma.operations(of(sigma.outcomes(yaml), "two"))).containsExactly("B");
    }

    @Test
    void whatIsCountedIsFilteredFirst() {
        String yaml = "title: many\n" + LOG + "detection: {sel: {Operation: [A, B, C]}, condition: sel | count() > N}\n"
                + "---\n" + filter("any", NOT_ADMINS);
        assertThat(of(sigma.outcomes(yaml.replace("N", "0")), "many").hits()).hasSize(1);
        assertThat(of(sigma.outcomes(yaml.replace("N", "1")), "many").hits()).isEmpty();
    }
}
