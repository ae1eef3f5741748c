package org.tokenlane.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People read what an origin's key consists of, and not the key. */
class OriginKeyTest {

    @Test
    void emptyPartsOfAKeyAreLeftOut() {
        assertThat(OriginKey.words("AS64511|Mozilla/5.0 (X11)|||")).isEqualTo("AS64511, Mozilla/5.0 (X11)");
        assertThat(OriginKey.words("AS64511")).isEqualTo("AS64511");
        assertThat(OriginKey.words("AS64511|curl|device|||")).isEqualTo("AS64511, curl, device");
    }

    @Test
    void partsOfPartsSayWhatTellsThemFromTheRest() {
        OriginSplit first = new OriginSplit("AS64511|curl||", OriginSplit.By.ADDRESS, "203.0.113.9");
        OriginSplit second = new OriginSplit(first.key(), OriginSplit.By.TIME, "1000000000");
        assertThat(OriginKey.words(second.key()))
                .isEqualTo("AS64511, curl, from 203.0.113.9, since 1970-01-01T00:00:01Z");
    }
}
