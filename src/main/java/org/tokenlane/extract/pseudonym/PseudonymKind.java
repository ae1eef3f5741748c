package org.tokenlane.extract.pseudonym;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** The kinds of values that pseudonyms can replace. */
public enum PseudonymKind implements TextKey {
    USERS("users"),
    TENANT("tenant"),
    MAIL("mail"),
    FILES("files"),
    ADDRESSES("addresses"),
    DEVICES("devices");

    private final String word;

    PseudonymKind(String word) {
        this.word = word;
    }

    /** The kind's word in commands and in the key. */
    public String word() {
        return word;
    }

    /** What it comprises, for people. */
    public String words() {
        return text();
    }

    /** The kind of this word in any case, or null. */
    public static @Nullable PseudonymKind named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equalsIgnoreCase(word.strip())).findFirst()
                .orElse(null);
    }

    /** These kinds in words, in their usual order. */
    public static String words(Collection<PseudonymKind> kinds) {
        List<String> words = Arrays.stream(values()).filter(kinds::contains).map(PseudonymKind::word).toList();
        return String.join(", ", words);
    }
}
