package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;

/** Conditions on three search identifiers, of which each subset is tried. */
@Counted("Sigma cases")
class ConditionParserTest {

    private static final SigmaPlace PLACE = new SigmaPlace("rule.yml", 8);

    private static Map<String, Search> identifiers(String... names) {
        Map<String, Search> identifiers = new LinkedHashMap<>();
        for (String name : names) {
            identifiers.put(name, new Search.Exists(name));
        }
        return identifiers;
    }

    /** The subsets of a, s_b and s_c for which the condition holds, such as {@code a+s_b}. */
    private static String holdsFor(String condition) {
        Search search = ConditionParser.parse(PLACE, condition, identifiers("a", "s_b", "s_c", "_d"));
        return Stream.of("", "s_c", "s_b", "s_b+s_c", "a", "a+s_c", "a+s_b", "a+s_b+s_c")
                .filter(set -> Searches.finds(search,
                        Stream.of(set.split("\\+")).filter(name -> !name.isEmpty())
                                .collect(Collectors.toMap(name -> name, name -> List.of("x")))))
                .map(set -> set.isEmpty() ? "none" : set.replace("s_", "")).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = { "a ~ a a+c a+b a+b+c", "a and s_b ~ a+b a+b+c",
        "a or s_b and s_c ~ b+c a a+c a+b a+b+c", "s_b and s_c or a ~ b+c a a+c a+b a+b+c",
        "not a and s_b ~ b b+c", "not (a or s_b) ~ none c", "not not a ~ a a+c a+b a+b+c",
        "(a or s_b) and s_c ~ b+c a+c a+b+c", "1 of s_* ~ c b b+c a+c a+b a+b+c", "all of s_* ~ b+c a+b+c",
        "any of s_* ~ c b b+c a+c a+b a+b+c", "not 1 of s_* ~ none a", "a and not all of s_* ~ a a+c a+b",
        "1 of them ~ c b b+c a a+c a+b a+b+c", "all of them ~ a+b+c", "1 of *_b ~ b b+c a+b a+b+c",
        "all of * ~ a+b+c", "1 of a ~ a a+c a+b a+b+c", "A AND NOT s_b ~ ", "a AND NOT s_b ~ a a+c",
        "a OR s_b ~ b b+c a a+c a+b a+b+c", "ALL OF THEM ~ a+b+c", "(a)or(s_b) ~ b b+c a a+c a+b a+b+c",
        "((a)) ~ a a+c a+b a+b+c" })
    void aConditionHoldsForSubsets(String condition, String subsets) {
        if (subsets == null) {
            assertThat(Searches.problemOf(() -> holdsFor(condition))).isEqualTo("NO_SUCH_IDENTIFIER");
        } else {
            assertThat(holdsFor(condition)).isEqualTo(subsets);
        }
    }

    @Test
    void namesWithAnUnderscoreCountOnlyWhereThePatternHasOne() {
        Map<String, Search> identifiers = identifiers("_one", "two");
        assertThat(ConditionParser.parse(PLACE, "1 of them", identifiers)).isEqualTo(new Search.Exists("two"));
        assertThat(ConditionParser.parse(PLACE, "1 of *o*", identifiers)).isEqualTo(new Search.Exists("two"));
        assertThat(ConditionParser.parse(PLACE, "1 of _*", identifiers)).isEqualTo(new Search.Exists("_one"));
        assertThat(ConditionParser.parse(PLACE, "_one", identifiers)).isEqualTo(new Search.Exists("_one"));
    }

    @Test
    void onlyTheStarIsAWildcardInNames() {
        Map<String, Search> identifiers = identifiers("sel1", "Sel2");
        assertThat(Searches.problemOf(() -> ConditionParser.parse(PLACE, "1 of sel?", identifiers)))
                .isEqualTo("NO_IDENTIFIER_LIKE");
        assertThat(ConditionParser.parse(PLACE, "1 of sel*", identifiers)).isEqualTo(new Search.Exists("sel1"));
    }

    @Test
    void namesMayBeginWithWordsOfConditions() {
        Map<String, Search> identifiers = identifiers("order", "android", "nothing", "allowed");
        assertThat(ConditionParser.parse(PLACE, "order and not nothing", identifiers)).isEqualTo(new Search.And(
                List.of(new Search.Exists("order"), new Search.Not(new Search.Exists("nothing")))));
        assertThat(ConditionParser.parse(PLACE, "android or allowed", identifiers)).isInstanceOf(Search.Or.class);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '#', value = { "a and # CONDITION_ENDS", "not # CONDITION_ENDS", "(a # BRACKET_MISSING",
        "a) # UNEXPECTED", "a a # UNEXPECTED", "nothing # NO_SUCH_IDENTIFIER", "2 of a* # OF_NOT_SUPPORTED",
        "1 of # OF_WITHOUT_NAME", "1 of x* # NO_IDENTIFIER_LIKE", "a near s_b # UNEXPECTED",
        "() # NO_SUCH_IDENTIFIER" })
    void aConditionThatCannotBeReadIsRefusedWithTheReason(String condition, String problem) {
        assertThat(Searches
                .problemOf(() -> ConditionParser.parse(PLACE, condition, identifiers("a", "s_b")))).isEqualTo(problem);
    }

    @Test
    void aConditionMayHave2000WordsAndNotOneMore() {
        String words = "not ".repeat(1_999) + "a";
        assertThat(ConditionParser.parse(PLACE, words, identifiers("a"))).isInstanceOf(Search.Not.class);
        assertThat(Searches.problemOf(() -> ConditionParser.parse(PLACE, "not " + words, identifiers("a"))))
                .isEqualTo("CONDITION_TOO_LONG");
    }

    @Test
    void anEmptyConditionEndsTooEarly() {
        assertThat(Searches.problemOf(() -> ConditionParser.parse(PLACE, " ", identifiers("a"))))
                .isEqualTo("CONDITION_ENDS");
    }
}
