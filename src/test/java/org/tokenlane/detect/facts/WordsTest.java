package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How findings write names and times. */
class WordsTest {

    @Test
    void aNameOf120CharactersIsWholeAndALongerOneIsShortened() {
        assertThat(Words.quoted("x".repeat(120))).isEqualTo("“" + "x".repeat(120) + "”");
        assertThat(Words.quoted("x".repeat(121))).isEqualTo("“" + "x".repeat(119) + "…”");
        assertThat(Words.quoted(null)).isEqualTo(FactsText.UNKNOWN_NAME.text());
    }

    @Test
    void anAccountIsNamedOrUnknown() {
        assertThat(Words.account("adele@contoso.example")).contains("adele@contoso.example");
        assertThat(Words.account(null)).isEqualTo(FactsText.UNKNOWN_ACCOUNT.text());
    }

    @Test
    void timesHaveTheirZone() {
        assertThat(Words.time(0)).isEqualTo("1970-01-01 00:00:00 UTC");
    }
}
