package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.Counted;
import org.tokenlane.model.finding.SigmaFile;

/** Placeholders and the percent signs that are none. */
@Counted("Sigma cases")
class PlaceholdersTest {

    private static final SigmaPlace PLACE = new SigmaPlace("rule.yml", 3);
    private static final Map<String, List<String>> VALUES = Map.of("a", List.of("1", "2"), "b", List.of("x", "y"));

    @Test
    void eachPlaceholderIsReplacedByEachOfItsValues() {
        assertThat(Placeholders.expand(PLACE, "%a%", VALUES)).containsExactly("1", "2");
        assertThat(Placeholders.expand(PLACE, "<%a%-%b%>", VALUES)).containsExactlyInAnyOrder("<1-x>", "<1-y>",
                "<2-x>", "<2-y>");
        assertThat(Placeholders.expand(PLACE, "none", VALUES)).containsExactly("none");
        assertThat(Placeholders.expand(PLACE, "50% of all", VALUES)).containsExactly("50% of all");
    }

    @Test
    void anEscapedPercentSignIsPlain() {
        assertThat(Placeholders.expand(PLACE, "\\%plain%a%", VALUES)).containsExactly("%plain1", "%plain2");
        assertThat(Placeholders.expand(PLACE, "\\%a\\%", VALUES)).containsExactly("%a%");
    }

    @Test
    void aPlaceholderWithoutValuesIsRefused() {
        assertThat(Searches.problemOf(() -> Placeholders.expand(PLACE, "%a%%c%", VALUES)))
                .isEqualTo("PLACEHOLDER_WITHOUT_VALUES");
    }

    @Test
    void tenThousandValuesAreAllowedAndNotOneMore() {
        List<String> hundred = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        Map<String, List<String>> values = Map.of("a", hundred, "b", hundred, "c", Collections.nCopies(10_001, "x"));
        assertThat(Placeholders.expand(PLACE, "%a%%b%", values)).hasSize(10_000);
        assertThat(Searches.problemOf(() -> Placeholders.expand(PLACE, "%c%", values)))
                .isEqualTo("PLACEHOLDERS_TOO_MANY");
    }

    @Test
    void valuesOfAPlaceholderAreAFileOfItsName() {
        assertThat(SigmaFile.ofPlaceholder("Admins", "00", "x").placeholder()).isEqualTo("Admins");
        assertThat(new SigmaFile("a%b%c.yml", "00", "x").placeholder()).isNull();
        assertThat(new SigmaFile("%x%.yml", "00", "x").placeholder()).isNull();
    }
}
