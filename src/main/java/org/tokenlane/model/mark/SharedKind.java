package org.tokenlane.model.mark;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** What copies of a case can share. Files name a kind by its word, which never changes. */
public enum SharedKind implements TextKey {
    VERDICT("verdict"),
    TAG("tag"),
    NOTE("note"),
    BOOKMARK("bookmark"),
    OWN_EVENT("own event"), // not for people: a word of the file
    INDICATOR_LIST("indicator list"), // not for people: a word of the file
    /** Who uses an origin. */
    ORIGIN_NAME("origin name"), // not for people: a word of the file
    ORIGIN_SPLIT("origin split"), // not for people: a word of the file
    /** A step of containment that is done. */
    CONTAINMENT_STEP("containment step"), // not for people: a word of the file
    SAVED_FILTER("saved filter"); // not for people: a word of the file

    private final String word;

    SharedKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The kind of this word, or null. */
    public static @Nullable SharedKind named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(null);
    }
}
