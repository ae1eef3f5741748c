package org.tokenlane.model.state;

import java.util.Arrays;
import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** One value of a fact of a state, in the order in which values are shown. The case stores the code. */
public enum StateField implements TextKey {

    /** {@code true} or {@code false}. */
    ENABLED,
    FORWARD_TO,
    REDIRECT_TO,
    FORWARD_AS_ATTACHMENT_TO,
    /** Whether mail that is forwarded also stays in the mailbox. */
    KEEPS_COPY,
    DELETES,
    MOVES_TO,
    COPIES_TO,
    MARKS_AS_READ,
    CATEGORY,
    STOPS_OTHER_RULES,
    FROM,
    SENT_TO,
    /** The words that a message has to contain. */
    WORDS,
    /** Who has the permission. */
    TRUSTEE,
    RIGHTS,
    DENIES,
    INHERITED,
    FOLDER,
    PRIORITY,
    RULE_ID,
    ERROR,
    CREATED_BY,
    /** When it was changed last, as the export writes it. */
    CHANGED,
    /** The rule in Exchange's own words, in the language of the mailbox. */
    DESCRIPTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field that is stored under this code. */
    public static StateField of(String code) {
        return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst().orElseThrow();
    }
}
