package org.tokenlane.ingest.shape;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventResult;

/** The words by which logs, and spreadsheets that saved them in any language, say that something went well or not. */
public final class Outcomes {

    private static final Set<String> GOOD = Set.of("succeeded", "success", "successful", "true", "partiallysucceeded",
            "passed", "pass", "ok", "yes", "completed", "allowed", "wahr", "vrai", "verdadero", "verdadeiro", "vero",
            "waar", "succès", "réussite", "oui", "ja", "sí");
    private static final Set<String> BAD = Set.of("failed", "failure", "fail", "false", "error", "no", "denied",
            "blocked", "timeout", "falsch", "faux", "falso", "onwaar", "échec", "non", "nein");

    private Outcomes() {
    }

    /** The result that a word states, in any case. */
    public static EventResult of(@Nullable String word) {
        if (word == null) {
            return EventResult.UNKNOWN;
        }
        String lower = word.strip().toLowerCase(Locale.ROOT);
        return GOOD.contains(lower) ? EventResult.SUCCESS
                : BAD.contains(lower) ? EventResult.FAILURE : EventResult.UNKNOWN;
    }
}
