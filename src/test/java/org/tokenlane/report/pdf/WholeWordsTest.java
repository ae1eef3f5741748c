package org.tokenlane.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a PDF end between words, and marks of quotation stay with the words that they enclose. */
class WholeWordsTest {

    /** The text with a bar at each place where a line may end. */
    private static String places(String text) {
        WholeWords words = new WholeWords();
        words.setText(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int place = words.next(); place != BreakIterator.DONE; place = words.next()) {
            result.append(text, from, place).append('|');
            from = place;
        }
        return result.append(text.substring(from)).toString();
    }

    @ParameterizedTest
    @CsvSource({ "für „One Web“ und, für |„One |Web“ |und|",
        "the “One Web” and, the |“One |Web” |and|", "”One” og, ”One” |og|", "a ”One”, a |”One”|",
        "den »One Web« og, den |»One |Web« |og|",
        "den ”One Web” og, den |”One |Web” |og|" })
    void noLineBeginsWithTheMarkThatEndsAQuotation(String text, String places) {
        assertThat(places(text)).isEqualTo(places);
    }
}
