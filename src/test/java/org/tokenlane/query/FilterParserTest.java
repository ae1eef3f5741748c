package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** The filter language is read into filters and written back, and a mistake is pointed at. */
class FilterParserTest {

    private static Filter parse(String text) {
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(text + ": " + e.getMessage(), e);
        }
    }

    @Test
    void termsSideBySideAreAllRequired() {
        assertThat(parse("upn:adele* op:MailItemsAccessed"))
                .isEqualTo(new Filter.And(List.of(new Filter.FieldIs(FilterField.UPN, List.of("adele*")),
                        new Filter.FieldIs(FilterField.OPERATION, List.of("MailItemsAccessed")))));
    }

    @Test
    void orBindsLooserThanSideBySideAndBracketsDecide() {
        assertThat(parse("ip:1.2.3.4 result:failure OR country:RU")).isInstanceOf(Filter.Or.class);
        assertThat(parse("ip:1.2.3.4 (result:failure OR country:RU)")).isInstanceOf(Filter.And.class);
    }

    @Test
    void aMinusNegatesAndAWordSearchesEverywhere() {
        assertThat(parse("-result:failure"))
                .isEqualTo(new Filter.Not(new Filter.ResultIs(List.of(EventResult.FAILURE))));
        assertThat(parse("invoice")).isEqualTo(new Filter.Anywhere("invoice"));
        assertThat(parse("text:\"bank details\"")).isEqualTo(new Filter.RawText("bank details"));
    }

    @Test
    void whatIsNoAddressCanBeLookedForInQuotes() {
        for (String text : List.of("hello", "a/b", "203.0.113.0/33", "say \"x\"", "back\\slash")) {
            Filter filter = new Filter.FieldIs(FilterField.IP, List.of(text, "203.0.113.9"));
            assertThat(parse(filter.toText())).as(filter.toText()).isEqualTo(filter);
        }
        for (String text : List.of("ip:203.0.113.0/32", "ip:203.0.113.*", "ip:203.0.113.255")) {
            assertThat(parse(text).toText()).isEqualTo(text);
        }
    }

    @Test
    void nothingIsEverything() {
        assertThat(parse("  ")).isEqualTo(new Filter.Everything());
    }

    @Test
    void datesAreUtcAndADayBeginsAtMidnight() {
        assertThat(parse("after:2026-09-10")).isEqualTo(parse("after:2026-09-10T00:00Z"));
        assertThat(parse("before:2026-09-11T08:00Z")).isEqualTo(new Filter.TimeBefore(1_789_113_600_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void everyFilterIsReadBackFromItsText(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Filter filter = filter(random, 3);
            assertThat(parse(filter.toText())).as(filter.toText()).isEqualTo(filter);
        }
    }

    private static final String[] VALUES = { "adele.vogel@contoso.example", "a b", "x\"y", "back\\slash",
        "2001:db8::/32", "wild*card?", "æøå 日本", "-minus", "OR", "(x)",
        "comma,inside", "colon:inside" };

    private static Filter filter(Random random, int depth) {
        String value = VALUES[random.nextInt(VALUES.length)];
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
        case 0, 1 ->
            new Filter.FieldIs(FilterField.values()[random.nextInt(FilterField.values().length)],
                    random.nextBoolean() ? List.of(value) : List.of(value, "other"));
        case 2 -> new Filter.TimeFrom(random.nextLong(1_000_000_000L, 2_000_000_000L) * 1_000_000_000L);
        case 3 -> new Filter.ResultIs(List.of(EventResult.SUCCESS, EventResult.INTERRUPTED));
        case 4 -> new Filter.RawText(value);
        case 5 -> new Filter.Anywhere(value);
        case 6 -> new Filter.Not(filter(random, 0));
        case 7 -> new Filter.And(several(random, depth));
        default -> new Filter.Or(several(random, depth));
        };
    }

    /** Two or three parts, none of which is of the same kind as the whole, since those would be read as one. */
    private static List<Filter> several(Random random, int depth) {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(filter(random, 0));
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "opp:MailItemsAccessed|0|3", "ip:1.2.3.4 (op:x|11|12", "after:yesterday|6|15",
        "result:maybe|7|12", "upn:|0|4",
        "upn:a \"open|6|11" })
    void aMistakeIsPointedAt(String text, int start, int end) {
        FilterSyntaxException mistake = catchThrowableOfType(FilterSyntaxException.class,
                () -> FilterParser.parse(text));
        assertThat(mistake).as(text).isNotNull();
        assertThat(List.of(mistake.start(), mistake.end())).as(mistake.getMessage()).isEqualTo(List.of(start, end));
        assertThat(mistake.getMessage()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void aFieldMisspeltBringsTheNearestOnesName() {
        FilterSyntaxException mistake = catchThrowableOfType(FilterSyntaxException.class,
                () -> FilterParser.parse("contry:RU"));
        assertThat(mistake.getMessage()).contains("contry").contains("country");
    }
}
