package org.tokenlane.model.event;

import org.jspecify.annotations.Nullable;

/** Who acted in an event. The mailbox or object that it was done to is another question. */
public enum ActorKind {
    /** A person, by their own sign-in or through an application that acts for them. */
    USER("user"),
    /** An application or managed identity by itself. */
    APPLICATION("application"),
    /** An agent with an identity of its own. */
    AGENT("agent"),
    /** A Microsoft service or policy. */
    SYSTEM("system");

    private final String word;

    ActorKind(String word) {
        this.word = word;
    }

    /** How cases, filters and exports write it. */
    public String word() {
        return word;
    }

    /** The kind that this word stands for, or null for any other text. */
    public static @Nullable ActorKind of(@Nullable String word) {
        for (ActorKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
