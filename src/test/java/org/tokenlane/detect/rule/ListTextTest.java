package org.tokenlane.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of settings are read back as they were written, whatever their values hold. */
class ListTextTest {

    @Test
    void valuesWithCommasAndQuotationMarksComeBackAsTheyWere() {
        List<String> values = List.of("plain", "Contoso, Ltd.", "\"quoted\" and more",
                ",begins with a comma", " begins with a blank",
                "op:\"Add device*\",\"Register device*\" result:success", "a \"b\" c", "Søren 日本");
        assertThat(ListText.read(ListText.of(values))).isEqualTo(values);
        assertThat(ListText.of(List.of("50126", "50053"))).isEqualTo("50126, 50053");
    }

    @Test
    void whatPeopleTypeIsRead() {
        assertThat(ListText.read(" AS64500 ,203.0.113.0/24,, \"Contoso, Ltd.\" ")).containsExactly("AS64500",
                "203.0.113.0/24", "Contoso, Ltd.");
        assertThat(ListText.read("  ")).isEmpty();
        assertThat(ListText.read("one,")).containsExactly("one");
        assertThat(ListText.read("one, ")).containsExactly("one");
        assertThatThrownBy(() -> ListText.read("one,\"")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> ListText.read("\"open, x")).isInstanceOf(RuleException.class)
                .hasMessage(RulesText.UNREADABLE_LIST.text("\"open, x"));
    }
}
