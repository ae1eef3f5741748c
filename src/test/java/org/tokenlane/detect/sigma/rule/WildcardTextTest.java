package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;

/** Wildcards, their escapes, and what a whole text has to be to match. */
@Counted("Sigma cases")
class WildcardTextTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(delimiter = '~', nullValues = "-", emptyValue = "", value = { "a*b ~ ab ~ true", "a*b ~ axxb ~ true",
        "a*b ~ axxbc ~ false", "a*b*c ~ aXbXbXc ~ true", "a*b*c ~ aXcXb ~ false", "*b ~ ab ~ true", "*b ~ ba ~ false",
        "b* ~ ba ~ true", "b* ~ ab ~ false", "a?c ~ abc ~ true", "a?c ~ ac ~ false", "a?c ~ abbc ~ false",
        "a?c ~ a😀c ~ true", "a??c ~ a😀c ~ false", "?? ~ ab ~ true", "?? ~ a ~ false", "a**b ~ ab ~ true",
        "C:\\Win ~ C:\\Win ~ true", "C:\\\\Win ~ C:\\Win ~ true", "C:\\\\Win ~ C:\\\\Win ~ false",
        "a\\\\\\\\b ~ a\\\\b ~ true", "a\\\\\\b ~ a\\\\b ~ true", "a\\\\\\b ~ a\\b ~ false", "a\\* ~ a* ~ true",
        "a\\* ~ ab ~ false", "a\\? ~ a? ~ true", "a\\? ~ ab ~ false", "a\\\\* ~ a\\xyz ~ true", "a\\\\* ~ a* ~ false",
        "a\\\\\\* ~ a\\* ~ true", "a\\\\\\* ~ a\\x ~ false", "dir\\ ~ dir\\ ~ true", "dir\\ ~ dir ~ false",
        "É ~ é ~ true", "é ~ e ~ false", "Σ ~ ς ~ true", "ab ~ a ~ false", "a ~ ab ~ false" })
    void theWholeTextHasToMatch(String written, String text, boolean matches) {
        assertThat(WildcardText.of(written).matches(text, false)).isEqualTo(matches);
    }

    @Test
    void starsAloneNeedATextThatIsNotEmpty() {
        assertThat(WildcardText.of("*").matches("x", false)).isTrue();
        assertThat(WildcardText.of("*").matches("", false)).isFalse();
        assertThat(WildcardText.of("**").matches("", false)).isFalse();
        assertThat(WildcardText.of("").matches("", false)).isTrue();
        assertThat(WildcardText.of("").matches("x", false)).isFalse();
        assertThat(WildcardText.of("a*").matches("a", false)).isTrue();
    }

    @Test
    void theCaseOfLettersCountsOnlyWhereItIsAskedFor() {
        assertThat(WildcardText.of("Ab").matches("aB", false)).isTrue();
        assertThat(WildcardText.of("Ab").matches("aB", true)).isFalse();
        assertThat(WildcardText.of("Ab").matches("Ab", true)).isTrue();
    }

    @Test
    void aPlainTextHasNoWildcards() {
        assertThat(WildcardText.plain("a*").matches("a*", false)).isTrue();
        assertThat(WildcardText.plain("a*").matches("ab", false)).isFalse();
        assertThat(WildcardText.plain("a*").hasWildcards()).isFalse();
        assertThat(WildcardText.of("a*").hasWildcards()).isTrue();
        assertThat(WildcardText.of("a\\*").hasWildcards()).isFalse();
        assertThat(WildcardText.of("a\\*b").plainText()).isEqualTo("a*b");
        assertThat(WildcardText.of("x").isBytes()).isFalse();
        assertThat(WildcardText.ofBytes(new byte[] { (byte) 0xe9, 65 }).plainText()).isEqualTo("éA");
        assertThat(WildcardText.ofBytes(new byte[1]).isBytes()).isTrue();
        assertThat(WildcardText.ofBytes(new byte[] { 65 }).anythingAfter().isBytes()).isTrue();
    }

    @Test
    void anyDashBeforeAWordIsEachOfTheFive() {
        WildcardText text = WildcardText.of("x -a b-c /_d - e-").withAnyDash();
        assertThat(text.matches("x -a b-c /_d - e-", true)).isTrue();
        assertThat(text.matches("x /a b-c ―_d - e-", true)).isTrue();
        assertThat(text.matches("x —a b-c –_d - e-", true)).isTrue();
        assertThat(text.matches("x -a b/c /_d - e-", true)).isFalse();
        assertThat(text.matches("x -a b-c /_d / e-", true)).isFalse();
        assertThat(text.matches("x -a b-c /_d - e/", true)).isFalse();
        assertThat(text.matches("x xa b-c /_d - e-", true)).isFalse();
        assertThat(WildcardText.of("-f").withAnyDash().matches("/f", true)).isTrue();
        assertThat(WildcardText.of("_-f").withAnyDash().matches("_/f", true)).isFalse();
    }

    @Test
    void textsAreEqualByTheirParts() {
        assertThat(WildcardText.of("a*")).isEqualTo(WildcardText.of("a*")).hasSameHashCodeAs(WildcardText.of("a*"));
        assertThat(WildcardText.of("a*")).isNotEqualTo(WildcardText.plain("a*")).isNotEqualTo("a*");
        assertThat(WildcardText.of("A")).isNotEqualTo(WildcardText.ofBytes(new byte[] { 65 }));
        assertThat(WildcardText.of("a").hashCode()).isNotEqualTo(WildcardText.of("b").hashCode());
        assertThat(WildcardText.of("a*?\\*-x").withAnyDash()).hasToString("a*?*-x");
    }
}
