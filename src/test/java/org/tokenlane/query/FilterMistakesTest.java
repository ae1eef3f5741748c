package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.Text;

/** Every mistake in a filter has its reason and its place, and what is just not a mistake is read. */
class FilterMistakesTest {

    private static FilterSyntaxException mistake(String text) {
        FilterSyntaxException mistake = catchThrowableOfType(FilterSyntaxException.class,
                () -> FilterParser.parse(text));
        assertThat(mistake).as(text).isNotNull();
        return mistake;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "a )|STRAY_BRACKET|2|3", "a OR|TERM_AFTER_OR|2|4",
        "a OR  |TERM_AFTER_OR|2|4", "(a OR )|TERM_AFTER_OR|3|5", "a OR OR b|TERM_AFTER_OR|2|4",
        "OR a|TERM_BEFORE_OR|0|2", "()|TERM_MISSING|1|2", "( )|TERM_MISSING|2|3", "a (  ) b|TERM_MISSING|5|7",
        "-|TERM_AFTER_MINUS|0|1", "a - b|TERM_AFTER_MINUS|2|3", "(-)|TERM_AFTER_MINUS|1|2", "(a|OPEN_BRACKET|0|1",
        "b (a c|OPEN_BRACKET|2|3", "\"a|OPEN_QUOTE|0|2", "op: a|VALUE_AFTER|0|3", "op:a,|VALUE_AFTER|0|5",
        "(op:)|VALUE_AFTER|1|4", "op:a, b|VALUE_AFTER|0|5", "text:|VALUE_MISSING|5|5", "text: a|VALUE_MISSING|5|6",
        "op:,a|VALUE_MISSING|3|4", "event:e12|NO_EVENT_ID|6|9", "new:x|NO_FILE_NUMBER|4|5",
        "gone:1-|NO_FILE_NUMBER|5|7", "new:1234567|NO_FILE_NUMBER|4|11", "ip:1.2.3.4/33|NO_NETWORK|3|13",
        "ip:hello|NO_ADDRESS|3|8", "ip:1.2.3.256|NO_ADDRESS|3|12", "ip:a/b|NO_NETWORK|3|6",
        "ip:hello OR target:\"hello\"|NO_ADDRESS|3|8", "ip:\"hello\",hello|NO_ADDRESS|3|16",
        "before:1-2|NO_TIME|7|10", "after:2026-13-01|NO_TIME|6|16", "after:2026-09-10T25:00|NO_TIME|6|22",
        "after:9999-01-01|NO_TIME|6|16", "kind:x|NOT_A_VALUE|5|6", "verdict:bad|NOT_A_VALUE|8|11",
        "marked:x|NOT_A_VALUE|7|8", "zzzzzzzz:1|NO_FIELD|0|8", "cpp:1|NO_FIELD_BUT|0|3" })
    void aMistakeHasItsReasonAndItsPlace(String text, QueryText reason, int start, int end) {
        FilterSyntaxException mistake = mistake(text);
        assertThat(List.of(mistake.start(), mistake.end())).as(mistake.getMessage()).isEqualTo(List.of(start, end));
        assertThat(mistake.shown().key()).isEqualTo(QueryText.MISTAKE);
        assertThat(mistake.shown().arguments().getFirst()).isEqualTo(Integer.toString(start + 1));
        assertThat(((Text) mistake.shown().arguments().getLast()).key()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({ "upp, app", "devise, device", "countrii, country", "markd, marked", "SUOCE, source",
        "targat, target" })
    void aNearMissBringsTheNearestField(String name, String field) {
        Text reason = (Text) mistake(name + ":x").shown().arguments().getLast();
        assertThat(reason.key()).isEqualTo(QueryText.NO_FIELD_BUT);
        assertThat(reason.arguments()).startsWith(name, field);
    }

    @ParameterizedTest
    @CsvSource({ "deviceabc", "xyz", "contriii", "oopp" })
    void aNameFarFromAllFieldsBringsNone(String name) {
        assertThat(((Text) mistake(name + ":x").shown().arguments().getLast()).key()).isEqualTo(QueryText.NO_FIELD);
    }

    private static Filter anywhere(String text) {
        return new Filter.Anywhere(text);
    }

    @Test
    void orIsAWordOfItsOwnOnly() {
        assertThat(FilterParser.parse("ORION")).isEqualTo(anywhere("ORION"));
        assertThat(FilterParser.parse("a OR(b)"))
                .isEqualTo(new Filter.Or(List.of(anywhere("a"), anywhere("b"))));
        assertThat(FilterParser.parse("a\tOR\nb")).isEqualTo(new Filter.Or(List.of(anywhere("a"), anywhere("b"))));
        assertThat(FilterParser.parse("a or b"))
                .isEqualTo(new Filter.And(List.of(anywhere("a"), anywhere("or"), anywhere("b"))));
    }

    @Test
    void aWordEndsAtABlankOrABracketAndOnlyValuesEndAtAComma() {
        assertThat(FilterParser.parse("(a,b)")).isEqualTo(anywhere("a,b"));
        assertThat(FilterParser.parse("text:a,b c"))
                .isEqualTo(new Filter.And(List.of(new Filter.RawText("a,b"), anywhere("c"))));
        assertThat(FilterParser.parse("( a )")).isEqualTo(anywhere("a"));
        assertThat(FilterParser.parse(" a ")).isEqualTo(anywhere("a"));
        assertThat(FilterParser.parse("1:2")).isEqualTo(anywhere("1:2"));
        assertThat(FilterParser.parse(":2")).isEqualTo(anywhere(":2"));
        assertThat(FilterParser.parse("op")).isEqualTo(anywhere("op"));
        assertThat(FilterParser.parse("-(a)")).isEqualTo(new Filter.Not(anywhere("a")));
    }

    @Test
    void aBackslashInQuotesEscapesQuotesAndItselfOnly() {
        assertThat(FilterParser.parse("\"a\\\"b\"")).isEqualTo(anywhere("a\"b"));
        assertThat(FilterParser.parse("\"a\\\\b\"")).isEqualTo(anywhere("a\\b"));
        assertThat(FilterParser.parse("\"a\\nb\"")).isEqualTo(anywhere("a\\nb"));
        mistake("\"a\\");
    }

    @Test
    void constantsAreNamedInAnyCaseWithAWildcardAtTheEndEachOnce() {
        assertThat(FilterParser.parse("result:FAILURE,failure"))
                .isEqualTo(new Filter.ResultIs(List.of(EventResult.FAILURE)));
        assertThat(FilterParser.parse("kind:sign-in-n*")).isEqualTo(
                new Filter.KindIs(List.of(EventKind.SIGN_IN_NON_INTERACTIVE)));
        assertThat(FilterParser.parse("source:unified-audit-log"))
                .isEqualTo(new Filter.SourceIs(List.of(LogSource.UNIFIED_AUDIT_LOG)));
        mistake("result:fail");
    }

    @Test
    void marksAndFilesAreChosenByTheirWords() {
        assertThat(FilterParser.parse("tag:a,b")).isEqualTo(new Filter.Marked(Filter.Marked.By.TAG, List.of("a", "b")));
        assertThat(FilterParser.parse("Verdict:Malicious,none"))
                .isEqualTo(new Filter.Marked(Filter.Marked.By.VERDICT, List.of("malicious", "none")));
        assertThat(FilterParser.parse("marked:Note"))
                .isEqualTo(new Filter.Marked(Filter.Marked.By.MARKED, List.of("note")));
        assertThat(FilterParser.parse("event:E0123456789ABCDEF"))
                .isEqualTo(new Filter.EventIs(List.of("e0123456789abcdef")));
        assertThat(FilterParser.parse("changed:3")).isEqualTo(new Filter.Compared(Filter.Compared.What.CHANGED, 3, 3));
        assertThat(FilterParser.parse("new:3-5")).isEqualTo(new Filter.Compared(Filter.Compared.What.NEW, 3, 5));
        assertThat(FilterParser.parse("ip:1.2.3.4/32"))
                .isEqualTo(new Filter.FieldIs(FilterField.IP, List.of("1.2.3.4/32")));
        assertThat(FilterParser.parse("op:a/b")).isEqualTo(new Filter.FieldIs(FilterField.OPERATION, List.of("a/b")));
    }

    @ParameterizedTest
    @CsvSource({ "1970-01-02, 86400000000000", "1970-01-01T00:00:01, 1000000000", "1970-01-01 00:00:01, 1000000000",
        "1970-01-01T01:00:00+01:00, 0", "1970-01-01 00:00:00.000000001Z, 1", "' 1970-01-01T00:01 ', 60000000000" })
    void aMomentIsReadInUtc(String text, long nanos) {
        assertThat(FilterParser.moment(text)).isEqualTo(nanos);
    }

    @Test
    void aMomentThatCannotBeReadIsPointedAt() {
        FilterSyntaxException mistake = catchThrowableOfType(FilterSyntaxException.class,
                () -> FilterParser.moment("soon"));
        assertThat(List.of(mistake.start(), mistake.end())).containsExactly(0, 4);
    }
}
