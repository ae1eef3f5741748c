package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts fit a pattern with wildcards. */
class WildcardsTest {

    @ParameterizedTest
    @CsvSource({ "*, '', true", "*, abc, true", "**, '', true", "'', '', true", "'', a, false",
        "*bc, abc, true", "*bc, abcd, false", "ab*, abc, true", "ab*, ab, true", "ab*, xab, false",
        "*b*, b, true", "*b*, abc, true", "*b*, ac, false",
        "a*b*, aXbYb, true", "a*b*, aX, false", "a*bc, abbc, true", "a*bc, abcbc, true", "a*bc, abcb, false",
        "*aab, aaaab, true", "?, a, true", "?, '', false", "?, ab, false", "a?c, abc, true", "a?c, ac, false",
        "a.c, abc, false" })
    void aStarIsAnyTextAndAQuestionMarkOneCharacter(String pattern, String text, boolean fits) {
        assertThat(new Wildcards(pattern, false).matches(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({ "?, 😀, true", "??, 😀, false", "a?b, a😀b, true", "*?, 😀, true", "*b, 😀b, true",
        "*😀, 😀😁😀, true",
        "😀*, 😁, false" })
    void aCharacterOfTwoUnitsIsOne(String pattern, String text, boolean fits) {
        assertThat(new Wildcards(pattern, false).matches(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({ "SEND*, sendAs, false, true", "SEND*, sendAs, true, false", "Ž*, žluť, false, true",
        "Ž*, žluť, true, false", "send, send, true, true" })
    void upperCaseCountsOnlyWhereItIsToCount(String pattern, String text, boolean caseCounts, boolean fits) {
        assertThat(new Wildcards(pattern, caseCounts).matches(text)).isEqualTo(fits);
    }
}
