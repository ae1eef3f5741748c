package org.tokenlane.ui.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.tokenlane.query.FilterParser;

/** The ready filters are in the filter language. */
class ReadyFiltersTest {

    @Test
    void everyReadyFilterIsUnderstood() {
        assertThat(ReadyFilters.ALL).hasSizeGreaterThan(8);
        ReadyFilters.ALL.values()
                .forEach(text -> assertThatCode(() -> FilterParser.parse(text)).as(text).doesNotThrowAnyException());
    }
}
