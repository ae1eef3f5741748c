package org.tokenlane.detect.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;

/** Conditions of rule files on what a record contains beyond its columns. */
class ConditionsTest {

    private static String holding(String condition, Map<String, String> parameters) {
        return new Conditions("test", List.of(condition))
                .holding(new RecordDetail(parameters, List.of(), null, List.of(), List.of(), RecordFields.NONE));
    }

    private static boolean holds(String condition, String value) {
        return holding(condition, Map.of("To", value)) != null;
    }

    @Test
    void wildcardsStandForAnyCharactersAndForOne() {
        assertThat(holds("To=*invoice*", "An INVOICE\nof May")).isTrue();
        assertThat(holds("To=invoice", "invoices")).isFalse();
        assertThat(holds("To=invoice?", "invoices")).isTrue();
        assertThat(holds("To=invoice?", "invoice")).isFalse();
        assertThat(holds("To=a.c", "abc")).isFalse();
    }

    @Test
    void anExpressionHasToMatchTheWholeValue() {
        assertThat(holds("To~[.]{1,3}", "...")).isTrue();
        assertThat(holds("To~[.]{1,3}", "....")).isFalse();
        assertThat(holds("To~a=b", "A=B")).isTrue();
    }

    @Test
    void emptyValuesNeverHold() {
        for (String empty : List.of("", " ", "$null", "$NULL", "[]")) {
            assertThat(holds("To=*", empty)).as(empty).isFalse();
        }
        assertThat(holds("To=*", "x")).isTrue();
    }

    @Test
    void allPartsOfALineHaveToHoldAndOneOfTheLines() {
        Map<String, String> both = Map.of("A", "1", "B", "2");
        assertThat(holding("A=1 & B=2", both)).isEqualTo("A: 1, B: 2");
        assertThat(holding("A=1 & B=3", both)).isNull();
        assertThat(new Conditions("test", List.of("A=9", "B=2")).holding(
                new RecordDetail(both, List.of(), null, List.of(), List.of(), RecordFields.NONE))).isEqualTo("B: 2");
    }

    @Test
    void aNegatedPartHoldsWhereNoValueFits() {
        assertThat(holding("!A=1", Map.of("A", "2"))).isEmpty();
        assertThat(holding("!A=1", Map.of())).isEmpty();
        assertThat(holding("!A=1", Map.of("A", "1"))).isNull();
        assertThat(holding("!A=1 & B=2", Map.of("A", "2", "B", "2"))).isEqualTo("B: 2");
    }

    @Test
    void changedPropertiesAndFieldsAreLookedAtToo() {
        RecordDetail changed = new RecordDetail(Map.of(), List.of(), null,
                List.of(new RecordDetail.Change("Build", "1", "2")), List.of(), RecordFields.NONE);
        assertThat(new Conditions("test", List.of("Build=2")).holding(changed)).isEqualTo("Build: 2");
        RecordFields fields = new RecordFields() {
            @Override
            public List<String> values(String path) {
                return path.equals("Deep") ? all() : List.of();
            }

            @Override
            public List<String> all() {
                return List.of("x", "y");
            }

            @Override
            public List<String> json(String path) {
                return List.of();
            }

            @Override
            public boolean has(String path) {
                return path.equals("Deep");
            }

            @Override
            public boolean isTableRow() {
                return false;
            }

            @Override
            public List<String> asWritten() {
                return List.of();
            }
        };
        RecordDetail deep = new RecordDetail(Map.of(), List.of(), null, List.of(), List.of(), fields);
        assertThat(new Conditions("test", List.of("Deep=y")).holding(deep)).isEqualTo("Deep: y");
    }

    @Test
    void whatIsNoConditionIsRefused() {
        assertThat(new Conditions("test", List.of()).isEmpty()).isTrue();
        assertThat(new Conditions("test", List.of("A=1")).isEmpty()).isFalse();
        for (String text : List.of("A", "=1", "A=1 & B")) {
            assertThatThrownBy(() -> new Conditions("test", List.of(text))).as(text)
                    .isInstanceOfSatisfying(RuleException.class,
                            e -> assertThat(e.shown().key()).isEqualTo(PatternText.BAD_CONDITION));
        }
        assertThatThrownBy(() -> new Conditions("test", List.of("A~(")))
                .isInstanceOfSatisfying(RuleException.class,
                        e -> assertThat(e.shown().key()).isEqualTo(PatternText.BAD_EXPRESSION));
    }
}
