package org.tokenlane.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which language texts are put into words in, and where. */
class LanguageTest {

    @Test
    void aTagMeansItsLanguageWhateverTheCountry() {
        assertThat(Language.of("de")).contains(Language.GERMAN);
        assertThat(Language.of("de-AT")).contains(Language.GERMAN);
        assertThat(Language.of("da_DK")).contains(Language.DANISH);
        assertThat(Language.of("EN")).contains(Language.ENGLISH);
        assertThat(Language.of(" de ")).contains(Language.GERMAN);
    }

    @Test
    void aLanguageThatTheProgramDoesNotSpeakIsNone() {
        assertThat(Language.of("fr")).isEmpty();
        assertThat(Language.of("dan")).isEmpty();
        assertThat(Language.of("")).isEmpty();
        assertThat(Language.of("de!")).isEmpty();
    }

    @Test
    void anotherLanguageHoldsForItsWorkOnlyAndForItsThreadOnly() throws Exception {
        AtomicReference<Language> elsewhere = new AtomicReference<>();
        Language inside = Language.GERMAN.during(() -> {
            Thread other = Thread.ofPlatform().start(() -> elsewhere.set(Language.current()));
            other.join();
            assertThat(Language.DANISH.<Language, RuntimeException> during(Language::current))
                    .isEqualTo(Language.DANISH);
            return Language.current();
        });
        assertThat(inside).isEqualTo(Language.GERMAN);
        assertThat(elsewhere.get()).isEqualTo(Language.ENGLISH);
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void workThatFailsGivesTheLanguageBack() {
        assertThatThrownBy(() -> Language.GERMAN.during(() -> {
            throw new IOException("full");
        })).isInstanceOf(IOException.class);
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aTextThatIsKeptFollowsTheLanguageAndWritesNumbersAsItDoes() {
        Text kept = Count.EVENTS.with(2_000);
        String german = Language.GERMAN.<String, RuntimeException> during(kept::toString);
        assertThat(kept.toString()).startsWith("2,000 ");
        assertThat(german).startsWith("2.000 ").isNotEqualTo(kept.toString().replace(',', '.'));
    }
}
