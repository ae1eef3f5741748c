package org.tokenlane.detect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many recipients are named. */
class WhoElseSentenceTest {

    @Test
    void whereNoRecordNamesTheRecipientsNoneAreCounted() {
        assertThat(WhoElseAnswer.sentence(0, 6, 0)).isEqualTo(AnswerText.WHO_ELSE.text(0, 6, 0, 0))
                .doesNotContain(";  ");
        assertThat(WhoElseAnswer.sentence(0, 6, 5)).isEqualTo(AnswerText.WHO_ELSE.text(0, 6, 2, 5)).contains("5");
        assertThat(WhoElseAnswer.sentence(0, 6, 6)).isEqualTo(AnswerText.WHO_ELSE.text(0, 6, 1, 6))
                .isNotEqualTo(AnswerText.WHO_ELSE.text(0, 6, 2, 6));
    }
}
