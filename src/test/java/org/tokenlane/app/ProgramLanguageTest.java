package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.text.Language;

/** The environment's language comes first, then the analyst's choice, then the system's. */
class ProgramLanguageTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void theSystemsLanguageHoldsWhereNothingWasChosen() {
        assertThat(ProgramLanguage.of(NOTHING, Optional.empty(), Locale.GERMANY)).isEqualTo(Language.GERMAN);
        assertThat(ProgramLanguage.of(NOTHING, Optional.empty(), Locale.forLanguageTag("da-DK")))
                .isEqualTo(Language.DANISH);
    }

    @Test
    void aSystemWhoseLanguageIsNotSpokenGetsEnglish() {
        assertThat(ProgramLanguage.of(NOTHING, Optional.empty(), Locale.FRANCE)).isEqualTo(Language.ENGLISH);
        assertThat(ProgramLanguage.of(NOTHING, Optional.empty(), Locale.ROOT)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void theAnalystsChoiceComesBeforeTheSystem() {
        assertThat(ProgramLanguage.of(NOTHING, Optional.of(Language.ENGLISH), Locale.GERMANY))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void theEnvironmentComesBeforeTheChoice() {
        Map<String, String> danish = Map.of(ProgramLanguage.VARIABLE, "da");
        assertThat(ProgramLanguage.of(danish, Optional.of(Language.GERMAN), Locale.US)).isEqualTo(Language.DANISH);
        Map<String, String> unknown = Map.of(ProgramLanguage.VARIABLE, "xx");
        assertThat(ProgramLanguage.of(unknown, Optional.of(Language.GERMAN), Locale.US)).isEqualTo(Language.GERMAN);
    }
}
