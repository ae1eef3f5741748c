package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The object of an event is named, by the sentence or beside it. */
class EventSentenceTest {

    private static String inWords(String sentence, String target) {
        return SessionSection.inWords(new ReportContent.EventLine("e1", null, "GET", sentence, null, "success", null,
                null, target, "a.csv", 1, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Requested messages through Microsoft Graph (GET /users/{id}/messages).|https://graph.example/users/ceo@contoso.example/messages",
        "Requested files through Microsoft Graph (GET /drives/{id}/items/{id}/content).|https://graph.example/drives/1/items/2/content",
        "Downloaded reports.|/sites/hr/report" })
    void aTargetWhosePartIsOnlyAWordOfTheSentenceStandsBesideIt(String sentence, String target) {
        assertThat(inWords(sentence, target)).contains(sentence.substring(0, sentence.length() - 1)).contains(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Downloaded the file “pay.xlsx” in HR.|https://contoso.example/HR/pay.xlsx",
        "Opened https://contoso.example/HR/.|https://contoso.example/HR/" })
    void aTargetThatTheSentenceNamesIsNotRepeated(String sentence, String target) {
        assertThat(inWords(sentence, target)).isEqualTo(sentence);
    }
}
