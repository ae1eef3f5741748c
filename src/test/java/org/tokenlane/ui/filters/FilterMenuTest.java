package org.tokenlane.ui.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.tokenlane.query.FilterParser;

/** The ready filters are in the filter language. */
class FilterMenuTest {

    @Test
    void everyReadyFilterIsUnderstood() {
        assertThat(FilterMenu.READY).hasSizeGreaterThan(8);
        FilterMenu.READY.values().forEach(text -> assertThatCode(() -> FilterParser.parse(text)).as(text).doesNotThrowAnyException());
    }
}
