package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What logs hold is shown to readers, and nothing in it is obeyed. */
class PlainTest {

    @ParameterizedTest
    @CsvSource({ "31, 183", "32, 32", "126, 126", "127, 183", "9, 32", "10, 32", "160, 160", "8238, 183", "230, 230",
        "57344, 183", "65534, 183" })
    void aLetterThatIsObeyedIsADotAndOthersStay(int letter, int shown) {
        assertThat(Plain.line("a" + (char) letter + "b")).isEqualTo("a" + (char) shown + "b");
    }

    @Test
    void aLetterOfTwoHalvesStaysWholeAndHalfOfOneIsADot() {
        assertThat(Plain.line("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(Plain.line("\ud83d!")).isEqualTo("·!");
        assertThat(Plain.markup("\ud83d\ude00<")).isEqualTo("\ud83d\ude00&lt;");
    }

    @Test
    void nothingEndsTheMarkupAroundIt() {
        assertThat(Plain.markup("<a href=\"x\">'&amp;'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;");
    }
}
