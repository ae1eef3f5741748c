package org.tokenlane.model.mark;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.TextKey;

/** What the analyst takes something for. */
public enum Verdict implements TextKey {

    /** The attacker's. */
    MALICIOUS,
    /** Probably the attacker's. */
    SUSPICIOUS,
    /** Not the attacker's. */
    BENIGN,
    /** Looked at, and not to be told. */
    UNKNOWN;

    /** The verdict's word in the filter language, in commands and in the audit trail. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict as a person reads it inside a sentence. */
    public String inside() {
        return Language.current().adjective(text());
    }

    /** Tells whether what was done counts as the attacker's. */
    public boolean isHostile() {
        return this == MALICIOUS;
    }

    /** The verdict of this word, any case, or null. */
    public static @Nullable Verdict named(String word) {
        return Arrays.stream(values()).filter(verdict -> verdict.name().equalsIgnoreCase(word)).findFirst()
                .orElse(null);
    }
}
