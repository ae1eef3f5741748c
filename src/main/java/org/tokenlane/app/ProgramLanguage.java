package org.tokenlane.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tokenlane.model.text.Language;

/** In which language the program speaks. */
final class ProgramLanguage {

    /** Scripts that read what commands print fix the language by it, whatever the machine's is. */
    static final String VARIABLE = "TOKENLANE_LANGUAGE";

    private ProgramLanguage() {
    }

    /**
     * The language that the environment asks for, else the one that the analyst chose, else the system's, else English.
     */
    static Language of(Map<String, String> environment, Optional<Language> chosen, Locale system) {
        return Language.of(environment.getOrDefault(VARIABLE, "")).or(() -> chosen)
                .or(() -> Language.of(system.toLanguageTag())).orElse(Language.ENGLISH);
    }
}
