package org.tokenlane.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** What is typed below a column's header is a filter on the column. */
class QuickFiltersTest {

    @Test
    void valuesThatBeginWithTheTextAreSelected() {
        assertThat(QuickFilters.part(EventColumn.OPERATION, "Mail, Send*"))
                .isEqualTo(new Filter.FieldIs(FilterField.OPERATION, List.of("Mail*", "Send*")));
        assertThat(QuickFilters.part(EventColumn.TARGET, "invoice")).as("a part of the text is enough")
                .isEqualTo(new Filter.FieldIs(FilterField.TARGET, List.of("invoice")));
        assertThat(QuickFilters.part(EventColumn.OPERATION, "-Send"))
                .isEqualTo(new Filter.Not(new Filter.FieldIs(FilterField.OPERATION, List.of("Send*"))));
    }

    @Test
    void addressesAndResultsAreReadAsTheLanguageReadsThem() {
        assertThat(QuickFilters.part(EventColumn.IP, "203.0.113.0/24"))
                .isEqualTo(new Filter.FieldIs(FilterField.IP, List.of("203.0.113.0/24")));
        assertThat(QuickFilters.part(EventColumn.IP, "hello")).isNull();
        assertThat(QuickFilters.part(EventColumn.RESULT, "failure"))
                .isEqualTo(new Filter.ResultIs(List.of(EventResult.FAILURE)));
        assertThat(QuickFilters.part(EventColumn.RESULT, "odd")).isNull();
        assertThat(QuickFilters.part(EventColumn.OPERATION, " - ")).isNull();
    }

    @Test
    void aCommaIsAPartOfTheTextWhereAPartOfTheTextIsLookedFor() {
        assertThat(QuickFilters.part(EventColumn.USER_AGENT, "KHTML, like Gecko"))
                .isEqualTo(new Filter.FieldIs(FilterField.USER_AGENT, List.of("KHTML, like Gecko")));
        assertThat(QuickFilters.part(EventColumn.USER_AGENT, "\"KHTML, like Gecko\",curl"))
                .isEqualTo(new Filter.FieldIs(FilterField.USER_AGENT, List.of("KHTML, like Gecko", "curl")));
        assertThat(QuickFilters.part(EventColumn.OPERATION, "\"Update, again\""))
                .isEqualTo(new Filter.FieldIs(FilterField.OPERATION, List.of("Update, again*")));
    }

    @Test
    void aFilterHasAValue() {
        for (String nothing : List.of(",", " , ,", "-,")) {
            assertThat(QuickFilters.part(EventColumn.OPERATION, nothing)).as(nothing).isNull();
            assertThat(QuickFilters.part(EventColumn.IP, nothing)).as(nothing).isNull();
            assertThat(QuickFilters.part(EventColumn.RESULT, nothing)).as(nothing).isNull();
        }
        assertThat(QuickFilters.part(EventColumn.RESULT, "failure x")).as("more than a result").isNull();
        assertThat(QuickFilters.part(EventColumn.RESULT, "failure , success"))
                .isEqualTo(new Filter.ResultIs(List.of(EventResult.FAILURE, EventResult.SUCCESS)));
    }
}
