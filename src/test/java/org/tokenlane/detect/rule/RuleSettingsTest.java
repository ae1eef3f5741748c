package org.tokenlane.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of a rule: read as numbers, texts and lists, and tuned. */
class RuleSettingsTest {

    private static RuleSettings settings() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("minutes", 2);
        values.put("codes", List.of("A", "b,c"));
        values.put("of", "network");
        return new RuleSettings("rule", values);
    }

    @Test
    void numbersAreMinutesAndSecondsInNanoseconds() {
        assertThat(settings().number("minutes")).isEqualTo(2);
        assertThat(settings().minutes("minutes")).isEqualTo(120_000_000_000L);
        assertThat(settings().seconds("minutes")).isEqualTo(2_000_000_000L);
    }

    @Test
    void listsAreLowerCasedAndLinesAreNot() {
        assertThat(settings().list("codes")).containsExactly("a", "b,c");
        assertThat(settings().lines("codes")).containsExactly("A", "b,c");
        assertThat(settings().lines("of")).containsExactly("network");
        assertThat(settings().texts()).containsEntry("codes", "A, \"b,c\"").containsEntry("minutes", "2");
    }

    @Test
    void nineDigitsAreANumberAndTenAreNot() {
        assertThat(settings().tuned(Map.of("minutes", "999999999")).number("minutes")).isEqualTo(999_999_999);
        assertThatThrownBy(() -> settings().tuned(Map.of("minutes", "1000000000")))
                .isInstanceOfSatisfying(RuleException.class,
                        e -> assertThat(e.shown().key()).isEqualTo(RulesText.NOT_A_WHOLE_NUMBER));
    }

    @Test
    void aTunedSettingKeepsItsKind() {
        RuleSettings tuned = settings().tuned(Map.of("codes", "x, y", "of", "device", "minutes", " 7 "));
        assertThat(tuned.lines("codes")).containsExactly("x", "y");
        assertThat(tuned.text("of")).isEqualTo("device");
        assertThat(tuned.number("minutes")).isEqualTo(7);
        assertThat(settings().number("minutes")).isEqualTo(2);
    }

    @Test
    void aSettingIsThereOrNot() {
        assertThat(settings().has("of")).isTrue();
        assertThat(settings().has("other")).isFalse();
        assertThat(settings().choice("of", "network", "device")).isEqualTo("network");
        assertThat(RuleSettings.none("rule").texts()).isEmpty();
    }
}
