package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;

/** Every modifier of the Sigma specification with a value that it finds and one just beside it. */
@Counted("Sigma cases")
class FieldReaderTest {

    @ParameterizedTest(name = "{0} finds {1} and not {2}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "F: abc ~ ABC ~ abcd",
        "F: a*c ~ ac ~ ab",
        "F: a?c ~ abc ~ ac",
        "F: 'a\\*c' ~ a*c ~ abc",
        "F: 'a\\?c' ~ a?c ~ abc",
        "F: [one, two] ~ two ~ three",
        "F: 7 ~ 7 ~ 007",
        "F: 7 ~ 7 ~ 7.0",
        "F: 1.50 ~ 1.50 ~ 1.5",
        "F: 0x11 ~ 17 ~ 11",
        "F: 0x11 ~ 0x11 ~ 0x12",
        "F: 0o11 ~ 9 ~ 11",
        "F: 1e3 ~ 1000 ~ 1001",
        "F: '0x11' ~ 0x11 ~ 17",
        "F: true ~ True ~ 1",
        "F: [1, 2] ~ 2 ~ 12",
        "F|contains: 12 ~ 5123 ~ 5132",
        "F|cased: Ab ~ Ab ~ ab",
        "F|contains: bc ~ abcd ~ acbd",
        "F|startswith: ab ~ abc ~ cab",
        "F|endswith: ab ~ cab ~ abc",
        "F|contains|cased: B ~ aBc ~ abc",
        "F|contains|all: [a, b] ~ bca ~ bc",
        "F|all|contains: [a, b] ~ bca ~ ac",
        "F|contains: [a, b] ~ xb ~ xc",
        "F|windash|contains: ' -f' ~ x /f ~ x f",
        "F|contains|windash: ' -f' ~ x –f ~ x _f",
        "F|windash: a-b ~ a-b ~ a/b",
        "F|windash: '/a -b' ~ -a /b ~ a b",
        "F|wide|contains: ab ~ xa\u0000b\u0000y ~ xaby",
        "F|utf16le|base64: cmd ~ YwBtAGQA ~ AGMAbQBk",
        "F|utf16be|base64: cmd ~ AGMAbQBk ~ YwBtAGQA",
        "F|utf16|base64: cmd ~ //5jAG0AZAA= ~ YwBtAGQA",
        "F|base64: foo bar ~ Zm9vIGJhcg== ~ foo bar",
        "F|base64: café ~ Y2Fmw6k= ~ Y2Fm6Q==",
        "F|base64offset|contains: '/bin/bash' ~ L2Jpbi9iYXNo ~ L2Jpbi9kYXNo",
        "F|base64offset|contains: '/bin/bash' ~ eC9iaW4vYmFzaCAtaQ== ~ eC9iaW4vZGFzaCAtaQ==",
        "F|base64offset|contains: '/bin/bash' ~ eHkvYmluL2Jhc2ggLWk= ~ eHkvYmluL2Rhc2ggLWk=",
        "F|re: '^a+b$' ~ aab ~ AAB",
        "F|re: 'b' ~ abc ~ ac",
        "F|re|i: '^ÄB$' ~ äb ~ ab",
        "F|re|i|m: '^B$' ~ `a\nb` ~ ab",
        "F|re|m: '^b$' ~ `a\nb` ~ ab",
        "F|re|s: a.b ~ `a\nb` ~ ab",
        "F|re|all: ['a', 'b'] ~ ba ~ aa",
        "F|cidr: 203.0.113.0/24 ~ 203.0.113.255 ~ 203.0.114.0",
        "F|cidr: 203.0.113.7/32 ~ 203.0.113.7 ~ 203.0.113.8",
        "F|cidr: 203.0.113.0/24 ~ 203.0.113.9:4711 ~ 203.0.112.9:4711",
        "F|cidr: '2001:db8::/33' ~ 2001:DB8:7fff::1 ~ 2001:db8:8000::1",
        "F|cidr: 203.0.113.0/24 ~ 203.0.113.1 ~ 203.0.113",
        "F|gt: 5 ~ 6 ~ 5",
        "F|gte: 5 ~ 5 ~ 4",
        "F|lt: 5 ~ 4 ~ 5",
        "F|lte: 5 ~ 5 ~ 6",
        "F|gt: 9 ~ 10 ~ abc",
        "F|gt: 1.5 ~ 1.51 ~ 1.5",
        "F|lt: 0 ~ -1 ~ 0",
        "F|gt: '5' ~ 6 ~ 5",
        "F|neq: a ~ b ~ A",
        "F|neq: [a, b] ~ c ~ b",
        "F|contains|neq: a ~ bcd ~ xax",
        "F|minute: 12 ~ 2026-09-01T03:12:00 ~ 2026-09-01T03:13:00",
        "F|hour: 3 ~ 2026-09-01T03:59:59.9999999Z ~ 2026-09-01T04:00:00Z",
        "F|day: 1 ~ 2026-09-01 ~ 2026-09-02",
        "F|week: 36 ~ 2026-09-06T23:59 ~ 2026-09-07T00:00",
        "F|month: 9 ~ 2026-09-30 23:59:59 ~ 2026-10-01 00:00:00",
        "F|year: 2026 ~ 2026-01-01T00:00:00+01:00 ~ 2027-01-01T00:00:00+01:00",
        "F|hour|gte: 22 ~ 2026-09-01T22:00:00 ~ 2026-09-01T21:59:59",
        "F|lt|hour: 6 ~ 2026-09-01T05:59:59 ~ 2026-09-01T06:00:00",
        "F|hour: [1, 3] ~ 2026-09-01T03:00:00 ~ 2026-09-01T02:00:00",
        "F|minute: 0 ~ 2026-09-01T03:00:00 ~ soon",
        "F|minute: 0 ~ 2026-09-01T03:00:00 ~ 2026-13-31T03:00:00",
        "F|hour|neq: 3 ~ 2026-09-01T04:00:00 ~ 2026-09-01T03:00:00" })
    void aLineFindsAValueAndNotTheOneBesideIt(String line, String found, String beside) {
        assertThat(Searches.finds(line, found)).isTrue();
        assertThat(Searches.finds(line, beside)).isFalse();
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "F|sounds: x # MODIFIER_NOT_SUPPORTED",
        "F|: x # MODIFIER_NOT_SUPPORTED",
        "F|cidr: 10.0.0.300/8 # NOT_A_NETWORK",
        "F|cidr: 10.0.0.0/33 # NOT_A_NETWORK",
        "F|re: '(' # EXPRESSION_UNREADABLE",
        "F|gt: many # COMPARISON_NOT_A_NUMBER",
        "F|i: x # FLAG_WITHOUT_RE",
        "F|contains|m: x # FLAG_WITHOUT_RE",
        "F|exists: perhaps # EXISTS_NOT_TRUE_OR_FALSE",
        "F|contains|re: x # MODIFIERS_DO_NOT_COMBINE",
        "F|re|contains: x # MODIFIERS_DO_NOT_COMBINE",
        "F|re|windash: x # MODIFIERS_DO_NOT_COMBINE",
        "F|re|cidr: x # MODIFIERS_DO_NOT_COMBINE",
        "F|gt|lt: 1 # MODIFIERS_DO_NOT_COMBINE",
        "F|gt|hour|lt: 1 # MODIFIERS_DO_NOT_COMBINE",
        "F|hour|minute: 1 # MODIFIERS_DO_NOT_COMBINE",
        "F|hour|re: 1 # MODIFIERS_DO_NOT_COMBINE",
        "F|re|hour: 1 # MODIFIERS_DO_NOT_COMBINE",
        "F|hour: 24 # TIME_PART_OUT_OF_RANGE",
        "F|hour: -1 # TIME_PART_OUT_OF_RANGE",
        "F|minute: 60 # TIME_PART_OUT_OF_RANGE",
        "F|day: 0 # TIME_PART_OUT_OF_RANGE",
        "F|day: 32 # TIME_PART_OUT_OF_RANGE",
        "F|month: 13 # TIME_PART_OUT_OF_RANGE",
        "F|week: 54 # TIME_PART_OUT_OF_RANGE",
        "F|hour: 1.5 # TIME_PART_OUT_OF_RANGE",
        "F|hour: 4294967299 # TIME_PART_OUT_OF_RANGE",
        "F|hour: x # COMPARISON_NOT_A_NUMBER",
        "F|expand: '%admins%' # PLACEHOLDER_WITHOUT_VALUES",
        "F|base64: 'x*' # MODIFIER_WITH_WILDCARDS",
        "F|wide: 'x?' # MODIFIER_WITH_WILDCARDS",
        "F|contains|base64: x # MODIFIER_WITH_WILDCARDS",
        "F: {a: b} # VALUE_NOT_SUPPORTED",
        "F: [[a]] # VALUE_NOT_SUPPORTED",
        "F: [] # EMPTY_LIST",
        "F|contains: [a, null] # NULL_AS_TEXT",
        "F|re: null # NULL_AS_TEXT",
        "F|re: [a, null] # NULL_AS_TEXT",
        "F|fieldref: null # NULL_AS_TEXT",
        "F|expand: null # NULL_AS_TEXT",
        "F|all: [null] # ALL_OF_ONE",
        "F|contains: null # NULL_AS_TEXT",
        "F|contains|all: a # ALL_OF_ONE",
        "F|all: [a] # ALL_OF_ONE",
        "'|startswith': [a, b] # MODIFIER_NEEDS_FIELD",
        "'|cidr': 10.0.0.0/8 # MODIFIER_NEEDS_FIELD",
        "'|hour': 3 # MODIFIER_NEEDS_FIELD",
        "'': null # NULL_AS_TEXT" })
    void whatIsNotSupportedIsRefusedByName(String line, String problem) {
        assertThat(Searches.problemOf(() -> Searches.of(line))).isEqualTo(problem);
    }

    @Test
    void aProblemHasTheFileAndTheLine() {
        Yaml.Entries map = (Yaml.Entries) YamlFile.documents("rule.yml", "a: 1\nF|odd: x\n").getFirst();
        try {
            FieldReader.read("rule.yml", "F|odd", map.get("F|odd"), Map.of());
        } catch (SigmaException e) {
            assertThat(e.shown().arguments().get(1)).isEqualTo("rule.yml, line 2");
            return;
        }
        throw new AssertionError();
    }

    @Test
    void allNumbersOfTheRangeOfATimePartAreAllowed() {
        for (String line : List.of("F|hour: 0", "F|hour: 23", "F|minute: 0", "F|minute: 59", "F|day: 1", "F|day: 31",
                "F|week: 1", "F|week: 53", "F|month: 1", "F|month: 12", "F|year: 1")) {
            assertThat(Searches.of(line)).isInstanceOf(Search.Field.class);
        }
    }

    @Test
    void nullIsNoValueAndTheEmptyTextIsAValue() {
        Search none = Searches.of("F: null");
        assertThat(Searches.finds(none, Map.of())).isTrue();
        assertThat(Searches.finds(none, Map.of("F", List.of()))).isTrue();
        assertThat(Searches.finds(none, Map.of("F", List.of("")))).isFalse();
        Search empty = Searches.of("F: ''");
        assertThat(Searches.finds(empty, Map.of("F", List.of("")))).isTrue();
        assertThat(Searches.finds(empty, Map.of("F", List.of("x")))).isFalse();
        assertThat(Searches.finds(empty, Map.of())).isFalse();
        assertThat(Searches.finds(Searches.of("F|neq: null"), Map.of("F", List.of("x")))).isTrue();
        assertThat(Searches.finds(Searches.of("F: '*'"), Map.of("F", List.of("")))).isFalse();
    }

    @Test
    void existsAsksForThePresenceOfTheField() {
        Search exists = Searches.of("F|exists: true");
        assertThat(Searches.finds(exists, Map.of("F", List.of()))).isTrue();
        assertThat(Searches.finds(exists, Map.of("G", List.of()))).isFalse();
        Search missing = Searches.of("F|exists: false");
        assertThat(Searches.finds(missing, Map.of("F", List.of()))).isFalse();
        assertThat(Searches.finds(missing, Map.of())).isTrue();
    }

    @Test
    void aReferenceNamesTheOtherFieldAndHowTheyAreCompared() {
        assertThat(Searches.of("F|fieldref: ' G '"))
                .isEqualTo(new Search.SameAs("F", "G", Search.Likeness.EQUAL, false));
        assertThat(Searches.of("F|fieldref|startswith|cased: G"))
                .isEqualTo(new Search.SameAs("F", "G", Search.Likeness.STARTS_WITH, true));
        assertThat(Searches.of("F|fieldref|endswith: G"))
                .isEqualTo(new Search.SameAs("F", "G", Search.Likeness.ENDS_WITH, false));
        assertThat(Searches.of("F|contains|fieldref: G"))
                .isEqualTo(new Search.SameAs("F", "G", Search.Likeness.CONTAINS, false));
        assertThat(Searches.of("F|neq|fieldref: G"))
                .isEqualTo(new Search.Not(new Search.SameAs("F", "G", Search.Likeness.EQUAL, false)));
        assertThat(Searches.of("F|fieldref: [G, H]")).isInstanceOf(Search.Or.class);
    }

    @Test
    void keywordsAreInsideTexts() {
        Search keywords = Searches.of("'': [needle, 42, 'a*z']");
        assertThat(Searches.finds(keywords, Map.of("F", List.of("the NEEDLE here")))).isTrue();
        assertThat(Searches.finds(keywords, Map.of("F", List.of("x429")))).isTrue();
        assertThat(Searches.finds(keywords, Map.of("F", List.of("-a..z-")))).isTrue();
        assertThat(Searches.finds(keywords, Map.of("F", List.of("need le")))).isFalse();
        Search both = Searches.of("'|all': [one, two]");
        assertThat(Searches.finds(both, Map.of("F", List.of("one"), "G", List.of("two")))).isTrue();
        assertThat(Searches.finds(both, Map.of("F", List.of("one")))).isFalse();
        Search expression = Searches.of("'|re': 'n.edle$'");
        assertThat(Searches.finds(expression, Map.of("F", List.of("needle")))).isTrue();
        assertThat(Searches.finds(expression, Map.of("F", List.of("needles")))).isFalse();
    }

    @Test
    void placeholdersStandForTheirValuesWhichMayHaveWildcards() {
        Map<String, List<String>> values = Map.of("Admins", List.of("adele@x", "srv*"), "Nets",
                List.of("10.0.0.0/8", "192.0.2.0/24"));
        Search search = Searches.of("F|expand: '%Admins%'", values);
        assertThat(Searches.finds(search, Map.of("F", List.of("ADELE@X")))).isTrue();
        assertThat(Searches.finds(search, Map.of("F", List.of("srv7")))).isTrue();
        assertThat(Searches.finds(search, Map.of("F", List.of("alex@x")))).isFalse();
        Search networks = Searches.of("F|expand|cidr: '%Nets%'", values);
        assertThat(Searches.finds(networks, Map.of("F", List.of("192.0.2.1")))).isTrue();
        assertThat(Searches.finds(networks, Map.of("F", List.of("192.0.3.1")))).isFalse();
        assertThat(Searches.finds(Searches.of("F|expand: '\\%plain\\%'", values), Map.of("F", List.of("%plain%"))))
                .isTrue();
        Search all = Searches.of("F|contains|all|expand: '%Admins%'", values);
        assertThat(Searches.finds(all, Map.of("F", List.of("adele@x srv")))).isTrue();
        assertThat(Searches.finds(all, Map.of("F", List.of("adele@x")))).isFalse();
    }
}
