package org.tokenlane.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of halves of surrogate pairs. */
class WholeTextTest {

    @Test
    void aPairStaysAndAHalfIsReplacedWhereverItStands() {
        assertThat(WholeText.of("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
        assertThat(WholeText.of("\uD83Da")).isEqualTo("\uFFFDa");
        assertThat(WholeText.of("a\uDE00")).isEqualTo("a\uFFFD");
        assertThat(WholeText.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void theCharactersBesideTheSurrogatesStay() {
        assertThat(WholeText.of("\uD7FF\uE000")).isEqualTo("\uD7FF\uE000");
        assertThat(WholeText.of("\uD800\uDFFF")).as("the first and the last half are a pair")
                .isEqualTo("\uD800\uDFFF");
        assertThat(WholeText.of("\uDFFF\uD800")).isEqualTo("\uFFFD\uFFFD");
    }
}
