package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

    @Test
    void randomTextsFitAsTheyFitARegularExpression() {
        Random random = new Random(7);
        int fitting = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = random(random, "ab*?", 6);
            String text = random(random, "aab", 7) + (random.nextInt(5) == 0 ? "😀" : "");
            boolean fits = Pattern.compile(pattern.replace("*", ".*").replace("?", "."), Pattern.DOTALL)
                    .matcher(text).matches();
            assertThat(new Wildcards(pattern, random.nextBoolean()).matches(text)).as(pattern + " on " + text)
                    .isEqualTo(fits);
            fitting += fits ? 1 : 0;
        }
        assertThat(fitting).as("enough of both").isBetween(2_000, 18_000);
    }

    private static String random(Random random, String letters, int most) {
        return random.ints(random.nextInt(most + 1), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1)).collect(Collectors.joining());
    }
}
