package org.tokenlane.model.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;

/** Filters in their own language. */
class FilterTest {

    private static final Filter A = new Filter.Anywhere("a");
    private static final Filter B = new Filter.Anywhere("b");
    private static final Filter BOTH = new Filter.And(List.of(A, B));
    private static final Filter EITHER = new Filter.Or(List.of(A, B));
    private static final Filter NOT = new Filter.Not(A);

    @Test
    void partsThatBindLessThanTheWholeAreInBrackets() {
        assertThat(BOTH.toText()).isEqualTo("a b");
        assertThat(EITHER.toText()).isEqualTo("a OR b");
        assertThat(NOT.toText()).isEqualTo("-a");
        assertThat(new Filter.And(List.of(BOTH, EITHER, NOT)).toText()).isEqualTo("(a b) (a OR b) -a");
        assertThat(new Filter.Or(List.of(BOTH, EITHER, NOT)).toText()).isEqualTo("a b OR (a OR b) OR -a");
        assertThat(new Filter.Not(BOTH).toText()).isEqualTo("-(a b)");
        assertThat(new Filter.Not(EITHER).toText()).isEqualTo("-(a OR b)");
        assertThat(new Filter.Not(NOT).toText()).isEqualTo("-(-a)");
        assertThat(new Filter.Everything().toText()).isEmpty();
    }

    @Test
    void everyTermNamesItsFieldAndItsValues() {
        assertThat(new Filter.FieldIs(FilterField.IP, List.of("203.0.113.7", "203.0.113.8")).toText())
                .isEqualTo("ip:203.0.113.7,203.0.113.8");
        assertThat(new Filter.TimeFrom(1_500_000_000L).toText()).isEqualTo("after:1970-01-01T00:00:01.5Z");
        assertThat(new Filter.TimeBefore(0).toText()).isEqualTo("before:1970-01-01T00:00:00Z");
        assertThat(new Filter.KindIs(List.of(EventKind.SIGN_IN_INTERACTIVE, EventKind.RISK)).toText())
                .isEqualTo("kind:sign-in-interactive,risk");
        assertThat(new Filter.ResultIs(List.of(EventResult.FAILURE)).toText()).isEqualTo("result:failure");
        assertThat(new Filter.SourceIs(List.of(LogSource.ENTRA_SIGN_INS)).toText()).isEqualTo("source:entra-sign-ins");
        assertThat(new Filter.RawText("two words").toText()).isEqualTo("text:\"two words\"");
        assertThat(new Filter.EventIs(List.of("e1", "e2")).toText()).isEqualTo("event:e1,e2");
        assertThat(new Filter.Marked(Filter.Marked.By.TAG, List.of("a b", "c")).toText()).isEqualTo("tag:\"a b\",c");
        assertThat(new Filter.Compared(Filter.Compared.What.NEW, 3, 3).toText()).isEqualTo("new:3");
        assertThat(new Filter.Compared(Filter.Compared.What.GONE, 3, 4).toText()).isEqualTo("gone:3-4");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a b", "OR", "a\"b", "(a", "a)", "a,b", "-a", "a:b", "a\tb", "a\u2003b", "" })
    void aValueThatTheLanguageWouldReadOtherwiseIsQuoted(String value) {
        assertThat(new Filter.Anywhere(value).toText()).isEqualTo('"' + value.replace("\"", "\\\"") + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = { "!", "or", "ORs", "a-b", "a.b", "*@contoso.example", "a\\b" })
    void anyOtherValueIsWrittenAsItIs(String value) {
        assertThat(new Filter.Anywhere(value).toText()).isEqualTo(value);
    }

    @Test
    void aBackslashInQuotesIsDoubled() {
        assertThat(new Filter.Anywhere("a\\ b").toText()).isEqualTo("\"a\\\\ b\"");
    }

    @Test
    void aFieldIsFoundByItsWordInAnyCase() {
        for (FilterField field : FilterField.values()) {
            assertThat(FilterField.named(field.word().toUpperCase(Locale.ROOT))).isEqualTo(field);
        }
        assertThat(FilterField.named("nothing")).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "DEVICE, PART, DEVICE_ID", "TENANT, WHOLE, TENANT_ID", "ASN, NUMBER, ASN" })
    void aFieldSaysHowAndWhereItLooks(FilterField field, FilterField.Match match, EventField first) {
        assertThat(field.match()).isEqualTo(match);
        assertThat(field.fields()).startsWith(first);
    }
}
