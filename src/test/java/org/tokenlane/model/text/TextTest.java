package org.tokenlane.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts are resolved from the bundle of their package, with their numbers and plurals. */
class TextTest {

    @Test
    void aNumberHasItsNounInSingularOrPlural() {
        assertThat(List.of(Count.EVENTS.of(0), Count.EVENTS.of(1), Count.EVENTS.of(2), Count.EVENTS.of(1_234)))
                .containsExactly("0 events", "1 event", "2 events", "1,234 events");
    }

    @Test
    void aKeyIsTheNameOfItsEnumAndConstant() {
        assertThat(Count.IP_ADDRESSES.key()).isEqualTo("Count.ip-addresses");
        assertThat(Count.IP_ADDRESSES.home()).isEqualTo(Count.class);
    }

    @Test
    void aTextKeepsItsKeyAndArgumentsAndReadsAsTheSentence() {
        Text text = Count.ROWS.with(3L);
        assertThat(text.key()).isEqualTo(Count.ROWS);
        assertThat(text.arguments()).containsExactly(3L);
        assertThat(text.toString()).isEqualTo(Count.ROWS.of(3));
    }

    @Test
    void severalThreadsPutTheSameTextsIntoWordsAtOnce() {
        List<String> texts = IntStream.range(0, 20_000).parallel()
                .mapToObj(number -> Count.EVENTS.with(Count.ROWS.with(number).toString().length() + number).toString())
                .toList();
        assertThat(texts).isEqualTo(IntStream.range(0, 20_000)
                .mapToObj(number -> Count.EVENTS.of(Count.ROWS.of(number).length() + number)).toList());
    }

    @Test
    void aTextInsideAnotherIsInTheLanguageOfTheOther() {
        Text outer = FailureText.UNEXPECTED_ERROR.with(Count.EVENTS.with(2));
        String english = outer.toString();
        String german = Language.GERMAN.during(outer::toString);
        assertThat(english).contains(Count.EVENTS.of(2));
        assertThat(german).contains(Language.GERMAN.during(() -> Count.EVENTS.of(2))).isNotEqualTo(english);
        assertThat(outer.toString()).isEqualTo(english);
    }

    @Test
    void anErrorOfTheProgramIsShownByWhatItMeansForThePerson() {
        Error error = new AssertionError("odd");
        ProgramFailure failure = ProgramFailure.of(error);
        assertThat(failure.shown()).isEqualTo(FailureText.UNEXPECTED_ERROR.with(error.toString()));
        assertThat(failure).hasCause(error).hasMessage(failure.shown().toString());
        assertThat(ProgramFailure.of(new OutOfMemoryError()).shown().key()).isEqualTo(FailureText.OUT_OF_MEMORY);
        assertThat(ProgramFailure.of(new StackOverflowError()).shown().key())
                .isEqualTo(FailureText.NESTED_TOO_DEEPLY);
    }
}
