package org.tokenlane.model.identity;

import java.util.LinkedHashSet;
import java.util.Set;

/** The spellings under which an id can stand in a record. */
public final class IdSpellings {

    private IdSpellings() {
    }

    /** A UTI also as the sign-in's request id, and the other way round; any other text has one spelling. */
    public static Set<String> of(String text) {
        Set<String> all = new LinkedHashSet<>();
        String stripped = text.strip();
        all.add(stripped);
        Uti uti = Guids.isGuid(stripped) ? Uti.fromRequestId(stripped) : Uti.of(stripped);
        if (uti != null && uti.isOfSignIn()) {
            all.add(uti.value());
            all.add(uti.toRequestId());
        }
        return all;
    }
}
